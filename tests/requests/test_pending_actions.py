"""Pending actions of legal requests: what the party has to do, near deadlines, and preserved data that lapses soon."""

from datetime import timedelta
from typing import Any

from app import clock
from tests.factories.pending_actions import of_kind, pending
from tests.factories.requests import create, link, move, move_item, received, release, sent
from tests.factories.team import Team, read_json


async def found(team: Team, who: str) -> dict[str, str]:
    """The kinds of the pending actions of requests, by number of the request."""
    items = (await pending(team, who))["items"]
    return {one["number"]: one["kind"] for one in items if one["group"] in {"requests", "expiring"}}


async def preserved(team: Team, days_ago: int) -> dict[str, Any]:
    """A preservation request to Canada whose data were preserved so many days ago."""
    at = (clock.now() - timedelta(days=days_ago)).isoformat()
    request = await create(team, to={"country": "CA"})
    request = read_json(await move(team, "noor", request, "SENT", occurred_at=at))
    return read_json(await move_item(team, "noor", request, "preserved", occurred_at=at))


async def test_each_request_to_act_on_is_listed_once_for_those_who_work_on_it(team: Team) -> None:
    await create(team)
    await sent(team)
    await preserved(team, 20)
    arrived = await received(team)
    failed = await sent(team)
    read_json(await move(team, "noor", failed, "NOT_DELIVERED", reason="Mailbox full"))
    near = await sent(team, instrument="EPOC", to={"country": "DE"}, urgent=True)
    read_json(await move(team, "noor", near, "DELIVERED"))
    asked = await sent(team)
    read_json(await move(team, "noor", asked, "CLARIFICATION_REQUESTED", reason="Which time zone?"))
    answered = await sent(team)
    read_json(await move_item(team, "noor", answered, "delivered"))
    lapsing = await preserved(team, 50)
    for request in (arrived, near, lapsing):
        read_json(await release(team, "noor", request, "DE"))
    expected = {
        arrived["number"]: "request_allocation",
        failed["number"]: "request_resend",
        near["number"]: "request_deadline",
        asked["number"]: "request_clarification",
        answered["number"]: "request_results",
        lapsing["number"]: "data_lapse",
    }
    for who, theirs in (("noor", expected), ("daan", expected), ("sofia", {}), ("jonas", {}), ("coordinator", {})):
        assert await found(team, who) == theirs, who


async def test_lapse_is_no_pending_action_once_a_production_request_is_received(team: Team) -> None:
    lapsing = await preserved(team, 70)
    (one,) = await of_kind(team, "noor", "data_lapse")
    assert (one["link"]["noun"], one["link"]["id"], one["detail"]) == ("request", lapsing["id"], "203.0.113.7")
    production = await sent(team, instrument="MLA_LOR", to={"country": "CA"})
    read_json(await link(team, "noor", production, lapsing))
    assert await found(team, "noor") == {lapsing["number"]: "data_lapse"}, "the other side has not received it"
    read_json(await move(team, "noor", production, "ACKNOWLEDGED"))
    assert await found(team, "noor") == {lapsing["number"]: "request_closing"}
