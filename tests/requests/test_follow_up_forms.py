"""Forms that follow a request: filled in after its dispatch, sent on their own, fixed from then on."""

import io
import zipfile
from datetime import timedelta
from typing import Any

from app import clock
from tests.factories.evidence import register, values
from tests.factories.requests import (
    create,
    link,
    move,
    place,
    received,
    release,
    result,
    save_form,
    see,
    seen,
    send_form,
)
from tests.factories.team import Team, read_json
from tests.requests.test_request_forms import form_of, pages_of
from tests.sharing.test_required_approvals import lift, require

ORDER: dict[str, Any] = {"instrument": "EPOC_PR", "to": {"country": "IE", "authority": "Example Ltd"}}
ASKED = {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "email", "identifier": "a@b.example"}
FIVE, SIX = "eevidence_form_5", "eevidence_form_6"
#: The extension is confirmed; the other values of the form are left out.
EXTENDED = {"d": {"thirty_days": True}}
INCOMPLETE: dict[str, Any] = {"incomplete": True, "reason": "The rest is on paper"}


def days_ago(days: float) -> str:
    return clock.rfc3339(clock.now() - timedelta(days=days))


async def preserved(team: Team, days: float) -> dict[str, Any]:
    """An order to preserve that its addressee received so many days ago."""
    order = await create(team, **ORDER, items=[ASKED])
    read_json(await save_form(team, "noor", order, {"f": {"type": "judge"}}))
    read_json(await move(team, "noor", order, "SENT", occurred_at=days_ago(days), **INCOMPLETE))
    return read_json(await move(team, "noor", order, "DELIVERED", occurred_at=days_ago(days)))


async def test_extension_is_filled_in_after_the_dispatch_and_sent_within_the_period(team: Team) -> None:
    draft = await create(team, **ORDER)
    assert (draft["follow_up_forms"], (await save_form(team, "noor", draft, {}, form=SIX)).status_code) == ([], 422)
    order = await preserved(team, 59)
    assert [(one["key"], one["is_saved"], one["may_fill"]) for one in order["follow_up_forms"]] == [
        (FIVE, False, True),
        (SIX, False, True),
    ]
    due = order["clocks"][0]["due_at"]
    refused = await send_form(team, "noor", order, SIX, version=0)
    assert (refused.status_code, refused.json()["code"]) == (409, "form-not-saved")
    saved = read_json(await save_form(team, "noor", order, EXTENDED, form=SIX))
    assert (saved["key"], saved["version"], saved["follow_up"], saved["may_edit"]) == (SIX, 1, "extension", True)
    assert saved["values"]["c"]["transmitted_to"] == "Example Ltd", "from the case"
    assert (await send_form(team, "noor", order, SIX, version=2)).status_code == 412
    assert (await send_form(team, "noor", order, SIX)).json()["code"] == "form-incomplete"
    early = await send_form(team, "noor", order, SIX, occurred_at=days_ago(90), **INCOMPLETE)
    assert [one["field"] for one in early.json()["errors"]] == ["occurred_at"]

    told = read_json(await send_form(team, "noor", order, SIX, **INCOMPLETE))
    assert (told["may_edit"], told["prefilled"], told["values"]["c"]["transmitted_to"]) == (False, [], "Example Ltd")
    (entry,) = await team.entries("noor", "request.form_sent")
    assert (values(entry)["form"], values(entry)["reason"]) == (SIX, INCOMPLETE["reason"])
    assert "Example" not in str(entry), "values are in no entry"
    now = await seen(team, "noor", order)
    (extended,) = await team.entries("noor", "request.deadline_changed")
    assert (values(extended)["change"], values(extended)["former"], now["clocks"][0]["due_at"] > due) == (
        "extended",
        due,
        True,
    )
    for again in (
        await save_form(team, "noor", order, {}, form=SIX, version=told["version"]),
        await send_form(team, "noor", order, SIX, version=told["version"], **INCOMPLETE),
    ):
        assert (again.status_code, again.json()["code"]) == (409, "form-sent")
    main = await form_of(team, "noor", order)
    assert (main["key"], main["values"]["f"]["type"]) == ("eevidence_form_2", "judge"), "the dispatched form stays"

    late = await preserved(team, 70)
    read_json(await save_form(team, "noor", late, EXTENDED, form=SIX))
    refused = await send_form(team, "noor", late, SIX, **INCOMPLETE)
    assert (refused.json()["code"], refused.json()["errors"][0]["field"]) == ("deadline-passed", "occurred_at")
    assert (await form_of(team, "noor", late, f"?form={SIX}"))["sent_at"] is None, "nothing was saved"


