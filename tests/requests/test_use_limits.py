"""Limits of use: of items, of derived exhibits, of exhibits that the member does not see, and at a consent request."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.custody.test_disclosures import disclose
from tests.factories.derivations import derive
from tests.factories.evidence import custody, register, see, upload, values, with_file
from tests.factories.evidence import release as shared
from tests.factories.field_erasures import erase, erased
from tests.factories.hearings import checks, create
from tests.factories.requests import change, item, move, move_item, result, seen, sent
from tests.factories.requests import create as create_request
from tests.factories.team import Team, read_json
from tests.requests.test_request_forms import pages_of
from tests.support.databases.as_seat import attempt

LIMIT = "Use only in proceedings about computer fraud."
OF_ITEM = "No disclosure of the name of the subscriber."


async def limited(team: Team, **changes: Any) -> dict[str, Any]:
    """A sent request whose answer limits the use of its results."""
    request = await sent(team, instrument="MLA_LOR", legal_basis="Treaty of 1981, Article 11", **changes)
    return read_json(await change(team, "noor", request, conditions=LIMIT))


async def wordings(team: Team, who: str, exhibit: dict[str, Any]) -> list[str]:
    """The limits of use of an exhibit, as somebody sees them."""
    return [one["wording"] for one in read_json(await see(team, who, exhibit))["limits_of_use"]]


async def test_limit_follows_onto_a_derived_exhibit_without_naming_its_source(team: Team) -> None:
    request, source = await limited(team), await with_file(team)
    read_json(await result(team, "noor", request, source), 201)
    derived = await derive(team, "noor", source, releases=[shared("DE"), shared("FR", "listed")])
    await upload(team, "noor", derived)
    for who, number in (("noor", source["exhibit_number"]), ("lena", derived["exhibit_number"])):
        (limit,) = read_json(await see(team, who, derived))["limits_of_use"]
        assert (limit["wording"], limit["evidence"], limit["exhibit_number"]) == (LIMIT, derived["id"], number), who
    assert limit["request"] is None
    assert await wordings(team, "claire", derived) == []
    other = await derive(team, "noor", source, releases=[shared("DE")])
    (first,), (second,) = [read_json(await see(team, "lena", one))["limits_of_use"] for one in (derived, other)]
    assert first["id"] != second["id"], "no common source is told"
    assert second["recorded_at"] >= other["registered_at"]
    package = {"profile": "court", "scope": {"evidence": derived["id"]}}
    refused = await team.client("jit_auditor").post(team.path("/exports"), json=package)
    assert (refused.status_code, refused.json()["code"]) == (409, "limits-not-acknowledged")
    assert [one["evidence"] for one in refused.json()["refused_exhibits"]] == [derived["id"]]
    printed = await team.client("noor").get(team.path(f"/evidence/{derived['id']}/method-record.pdf"))
    assert LIMIT in " ".join("".join(pages_of(printed.content)).split())
    for who in ("noor", "lena"):
        (line,) = checks(await create(team, who, derived), "limit")
        assert line["detail"] == LIMIT, who
    refused = await disclose(team, "lena", derived)
    for named in ("limits_of_use", "refused_exhibits"):
        assert [one["exhibit_number"] for one in refused.json()[named]] == [derived["exhibit_number"]]
    made = read_json(await disclose(team, "noor", derived, acknowledged_limits=True), 201)
    assert [one["exhibit_number"] for one in made["limits_of_use"]] == [derived["exhibit_number"]]

    form = {"use": "release", "evidence": derived["id"], "level": "readable", "words": "For the indictment"}
    asked = read_json(await team.client("claire").post(team.path("/consents"), json=form), 201)
    for who, stated in (("noor", [LIMIT]), ("claire", [])):
        shown = read_json(await team.client(who).get(team.path(f"/consents/{asked['id']}")))
        assert [one["wording"] for one in shown["limits_of_use"]] == stated, who


async def test_exhibit_has_the_limits_of_its_request_and_of_its_item(team: Team) -> None:
    request = await limited(team, items=[item(), item(identifier="203.0.113.9")])
    first, second = request["items"]
    exhibits = [await register(team, "noor", shared("DE")) for _ in range(2)]
    for exhibit, one in zip(exhibits, request["items"], strict=True):
        read_json(await result(team, "noor", request, exhibit, one["id"]), 201)
    stated = [{"item": first["id"], "conditions": OF_ITEM}]
    request = read_json(await change(team, "noor", request, item_conditions=stated))
    assert [one["conditions"] for one in request["items"]] == [OF_ITEM, None]
    assert [await wordings(team, "lena", one) for one in exhibits] == [[LIMIT, OF_ITEM], [LIMIT]]
    (origin,) = read_json(await see(team, "noor", exhibits[0]))["requests"]
    assert origin["conditions"] == f"{LIMIT}\n{OF_ITEM}"
    (*_, entry) = await team.entries("noor", "request.changed")
    assert values(entry)["changes"] == {"item_conditions": {"from": {"1": None}, "to": {"1": OF_ITEM}}}

    request = read_json(
        await change(team, "noor", request, item_conditions=[{"item": first["id"], "conditions": None}])
    )
    told = [one["kind"] for one in await custody(team, "lena", exhibits[0]) if "use_limit" in one["kind"]]
    assert told == ["evidence.use_limited", "evidence.use_limited", "evidence.use_limit_ended"]
    assert await wordings(team, "lena", exhibits[0]) == [LIMIT], "the limit of the request stays as it was recorded"
    other = await sent(team)
    foreign = [{"item": other["items"][0]["id"], "conditions": OF_ITEM}]
    refused = await change(team, "noor", request, item_conditions=foreign)
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (
        422,
        ["item_conditions.0.item"],
    )
    with pytest.raises(DBAPIError, match="stands in its ledger"):
        await attempt(team, "noor", _FORGED, item=UUID(second["id"]))
    for place in (0, 1):
        read_json(await move_item(team, "noor", request, "delivered", at=place))
    read_json(await move(team, "noor", request, "CLOSED"))
    refused = await change(team, "noor", await seen(team, "noor", request), item_conditions=stated)
    assert (refused.status_code, refused.json()["code"]) == (409, "request-sent")


_FORGED = "update request_items set conditions = 'x' where id = :item and :jit = jit and :party = party and id <> :seat"


async def test_limit_of_an_exhibit_that_the_member_does_not_see_is_corrected_by_the_worker(team: Team) -> None:
    request = await limited(team)
    exhibit = await register(team, "noor", shared("NL", seats=[team.code("noor")]), shared("DE"))
    read_json(await result(team, "noor", request, exhibit), 201)
    assert (await see(team, "daan", exhibit)).status_code == 404
    read_json(await change(team, "daan", request, conditions="No use in fiscal proceedings."))
    await team.run_jobs("limits of use")
    assert await wordings(team, "lena", exhibit) == ["No use in fiscal proceedings."]
    told = [one for one in await custody(team, "noor", exhibit) if "use_limit" in one["kind"]]
    assert [(one["kind"], one["seat"]) for one in told] == [
        ("evidence.use_limited", team.code("noor")),
        ("evidence.use_limit_ended", "system"),
        ("evidence.use_limited", "system"),
    ]
    assert [one for one in await team.entries("daan") if one["kind"] == "evidence.use_limit_ended"] == []


async def test_erased_limit_stays_at_its_exhibits_and_is_recorded_at_no_other(team: Team) -> None:
    request, first, second = await limited(team), await register(team), await register(team)
    read_json(await result(team, "noor", request, first), 201)
    await team.settled()
    (*_, entry) = await team.entries("noor", "request.changed")
    read_json(await erase(team, "noor", entry["position"], "changes"), 202)
    await erased(team, "noor", entry["position"])
    request = await seen(team, "noor", request)
    assert request["content"]["conditions"] == "\N{EM DASH}"
    stated = [{"item": request["items"][0]["id"], "conditions": OF_ITEM}]
    read_json(await change(team, "noor", request, item_conditions=stated))
    read_json(await result(team, "noor", request, second), 201)
    await team.run_jobs("limits of use")
    assert [await wordings(team, "noor", one) for one in (first, second)] == [[LIMIT], []]


async def test_erased_text_holds_back_no_other_limit_of_the_same_result(team: Team) -> None:
    request = await create_request(team, instrument="MLA_LOR")
    request = read_json(await change(team, "noor", request, legal_basis="Treaty of 1981, Article 11"))
    request = read_json(await move(team, "noor", request, "SENT"))
    request = read_json(await change(team, "noor", request, conditions=LIMIT))
    hidden = await register(team, "noor", shared("NL", seats=[team.code("noor")]), shared("DE"))
    shown = await register(team, "noor", shared("NL"), shared("DE"))
    (place,) = request["items"]
    for exhibit in (hidden, shown):
        read_json(await result(team, "noor", request, exhibit, place["id"]), 201)
    await team.settled()
    of_basis, of_wording = [one["position"] for one in await team.entries("noor", "request.changed")]

    async def stated(wording: str) -> list[list[str]]:
        found = await seen(team, "daan", request)
        stated = [{"item": place["id"], "conditions": wording}]
        read_json(await change(team, "daan", found, item_conditions=stated))
        await team.run_jobs("limits of use")
        return [await wordings(team, "lena", one) for one in (hidden, shown)]

    read_json(await erase(team, "noor", of_wording, "changes"), 202)
    await erased(team, "noor", of_wording)
    assert await stated(OF_ITEM) == [[LIMIT, OF_ITEM]] * 2
    read_json(await erase(team, "noor", of_basis, "changes"), 202)
    await erased(team, "noor", of_basis)
    assert await stated("No use against witnesses.") == [[LIMIT, "No use against witnesses."]] * 2
    for exhibit in (hidden, shown):
        clauses = [one["clause"] for one in read_json(await see(team, "lena", exhibit))["limits_of_use"]]
        assert clauses == ["Treaty of 1981, Article 11", None]


async def test_method_record_tells_that_texts_of_a_request_were_erased_and_when(team: Team) -> None:
    request, exhibit = await create_request(team, instrument="MLA_LOR"), await register(team)
    request = read_json(await change(team, "noor", request, legal_basis="Treaty of 1981"))
    request = read_json(await move(team, "noor", request, "SENT"))
    (place,) = request["items"]
    read_json(await result(team, "noor", request, exhibit, place["id"]), 201)
    for stated in ({"conditions": LIMIT}, {"item_conditions": [{"item": place["id"], "conditions": OF_ITEM}]}):
        read_json(await change(team, "noor", await seen(team, "noor", request), **stated))
    path = team.path(f"/evidence/{exhibit['id']}/method-record.pdf")
    before = " ".join("".join(pages_of((await team.client("noor").get(path)).content)).split())
    assert all(one in before for one in (LIMIT, OF_ITEM, "Treaty of 1981"))
    await team.settled()
    for position in [one["position"] for one in await team.entries("noor", "request.changed")]:
        read_json(await erase(team, "noor", position, "changes"), 202)
        await erased(team, "noor", position)
    day = clock.now().date().isoformat()
    for language, words in (("en", f"Erased on {day}"), ("fr", f"Effacé le {day}")):
        printed = await team.client("noor").get(f"{path}?language={language}")
        text = " ".join("".join(pages_of(printed.content)).split())
        assert text.count(words) == len(("legal basis", "limit of the request", "limit of the item")), text
        assert "\N{EM DASH}" not in text
