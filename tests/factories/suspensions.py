"""Suspensions of parties: proposed by one leader, confirmed by another, resumed by an administrator."""

from typing import Any

import httpx

from tests.factories.leaving import party
from tests.factories.team import Team, read_json

FORM = {"clause": "Art. 14(2)", "reason": "Its court annulled the agreement"}


async def propose(
    team: Team, who: str, code: str, *, at_once: bool = False, version: int | None = None
) -> httpx.Response:
    """Propose to suspend the party, or suspend it at once."""
    known = version or (await party(team, code, who))["version"]
    path, headers = team.path(f"/parties/{code}/suspension"), {"If-Match": f'"{known}"'}
    return await team.client(who).post(path, json=FORM | {"at_once": at_once}, headers=headers)


async def confirm(team: Team, who: str, code: str, suspension: dict[str, Any] | None = None) -> httpx.Response:
    """Confirm the suspension of the party as the member sees it, or this one."""
    found = suspension or (await party(team, code, who))["suspension"]
    return await team.client(who).post(team.path(f"/suspensions/{found['id']}/confirmation"))


async def resume(team: Team, who: str, code: str, version: int) -> httpx.Response:
    """Let the party take part again."""
    path, headers = team.path(f"/parties/{code}/suspension"), {"If-Match": f'"{version}"'}
    return await team.client(who).request("DELETE", path, json=FORM, headers=headers)


async def suspended(team: Team, code: str, first: str, second: str) -> dict[str, Any]:
    """Suspend the party by two votes; the party afterwards."""
    read_json(await propose(team, first, code))
    done: dict[str, Any] = read_json(await confirm(team, second, code))
    return done
