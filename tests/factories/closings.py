"""The end of a team, for tests, through the API: the trial phase, the declaration, agreements, the last entry."""

from typing import Any, Final
from uuid import uuid4

import httpx

from tests.factories.evidence import see
from tests.factories.retention import erase, erased, withdraw
from tests.factories.team import Team, read_json

#: Who leads a party of the factory's team.
LEADERS: Final = ("noor", "jonas", "claire", "mara")
WHY: Final = {"clause": "Clause 21", "reason": "The judgments are final"}


async def shown(team: Team, who: str = "hugo") -> dict[str, Any]:
    """How it stands with the end, as somebody sees it."""
    return read_json(await team.client(who).get(team.path("/closing")))


async def version(team: Team) -> int:
    """Of the team itself."""
    return int((await shown(team, "admin"))["version"])


async def to_trial(team: Team) -> None:
    """Move it where a closing may be declared."""
    form = {"phase": "trial", "clause": "Clause 9.2", "reason": "The arrests"}
    condition = {"If-Match": f'"{await version(team)}"'}
    read_json(await team.client("admin").post(team.path("/phase"), json=form, headers=condition))


async def declare(team: Team, who: str = "admin", at: int | None = None) -> httpx.Response:
    """That it is closed."""
    condition = {"If-Match": f'"{at or await version(team)}"'}
    return await team.client(who).post(team.path("/closing"), json=WHY, headers=condition)


async def agree(team: Team, who: str, closing: str | None = None) -> httpx.Response:
    """A leader's word, to the closing that stands or to this one."""
    declared = (await shown(team))["declared"]
    read = closing or (declared["id"] if declared else str(uuid4()))
    return await team.client(who).post(team.path("/closing/assents"), json={"closing": read})


async def withdraw_it(team: Team, who: str = "admin") -> httpx.Response:
    """It is not closed."""
    condition = {"If-Match": f'"{await version(team)}"'}
    path = team.path("/closing")
    return await team.client(who).request("DELETE", path, json={"reason": "An appeal"}, headers=condition)


async def close(team: Team, who: str = "admin", confirmation: str = "JIT-2026-1") -> httpx.Response:
    """The last entry."""
    condition = {"If-Match": f'"{await version(team)}"'}
    form = {"confirmation": confirmation}
    return await team.client(who).post(team.path("/closing/completion"), json=form, headers=condition)


async def emptied(team: Team, *exhibits: dict[str, Any]) -> None:
    """These Dutch exhibits are erased, each with its certificate."""
    for one in exhibits:
        if read_json(await see(team, "noor", one))["status"] == "active":
            await withdraw(team, one)
        read_json(await erase(team, "noor", one), 202)
    for one in exhibits:
        await erased(team, one)


async def agreed_by_all(team: Team) -> None:
    """In trial, declared, and every leader's word given."""
    await to_trial(team)
    read_json(await declare(team), 201)
    for who in LEADERS:
        read_json(await agree(team, who), 201)


async def closed(team: Team) -> dict[str, Any]:
    """The team, once its last entry has its place."""
    await agreed_by_all(team)
    read_json(await close(team))
    await team.settled()
    return await shown(team)
