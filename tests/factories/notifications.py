"""Notifications for tests: derived as the worker does it, read through the API."""

from typing import Any, Final

import httpx
from sqlalchemy import text

from app.services.notifications import notification_jobs
from tests.factories.team import Team, read_json

STRAIGHT: Final[dict[str, Any]] = {"by_mail": True, "threshold": "whenever", "digest_hour": None} | {
    "quiet_from": None,
    "quiet_to": None,
    "urgent_passes": False,
}

_BEHIND = text(
    "select exists (select 1 from trees t left join notification_cursors c on c.jit = t.jit where t.size > coalesce(c.next, 0))"
)


async def derived(team: Team) -> None:
    """Until every fact was considered, by the program's own worker or by this one."""
    await team.settled()
    while True:
        await notification_jobs.turn(team.context.database)
        async with team.context.database.engine() as session:
            if not (await session.execute(_BEHIND)).scalar_one():
                return


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's, once every fact was considered."""
    await derived(team)
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/notifications{query}")))["items"]
    return items


async def kinds(team: Team, who: str, query: str = "") -> list[str]:
    """Return the kinds of the member's notifications, newest first."""
    return [one["kind"] for one in await listed(team, who, query)]


async def counts(team: Team, who: str) -> tuple[int, int]:
    """How many are unread, and urgent."""
    await derived(team)
    told = read_json(await team.client(who).get(team.path("/notifications/counts")))
    return told["unread"], told["now"]


async def change(
    team: Team, who: str, one: dict[str, Any], *, version: int | None = None, **changes: bool
) -> httpx.Response:
    """Mark it, or put it away."""
    expected = one["version"] if version is None else version
    return await team.client(who).patch(
        team.path(f"/notifications/{one['id']}"), json=changes, headers={"If-Match": f'"{expected}"'}
    )


async def prefer(team: Team, who: str, version: int = 1, **changes: Any) -> httpx.Response:
    """Choose how to be told."""
    return await team.client(who).put(
        "/api/me/notifications", json=STRAIGHT | changes, headers={"If-Match": f'"{version}"'}
    )
