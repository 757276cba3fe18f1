"""Pending actions, as somebody reads them."""

from typing import Any

from tests.factories.team import Team, read_json


async def pending(team: Team, who: str) -> dict[str, Any]:
    """The list with its counts."""
    return read_json(await team.client(who).get(team.path("/pending-actions")))


async def of_kind(team: Team, who: str, *kinds: str) -> list[dict[str, Any]]:
    """The pending actions of these kinds."""
    return [one for one in (await pending(team, who))["items"] if one["kind"] in kinds]


async def ids_of(team: Team, who: str, *kinds: str) -> list[str]:
    """The ids of the objects to which the pending actions of these kinds lead."""
    return [one["link"]["id"] for one in await of_kind(team, who, *kinds)]
