"""How long exhibits are kept, for tests, through the API: rules, reviews, holds, erasures."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import httpx

from app import clock
from tests.factories.evidence import place, see
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until

KEEPING: Final = {"controller": "OM", "review_on": "2027-06-01", "reason": "The appeal is pending"}
ORDER: Final = {"court": "Rechtbank Rotterdam", "file_number": "10/960123-26", "reason": "Evidence in the main trial"}
ERASING: Final = {"confirmation": "NL-2026-ABCDEFGH", "reason": "The case is closed"}


async def retention(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, Any]:
    """How long somebody sees it kept."""
    return read_json(await team.client(who).get(place(team, exhibit, "/retention")))


async def agree(team: Team, who: str = "admin", **changes: Any) -> httpx.Response:
    """Enter what a clause says."""
    form = {"mode": "TRANSFER", "clause": "Clause 14"} | changes
    return await team.client(who).post(team.path("/retention-rules"), json=form)


async def keep(
    team: Team, who: str, exhibit: dict[str, Any], days: int = 200, *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Keep it for so many days more, as it stands or as of another version."""
    form = KEEPING | {"review_on": (clock.now() + timedelta(days=days)).date().isoformat()} | changes
    condition = {"If-Match": f'"{version or await current(team, exhibit)}"'}
    return await team.client(who).put(place(team, exhibit, "/retention"), json=form, headers=condition)


async def hold(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Set a legal hold."""
    return await team.client(who).post(place(team, exhibit, "/holds"), json=ORDER | changes)


async def lift(team: Team, who: str, exhibit: dict[str, Any], one: dict[str, Any]) -> httpx.Response:
    """Lift a legal hold."""
    return await team.client(who).post(place(team, exhibit, f"/holds/{one['id']}/lifting"), json={"reason": "Final"})


async def withdraw(team: Team, exhibit: dict[str, Any], who: str = "noor") -> None:
    """Take it out of use."""
    condition = {"If-Match": f'"{await current(team, exhibit)}"'}
    read_json(
        await team.client(who).post(place(team, exhibit, "/withdrawal"), json={"reason": "Quashed"}, headers=condition)
    )


async def erase(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Erase it, confirmed."""
    form = ERASING | {"confirmation": exhibit["exhibit_number"]} | changes
    condition = {"If-Match": f'"{await current(team, exhibit)}"'}
    return await team.client(who).post(place(team, exhibit, "/erasure"), json=form, headers=condition)


async def confirm(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Agree to its erasure as a second leader, confirmed."""
    form = {"confirmation": exhibit["exhibit_number"]} | changes
    condition = {"If-Match": f'"{await current(team, exhibit)}"'}
    return await team.client(who).post(place(team, exhibit, "/erasure/confirmation"), json=form, headers=condition)


async def give_up(team: Team, who: str, exhibit: dict[str, Any]) -> httpx.Response:
    """Turn its erasure down, or give it up."""
    return await team.client(who).request("DELETE", place(team, exhibit, "/erasure"), json={"reason": "It is needed"})


async def erased(team: Team, exhibit: dict[str, Any], who: str = "noor") -> dict[str, Any]:
    """Carry out the erasure of an exhibit; its retention afterwards."""

    async def is_finished() -> bool:
        await team.settled()
        await team.run_jobs("transfers", "left behind", "erasures")
        found = (await retention(team, who, exhibit))["erasure"]
        return found is not None and found["destroyed_at"] is not None

    await until(is_finished, within=30)
    return await retention(team, who, exhibit)


async def reviews(team: Team, who: str = "noor") -> list[dict[str, Any]]:
    """Return the reviews that wait for a leader."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/reviews")))["items"]
    return items


async def make_due(team: Team, exhibit: dict[str, Any], days: int = 0) -> None:
    """As if its review were today, or in so many days."""
    async with as_superuser(team) as superuser:
        day = (clock.now() + timedelta(days=days)).date()
        await superuser.execute("update evidence set review_on = $1 where id = $2", day, UUID(exhibit["id"]))


async def age(team: Team, exhibit: dict[str, Any], days: int) -> None:
    """As if its files had arrived so many days earlier."""
    async with as_superuser(team) as superuser:
        query = "update files set received_at = received_at - $1::interval where evidence = $2"
        await superuser.execute(query, timedelta(days=days), UUID(exhibit["id"]))


async def current(team: Team, exhibit: dict[str, Any]) -> int:
    """The version as its own party sees it."""
    return int(read_json(await see(team, "noor", exhibit))["version"])


async def fetch(team: Team, who: str, opening: dict[str, Any]) -> None:
    """Download every file of a taking, whole."""
    for file in opening["files"]:
        answer = await team.client(who).get(file["link"])
        assert (answer.status_code, len(answer.content)) == (200, file["size_bytes"])
