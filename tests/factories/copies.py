"""Copies for tests, through the API: taken, asked after, answered for."""

from typing import Any

import httpx

from tests.factories import evidence
from tests.factories.team import Team, read_json


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's copies."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/copies{query}")))["items"]
    return items


async def taken(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A copy that was just taken."""
    opening = read_json(await evidence.take_it(team, who, exhibit, **changes), 201)
    return next(one for one in await listed(team, who) if one["id"] == opening["id"])


async def answer(
    team: Team, who: str, copy: dict[str, Any], state: str = "destroyed", because: str | None = None, **changes: Any
) -> httpx.Response:
    """Answer for a copy as it was last seen, or for another version of it."""
    version = changes.get("version", copy["version"])
    form = {"answer": state} | ({} if because is None else {"because": because})
    return await team.client(who).post(
        team.path(f"/copies/{copy['id']}/answer"), json=form, headers={"If-Match": f'"{version}"'}
    )
