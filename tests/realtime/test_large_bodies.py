"""A body over the limit gets its answer: the server reads on for a while, because closing at once would lose it."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

import pytest
import uvicorn

from app.api.guards import COOKIE
from app.realtime import deadlines
from tests.factories import reference
from tests.factories.team import Team
from tests.realtime.test_malice import nobody_connected
from tests.realtime.test_request_heads import MIB, POST, connected
from tests.support.program import ORIGIN

SIZE = 40 * MIB


async def answered(server: uvicorn.Server, head: bytes, body: Iterator[bytes]) -> bytes:
    """The status, read by a client that sends the whole body first; empty where the connection was cut."""
    async with connected(server) as (reader, writer):
        with suppress(ConnectionError):
            writer.write(head)
            await send_all(writer, body)
            async with asyncio.timeout(20):
                answer = await reader.read()
            assert b"\r\n\r\n{" in answer, "whole"
            return answer.partition(b" ")[2][:3]
    return b""


async def send_all(writer: asyncio.StreamWriter, body: Iterator[bytes]) -> None:
    for piece in body:
        writer.write(piece)
        await writer.drain()


def pieces(size: int, *, chunked: bool = False) -> Iterator[bytes]:
    for _ in range(size // MIB):
        yield (b"%x\r\n" % MIB + b" " * MIB + b"\r\n") if chunked else b" " * MIB
    if chunked:
        yield b"0\r\n\r\n"


@pytest.mark.parametrize("length", [b"Content-Length: %d" % SIZE, b"Transfer-Encoding: chunked"])
async def test_large_json_of_a_client_that_closes_gets_413(wired: uvicorn.Server, length: bytes) -> None:
    head = POST + b"Connection: close\r\n" + length + b"\r\n\r\n"
    assert await answered(wired, head, pieces(SIZE, chunked=b"chunked" in length)) == b"413"
    await nobody_connected(wired)


async def test_large_allocation_table_gets_413(team: Team, wired: uvicorn.Server) -> None:
    async with await reference.operator_of(team) as operator:
        head = (
            f"POST /api/administration/allocations/networks/preview HTTP/1.1\r\nHost: localhost:{wired.config.port}\r\n"
            f"Origin: {ORIGIN}\r\nCookie: {COOKIE}={operator.cookies[COOKIE]}\r\nContent-Type: text/csv\r\n"
            f"Connection: close\r\nContent-Length: {SIZE}\r\n\r\n"
        )
    assert await answered(wired, head.encode(), pieces(SIZE)) == b"413"


async def test_body_that_goes_on_after_its_answer_is_cut(
    wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadlines, "LEFT_BYTES", 8 * MIB)
    for connection in (b"close", b"keep-alive"):
        head = POST + b"Connection: " + connection + b"\r\nContent-Length: %d\r\n\r\n" % (256 * MIB)
        async with connected(wired) as (_, writer):
            writer.write(head)
            with pytest.raises(ConnectionError):
                await send_all(writer, pieces(256 * MIB))
    await nobody_connected(wired)
