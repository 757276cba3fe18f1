"""Erasures of an entry's fields, for tests, through the API."""

from typing import Any, Final

import httpx

from app import clock
from tests.factories.team import Team, read_json
from tests.support.waiting import until

FORM: Final[dict[str, Any]] = {
    "names": ["place"],
    "ground": "subject_request",
    "legal_basis": "Directive (EU) 2016/680 Art. 16(2)",
    "reason": "The person named asked for it",
}


def path(team: Team, position: int, rest: str = "") -> str:
    """Of an entry's erasures."""
    return team.path(f"/ledger/entries/{position}/erasures{rest}")


async def read(team: Team, who: str, position: int) -> dict[str, Any]:
    """Return the erasable and the erased fields of an entry."""
    return read_json(await team.client(who).get(path(team, position)))


async def erase(team: Team, who: str, position: int, *names: str, **changes: Any) -> httpx.Response:
    """Erase fields of an entry, confirmed."""
    form = FORM | {"confirmation": str(position)} | ({"names": list(names)} if names else {}) | changes
    return await team.client(who).post(path(team, position), json=form)


async def confirm(team: Team, who: str, position: int, erasure: str, **changes: Any) -> httpx.Response:
    """Agree to it as a second leader, confirmed."""
    form = {"confirmation": str(position)} | changes
    return await team.client(who).post(path(team, position, f"/{erasure}/confirmation"), json=form)


async def give_up(team: Team, who: str, position: int, erasure: str) -> httpx.Response:
    """Turn it down, or give it up."""
    form = {"reason": "It is needed"}
    return await team.client(who).request("DELETE", path(team, position, f"/{erasure}"), json=form)


async def entry(team: Team, who: str, kind: str) -> dict[str, Any]:
    """The last entry of a kind as somebody reads it."""
    return (await team.entries(who, kind))[-1]


async def erased(team: Team, who: str, position: int) -> dict[str, Any]:
    """Carry out the decided erasures and return the erased fields of an entry."""

    async def is_finished() -> bool:
        await team.settled()
        await team.run_jobs("fields")
        items = (await read(team, who, position))["erasures"]
        return all(one["erased_at"] is not None and one["certificate"] is not None for one in items)

    await until(is_finished, within=30)
    return await read(team, who, position)


def nowhere() -> str:
    """An id that nothing has."""
    return str(clock.new_id())


async def agree(team: Team, who: str, position: int, erasure: str, **changes: Any) -> httpx.Response:
    """Agree to it for a party that obtained it jointly, confirmed."""
    form = {"confirmation": str(position)} | changes
    return await team.client(who).post(path(team, position, f"/{erasure}/agreement"), json=form)
