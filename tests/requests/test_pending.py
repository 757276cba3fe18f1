"""Pending actions and search: what a party has to do for its requests, and nothing of another party's."""

from datetime import timedelta

from app import clock
from tests.factories.evidence import register
from tests.factories.pending_actions import of_kind, pending
from tests.factories.requests import create, link, move, move_item, release, result, sent
from tests.factories.team import Team, read_json

KINDS = ("data_lapse", "request_deadline", "request_clarification", "request_validation", "request_results")


async def test_party_is_reminded_of_its_requests_until_it_has_acted(team: Team) -> None:
    begun = (clock.now() - timedelta(days=80)).isoformat()
    asked = await sent(team, title="Panel")
    read_json(await move(team, "noor", asked, "CLARIFICATION_REQUESTED", reason="Which zone?"))
    draft = read_json(await move(team, "noor", await create(team), "VALIDATION"))
    preserved = read_json(await move(team, "noor", await create(team), "SENT", occurred_at=begun))
    read_json(await move_item(team, "noor", preserved, "preserved", occurred_at=begun))
    delivered = await sent(team, instrument="MLA_LOR")
    read_json(await move_item(team, "noor", delivered, "delivered"))
    for request in (asked, draft, preserved, delivered):
        read_json(await release(team, "noor", request, "DE"))
    found = {one["kind"]: one for one in await of_kind(team, "daan", *KINDS)}
    assert {kind: one["number"] for kind, one in found.items()} == {
        "data_lapse": preserved["number"],
        "request_clarification": asked["number"],
        "request_validation": draft["number"],
        "request_results": delivered["number"],
    }
    assert (found["request_clarification"]["title"], found["request_validation"]["title"]) == ("Panel", draft["number"])
    assert {(one["link"]["noun"], one["group"]) for one in found.values()} == {
        ("request", "requests"),
        ("request", "expiring"),
    }
    expiring = read_json(await team.client("noor").get(team.path("/requests/expiring")))["items"]
    assert found["data_lapse"]["due_at"] == expiring[-1]["clock"]["due_at"], "the rule that ends next"
    overview = read_json(await team.client("daan").get(team.path("/situation")))["pending"]
    assert (
        overview["groups"]
        == (await pending(team, "daan"))["groups"]
        == [
            {"group": "requests", "count": 3},
            {"group": "expiring", "count": 1},
        ]
    )
    for who in ("jonas", "lena", "coordinator", "hugo", "jit_auditor"):
        assert await of_kind(team, who, *KINDS) == [], who
    read_json(await move(team, "noor", asked, "CLARIFIED"))
    read_json(await move(team, "noor", draft, "SENT"))
    later = await sent(team, instrument="MLA_LOR")
    read_json(await link(team, "noor", later, preserved))
    read_json(await move(team, "noor", later, "ACKNOWLEDGED"))
    exhibit = await register(team)
    read_json(await result(team, "noor", delivered, exhibit, delivered["items"][0]["id"]), 201)
    assert await of_kind(team, "daan", *KINDS) == []
