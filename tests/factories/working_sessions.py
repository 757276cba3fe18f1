"""Working sessions for tests, through the API: begun, looked at, ended, and exhibits opened in them. Each gives the answer."""

from typing import Any, Final

import httpx

from tests.factories.evidence import place
from tests.factories.team import Team, read_json

WHY: Final = "Reading the seizure of the front server for the indictment"


async def begin(team: Team, who: str, **changes: Any) -> httpx.Response:
    """Begin one, of an hour."""
    form = {"purpose": "JIT_PURPOSE", "justification": WHY, "minutes": 60} | changes
    return await team.client(who).post(team.path("/working-sessions"), json=form)


async def current(team: Team, who: str) -> dict[str, Any] | None:
    """The one that is open."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/working-sessions")))["items"]
    assert len(items) <= 1
    return items[0] if items else None


async def end(team: Team, who: str, one: dict[str, Any]) -> httpx.Response:
    """End it."""
    return await team.client(who).delete(team.path(f"/working-sessions/{one['id']}"))


async def open_within(
    team: Team, who: str, exhibit: dict[str, Any], act: str = "open", **changes: Any
) -> httpx.Response:
    """Open an exhibit without saying why."""
    return await team.client(who).post(place(team, exhibit, "/openings"), json={"act": act} | changes)
