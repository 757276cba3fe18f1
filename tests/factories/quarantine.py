"""Quarantine for tests, through the API: a controller, an exhibit from beyond the Union, a verdict."""

from typing import Any, Final

import httpx

from app.access.gates import CHECKLIST
from tests.factories import evidence
from tests.factories.team import Team, said

REASON: Final = "Within clause 12; the account holder alone"
FORM: Final = {"verdict": "passed", "checklist": list(CHECKLIST), "reason": REASON, "files": 0}


async def designate(team: Team, who: str = "admin", seat: str = "admin") -> httpx.Response:
    """Enter somebody's seat as the controller."""
    form = {"seat": team.code(seat), "clause": "Clause 12.3"}
    return await team.client(who).post(team.path("/controllers"), json=form)


async def brought(team: Team, *releases: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A Swiss exhibit with a file, in quarantine; a controller is designated."""
    said(await designate(team), 201)
    exhibit = await evidence.register(team, "mara", *releases, **changes)
    await evidence.upload(team, "mara", exhibit)
    return said(await evidence.see(team, "mara", exhibit))


async def verify(
    team: Team, who: str, exhibit: dict[str, Any], verdict: str = "passed", **changes: Any
) -> httpx.Response:
    """Give a verdict on an exhibit as it was read."""
    form = FORM | {"verdict": verdict, "files": exhibit["files_count"]} | changes
    condition = {"If-Match": f'"{exhibit["version"]}"'}
    return await team.client(who).post(team.path(f"/verifications/{exhibit['id']}"), json=form, headers=condition)


async def queue(team: Team, who: str = "admin") -> list[dict[str, Any]]:
    """What waits for a verdict."""
    items: list[dict[str, Any]] = said(await team.client(who).get(team.path("/verifications")))["items"]
    return items
