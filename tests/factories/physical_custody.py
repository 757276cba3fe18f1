"""Physical custody for tests, through the API: acts, hand-overs, corrections."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import httpx

from tests.factories.evidence import register
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

ACTS: Final[dict[str, dict[str, Any]]] = {
    "seized": {"place": "Rotterdam, Coolsingel 1"},
    "collected": {"place": "Rotterdam, Coolsingel 1"},
    "sealed": {"seal": "A 100 417"},
    "unsealed": {"intact": True, "why": "Imaging"},
    "transported": {"place": "The Hague"},
    "stored": {"custodian": "Evidence room, R. de Wit", "place": "Shelf 14"},
    "checked_out": {"why": "Imaging"},
    "checked_in": {"custodian": "Evidence room, R. de Wit", "place": "Shelf 15"},
    "produced": {"court": "Rechtbank Rotterdam", "proceeding": "Main trial", "file_number": "10/960123-26"},
    "returned": {"to_whom": "Owner, K.", "receipt": "R 88"},
    "destroyed": {"method": "Shredded", "receipt": "D 12"},
    "incident": {"what": "The screen broke", "why": "It fell from the table"},
}


def path(team: Team, exhibit: dict[str, Any], rest: str = "") -> str:
    """Return the path of the exhibit's physical custody, or one below it."""
    return team.path(f"/physical-custody/{exhibit['id']}{rest}")


async def where(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, Any]:
    """Return the physical custody as a member sees it."""
    return read_json(await team.client(who).get(path(team, exhibit)))


async def post(
    team: Team, who: str, exhibit: dict[str, Any], rest: str, form: dict[str, Any], version: int | None = None
) -> httpx.Response:
    """Something recorded on the thing as it stands for Noor, or as of another version."""
    expected = (await where(team, "noor", exhibit))["version"] if version is None else version
    return await team.client(who).post(path(team, exhibit, rest), json=form, headers={"If-Match": f'"{expected}"'})


async def act(
    team: Team, who: str, exhibit: dict[str, Any], step: str, *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """A physical act. `changes` with None leave a field out."""
    form = {name: value for name, value in ({"act": step} | ACTS[step] | changes).items() if value is not None}
    return await post(team, who, exhibit, "/events", form, version)


async def thing(team: Team, *releases: dict[str, Any], who: str = "noor", **changes: Any) -> dict[str, Any]:
    """A device that this person seized and has in hand."""
    kind = {"kind": "physical", "category": "device", "title": "Telephone"}
    exhibit = await register(team, who, *releases, **kind | changes)
    read_json(await act(team, who, exhibit, "seized"), 201)
    return exhibit


async def offer(
    team: Team, who: str, exhibit: dict[str, Any], to: str, *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Offer it to somebody's seat."""
    seat = team.seats[to]
    form = {"party": seat["party"], "seat": seat["code"]} | changes
    return await post(team, who, exhibit, "/handovers", form, version)


async def offered(team: Team, who: str, exhibit: dict[str, Any], to: str, **changes: Any) -> dict[str, Any]:
    """The hand-over that was just offered."""
    handover: dict[str, Any] = read_json(await offer(team, who, exhibit, to, **changes), 201)["handover"]
    return handover


async def answer(
    team: Team, who: str, handover: dict[str, Any], state: str = "received", **changes: Any
) -> httpx.Response:
    """Answer a hand-over as it was last seen."""
    words = {"place": "Wiesbaden"} if state == "received" else {"why": "The box is damp"}
    return await team.client(who).post(
        team.path(f"/handovers/{handover['id']}/answer"),
        json={"answer": state} | words | changes,
        headers={"If-Match": f'"{handover["version"]}"'},
    )


async def correct(
    team: Team, who: str, exhibit: dict[str, Any], entry: str, *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Put an entry right."""
    return await post(
        team, who, exhibit, "/corrections", {"corrects": entry, "reason": "Noted wrongly"} | changes, version
    )


async def age(team: Team, exhibit: dict[str, Any], days: int) -> None:
    """As if the last that became of it had been recorded so many days earlier."""
    async with as_superuser(team) as superuser:
        query = "update physical_custody set changed_at = changed_at - $1::interval where evidence = $2"
        await superuser.execute(query, timedelta(days=days), UUID(exhibit["id"]))
