"""Clients that mean harm: crowds of one seat, those that give up at the door and ask anew, floods, handshakes that never end, pings that nobody reads the answers to.

Each costs the server a bound, and nobody else waits. Frames that the protocol does not know, and readers who are merely slow:
`test_sockets.py`.
"""

import asyncio
import json
from collections import Counter
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import Any
from uuid import UUID

import pytest
import uvicorn
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.frames import Frame, Opcode

from app.database import Reading
from app.ledger import entries
from app.realtime import deadlines
from app.realtime import wire as wires
from app.realtime.wire import Wire
from tests.factories.evidence import register, release
from tests.factories.team import Team
from tests.realtime.test_sockets import joined, not_reading
from tests.support.databases.as_seat import seat_of
from tests.support.live_channel import listen, opened
from tests.support.waiting import until

MOST = 4
HALF_HEADS = (
    b"",
    b"GET /api/jits HTTP/1.1\r\nHost: loc",
    b"GET /api/jits HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upg",
)


@pytest.fixture
def changes() -> dict[str, object]:
    """Few sockets make a crowd."""
    return {"socket_most": MOST}


async def nobody_connected(wired: uvicorn.Server) -> None:
    """Until the server holds no connection."""

    async def nobody() -> bool:
        return not wired.server_state.connections

    await until(nobody)


async def test_a_seat_has_so_many_sockets_and_no_more(team: Team, wire: str, app: FastAPI) -> None:
    head = len(await team.entries("lena")) - 1
    async with AsyncExitStack() as crowd:
        lenas = [await crowd.enter_async_context(listen(wire, team, "lena", head)) for _ in range(MOST)]
        with pytest.raises(InvalidStatus) as refused:
            await crowd.enter_async_context(opened(wire, team, "lena", head))
        assert refused.value.response.status_code == 429
        assert json.loads(refused.value.response.body)["code"] == "crowded"
        assert refused.value.response.headers["Retry-After"]
        async with listen(wire, team, "jonas", head) as another:
            assert another.welcome["seat"] == "DE-01"
        await lenas[0].socket.close()
        await until(partial(has_room, team, app))
        async with listen(wire, team, "lena", head) as one_more:
            assert one_more.welcome["seat"] == "DE-02"


async def test_handshakes_of_a_seat_in_a_burst_are_accepted_up_to_the_limit(team: Team, wire: str) -> None:
    head, statuses = len(await team.entries("lena")) - 1, list[int]()

    async def shake(crowd: AsyncExitStack) -> None:
        try:
            await crowd.enter_async_context(opened(wire, team, "lena", head, open_timeout=30))
            statuses.append(101)
        except InvalidStatus as error:
            statuses.append(error.response.status_code)

    async with AsyncExitStack() as crowd:
        await asyncio.gather(*(shake(crowd) for _ in range(10 * MOST)))
        assert Counter(statuses) == {101: MOST, 429: 9 * MOST}


async def test_a_socket_has_its_place_until_its_connection_has_ended(team: Team, wire: str, app: FastAPI) -> None:
    """Else a client that answers no goodbye would hold more connections than the limit."""
    head = len(await team.entries("lena")) - 1
    async with AsyncExitStack() as crowd:
        rude = [await crowd.enter_async_context(not_reading(wire, team, "lena", head)) for _ in range(MOST)]
        await joined(app, MOST)
        for one in rude:
            one.socket.transport.pause_reading()
        for listener in app.state.hub._all():
            listener.end("slow")

        async def nobody_listens() -> bool:
            return not app.state.hub.count()

        await until(nobody_listens)
        with pytest.raises(InvalidStatus):
            await crowd.enter_async_context(opened(wire, team, "lena", head))
        rude[0].socket.transport.abort()
        await until(partial(has_room, team, app))
        async with listen(wire, team, "lena", head) as one_more:
            assert one_more.welcome["seat"] == "DE-02"
        for one in rude:
            one.socket.transport.abort()


