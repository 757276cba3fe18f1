"""What two members do at once, and what changes under a request: nothing is moved silently."""

import asyncio
from datetime import timedelta
from uuid import UUID

from app import clock
from tests.factories.evidence import values
from tests.factories.requests import change, create, move, move_item, place, seen, sent
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

#: A holiday that became known later: the stored end is a day before the one that would be computed now.
EARLIER = "update request_deadlines set due_at = due_at - interval '1 day' where id = $1"


async def test_same_move_of_an_item_by_two_members_is_recorded_once(team: Team) -> None:
    for state in ("preserved", "executing"):
        request = await sent(team)
        answers = await asyncio.gather(*(move_item(team, who, request, state) for who in ("noor", "daan", "bram")))
        assert sorted(one.status_code for one in answers)[:1] == [200], state
        assert {one.status_code for one in answers} <= {200, 409, 422}, state
        assert sum(one.status_code == 200 for one in answers) == 1, state
        moves = read_json(await team.client("noor").get(place(team, request, "/moves")))["items"]
        assert [one["state"] for one in moves] == [state, "SENT"]


async def test_data_preserved_once_more_needs_a_reason_and_begins_the_period_again(team: Team) -> None:
    request = read_json(await move_item(team, "noor", await sent(team), "preserved"))
    refused = await move_item(team, "daan", request, "preserved")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "reason")
    renewed = read_json(await move_item(team, "daan", request, "preserved", reason="Renewed by letter"))
    assert [one["state"] for one in renewed["clocks"] if one["rule"] == "BUDAPEST_29"] == ["running", "void"]


async def test_request_transferred_once_more_needs_a_reason(team: Team) -> None:
    request = read_json(await move(team, "noor", await sent(team), "TRANSFERRED_TO_COMPETENT"))
    assert (await move(team, "noor", request, "TRANSFERRED_TO_COMPETENT")).status_code == 422
    again = read_json(await move(team, "noor", request, "TRANSFERRED_TO_COMPETENT", reason="To the court of Cologne"))
    assert again["since_at"] > request["since_at"]


async def test_executing_state_of_a_draft_is_not_changed(team: Team) -> None:
    request = await create(team, instrument="EIO", to={"country": "PL"})
    for wrong in ({"to": {"country": "IE"}}, {"country": "IE"}):
        assert (await change(team, "noor", request, **wrong)).status_code == 422
    assert (await seen(team, "noor", request))["to"]["country"] == "PL"


async def test_holiday_that_became_known_later_moves_a_deadline_only_with_an_entry(team: Team) -> None:
    request = await sent(team, instrument="BUDAPEST_16", to={"country": "NL"})
    request = read_json(await move_item(team, "noor", request, "preserved"))
    (computed,) = request["clocks"]
    async with as_superuser(team) as superuser:
        await superuser.execute("set session_replication_role = replica")
        await superuser.execute(EARLIER, UUID(computed["id"]))
    stored = clock.parse(computed["due_at"]) - timedelta(days=1)
    (kept,) = (await seen(team, "noor", request))["clocks"]
    assert clock.parse(kept["due_at"]) == stored, "reading moves nothing"
    path = place(team, request, f"/deadlines/{computed['id']}/extension")
    (extended,) = read_json(await team.client("noor").post(path, json={}))["clocks"]
    (entry,) = await team.entries("noor", "request.deadline_changed")
    assert clock.parse(values(entry)["former"]) == stored
    assert values(entry)["due_at"] == extended["due_at"] > computed["due_at"]
