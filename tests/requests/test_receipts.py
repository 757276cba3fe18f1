"""When an incoming request was received: answer times and deadlines are counted from it, and it can be corrected."""

from datetime import timedelta
from typing import Any, Final

from app import clock
from tests.factories.evidence import values
from tests.factories.requests import change, create, move, move_item, place, received, release, seen
from tests.factories.team import Team, read_json

DAY = 24 * 60 * 60
WAS_RECEIVED, WAS_EARLIER = "2026-05-15T09:00:00.000000Z", "2026-05-11T09:00:00.000000Z"
ORDER: Final[dict[str, Any]] = {"instrument": "EPOC", "from": {"country": "DE"}, "received_at": WAS_RECEIVED}
DATA = {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "ip", "identifier": "203.0.113.7"}


def standard(request: dict[str, Any]) -> list[dict[str, Any]]:
    """The ordinary deadlines of an order: the running one first."""
    return [one for one in request["clocks"] if one["rule"] == "EPOC_STD"]


async def test_corrected_receipt_moves_deadlines_and_answer_times(team: Team) -> None:
    request = await received(team, **ORDER, items=[DATA])
    assert request["content"]["received_at"] == WAS_RECEIVED
    (former,) = standard(request)
    assert former["begins_at"] == WAS_RECEIVED
    read_json(await release(team, "noor", request, "DE", "content"))
    request = read_json(await change(team, "noor", request, received_at=WAS_EARLIER))
    assert (request["content"]["received_at"], request["since_at"]) == (WAS_EARLIER, WAS_EARLIER)
    assert request["items"][0]["since_at"] == WAS_EARLIER
    running, ended = standard(request)
    assert (ended["state"], running["state"], running["begins_at"]) == ("void", "running", WAS_EARLIER)
    assert running["due_at"] < former["due_at"]
    *_, entry = await team.entries("noor", "request.changed")
    assert values(entry)["changes"] == {"received_at": {"from": WAS_RECEIVED, "to": WAS_EARLIER}}
    read_json(await move_item(team, "noor", request, "delivered", occurred_at="2026-05-13T09:00:00Z"))
    (record,) = read_json(await team.client("noor").get(team.path("/requests/reciprocity")))["items"]
    assert (record["incoming"]["median_seconds"], record["incoming"]["oldest_at"]) == (2 * DAY, WAS_EARLIER)
    assert (await seen(team, "jonas", request))["content"]["received_at"] == WAS_EARLIER


async def test_receipt_is_not_in_the_future_nor_after_the_first_step_nor_before_the_issue(team: Team) -> None:
    request = await received(team, **ORDER, items=[DATA])
    issue = {"rule": "LATE_VALIDATION", "begins_at": "2026-05-12T09:00:00Z"}
    read_json(await team.client("noor").post(place(team, request, "/deadlines"), json=issue), 201)
    request = read_json(await move(team, "noor", request, "ALLOCATED", occurred_at="2026-05-16T09:00:00Z"))
    future = (clock.now() + timedelta(hours=1)).isoformat()
    for wrong in (future, "2026-05-16T09:00:01Z", "2026-05-12T08:59:59Z", None):
        answer = await change(team, "noor", request, received_at=wrong)
        assert [one["field"] for one in answer.json()["errors"]] == ["received_at"], wrong
    early = await move_item(team, "noor", request, "delivered", occurred_at="2026-05-15T08:59:59Z")
    assert early.status_code == 422, "no answer before the receipt"
    request = read_json(await change(team, "noor", request, received_at="2026-05-12T09:00:00Z"))
    assert request["since_at"] == "2026-05-16T09:00:00.000000Z", "the state of an allocated request began later"
    outgoing = await create(team)
    assert outgoing["content"]["received_at"] is None
    refused = await change(team, "noor", outgoing, received_at=WAS_RECEIVED)
    assert [one["field"] for one in refused.json()["errors"]] == ["received_at"]
