"""Four eyes for tests, through the API: what a party demands, and the second leader's word."""

from typing import Any

import httpx

from tests.factories.team import Team, read_json


async def stands(team: Team, who: str = "noor") -> dict[str, Any]:
    """Return the acts for which the member's party requires two leaders."""
    return read_json(await team.client(who).get(team.path("/four-eyes")))


async def demand(team: Team, who: str, *acts: str, version: int | None = None) -> httpx.Response:
    """Demand a second leader for these acts, and for no other."""
    expected = (await stands(team, who))["version"] if version is None else version
    body = {"acts": list(acts), "reason": "As our instruction of 3 June has it"}
    return await team.client(who).put(team.path("/four-eyes"), json=body, headers={"If-Match": f'"{expected}"'})


async def confirm(team: Team, who: str, wish: dict[str, Any]) -> httpx.Response:
    """Agree to what waits, as a second leader."""
    return await team.client(who).post(team.path(f"/waiting-releases/{wish['id']}/confirmation"))
