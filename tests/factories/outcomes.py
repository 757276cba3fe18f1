"""Outcomes of an action day for tests: results, press statement, debriefs. Each function returns the answer."""

from typing import Any
from uuid import uuid4

import httpx

from app import clock
from tests.factories.operations import place
from tests.factories.team import Team

LINE = {
    "text": "A marketplace was shut down.",
    "embargo_at": "2030-11-26T15:00:00Z",
    "embargo_zone": "Europe/Amsterdam",
}


def found(**changes: Any) -> dict[str, Any]:
    """A result, as a client sends it."""
    at = clock.rfc3339(clock.now())
    return {"key": str(uuid4()), "kind": "seizure", "count": 3, "text": "Three servers", "occurred_at": at} | changes


async def record(
    team: Team, who: str, day: dict[str, Any], action: dict[str, Any], /, **changes: Any
) -> httpx.Response:
    """Put a result on record."""
    path = place(team, day, f"/actions/{action['id']}/results")
    return await team.client(who).post(path, json=found(**changes))


async def link(team: Team, who: str, day: dict[str, Any], result: dict[str, Any], evidence: str) -> httpx.Response:
    """Say which exhibit came of it."""
    path = place(team, day, f"/actions/{result['action']}/results/{result['id']}/exhibits")
    return await team.client(who).post(path, json={"evidence": evidence})


async def write(team: Team, who: str, day: dict[str, Any], version: int, /, **changes: Any) -> httpx.Response:
    """Write the line for the press."""
    headers = {"If-Match": f'"{version}"'}
    return await team.client(who).put(place(team, day, "/media-line"), json=LINE | changes, headers=headers)


async def approve(team: Team, who: str, day: dict[str, Any], version: int = 1) -> httpx.Response:
    """Approve it for one's party."""
    return await team.client(who).post(place(team, day, "/media-line/approvals"), json={"line_version": version})


async def debrief(team: Team, who: str, day: dict[str, Any], text: str, version: int = 0) -> httpx.Response:
    """Say what one's party learned."""
    headers = {"If-Match": f'"{version}"'}
    return await team.client(who).put(place(team, day, "/debriefs"), json={"text": text}, headers=headers)
