"""Releases of several exhibits for tests, through the API."""

from typing import Any

import httpx

from tests.factories.team import Team


def item(exhibit: dict[str, Any], party: str, version: int | None = None) -> dict[str, Any]:
    return {"evidence": exhibit["id"], "party": party, "seen_version": version}


async def share(
    team: Team, who: str, items: list[dict[str, Any]], *terms: dict[str, Any], **form: Any
) -> httpx.Response:
    """Share the exhibits and parties of `items` by these terms."""
    body = {"items": items, "releases": list(terms), "privilege_checked": True} | form
    return await team.client(who).post(team.path("/releases/bulk"), json=body)


async def recall(team: Team, who: str, items: list[dict[str, Any]], **form: Any) -> httpx.Response:
    """Recall the releases of these exhibits and parties."""
    body = {"items": items, "reason": "The order was quashed"} | form
    return await team.client(who).post(team.path("/releases/bulk-recall"), json=body)
