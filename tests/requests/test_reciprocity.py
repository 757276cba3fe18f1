"""Reciprocity: each party sees numbers and answer times of its own requests, and nobody else's."""

from typing import Any

from tests.factories.requests import create, move, move_item, received, release, sent
from tests.factories.team import Team, read_json

NONE = {"sent": 0, "answered": 0, "median_seconds": None, "longest_seconds": None, "open": 0, "oldest_at": None}


async def records(team: Team, who: str) -> dict[str, dict[str, Any]]:
    """The records of somebody's party, by country."""
    answer = read_json(await team.client(who).get(team.path("/requests/reciprocity")))
    return {one["country"]: one for one in answer["items"]}


async def answered(team: Team, day: int) -> dict[str, Any]:
    """A request that was sent on 1 May and answered on a later day."""
    request = read_json(await move(team, "noor", await create(team), "SENT", occurred_at="2026-05-01T09:00:00Z"))
    at = f"2026-05-{day:02}T09:00:00Z"
    read_json(await move_item(team, "noor", request, "executing", occurred_at="2026-05-01T10:00:00Z"))
    return read_json(await move_item(team, "noor", request, "refused", ground="No basis", occurred_at=at))


async def test_answers_are_real_and_a_failed_dispatch_does_not_count(team: Team) -> None:
    # Preservation answers a preservation request, and not an order for production; a postponement answers neither.
    preserved, produced, postponed = [
        read_json(await move(team, "noor", await create(team, **said), "SENT", occurred_at="2026-05-01T09:00:00Z"))
        for said in ({}, {"instrument": "MLA_LOR"}, {"instrument": "MLA_LOR"})
    ]
    for request, to in ((preserved, "preserved"), (produced, "preserved"), (postponed, "postponed")):
        said: dict[str, Any] = {"ground": "Own investigation"} if to == "postponed" else {}
        read_json(await move_item(team, "noor", request, to, occurred_at="2026-05-02T09:00:00Z", **said))
    day, hour = 24 * 60 * 60, 60 * 60
    found = (await records(team, "noor"))["US"]["outgoing"]
    assert (found["sent"], found["answered"], found["longest_seconds"]) == (3, 1, day)
    # Not delivered on 1 May, sent again on 4 May, refused four hours later.
    again = read_json(await move(team, "noor", await create(team), "SENT", occurred_at="2026-05-01T09:00:00Z"))
    for to, at, said in (
        ("NOT_DELIVERED", "2026-05-03T09:00:00Z", {"reason": "Wrong address"}),
        ("SENT", "2026-05-04T09:00:00Z", {}),
    ):
        read_json(await move(team, "noor", again, to, occurred_at=at, **said))
    read_json(await move_item(team, "noor", again, "refused", ground="No basis", occurred_at="2026-05-04T13:00:00Z"))
    found = (await records(team, "noor"))["US"]["outgoing"]
    assert (found["answered"], found["median_seconds"]) == (2, (day + 4 * hour) / 2)
    asked = {"data_category": "PRESERVATION", "country": "US"}
    routes = read_json(await team.client("noor").post(team.path("/routes"), json=asked))["routes"]
    (own,) = [one for one in routes if one["instrument"] == "BUDAPEST_29"]
    assert (own["records"], own["expected_days"]) == (2, (1 + 4 / 24) / 2)


async def test_answer_times_count_sent_requests_of_the_own_party_alone(team: Team) -> None:
    for day in (2, 3, 6):
        request = await answered(team, day)
    read_json(await move(team, "noor", request, "CLOSED"))
    waiting = await sent(team)
    await create(team)
    incoming = await received(team)
    read_json(await release(team, "noor", waiting, "DE"))
    day = 24 * 60 * 60
    found = await records(team, "daan")
    assert found["US"] == {
        "country": "US",
        "outgoing": {
            "sent": 4,
            "answered": 3,
            "median_seconds": 2 * day,
            "longest_seconds": 5 * day,
            "open": 3,
            "oldest_at": "2026-05-01T09:00:00.000000Z",
        },
        "incoming": NONE,
    }
    received_of = found["CH"]["incoming"]
    assert (received_of["sent"], received_of["answered"], received_of["open"]) == (1, 0, 1)
    read_json(await move(team, "noor", incoming, "ANSWERED", reason="By telephone"))
    assert (await records(team, "noor"))["CH"]["incoming"]["answered"] == 1
    for who in ("jonas", "claire"):
        assert await records(team, who) == {}, who
