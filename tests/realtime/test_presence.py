"""Who is here: everybody's seat, what one's own party's people have turned to, and nothing that anybody may not know."""

import asyncio
from typing import Any

from app import clock
from app.services.teams import presences
from app.settings import Settings
from tests.factories.evidence import recall, register, release
from tests.factories.team import Team
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import Stream, listen
from tests.support.server import Serve
from tests.support.waiting import until


async def quiet(stream: Stream, *, for_seconds: float = 1.6) -> list[dict[str, Any]]:
    """Everything that is said within so long, but for published heads: a checkpoint comes when it comes."""
    said: list[dict[str, Any]] = []
    try:
        async with asyncio.timeout(for_seconds):
            while True:
                frame = await stream.any()
                said += [frame] if frame["type"] != "head" else []
    except TimeoutError:
        return said


async def test_everybody_sees_who_comes_and_who_leaves(team: Team, wire: str) -> None:
    async with listen(wire, team, "lena", 10**6) as lena, listen(wire, team, "claire", 10**6) as claire:
        await lena.sees("DE-02", "FR-01")
        async with listen(wire, team, "jit_auditor", 10**6) as auditor:
            for one in (lena, claire, auditor):
                await one.sees("DE-02", "FR-01", "JIT-01")
            assert {one["party"] for one in claire.present} == {"DE", "FR", None}
        for one in (lena, claire):
            await one.sees("DE-02", "FR-01")


async def test_a_second_window_and_a_socket_that_resumes_change_nothing(team: Team, wire: str) -> None:
    async with listen(wire, team, "claire", 10**6) as claire:
        async with listen(wire, team, "lena", 10**6) as lena:
            await claire.sees("DE-02", "FR-01")
            before = claire.present
            async with listen(wire, team, "lena", 10**6):
                await quiet(lena)
        async with listen(wire, team, "lena", 10**6) as lena:
            assert lena.present == before
            assert await quiet(claire) == []
        await claire.sees("FR-01")


async def test_a_focus_is_told_to_the_own_party_alone_and_only_to_who_may_see_the_exhibit(
    team: Team, wire: str
) -> None:
    narrowed = release("DE", seats=["DE-01", "DE-02"])
    exhibit = (await register(team, "noor", narrowed))["id"]
    await team.settled()
    people = ("DE-01", "DE-02", "DE-04", "FR-01", "NL-02")
    async with (
        listen(wire, team, "lena", 10**6) as lena,
        listen(wire, team, "jonas", 10**6) as jonas,
        listen(wire, team, "karl", 10**6) as karl,
        listen(wire, team, "claire", 10**6) as claire,
        listen(wire, team, "noor", 10**6) as noor,
    ):
        for one in (lena, jonas, karl, claire, noor):
            await one.sees(*people)
        await lena.turn(exhibit)
        await jonas.sees(*people, DE_02=exhibit)
        await lena.sees(*people, DE_02=exhibit)
        for other in (karl, claire, noor):
            assert await quiet(other, for_seconds=0.5) == [], "neither who may not see it nor another party hears"
        await lena.turn(None)
        await jonas.sees(*people)


async def test_who_may_not_see_an_exhibit_cannot_point_at_it(team: Team, wire: str) -> None:
    hidden = (await register(team, "noor", release("DE", seats=["DE-01"])))["id"]
    await team.settled()
    async with listen(wire, team, "lena", 10**6) as lena, listen(wire, team, "jonas", 10**6) as jonas:
        await jonas.sees("DE-01", "DE-02")
        await lena.turn(hidden)
        assert await quiet(jonas) == []
        await jonas.turn(hidden)
        await jonas.sees("DE-01", "DE-02", DE_01=hidden)


async def test_a_recall_takes_the_focus_away_within_a_second_or_two(team: Team, wire: str) -> None:
    exhibit = await register(team, "noor", release("DE"))
    async with listen(wire, team, "lena", 10**6) as lena, listen(wire, team, "jonas", 10**6) as jonas:
        await jonas.sees("DE-01", "DE-02")
        await lena.turn(exhibit["id"])
        await jonas.sees("DE-01", "DE-02", DE_02=exhibit["id"])
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        await jonas.sees("DE-01", "DE-02", within=4)


async def test_two_processes_share_it_and_a_killed_ones_people_are_gone_within_seconds(
    team: Team, wire: str, serve: Serve, settings: Settings
) -> None:
    other = serve(state=settings.state, LIAISON_WORKER="0")
    exhibit = (await register(team, "noor", release("DE")))["id"]
    await team.settled()
    async with listen(wire, team, "lena", 10**6) as here, listen(other.url, team, "jonas", 10**6) as there:
        for one in (here, there):
            await one.sees("DE-01", "DE-02")
        await there.turn(exhibit)
        await here.sees("DE-01", "DE-02", DE_01=exhibit)
        since = next(one["since"] for one in here.present if one["seat"] == "DE-01")
        async with listen(wire, team, "jonas", 10**6) as moved:
            await there.socket.close()
            assert await quiet(here, for_seconds=1) == [], "who moves from one process to another has not left"
            assert next(one["since"] for one in moved.present if one["seat"] == "DE-01") == since
        async with listen(other.url, team, "claire", 10**6):
            await here.sees("DE-02", "FR-01")
            other.kill()
            await here.sees("DE-02", within=15)


async def test_presence_survives_the_loss_of_its_table(team: Team, wire: str) -> None:
    """A crash of PostgreSQL empties what is unlogged."""
    async with listen(wire, team, "lena", 10**6) as lena, listen(wire, team, "claire", 10**6) as claire:
        await lena.sees("DE-02", "FR-01")
        async with as_superuser(team) as superuser:
            await superuser.execute("truncate leases, presences")

            async def said_again() -> bool:
                return int(await superuser.fetchval("select count(*) from presences")) == 2

            await until(said_again)
        await claire.sees("DE-02", "FR-01")


async def test_processes_that_come_back_together_renew_their_leases_without_waiting_for_each_other(team: Team) -> None:
    database, ours, other = team.context.database, clock.new_id(), clock.new_id()
    for process in (ours, other):
        await presences.renew(database, process)
    async with as_superuser(team) as superuser:
        await superuser.execute("update leases set until = now() - interval '1 minute'")
        async with superuser.transaction():
            await superuser.execute("update leases set until = now() + interval '5 s' where process = $1", other)
            async with asyncio.timeout(3):  # the other has renewed and not committed; waiting for it could be for ever
                assert not await presences.renew(database, ours)
        left = await superuser.fetch("select process from leases")
        assert {ours, other} <= {row["process"] for row in left}
        await superuser.execute("update leases set until = now() - interval '1 minute' where process = $1", other)
    assert not await presences.renew(database, ours)
    assert await presences.renew(database, other), "what is over is cleared"
