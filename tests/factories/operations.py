"""Action days for tests, through the API: planned, spoken on, moved, reported from.

`planned` and `act` demand success and give the view; the others give the answer, whatever it is.
"""

from datetime import timedelta
from itertools import pairwise
from typing import Any, Final
from uuid import uuid4

import httpx

from app import clock
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

#: A Tuesday morning, by day in each country.
HOUR: Final[dict[str, Any]] = {"h_at": "2030-11-26T09:00:00Z", "h_zone": "Europe/Amsterdam"}
WARRANT: Final[dict[str, Any]] = {
    "kind": "Search warrant",
    "reference": "RK 30/4411",
    "valid_from": "2030-11-20T00:00:00+01:00",
    "valid_until": "2030-12-20T00:00:00+01:00",
    "zone": "Europe/Amsterdam",
}


def form(**changes: Any) -> dict[str, Any]:
    """A day of all three countries."""
    return {"title": "Lantern out", "kind": "real", "parties": ["NL", "DE", "FR"]} | HOUR | changes


async def try_plan(team: Team, who: str = "coordinator", **changes: Any) -> httpx.Response:
    """Try to draft a day."""
    return await team.client(who).post(team.path("/operations"), json=form(**changes))


async def drafted(team: Team, who: str = "coordinator", **changes: Any) -> dict[str, Any]:
    """A draft."""
    return read_json(await try_plan(team, who, **changes), 201)


def place(team: Team, day: dict[str, Any], rest: str = "") -> str:
    """A path below a day."""
    return team.path(f"/operations/{day['id']}{rest}")


async def see(team: Team, who: str, day: dict[str, Any], rest: str = "") -> httpx.Response:
    """The day, or what is below it, read by somebody."""
    return await team.client(who).get(place(team, day, rest))


async def listed(team: Team, who: str, day: dict[str, Any], rest: str) -> list[dict[str, Any]]:
    """A list below the day, as somebody reads it."""
    items: list[dict[str, Any]] = read_json(await see(team, who, day, rest))["items"]
    return items


async def change(
    team: Team, who: str, day: dict[str, Any], *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Change a day that nobody changed since, or the one of this version."""
    expected = read_json(await see(team, who, day))["version"] if version is None else version
    return await team.client(who).patch(place(team, day), json=changes, headers={"If-Match": f'"{expected}"'})


async def planned(team: Team, who: str = "coordinator", **changes: Any) -> dict[str, Any]:
    """A day that all who take part know of."""
    return read_json(await change(team, who, await drafted(team, who, **changes), state="planned"))


async def speak(team: Team, who: str, day: dict[str, Any], word: str | None = "go", **changes: Any) -> httpx.Response:
    """Say go for one's party."""
    body = {"word": word, "told_as": day["told_as"]} | changes
    return await team.client(who).post(place(team, day, "/word"), json=body)


async def live(team: Team, who: str = "coordinator", **changes: Any) -> dict[str, Any]:
    """A day on which every party said go, and which began."""
    day = await planned(team, who, **changes)
    for leader in ("noor", "jonas", "claire"):
        read_json(await speak(team, leader, day))
    return read_json(await change(team, who, day, state="live"))


async def try_act(team: Team, who: str, day: dict[str, Any], /, **changes: Any) -> httpx.Response:
    """Try to plan an action of one's party."""
    body = {"objective": "Search the flat", "lead": team.code(who)} | changes
    return await team.client(who).post(place(team, day, "/actions"), json=body)


async def act(team: Team, who: str, day: dict[str, Any], /, **changes: Any) -> dict[str, Any]:
    """An action of one's party."""
    return read_json(await try_act(team, who, day, **changes), 201)


async def board(team: Team, who: str, day: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The actions that somebody sees, by number."""
    return {one["number"]: one for one in await listed(team, who, day, "/actions")}


async def replan(
    team: Team, who: str, day: dict[str, Any], action: dict[str, Any], /, *, version: int | None = None, **changes: Any
) -> httpx.Response:
    """Change a plan."""
    expected = action["plan"]["version"] if version is None else version
    path = place(team, day, f"/actions/{action['id']}")
    return await team.client(who).patch(path, json=changes, headers={"If-Match": f'"{expected}"'})


def moving(former: str, state: str, **changes: Any) -> dict[str, Any]:
    """A move, as a client sends it."""
    at = clock.rfc3339(clock.now())
    return {"key": str(uuid4()), "former": former, "state": state, "occurred_at": at} | changes


async def move(team: Team, who: str, day: dict[str, Any], action: dict[str, Any], body: Any) -> httpx.Response:
    """Send a move."""
    return await team.client(who).post(place(team, day, f"/actions/{action['id']}/moves"), json=body)


async def steps(team: Team, who: str, day: dict[str, Any], action: dict[str, Any], *states: str) -> dict[str, Any]:
    """Through these states; the first is where it stands."""
    view = action
    for former, state in pairwise(states):
        view = read_json(await move(team, who, day, action, moving(former, state)))
    return view


def reporting(**changes: Any) -> dict[str, Any]:
    """A line of the ticker, as a client sends it."""
    at = clock.rfc3339(clock.now())
    return {"key": str(uuid4()), "text": "Door opened, nobody hurt", "occurred_at": at} | changes


async def report(team: Team, who: str, day: dict[str, Any], **changes: Any) -> httpx.Response:
    """Report."""
    return await team.client(who).post(place(team, day, "/ticker"), json=reporting(**changes))


async def protect(team: Team, who: str, day: dict[str, Any], **changes: Any) -> httpx.Response:
    """Say whom nobody touches."""
    body = {"kind": "person", "subject": "A. Brandt", "reason": "A source of ours", "told": []} | changes
    return await team.client(who).post(place(team, day, "/do-not-touch"), json=body)


def ago(**much: float) -> str:
    """A moment that long ago, as a client writes it."""
    return clock.rfc3339(clock.now() - timedelta(**much))


async def aged(team: Team, **much: float) -> None:
    """As if every day, and what is on it, were that much older."""
    by = "$1::interval"
    async with as_superuser(team) as superuser, superuser.transaction():
        for table, columns in (
            ("operations", ("created_at", "live_at", "closed_at")),
            ("actions", ("since_at",)),
            ("action_moves", ("occurred_at", "recorded_at")),
        ):
            put = ", ".join(f"{one} = {one} - {by}" for one in columns)
            await superuser.execute(f"update {table} set {put}", timedelta(**much))  # noqa: S608 - names of this file


async def filled(team: Team) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A Dutch day with an action and something that nobody touches: all Noor's."""
    day = await drafted(team, "noor", parties=["NL"])
    return day, await act(team, "noor", day), read_json(await protect(team, "noor", day), 201)
