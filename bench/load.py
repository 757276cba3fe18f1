"""Requests against a server on the loopback address: cheap, on kept connections, one after another for each client.

A client that costs as much as the server would measure itself, so this speaks just enough HTTP/1.1: an answer has a
Content-Length, or is chunked. Deliberately not here: websockets and uploads.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from bench.harness import percentile


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: bytes
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - whatever it is
        """The body, parsed."""
        return json.loads(self.body)


@dataclass(slots=True)
class Load:
    """What a round of requests saw: how many, for how long, and each one's seconds."""

    seconds: float
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return len(self.latencies) / self.seconds

    def at(self, share: float) -> float:
        """A percentile of the latencies, in seconds."""
        return percentile(self.latencies, share)


class Client:
    """One kept connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Use `Client.connect`."""
        self._reader, self._writer = reader, writer

    @classmethod
    async def connect(cls, port: int) -> Self:
        """To a server on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**22))

    async def ask(self, message: bytes) -> Answer:
        """Send one request, read its whole answer."""
        self._writer.write(message)
        head = await self._reader.readuntil(b"\r\n\r\n")
        lowered = head.lower()
        length = _length(lowered)
        body = await self._reader.readexactly(length) if length is not None else await self._chunks()
        return Answer(int(head[9:12]), head, body)

    async def _chunks(self) -> bytes:
        body = bytearray()
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            body += (await self._reader.readexactly(size + 2))[:-2]
        await self._reader.readuntil(b"\r\n")
        return bytes(body)

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


def _length(head: bytes) -> int | None:
    """The Content-Length; None for a chunked answer; 0 where there is no body."""
    at = head.find(b"\r\ncontent-length:")
    if at >= 0:
        return int(head[at + 17 : head.index(b"\r", at + 17)])
    return None if b"transfer-encoding: chunked" in head else 0


def request(method: str, port: int, path: str, *, headers: dict[str, str] | None = None, body: object = None) -> bytes:
    """The bytes of a request, to be sent as often as one likes."""
    content = b"" if body is None else json.dumps(body).encode()
    named = {"Host": f"localhost:{port}", **(headers or {})}
    if body is not None:
        named |= {"Content-Type": "application/json"}
    if method != "GET":
        named |= {"Content-Length": str(len(content))}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + content


async def hammer(
    port: int, message: bytes | Callable[[], bytes], *, clients: int, seconds: float, expected: int = 200
) -> Load:
    """The same request (or each a new one) by so many clients at once, for so long. Raises on any other status."""
    crowd = [await Client.connect(port) for _ in range(clients)]
    load = Load(seconds)
    began = time.perf_counter()
    try:
        await asyncio.gather(*(_go_on(one, message, began + seconds, expected, load) for one in crowd))
    finally:
        load.seconds = time.perf_counter() - began
        for one in crowd:
            one.close()
    return load


async def _go_on(client: Client, message: bytes | Callable[[], bytes], until: float, expected: int, load: Load) -> None:
    while (began := time.perf_counter()) < until:
        answer = await client.ask(message if isinstance(message, bytes) else message())
        if answer.status != expected:
            raise RuntimeError(f"answered {answer.status}: {answer.body[:500]!r}")
        load.latencies.append(time.perf_counter() - began)


def in_turn(messages: list[bytes]) -> Callable[[], bytes]:
    """One after another, from the first again after the last: for `hammer`."""

    def endless() -> Iterator[bytes]:
        while True:
            yield from messages

    return endless().__next__