async def test_confirmation_announces_the_linked_request_for_production_and_stops_the_lapse(team: Team) -> None:
    order = await preserved(team, 10)
    read_json(await save_form(team, "noor", order, {"c": {"extended": False}}, form=FIVE))
    refused = await send_form(team, "noor", order, FIVE, **INCOMPLETE)
    assert (refused.status_code, refused.json()["code"]) == (409, "no-production")
    later = [await create(team, instrument="EPOC", to={"country": "IE"}, items=[ASKED]) for _ in range(2)]
    for one in later:
        read_json(await link(team, "noor", one, order))
    assert (await send_form(team, "noor", order, FIVE, **INCOMPLETE)).json()["code"] == "no-production", "only drafts"
    for one in later:
        read_json(await move(team, "noor", one, "SENT"))
    unclear = await send_form(team, "noor", order, FIVE, **INCOMPLETE)
    assert (unclear.status_code, unclear.json()["errors"][0]["field"]) == (422, "production")
    assert (await seen(team, "noor", order))["clocks"][0]["state"] == "running"
    read_json(await send_form(team, "noor", order, FIVE, production=later[1]["id"], **INCOMPLETE))
    told = await seen(team, "noor", order)
    assert (told["clocks"][0]["state"], told["clocks"][0]["stopped_by"]) == ("stopped", "confirmation")
    assert {one["id"]: one["confirmed_at"] is not None for one in told["followed_by"]} == {
        later[0]["id"]: False,
        later[1]["id"]: True,
    }
    assert len(await team.entries("noor", "request.production_confirmed")) == 1


async def test_documents_of_a_form_that_follows_have_its_values_and_a_copy_for_the_provider(team: Team) -> None:
    order = await preserved(team, 10)
    read_json(await save_form(team, "noor", order, EXTENDED, form=SIX))
    client, number = team.client("noor"), order["number"]
    document = await client.get(place(team, order, f"/form.json?form={SIX}"))
    assert (document.json()["form"], document.json()["values"]["d"]) == (SIX, {"thirty_days": True})
    assert f'filename="{number}-eevidence-form-6.json"' in document.headers["content-disposition"]
    assert (await client.get(place(team, order, "/form.json"))).json()["form"] == "eevidence_form_2"
    draft = "".join(pages_of((await client.get(place(team, order, f"/form.pdf?form={SIX}"))).content))
    assert ("Form 6" in draft, "Draft" in draft, number in draft) == (True, True, True)
    read_json(await send_form(team, "noor", order, SIX, **INCOMPLETE))
    for_provider = await client.get(place(team, order, f"/ecodex.zip?form={SIX}&for_provider=true"))
    with zipfile.ZipFile(io.BytesIO(for_provider.content)) as folder:
        (name,) = [one for one in folder.namelist() if one.endswith(".pdf")]
        printed = "".join(pages_of(folder.read(name)))
        texts = "".join(folder.read(one).decode() for one in folder.namelist() if not one.endswith(".pdf"))
    assert ("Form 6" in printed, "Draft" in printed, number in printed + texts) == (True, False, False)


async def test_form_that_follows_is_read_with_the_content_and_sent_by_its_party_alone(team: Team) -> None:
    order = await preserved(team, 10)
    read_json(await save_form(team, "noor", order, EXTENDED, form=SIX))
    assert (await send_form(team, "lena", order, SIX)).status_code == 404
    read_json(await release(team, "noor", order, "DE", "existence"))
    assert read_json(await see(team, "lena", order))["follow_up_forms"] == []
    read_json(await release(team, "noor", order, "DE", "content"))
    told = read_json(await see(team, "lena", order))["follow_up_forms"]
    assert [(one["key"], one["is_saved"], one["may_fill"]) for one in told] == [
        (FIVE, False, False),
        (SIX, True, False),
    ]
    assert (await send_form(team, "lena", order, SIX, **INCOMPLETE)).status_code == 403


async def test_receipt_of_an_incoming_order_is_sent_on_its_own_while_the_request_goes_on(team: Team) -> None:
    order = await received(team, instrument="EIO")
    read_json(await save_form(team, "noor", order, {}, form="eio_annex_b"))
    told = read_json(await send_form(team, "noor", order, "eio_annex_b", **INCOMPLETE))
    assert (told["sent_at"] is not None, told["may_edit"]) == (True, False)
    assert read_json(await save_form(team, "noor", order, {}, form="eio_annex_a"))["may_edit"] is True


async def test_form_that_follows_an_incoming_order_waits_for_the_approvals_of_its_results(team: Team) -> None:
    order = await received(team, instrument="EIO")
    read_json(await save_form(team, "noor", order, {}, form="eio_annex_b"))
    exhibit = await register(team, "noor")
    read_json(await result(team, "noor", order, exhibit), 201)
    approval = read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    held = await send_form(team, "noor", order, "eio_annex_b", **INCOMPLETE)
    assert (held.status_code, held.json()["code"]) == (409, "approval-required")
    read_json(await lift(team, "noor", approval), 201)
    assert read_json(await send_form(team, "noor", order, "eio_annex_b", **INCOMPLETE))["sent_at"] is not None
