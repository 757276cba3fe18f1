"""The numbers in the navigation equal the rows that their screens show for members of the demonstration. It needs no browser."""

from typing import Any

import httpx
import pytest

from tests.support.server import Server

AT_WORK = ("open", "in_progress", "blocked")


def rows(client: httpx.Client, path: str, **filters: str) -> list[dict[str, Any]]:
    answer = client.get(path, params={"limit": 100, **filters})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def to_answer(tasks: list[dict[str, Any]], member: str) -> int:
    """Own tasks at work, and proposals for the party of a leader."""
    own = [one for one in tasks if one["assignee"] == member and one["state"] in AT_WORK]
    proposed = [one for one in tasks if one["state"] == "proposed" and one["assignee"][:2] == member[:2]]
    declined = [one for one in tasks if one["state"] == "declined" and one["assigner"] == member]
    return len(own) + len(proposed) + len(declined)


@pytest.mark.parametrize("email", ["noor@nl.demo", "jonas@de.demo", "claire@fr.demo"])
def test_numbers_of_the_navigation_equal_the_rows_of_their_screens(lantern: Server, email: str) -> None:
    with httpx.Client(base_url=lantern.url, headers={"Origin": lantern.url}, timeout=60) as client:
        assert client.post("/api/sessions", json={"email": email, "password": "lantern"}).status_code == 201
        mine = next(one for one in client.get("/api/me").json()["seats"] if one["jit"]["name"] == "Operation Lantern")
        team, member = f"/api/jits/{mine['jit']['id']}", mine["seat"]["code"]
        pending = client.get(f"{team}/pending-actions").json()
        counts = {one["group"]: one["count"] for one in pending["groups"]}
        alerts = [one for one in rows(client, f"{team}/alerts") if one["mine"] and one["acknowledged_at"] is None]
        shown = {
            "consents": sum(one["may"]["answer"] for one in rows(client, f"{team}/consents")),
            "copies": sum(one["may_answer"] for one in rows(client, f"{team}/copies", unanswered="true")),
            "reviews": sum(one["overdue"] for one in rows(client, f"{team}/reviews")),
            "tasks": to_answer(rows(client, f"{team}/tasks"), member),
            # Alerts of the member share a row by kind, except emergency access.
            "alerts": len({one["id"] if one["kind"] == "emergency" else one["kind"] for one in alerts}),
        }
    assert {group: counts.get(group, 0) for group in shown} == shown
    assert sum(counts.values()) == pending["total"] == len(pending["items"])
