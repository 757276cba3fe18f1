"""Dispatch of a request: grounds against it, facts that come before it, and validation that follows."""

from typing import Any

import pytest

from tests.factories.evidence import values
from tests.factories.requests import create, item, move, release, save_form, seen
from tests.factories.team import Team, read_json

ORDER: dict[str, Any] = {"instrument": "EPOC", "to": {"country": "IE"}}


async def test_leader_alone_sends_a_request_despite_a_ground_with_a_reason_that_is_kept(team: Team) -> None:
    request = await create(team, instrument="EIO", to={"country": "IE"})
    read_json(await release(team, "noor", request, "DE", "content"))
    refused = await move(team, "daan", request, "SENT", reason="It is urgent")
    assert (refused.status_code, refused.json()["code"]) == (422, "dispatch-grounds")
    assert refused.json()["grounds"] == ["not_between"]
    assert "does not apply between the two States" in refused.json()["detail"]
    by_member = await move(team, "daan", request, "SENT", despite=True, reason="It is urgent")
    assert (by_member.status_code, by_member.json()["code"]) == (403, "leaders-only")
    without = await move(team, "noor", request, "SENT", despite=True)
    assert [one["field"] for one in without.json()["errors"]] == ["reason"]
    assert (await seen(team, "noor", request))["state"] == "DRAFT"
    read_json(await move(team, "noor", request, "SENT", despite=True, reason="Ireland agreed by letter"))
    (entry,) = await team.entries("noor", "request.sent")
    assert (values(entry)["despite"], values(entry)["reason"]) == (["not_between"], "Ireland agreed by letter")
    (told,) = await team.entries("lena", "request.sent")
    assert not {"despite", "reason"} & set(values(told))


async def test_content_ordered_by_a_prosecutor_alone_names_the_ground(team: Team) -> None:
    request = await create(team, **ORDER, items=[item(data_category="CONTENT")])
    read_json(await save_form(team, "noor", request, {"i": {"type": "prosecutor"}}))
    refused = (await move(team, "noor", request, "SENT")).json()
    assert refused["grounds"] == ["issuer"]
    read_json(await save_form(team, "noor", request, {"i": {"type": "judge"}}, version=1))
    assert (await move(team, "noor", request, "SENT")).json()["code"] == "form-incomplete"


async def test_dispatch_with_missing_values_names_each_of_them(team: Team) -> None:
    request = await create(team)
    read_json(await save_form(team, "noor", request, {"request": {"status": "new"}}))
    refused = (await move(team, "noor", request, "SENT")).json()
    assert f"lacks {len(refused['missing'])} required values" in refused["detail"]
    assert len(refused["missing"]) > 5


@pytest.mark.parametrize(
    ("category", "form", "validator", "begins"),
    [
        ("SUBSCRIBER", {}, None, True),
        ("SUBSCRIBER", {}, "Local Court of Rotterdam", False),
        ("SUBSCRIBER", {"type": "judge"}, None, False),
        ("SUBSCRIBER", {"type": "other", "unvalidated": True}, None, True),
        ("CONTENT", {}, None, False),
    ],
)
async def test_late_validation_has_a_deadline_only_where_it_is_missing_and_may_follow(
    team: Team, category: str, form: dict[str, Any], validator: str | None, begins: object
) -> None:
    order: dict[str, Any] = {"urgent": True, "items": [item(data_category=category)], "validating_authority": validator}
    request = await create(team, **(ORDER | order))
    if form:
        read_json(await save_form(team, "noor", request, {"i": form}))
    sent = read_json(await move(team, "noor", request, "SENT", incomplete=bool(form), reason="Danger to a life"))
    assert ("LATE_VALIDATION" in {one["rule"] for one in sent["clocks"]}) is begins


async def test_request_is_not_sent_before_the_facts_on_which_it_rests(team: Team) -> None:
    validated = await create(team)
    read_json(await move(team, "noor", validated, "VALIDATION", occurred_at="2026-05-18T09:00:00Z"))
    observed = await create(team, items=[item(at="2026-05-18T09:00:00.5Z")])
    signed = await create(team, instrument="EIO", to={"country": "PL"})
    read_json(await save_form(team, "noor", signed, {"k": {"signature": {"date": "2026-05-18"}}}))
    for request, told in ((validated, "previous step"), (observed, "connection"), (signed, "signed")):
        early = await move(team, "noor", request, "SENT", occurred_at="2026-05-17T21:59:59Z")
        assert early.status_code == 422, told
        assert (early.json()["errors"][0]["field"], told in early.json()["detail"]) == ("occurred_at", True)
        later = {"occurred_at": "2026-05-18T09:00:01Z", "incomplete": True, "reason": "Sent by fax"}
        read_json(await move(team, "noor", request, "SENT", **later))


async def test_investigation_order_to_a_state_of_the_team_warns_until_it_is_sent(team: Team) -> None:
    inside = await create(team, instrument="EIO", to={"country": "DE"})
    outside = await create(team, instrument="EIO", to={"country": "PL"})
    assert (inside["within_team"], outside["within_team"]) == (True, False)
    assert read_json(await move(team, "noor", inside, "SENT"))["within_team"] is False
