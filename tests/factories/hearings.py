"""Hearings for tests, through the API. `create` demands success and gives the view; others give the answer."""

from typing import Any

import httpx

from tests.factories.team import Team, read_json


def form(**changes: Any) -> dict[str, Any]:
    """A hearing before a Dutch court."""
    return {
        "title": "Regiezitting Lantern",
        "country": "NL",
        "court": "Rechtbank Rotterdam",
        "proceeding": "10-114-26",
        "held_at": "2030-03-14T09:30:00+01:00",
        "zone": "Europe/Amsterdam",
    } | changes


async def create(team: Team, who: str = "noor", *exhibits: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A hearing at which these exhibits will be used."""
    named = form(exhibits=[one["id"] for one in exhibits], **changes)
    return read_json(await team.client(who).post(team.path("/hearings"), json=named), 201)


def place(team: Team, hearing: dict[str, Any], rest: str = "") -> str:
    """A path below a hearing."""
    return team.path(f"/hearings/{hearing['id']}{rest}")


async def see(team: Team, who: str, hearing: dict[str, Any]) -> httpx.Response:
    """The hearing, read by somebody."""
    return await team.client(who).get(place(team, hearing))


async def change(team: Team, who: str, hearing: dict[str, Any], **changes: Any) -> httpx.Response:
    """Change a hearing that nobody changed since."""
    headers = {"If-Match": f'"{hearing["version"]}"'}
    return await team.client(who).patch(place(team, hearing), json=changes, headers=headers)


async def add(team: Team, who: str, hearing: dict[str, Any], exhibit: dict[str, Any]) -> httpx.Response:
    """Add an exhibit."""
    return await team.client(who).put(place(team, hearing, f"/exhibits/{exhibit['id']}"))


async def drop(team: Team, who: str, hearing: dict[str, Any], exhibit: dict[str, Any]) -> httpx.Response:
    """Remove an exhibit."""
    return await team.client(who).delete(place(team, hearing, f"/exhibits/{exhibit['id']}"))


async def delete(team: Team, who: str, hearing: dict[str, Any]) -> httpx.Response:
    """Delete a hearing."""
    return await team.client(who).request("DELETE", place(team, hearing), json={"reason": "The case was settled"})


async def decide(
    team: Team, who: str, hearing: dict[str, Any], topic: str, decision: str, version: int = 0
) -> httpx.Response:
    """Decide about a value of the country card for a hearing."""
    form, seen = {"topic": topic, "decision": decision}, {"If-Match": f'"{version}"'}
    return await team.client(who).post(place(team, hearing, "/card-decision"), json=form, headers=seen)


async def assess(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Assess a need of Dutch law for an exhibit, or a later state of it."""
    assessed = {"country": "NL", "need": "Record of the seizure", "status": "open", "reason": "Not filed yet"}
    path = team.path(f"/evidence/{exhibit['id']}/admissibility")
    return await team.client(who).post(path, json=assessed | changes)


def checks(hearing: dict[str, Any], kind: str, exhibit: int = 0) -> list[dict[str, Any]]:
    """The lines of a kind in the checklist of an exhibit, by default the first."""
    return [one for one in hearing["checklist"][exhibit]["checks"] if one["kind"] == kind]