async def has_room(team: Team, app: FastAPI) -> bool:
    """Whether one more of Lena's sockets may come."""
    return bool(app.state.hub.places.taken((await seat_of(team, "lena")).id) < MOST)


async def test_a_hundred_connects_of_one_session_leave_nothing_behind(
    team: Team, wire: str, app: FastAPI, wired: uvicorn.Server
) -> None:
    head = len(await team.entries("lena")) - 1
    welcomed = 0

    async def connect() -> None:
        nonlocal welcomed
        with suppress(ConnectionClosed, InvalidHandshake, TimeoutError):
            async with opened(wire, team, "lena", head, open_timeout=30) as stream:
                welcomed += (await stream.any())["type"] == "welcome"
                assert app.state.hub.count() <= MOST + 1
                stream.socket.transport.abort()

    async with listen(wire, team, "jonas", head) as jonas:
        await asyncio.gather(*(connect() for _ in range(100)))
        assert welcomed >= MOST
        await register(team, "noor", release("DE"))
        assert len(await jonas.facts(2)) == 2
    await nobody_connected(wired)
    assert app.state.hub.count() == app.state.hub.places.taken((await seat_of(team, "lena")).id) == 0


async def test_nothing_is_done_for_who_gave_up_at_the_door(
    team: Team, wire: str, wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a crowd that asks anew after seconds is served after it has left, always, and nobody is admitted any more."""
    head, admitted, read = len(await team.entries("lena")) - 1, 0, entries.head

    async def counted(*asked: Any) -> int:
        nonlocal admitted
        admitted += 1
        return await read(*asked)

    monkeypatch.setattr(entries, "head", counted)
    turns = wires.turns_of(wired.config)
    await taken(turns)
    for _ in range(3 * wires.AT_A_TIME):
        with pytest.raises(TimeoutError):
            async with listen(wire, team, "lena", head, open_timeout=0.05):
                pass
    async with asyncio.TaskGroup() as group:
        patient = group.create_task(welcomed(wire, team, head))
        await asyncio.sleep(0.1)
        assert admitted == 0
        for _ in range(wires.AT_A_TIME):
            turns.end()
    assert (patient.result(), admitted) == ("DE-02", 1)


async def test_whoever_came_last_to_a_crowded_door_is_next(
    team: Team, wire: str, wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which they came each would be served as it gives up, and nobody admitted."""
    head, read, admitted = len(await team.entries("lena")) - 1, entries.head, list[object]()

    async def noted(session: Reading, jit: UUID) -> int:
        admitted.append(session.requester.seat)
        return await read(session, jit)

    monkeypatch.setattr(entries, "head", noted)
    turns = wires.turns_of(wired.config)
    await taken(turns)
    async with asyncio.TaskGroup() as group:
        waiting = []
        for place, name in enumerate(("lena", "claire", "jonas"), start=1):
            waiting.append(group.create_task(welcomed(wire, team, head, name)))
            await until(partial(are_waiting, turns, place))
        waiting[1].cancel()
        await until(partial(are_waiting, turns, 2))
        turns.end()
    for _ in range(wires.AT_A_TIME - 1):
        turns.end()
    assert admitted == [(await seat_of(team, name)).id for name in ("jonas", "lena")]


async def are_waiting(turns: wires.HandshakeQueue, many: int) -> bool:
    """Return whether so many handshakes wait."""
    return len(turns._waiting) == many


async def test_sockets_that_end_are_no_fault_of_the_program(team: Team, wire: str, wired: uvicorn.Server) -> None:
    """Sockets that are admitted, give up waiting, or break do not raise errors in the event loop."""
    head, faults = len(await team.entries("lena")) - 1, list[dict[str, Any]]()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, fault: faults.append(fault))
    try:
        assert await welcomed(wire, team, head) == "DE-02"
        async with listen(wire, team, "lena", head) as cut:
            cut.socket.transport.abort()
        turns = wires.turns_of(wired.config)
        await taken(turns)
        with pytest.raises(TimeoutError):
            async with listen(wire, team, "lena", head, open_timeout=0.2):
                pass
        for _ in range(wires.AT_A_TIME):
            turns.end()
        await nobody_connected(wired)
    finally:
        loop.set_exception_handler(None)
    assert faults == []


