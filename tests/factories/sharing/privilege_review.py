"""The privilege filter for tests, through the API: who filters, what is closed, and the verdict."""

from typing import Any

import httpx

from tests.factories.evidence import place, view_all
from tests.factories.team import Team, read_json

WHY = "Letters to her lawyer lie between the invoices"


async def named(team: Team, who: str = "noor") -> dict[str, Any]:
    """Return the privilege reviewers of the member's party."""
    return read_json(await team.client(who).get(team.path("/filter-team")))


async def name(team: Team, who: str, *seats: str, version: int | None = None) -> httpx.Response:
    """Let these people filter for somebody's party, and no others."""
    expected = (await named(team, who))["version"] if version is None else version
    body = {"seats": [team.code(one) for one in seats], "reason": "Not on the case"}
    return await team.client(who).put(team.path("/filter-team"), json=body, headers={"If-Match": f'"{expected}"'})


async def flag(team: Team, who: str, exhibit: dict[str, Any]) -> httpx.Response:
    """Close an exhibit that may hold what nobody here may read."""
    return await team.client(who).post(place(team, exhibit, "/closure"), json={"reason": WHY})


async def queue(team: Team, who: str) -> list[dict[str, Any]]:
    """Return the exhibits that wait for the member's verdict."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/clearances")))["items"]
    return items


async def give(
    team: Team, who: str, exhibit: dict[str, Any], verdict: str = "cleared", *, views: bool = True, **changes: Any
) -> httpx.Response:
    """Give a verdict on an exhibit as it was read; `views`: each of its files was viewed before."""
    if views:
        await view_all(team, who, exhibit, "filter")
    body = {"verdict": verdict, "reason": "Nothing of a lawyer in it", "files": exhibit["files_count"]} | changes
    headers = {"If-Match": f'"{exhibit["version"]}"'}
    return await team.client(who).post(team.path(f"/clearances/{exhibit['id']}"), json=body, headers=headers)
