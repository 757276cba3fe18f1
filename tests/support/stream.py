"""The live channel as a client hears it, over a real socket: `async with listen(team, "lena") as stream`.

Not here: the server (`server.py`).
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from app.api.guards import COOKIE
from tests.factories.team import Team

PROTOCOL: Final = Subprotocol("liaison.v1")


class Stream:
    """An open socket behind its welcome. `last`: the position to resume from."""

    def __init__(self, socket: ClientConnection, after: int) -> None:
        self.socket = socket
        self.last = after
        self.welcome: dict[str, Any] = {}

    async def frame(self, *, within: float = 3) -> dict[str, Any]:
        """The next frame but pings, which are answered."""
        async with asyncio.timeout(within):
            while (said := json.loads(await self.socket.recv())) == {"type": "ping"}:
                await self.socket.send('{"type":"pong"}')
        assert isinstance(said, dict)
        if said["type"] == "fact":
            self.last = said["position"]
        return said

    async def facts(self, count: int, *, within: float = 3) -> list[dict[str, Any]]:
        """The next frames, all of them facts."""
        frames = [await self.frame(within=within) for _ in range(count)]
        assert {frame["type"] for frame in frames} <= {"fact"}, frames
        return frames

    async def silent(self, *, for_seconds: float = 0.5) -> bool:
        """Whether nothing comes for so long."""
        try:
            await self.frame(within=for_seconds)
        except TimeoutError:
            return True
        return False

    async def closed(self, *, within: float = 3) -> int:
        """The code with which the server closes, after whatever it still says."""
        try:
            while True:
                await self.frame(within=within)
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd else 1006


@asynccontextmanager
async def opened(url: str, team: Team, name: str | None, after: int = -1, **options: Any) -> AsyncIterator[Stream]:
    """The socket, with this person's cookie, sent by the page at `url`. `options` go to the client library."""
    cookie = {} if name is None else {"Cookie": f"{COOKIE}={team.client(name).cookies[COOKIE]}"}
    defaults = {"origin": url, "subprotocols": [PROTOCOL], "additional_headers": cookie, "proxy": None}
    # It always reads on, whatever the test has taken so far; otherwise it would not even see the server close.
    options = defaults | {"max_queue": None, "ping_interval": None} | options
    async with connect(f"{url.replace('http', 'ws')}{team.path(f'/stream?after={after}')}", **options) as socket:
        yield Stream(socket, after)


@asynccontextmanager
async def listen(url: str, team: Team, name: str | None, after: int = -1, **options: Any) -> AsyncIterator[Stream]:
    """The same, welcomed."""
    async with opened(url, team, name, after, **options) as stream:
        stream.welcome = await stream.frame()
        assert stream.welcome["type"] == "welcome"
        yield stream
