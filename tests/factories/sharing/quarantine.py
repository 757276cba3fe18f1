"""Quarantine for tests, through the API: a controller, an exhibit from beyond the Union, a verdict on what was viewed."""

from typing import Any, Final

import httpx

from app.access.sharing.gates import CHECKLIST
from tests.factories import evidence
from tests.factories.team import Team, read_json

REASON: Final = "Within clause 12; the account holder alone"
FORM: Final = {"verdict": "passed", "checklist": list(CHECKLIST), "reason": REASON, "files": 0}


async def designate(team: Team, who: str = "admin", seat: str = "admin") -> httpx.Response:
    """Enter somebody's seat as the controller."""
    form = {"seat": team.code(seat), "clause": "Clause 12.3"}
    return await team.client(who).post(team.path("/controllers"), json=form)


async def confirm(team: Team, controller: dict[str, Any], who: str = "jonas") -> httpx.Response:
    """Confirm who designated herself."""
    return await team.client(who).post(team.path(f"/controllers/{controller['id']}/confirmation"))


async def designated(team: Team) -> dict[str, Any]:
    """The administrator is the controller: by her own designation and a German leader's word."""
    return read_json(await confirm(team, read_json(await designate(team), 201)), 201)


async def agree_sample(team: Team, who: str = "admin", files: int = 10) -> httpx.Response:
    """Enter of how many files an exhibit may be before a sample of them is viewed."""
    version = read_json(await team.client(who).get(team.path("")))["version"]
    form = {"files": files, "clause": "Clause 9", "reason": "As agreed"}
    return await team.client(who).post(team.path("/review-sample"), json=form, headers={"If-Match": f'"{version}"'})


async def brought(team: Team, *releases: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A Swiss exhibit with a file, in quarantine; a controller is designated."""
    await designated(team)
    exhibit = await evidence.register(team, "mara", *releases, **changes)
    await evidence.upload(team, "mara", exhibit)
    return read_json(await evidence.see(team, "mara", exhibit))


async def verify(
    team: Team, who: str, exhibit: dict[str, Any], verdict: str = "passed", *, views: bool = True, **changes: Any
) -> httpx.Response:
    """Give a verdict on an exhibit as it was read; `views`: each of its files was viewed before."""
    if views:
        await evidence.view_all(team, who, exhibit, "verify")
    form = FORM | {"verdict": verdict, "files": exhibit["files_count"]} | changes
    condition = {"If-Match": f'"{exhibit["version"]}"'}
    return await team.client(who).post(team.path(f"/verifications/{exhibit['id']}"), json=form, headers=condition)


async def queue(team: Team, who: str = "admin") -> list[dict[str, Any]]:
    """Return the uploads that wait for a verdict."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/verifications")))["items"]
    return items
