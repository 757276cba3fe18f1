"""In order, exactly once, no gap: across reconnects, a killed server, and a change of server process."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import httpx
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed

from app.api.guards import COOKIE
from app.realtime.hub import Hub
from app.settings import Settings
from tests.factories.evidence import form as evidence_form
from tests.factories.evidence import register, release
from tests.factories.team import Team, read_json
from tests.support.live_channel import Stream, listen
from tests.support.server import Serve, Server


async def write(register_one: Callable[[], Awaitable[object]], *, writers: int, each: int) -> None:
    """So many writers at once, each so often."""

    async def go_on() -> None:
        for _ in range(each):
            await register_one()

    await asyncio.gather(*(go_on() for _ in range(writers)))


async def hear_in_pieces(urls: list[str], team: Team, name: str, after: int, until: asyncio.Future[int]) -> list[int]:
    """Positions heard over many short connections, one server after the other, each resumed from the last seen."""
    heard: list[int] = []
    for piece in itertools.count():
        if until.done() and after >= until.result():
            return heard
        async with listen(urls[piece % len(urls)], team, name, after) as stream:
            with suppress(TimeoutError):
                heard += await positions(stream, 1 + piece % 7)
            if piece % 2:
                stream.socket.transport.abort()  # as a lost network does, with facts under way
        after = stream.last
    raise AssertionError


async def hear(stream: Stream, until: asyncio.Future[int]) -> list[int]:
    """Positions heard over one connection."""
    heard: list[int] = []
    while not until.done() or stream.last < until.result():
        with suppress(TimeoutError):
            heard += await positions(stream, 1)
    return heard


async def positions(stream: Stream, count: int) -> list[int]:
    """Those of the next frames, as far as they come within half a second."""
    heard: list[int] = []
    with suppress(TimeoutError):
        for _ in range(count):
            frame = await stream.frame(within=0.5)
            assert frame["type"] == "fact"
            heard.append(frame["position"])
    return heard


async def heard_by(team: Team, name: str, after: int) -> list[int]:
    """What the ledger says that this person may have heard behind a position."""
    heard, last = [], after
    await team.settled()
    while True:
        page = read_json(await team.client(name).get(team.path(f"/ledger/entries?limit=200&after={last}")))["items"]
        heard += [one["position"] for one in page if one["kind"]]
        if not page:
            return heard
        last = page[-1]["position"]


async def test_nothing_is_missed_or_repeated_while_sixteen_write(team: Team, wire: str) -> None:
    start = len(await team.entries("noor")) - 1
    turn, end = itertools.count(), asyncio.get_running_loop().create_future()

    async def register_one() -> None:
        await register(team, "noor", release("DE") if next(turn) % 3 else release("FR", "listed"))

    async with listen(wire, team, "jonas", start) as steady, listen(wire, team, "claire", start) as claire:
        hearing = [asyncio.create_task(hear_in_pieces([wire], team, "lena", start, end)) for _ in range(3)]
        hearing.append(asyncio.create_task(hear(steady, end)))
        await write(register_one, writers=16, each=3)
        german, french = await heard_by(team, "lena", start), await heard_by(team, "claire", start)
        end.set_result(german[-1])
        for heard in hearing:
            assert await heard == german
        assert await positions(claire, len(french) + 1) == french
    assert german
    assert french
    assert not set(german) & set(french)


async def test_what_was_read_from_the_ledger_is_not_told_again_by_a_hub_behind_it(
    team: Team, wire: str, app: FastAPI
) -> None:
    start = len(await team.entries("lena")) - 1
    app.state.hub = late = Hub(team.context.database, idle=timedelta(days=1))  # it follows only when told to
    async with listen(wire, team, "jonas", start) as waiting:
        await asyncio.sleep(0.3)  # it has joined: the hub will offer from here on
        await register(team, "noor", release("DE"))
        await team.settled()
        async with listen(wire, team, "lena", start) as stream:
            read = [fact["position"] for fact in await stream.facts(2)]
            following = asyncio.create_task(late.follow())
            assert [fact["position"] for fact in await waiting.facts(2)] == read
            assert await stream.silent()
            await register(team, "noor", release("DE"))
            assert (await stream.facts(1))[0]["position"] == read[-1] + 1
    following.cancel()


async def test_two_server_processes_through_kill_and_stop_give_one_stream(
    team: Team, wire: str, serve: Serve, settings: Settings
) -> None:
    """One server process lives through the whole journey: its start is what costs here."""
    other = serve(state=settings.state, LIAISON_WORKER="0")
    await both_give_one_stream(team, wire, other)
    await killed_and_resumed(team, wire, other)
    await stopped_with_a_goodbye(team, other)


async def both_give_one_stream(team: Team, wire: str, other: Server) -> None:
    """Writers and listeners at both processes: everybody hears the same."""
    start = len(await team.entries("noor")) - 1
    end: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    cookie = {"Cookie": f"{COOKIE}={team.client('noor').cookies[COOKIE]}", "Origin": other.url}
    form = evidence_form(releases=[release("DE")])
    async with (
        httpx.AsyncClient(base_url=other.url, headers=cookie, timeout=30) as there,
        listen(wire, team, "jonas", start) as here,
        listen(other.url, team, "jonas", start) as elsewhere,
    ):
        hearing = [asyncio.create_task(hear(stream, end)) for stream in (here, elsewhere)]
        hearing.append(asyncio.create_task(hear_in_pieces([wire, other.url], team, "lena", start, end)))
        await asyncio.gather(
            write(lambda: register(team, "noor", release("DE")), writers=4, each=2),
            write(lambda: there.post(team.path("/evidence"), json=form), writers=4, each=2),
        )
        expected = await heard_by(team, "lena", start)
        assert len(expected) == 32
        end.set_result(expected[-1])
        for heard in hearing:
            assert await heard == expected


async def killed_and_resumed(team: Team, wire: str, other: Server) -> None:
    """A listener of the killed process goes on at the other, comes back once it is started again, and misses nothing."""
    start = len(await team.entries("noor")) - 1
    writing = asyncio.create_task(write(lambda: register(team, "noor", release("DE")), writers=8, each=3))
    async with listen(other.url, team, "lena", start) as stream:
        heard = [fact["position"] for fact in await stream.facts(5)]
        other.kill()
        with suppress(ConnectionClosed):
            while True:
                heard.append((await stream.frame())["position"])
    async with listen(wire, team, "lena", stream.last) as resumed:
        await write(lambda: register(team, "noor", release("DE")), writers=1, each=3)  # the others may be told already
        heard += [fact["position"] for fact in await resumed.facts(5)]
    await asyncio.to_thread(other.start)
    await writing
    expected = await heard_by(team, "lena", start)
    async with listen(other.url, team, "lena", resumed.last) as restarted:
        heard += [fact["position"] for fact in await restarted.facts(len(expected) - len(heard))]
        assert await restarted.silent()
    assert heard == expected


async def stopped_with_a_goodbye(team: Team, other: Server) -> None:
    """A process that is asked to stop says from where to resume."""
    head = len(await team.entries("lena")) - 1
    async with listen(other.url, team, "lena", head - 3) as stream:
        await stream.facts(3)
        stopping = asyncio.create_task(asyncio.to_thread(other.stop))
        assert await stream.frame() == {"type": "bye", "reason": "restart", "resume_after": head}
        assert await stream.closed() == 1000
        await stopping
