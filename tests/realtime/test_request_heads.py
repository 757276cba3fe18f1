"""What a stranger may send besides a body: bounded before anybody knows who asks."""

import asyncio
import resource
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import partial
from itertools import chain, repeat
from pathlib import Path

import pytest
import uvicorn
import uvloop
from fastapi import FastAPI

from app.api import middleware
from app.serving import server_of
from app.settings import Settings
from tests.support.server import free_port
from tests.support.waiting import until

GET = b"GET /api/health/live HTTP/1.1\r\nHost: localhost:8000\r\n"
POST = b"POST /api/sessions HTTP/1.1\r\nHost: localhost:8000\r\nContent-Type: application/json\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
MIB = 2**20


@asynccontextmanager
async def connected(
    server: uvicorn.Server, limit: int = 2**16
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection whose reader stops reading behind twice `limit` bytes that nobody has taken from it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.config.port, limit=limit)
    try:
        yield reader, writer
    finally:
        writer.close()


async def answer(server: uvicorn.Server, pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """The status of the answer, empty where the connection was cut, and how many bytes the server let in."""
    sent = 0
    async with connected(server) as (reader, writer):
        with suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                sent += len(piece)
                await asyncio.sleep(0)
        status = b""
        with suppress(ConnectionError):
            async with asyncio.timeout(20):
                status = (await reader.readline()).partition(b" ")[2][:3]
        return status, sent


def fields(count: int, size: int = 1) -> bytes:
    return b"".join(b"x-%d: %s\r\n" % (number, b"y" * size) for number in range(count))


def endless(starting_team: bytes, piece: bytes) -> Iterator[bytes]:
    """A quarter of a gigabyte, which nobody should take."""
    return chain([starting_team], repeat(piece * (32 * 1024 // len(piece)), 256 * MIB // (32 * 1024)))


async def test_requests_with_usual_heads_and_trailers_are_answered(wired: uvicorn.Server) -> None:
    assert await answer(wired, [GET + fields(90) + b"\r\n"]) == (b"200", len(GET + fields(90)) + 2)
    status, _ = await answer(wired, [CHUNKED, *(b"1\r\nx\r\n" for _ in range(2000)), b"0\r\n" + fields(5) + b"\r\n"])
    assert status == b"400", "read to its end: it is no JSON"


@pytest.mark.parametrize(
    "request_",
    [
        GET + fields(101) + b"\r\n",
        GET + fields(20, 4000) + b"\r\n",
        GET + fields(1, 70_000) + b"\r\n",
        b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: localhost:8000\r\n\r\n",
        CHUNKED + b"0\r\n" + fields(101) + b"\r\n",
        CHUNKED + b"0\r\n" + fields(20, 4000) + b"\r\n",
    ],
    ids=["fields", "bytes", "a field", "a target", "trailers", "bytes of trailers"],
)
async def test_heads_and_trailers_beyond_the_bound_get_431(wired: uvicorn.Server, request_: bytes) -> None:
    status, _ = await answer(wired, [request_])
    assert status == b"431"


async def test_fields_that_never_end_are_cut_and_cost_no_memory_while_others_are_answered(
    wired: uvicorn.Server,
) -> None:
    """The server runs in this process: its memory is this process's."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    attacks = [
        (GET + b"x: ", b"y"),
        (b"GET /", b"z"),
        (GET, b"a: b\r\n"),
        (CHUNKED + b"0\r\nx: ", b"y"),
        (CHUNKED + b"1;x=", b"y"),
    ]

    async def attack(starting_team: bytes, piece: bytes) -> None:
        status, sent = await answer(wired, endless(starting_team, piece))
        assert status in {b"431", b""}, (starting_team, status)
        assert sent < 16 * MIB, (starting_team, sent)

    async with asyncio.TaskGroup() as crowd:
        for _ in range(40):
            for starting_team, piece in attacks:
                crowd.create_task(attack(starting_team, piece))
        for _ in range(5):
            status, _ = await answer(wired, [GET + b"\r\n"])
            assert status == b"200"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


async def test_requests_that_wait_behind_an_answer_are_few(wired: uvicorn.Server) -> None:
    """A read of the socket holds more than ten thousand, each of which would cost the server some kilobytes."""
    request = b"GET /api/health/live HTTP/1.1\r\nHost: localhost:8000\r\n\r\n"
    async with connected(wired) as (reader, writer):
        writer.write(request * 8)
        for _ in range(8):
            async with asyncio.timeout(20):
                assert b" 200 " in await reader.readuntil(b"\r\n\r\n")
    async with connected(wired) as (reader, writer):
        writer.write(request * 4000)
        async with asyncio.timeout(20):
            with suppress(ConnectionError):
                assert (await reader.read()).count(b" 200 ") < 20


def test_a_connection_that_is_cut_while_an_answer_is_made_logs_no_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """On the server's own event loop, whose closed connections refuse to be written to. An error takes fifty lines."""
    program, many = FastAPI(), (GET + b"\r\n") * 40

    @program.get("/api/health/live")
    async def answer_later() -> None:
        await asyncio.sleep(0.01)

    async def attack() -> None:
        server = server_of(Settings(state=tmp_path, port=free_port()), program)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.01)
        async with connected(server) as (reader, writer):
            writer.write(many)
            async with asyncio.timeout(20):
                with suppress(ConnectionError):
                    await reader.read()
        server.should_exit = True
        await serving

    uvloop.run(attack())
    assert "Exception in ASGI application" not in capsys.readouterr().err


async def test_large_bodies_that_do_not_end_share_little_memory_and_small_ones_are_read(
    wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "LARGE_BODIES_BYTES", 8 * MIB)
    large = POST + b"Content-Length: %d\r\n\r\n" % MIB + b" " * (MIB - 1)
    async with AsyncExitStack() as open_ones:
        crowd = []
        for _ in range(20):
            crowd.append(await open_ones.enter_async_context(connected(wired)))
            crowd[-1][1].write(large)
        refused = [asyncio.create_task(reader.readline()) for reader, _ in crowd]
        async with asyncio.timeout(20):
            await until(partial(are_done, refused, 12))
        assert {one.result().split()[1] for one in refused if one.done()} == {b"503"}
        assert await answer(wired, [POST + b"Content-Length: 2\r\n\r\n{}"]) == (b"422", len(POST) + 23)
        for one in refused:
            one.cancel()
    await until(partial(is_read, wired, large + b" "))


async def are_done(tasks: list[asyncio.Task[bytes]], count: int) -> bool:
    """Whether so many of them are."""
    return sum(one.done() for one in tasks) >= count


async def is_read(server: uvicorn.Server, request: bytes) -> bool:
    """Whether a request is read to its end; it is no JSON."""
    return (await answer(server, [request]))[0] == b"400"
