"""A listener of the live channel, as cheap as a client can be: it counts facts and says when the last was read.

Deliberately not here: what is measured with it.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from websockets.asyncio.client import ClientConnection, connect

from bench.world import World


class Listener:
    """One socket, and what it has heard since it was opened."""

    def __init__(self, socket: ClientConnection) -> None:
        """Use `Listener.opened`."""
        self._socket = socket
        self._news = asyncio.Event()
        self.kinds: Counter[str] = Counter()
        self.positions: list[int] = []
        self.at = 0.0

    @classmethod
    @asynccontextmanager
    async def opened(cls, port: int, made: World, code: str) -> AsyncIterator[Self]:
        """Welcomed, as the leader of a party; hung up at the end."""
        headers = {"Cookie": made.cookies[code], "Origin": f"http://localhost:{port}"}
        uri = f"ws://localhost:{port}{made.path('/stream')}?after={2**40}"
        async with connect(uri, additional_headers=headers, compression=None, max_queue=None) as socket:
            welcome = json.loads(await socket.recv())
            assert welcome["type"] == "welcome", welcome
            listener = cls(socket)
            reading = asyncio.create_task(listener._read())
            try:
                yield listener
            finally:
                reading.cancel()

    async def _read(self) -> None:
        async for text in self._socket:
            frame = json.loads(text)
            if frame["type"] == "fact":
                self.kinds[frame["kind"]] += 1
                self.positions.append(frame["position"])
                self.at = time.perf_counter()
                self._news.set()
            elif frame["type"] == "ping":
                await self._socket.send('{"type":"pong"}')

    async def heard(self, kind: str, count: int) -> float:
        """When the `count`-th fact of this kind was read. Raises `TimeoutError`; each position once, in order."""
        async with asyncio.timeout(30):
            while self.kinds[kind] < count:
                self._news.clear()
                await self._news.wait()
        assert self.positions == sorted(set(self.positions))
        assert self.kinds[kind] == count, f"{count} answers, {self.kinds[kind]} facts of {kind}"
        return self.at
