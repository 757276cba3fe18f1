"""Parties that leave, for tests, through the API: the clause, what would follow, the declaration."""

from typing import Any

import httpx

from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until


async def agree(
    team: Team, contributed: str = "stay", received: str = "stay", who: str = "admin", **changes: Any
) -> httpx.Response:
    """Enter what a clause says."""
    form = {"contributed": contributed, "received": received, "clause": "Clause 15.3"} | changes
    return await team.client(who).post(team.path("/leaving-clauses"), json=form)


async def foresee(team: Team, who: str = "jonas", code: str = "DE", query: str = "") -> dict[str, Any]:
    """Return the consequences of a party's leaving that the member sees."""
    return read_json(await team.client(who).get(team.path(f"/parties/{code}/leaving{query}")))


async def party(team: Team, code: str = "DE", who: str = "noor") -> dict[str, Any]:
    """A party as it stands."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/parties")))["items"]
    return next(one for one in items if one["code"] == code)


async def declare(team: Team, who: str = "jonas", code: str = "DE", **changes: Any) -> httpx.Response:
    """Declare that a party leaves, with what is shown at this moment."""
    version = changes.pop("version", None) or (await party(team, code))["version"]
    token = changes.pop("token", None) or (await foresee(team, who, code))["token"]
    form = {"reason": "Its parliament decided so", "token": token, "confirmation": code} | changes
    return await team.client(who).post(
        team.path(f"/parties/{code}/leaving"), json=form, headers={"If-Match": f'"{version}"'}
    )


async def stay(team: Team, who: str = "jonas", code: str = "DE") -> httpx.Response:
    """Take the declaration back."""
    version = (await party(team, code))["version"]
    return await team.client(who).request(
        "DELETE",
        team.path(f"/parties/{code}/leaving"),
        json={"reason": "It stays after all"},
        headers={"If-Match": f'"{version}"'},
    )


async def come(team: Team, code: str = "DE") -> None:
    """As if the moment of a leaving that was declared were now."""
    async with as_superuser(team) as superuser, superuser.transaction():
        party = await superuser.fetchval("update parties set leaves_at = now() where code = $1 returning id", code)
        await superuser.execute("update leavings set effective_at = now() where party = $1", party)


async def left(team: Team, code: str = "DE") -> dict[str, Any]:
    """Carry out the leaving; the party afterwards."""

    async def is_done() -> bool:
        await team.run_jobs("leavings")
        found = (await party(team, code))["leaving"]
        return found is not None and found["ended_at"] is not None

    await until(is_done, within=30)
    return await party(team, code)
