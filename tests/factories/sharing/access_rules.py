"""Standing rules for tests, through the API. `rule` demands success and gives the view; the others give the answer."""

from typing import Any, Final

import httpx

from tests.factories.team import Team, read_json

CLAUSE: Final = "Agreement, cl. 8.2"
WHY: Final = {"reason": "As agreed on 3 June"}


async def try_rule(team: Team, who: str = "noor", **changes: Any) -> httpx.Response:
    """Try to add a rule: by default the Netherlands give Germany all disk images."""
    form = {"category": "disk_image", "to_party": "DE", "level": "held", "clause": CLAUSE} | changes
    return await team.client(who).post(team.path("/access-rules"), json=form)


async def rule(team: Team, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """Add a rule."""
    return read_json(await try_rule(team, who, **changes), 201)


def place(team: Team, one: dict[str, Any], rest: str = "") -> str:
    """The path of a rule."""
    return team.path(f"/access-rules/{one['id']}{rest}")


async def change(
    team: Team, who: str, one: dict[str, Any], *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Change a rule that nobody changed since, or the one of this version."""
    headers = {"If-Match": f'"{one["version"] if version is None else version}"'}
    form = {"level": "held", "clause": CLAUSE} | WHY | changes
    return await team.client(who).put(place(team, one), json=form, headers=headers)


async def retire(team: Team, who: str, one: dict[str, Any], *, version: int | None = None) -> httpx.Response:
    """Retire a rule likewise."""
    headers = {"If-Match": f'"{one["version"] if version is None else version}"'}
    return await team.client(who).request("DELETE", place(team, one), json=WHY, headers=headers)


async def rules(team: Team, who: str = "noor") -> list[dict[str, Any]]:
    """The rules as somebody reads them."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/access-rules")))["items"]
    return items
