"""Requests that do not end and answers that nobody takes: each costs the server seconds, whoever sends them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from itertools import repeat
from typing import Final

import pytest
import uvicorn

from app.api.guards import COOKIE
from app.realtime import deadlines
from tests.factories.evidence import announced, register
from tests.factories.team import Team
from tests.realtime.test_malice import nobody_connected
from tests.realtime.test_request_heads import GET, POST, connected
from tests.support.program import ORIGIN
from tests.support.waiting import until

BODY_SECONDS: Final = 1.2
SILENCE_SECONDS: Final = 0.5
#: Between two bytes of a client that is slow, but not silent.
PACE_SECONDS: Final = 0.1
PIECES: Final = 30
GONE: Final = b""


@pytest.fixture
def changes() -> dict[str, object]:
    """Short limits."""
    return {"body_seconds": BODY_SECONDS, "silence_seconds": SILENCE_SECONDS}


async def sent(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes, body: Iterable[bytes] = ()
) -> bytes:
    """The status of the answer to a head and a body that comes slowly; `GONE` where the connection was cut."""
    with suppress(ConnectionError):
        writer.write(head)
        for piece in body:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(PACE_SECONDS)
            if reader._buffer:  # type: ignore[attr-defined]  # it was answered
                break
        async with asyncio.timeout(20):
            return (await reader.readline()).partition(b" ")[2][:3]
    return GONE


async def ended(reader: asyncio.StreamReader) -> None:
    """Until the server has closed the connection."""
    async with asyncio.timeout(20):
        with suppress(ConnectionError):
            await reader.read()


@pytest.mark.parametrize("body", [[], repeat(b" ")], ids=["silent", "trickling"])
async def test_anonymous_bodies_that_do_not_end_get_408_while_others_are_answered(
    wired: uvicorn.Server, body: Iterable[bytes]
) -> None:
    async def slow() -> bytes:
        async with connected(wired) as (reader, writer):
            status = await sent(reader, writer, POST + b"Content-Length: 1000\r\n\r\n", body)
            await ended(reader)
            return status

    async with asyncio.TaskGroup() as group:
        crowd = [group.create_task(slow()) for _ in range(150)]
        async with connected(wired) as (reader, writer):
            assert await sent(reader, writer, GET + b"\r\n") == b"200"
    statuses = {one.result() for one in crowd}
    assert statuses <= ({b"408", GONE} if body else {b"408"}), (
        "a byte that crosses the answer makes the client's system drop it"
    )
    await nobody_connected(wired)


@asynccontextmanager
async def uploading(team: Team, wired: uvicorn.Server) -> AsyncIterator[tuple[str, bytes]]:
    """The path of an announced file, and the head of a request that sends it whole."""
    path = await announced(team, "noor", await register(team), PIECES)
    head = (
        f"PATCH {path} HTTP/1.1\r\nHost: localhost:{wired.config.port}\r\nOrigin: {ORIGIN}\r\nUpload-Offset: 0\r\n"
        f"Tus-Resumable: 1.0.0\r\nCookie: {COOKIE}={team.client('noor').cookies[COOKIE]}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {PIECES}\r\n\r\n"
    )
    yield path, head.encode()


async def test_a_slow_upload_of_a_member_takes_longer_than_other_bodies_may(team: Team, wired: uvicorn.Server) -> None:
    assert PIECES * PACE_SECONDS > 2 * BODY_SECONDS
    async with uploading(team, wired) as (_, head), connected(wired) as (reader, writer):
        assert await sent(reader, writer, head, repeat(b"x", PIECES)) == b"204"


async def test_a_silent_upload_gets_408_and_what_arrived_is_kept(team: Team, wired: uvicorn.Server) -> None:
    async with uploading(team, wired) as (path, head), connected(wired) as (reader, writer):
        assert await sent(reader, writer, head, repeat(b"x", 3)) == b"408"

        async def is_kept() -> bool:
            stands = await team.client("noor").head(path, headers={"Tus-Resumable": "1.0.0"})
            return bool(stands.headers.get("Upload-Offset") == "3")

        await until(is_kept, within=20)


async def test_a_body_that_goes_on_after_its_refusal_is_cut(wired: uvicorn.Server) -> None:
    """uvicorn reads on without a limit: the answer is there, and each byte ends its patience for the next request."""
    head = b"PATCH /api/jits/x/evidence/x/files/x HTTP/1.1\r\nHost: localhost:8000\r\nContent-Length: 1000000\r\n\r\n"
    async with connected(wired) as (reader, writer):
        assert await sent(reader, writer, head) == b"404"
        rest = asyncio.create_task(ended(reader))
        async with asyncio.timeout(20):
            with suppress(ConnectionError):
                while not rest.done():
                    writer.write(b"x")
                    await asyncio.sleep(PACE_SECONDS)
    await nobody_connected(wired)


@pytest.mark.parametrize("more", [b"\r\n", b"GET /api/hea"], ids=["line break", "half a head"])
async def test_what_begins_no_request_after_an_answer_is_not_waited_for(
    wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch, more: bytes
) -> None:
    monkeypatch.setattr(deadlines, "HEAD_SECONDS", 0.3)
    async with connected(wired) as (reader, writer):
        assert await sent(reader, writer, GET + b"\r\n") == b"200"
        writer.write(more)
        await ended(reader)


async def test_an_answer_that_nobody_takes_is_cut(wired: uvicorn.Server) -> None:
    async with connected(wired, limit=1024) as (reader, writer):
        writer.write(b"GET /api/openapi.json HTTP/1.1\r\nHost: localhost:8000\r\n\r\n" * 4)
        await reader.readline()
        await nobody_connected(wired)
        with pytest.raises(asyncio.IncompleteReadError):
            await reader.readexactly(8 * 2**20)


async def test_an_answer_that_is_taken_slowly_comes_whole(wired: uvicorn.Server) -> None:
    async with connected(wired, limit=1024) as (reader, writer):
        writer.write(b"GET /api/openapi.json HTTP/1.1\r\nHost: localhost:8000\r\nConnection: close\r\n\r\n")
        head = await reader.readuntil(b"\r\n\r\n")
        size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        began, taken = asyncio.get_running_loop().time(), 0
        while piece := await reader.read(16 * 1024):
            taken += len(piece)
            await asyncio.sleep(0.05)
        assert taken == size
        assert asyncio.get_running_loop().time() - began > 2 * SILENCE_SECONDS


async def test_warnings_that_strangers_cause_are_written_once_a_second(
    wired: uvicorn.Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "uvicorn.error"):
        for _ in range(50):
            async with connected(wired) as (reader, writer):
                assert await sent(reader, writer, b"\x00\x01\r\n\r\n") == b"400"
    written = [one for one in caplog.records if one.name == "uvicorn.error"]
    spanned = written[-1].created - written[0].created
    assert 1 <= len(written) <= spanned + 1.01
