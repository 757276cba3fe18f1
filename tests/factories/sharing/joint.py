"""Jointly obtained exhibits for tests, through the API: registration and agreement."""

from typing import Any

import httpx

from tests.factories.evidence import place, register
from tests.factories.team import Team


async def jointly(team: Team, *parties: str, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """An exhibit that these parties obtained with one's own."""
    return await register(team, who, joint=list(parties), **changes)


async def agree(team: Team, who: str, wish: dict[str, Any]) -> httpx.Response:
    """Agree to what waits, for a party that obtained it too."""
    return await team.client(who).post(team.path(f"/waiting-releases/{wish['id']}/agreement"))


async def agree_to_erase(team: Team, who: str, exhibit: dict[str, Any]) -> httpx.Response:
    """Agree that it is erased."""
    path = place(team, exhibit, "/erasure-agreement")
    return await team.client(who).post(path, json={"reason": "Our file is closed too"})
