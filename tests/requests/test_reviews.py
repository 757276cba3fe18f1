"""Retention of ended legal requests: review by the rule of the agreement, keeping, and erasure of the texts."""

import json
from datetime import timedelta
from typing import Any

from app import clock
from app.access.retention import review_after
from tests.factories import requests, retention
from tests.factories.field_erasures import erase, erased, read
from tests.factories.pending_actions import ids_of
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

WHY = "Obtained otherwise"


async def _due(team: Team, who: str = "noor") -> list[dict[str, Any]]:
    return list(read_json(await team.client(who).get(team.path("/requests/reviews")))["items"])


async def _in_calendar(team: Team, who: str, on: str) -> list[str]:
    """The ended requests whose review the calendar shows on a day."""
    shown = read_json(await team.client(who).get(team.path(f"/calendar?from={on}&until={on}&kind=request_review")))
    return [one["number"] for one in shown["items"]]


async def test_ended_request_is_reviewed_by_the_rule_of_the_agreement_and_kept_by_a_leader(team: Team) -> None:
    request = await requests.create(team)
    assert request["retention"] is None
    assert (await requests.keep(team, "noor", request)).json()["code"] == "request-open"
    read_json(await requests.move(team, "noor", request, "WITHDRAWN", reason=WHY))
    read_json(await requests.release(team, "noor", request, "DE"))
    await team.settled()
    today = clock.now().date()
    expected = {"review_on": review_after(today, 36).isoformat(), "overdue": False}
    for who, decides in (("noor", True), ("daan", False)):
        shown = (await requests.seen(team, who, request))["retention"]
        assert {name: shown[name] for name in expected} == expected, who
        assert (shown["may_keep"], bool(shown["entries"])) == (decides, decides), who
    assert (await requests.seen(team, "lena", request))["retention"] is None, "another party"
    assert await _due(team) == []
    for who, status in (("daan", 403), ("jonas", 403), ("claire", 404)):
        assert (await requests.keep(team, who, request)).status_code == status, who
    for days in (0, 1200):
        refused = await requests.keep(team, "noor", request, days)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "review_on"), days
    kept = read_json(await requests.keep(team, "noor", request, 20))
    assert kept["retention"]["review_on"] == (today + timedelta(days=20)).isoformat()
    assert [one["number"] for one in await _due(team)] == [request["number"]], "due within a month"
    assert [len(await team.entries(who, "request.retained")) for who in ("daan", "lena")] == [1, 0]


async def test_due_request_is_listed_until_its_texts_are_erased(team: Team) -> None:
    read_json(await retention.agree(team, review_months=1), 201)
    request = await requests.create(team, title="Panel of the marketplace", conditions="Use in this case only")
    read_json(await requests.save_form(team, "noor", request, {"request": {"status": "new"}}))
    ended_at = clock.now() - timedelta(days=40)
    read_json(await requests.move(team, "noor", request, "WITHDRAWN", reason=WHY, occurred_at=ended_at.isoformat()))
    await team.settled()
    (due,) = await _due(team)
    assert (due["number"], due["title"], due["retention"]["overdue"]) == (
        request["number"],
        request["content"]["title"],
        True,
    )
    assert await _due(team, "jonas") == []
    assert due["retention"]["review_on"] == review_after(ended_at.date(), 1).isoformat(), "by the rule of the agreement"
    assert await ids_of(team, "noor", "retention_review") == [request["id"]]
    day = due["retention"]["review_on"]
    assert {who: await _in_calendar(team, who, day) for who in ("noor", "daan", "jonas", "coordinator")} == {
        "noor": [request["number"]],
        "daan": [],
        "jonas": [],
        "coordinator": [],
    }, "a leader of the party alone"
    assert await _in_calendar(team, "noor", clock.now().date().isoformat()) == []
    for position in due["retention"]["entries"]:
        names = (await read(team, "noor", position))["erasable"]
        read_json(await erase(team, "noor", position, *names), 202)
    for position in due["retention"]["entries"]:
        await erased(team, "noor", position)
    assert await _due(team) == []
    assert await _in_calendar(team, "noor", day) == []
    ended = await requests.seen(team, "noor", request)
    assert ended["content"]["facts"] == "\N{EM DASH}"
    assert ended["content"]["conditions"] == "\N{EM DASH}"
    assert ended["retention"]["entries"] == []
    async with as_superuser(team) as superuser:
        assert await superuser.fetchval("select filled from request_forms") == "{}"


async def test_erasing_an_entry_of_a_form_keeps_the_sections_that_were_saved_again(team: Team) -> None:
    request = await requests.create(team)
    first = read_json(await requests.save_form(team, "noor", request, {"request": {"status": "new"}}))
    read_json(
        await requests.save_form(team, "noor", request, {"request": {"status": "extension"}}, version=first["version"])
    )
    await team.settled()
    earlier, later = [one["position"] for one in await team.entries("noor", "request.form_saved")]
    async with as_superuser(team) as superuser:
        for position, left in ((earlier, {"request": {"status": "extension"}}), (later, {})):
            read_json(await erase(team, "noor", position, "sections"), 202)
            await erased(team, "noor", position)
            assert json.loads(await superuser.fetchval("select filled from request_forms")) == left