async def taken(turns: wires.HandshakeQueue) -> None:
    """Take every turn of the handshakes."""
    for _ in range(wires.AT_A_TIME):
        assert await turns.take(asyncio.get_running_loop().create_future())


async def welcomed(wire: str, team: Team, head: int, name: str = "lena") -> object:
    """As which seat somebody is."""
    async with listen(wire, team, name, head) as stream:
        return stream.welcome["seat"]


async def test_a_flood_of_focus_closes_the_socket_and_disturbs_nobody(team: Team, wire: str, app: FastAPI) -> None:
    exhibit = await register(team, "noor", release("DE"))
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as flooding, listen(wire, team, "jonas", head) as jonas:
        await joined(app, 2)
        with suppress(ConnectionClosed):
            for turn in range(1000):
                await flooding.turn(exhibit["id"] if turn % 2 else None)
        assert await flooding.closed() == 1008
        await register(team, "noor", release("DE"))
        assert len(await jonas.facts(2)) == 2


async def test_whoever_turns_often_as_people_do_stays(team: Team, wire: str) -> None:
    async with listen(wire, team, "lena", 10**6) as stream:
        for _ in range(45):
            await stream.turn(None)
            await stream.socket.send('{"type":"pong"}')
        assert await stream.silent()


@pytest.mark.parametrize("half", HALF_HEADS)
async def test_a_handshake_that_never_ends_is_ended(
    wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch, half: bytes
) -> None:
    monkeypatch.setattr(deadlines, "HEAD_SECONDS", 0.3)
    reader, writer = await asyncio.open_connection("localhost", wired.config.port)
    writer.write(half)
    async with asyncio.timeout(5):
        with suppress(ConnectionResetError):
            assert (await reader.read())[:12] == (b"HTTP/1.1 408" if half else b"")
    await nobody_connected(wired)
    writer.close()


async def test_the_next_request_of_a_connection_has_its_time_too(
    wire: str, wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadlines, "HEAD_SECONDS", 0.5)
    reader, writer = await asyncio.open_connection("localhost", wired.config.port)
    for _ in range(2):
        writer.write(f"GET /api/health/live HTTP/1.1\r\nHost: {wire.removeprefix('http://')}\r\n\r\n".encode())
        assert b"200 OK" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
        await asyncio.sleep(0.7)  # it is idle and has begun nothing: uvicorn's own patience
    writer.write(b"GET /api/health/live HTT")
    async with asyncio.timeout(5):
        with suppress(ConnectionResetError):
            await reader.read()
    await nobody_connected(wired)
    writer.close()


async def test_pings_whose_answers_nobody_reads_cost_a_bound(
    team: Team, wire: str, app: FastAPI, wired: uvicorn.Server
) -> None:
    pings = Frame(Opcode.PING, b"x" * 125).serialize(mask=True) * 100
    async with not_reading(wire, team, "lena", len(await team.entries("lena")) - 1) as rude:
        await joined(app, 1)
        (there,) = [one for one in wired.server_state.connections if isinstance(one, Wire)]
        rude.socket.transport.pause_reading()
        most = 0
        for _ in range(400):
            rude.socket.transport.write(pings)
            await asyncio.sleep(0)
            most = max(most, there.transport.get_write_buffer_size())
        await asyncio.sleep(0.5)
        assert there.close_sent or not there.writable.is_set(), "its answers filled what there is room for"
        assert max(most, there.transport.get_write_buffer_size()) < 256 * 1024
        rude.socket.transport.abort()
