"""A client of the live channel over a real socket: `async with listen(team, "lena") as stream`."""

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
#: Seconds for what has to come, on a machine that is busy with something else.
PATIENCE: Final = 30.0


class Stream:
    """An open socket behind its welcome. `last`: the position to resume from."""

    def __init__(self, socket: ClientConnection, after: int) -> None:
        self.socket = socket
        self.last = after
        self.welcome: dict[str, Any] = {}
        self.present: list[dict[str, Any]] = []

    async def frame(self, *, within: float = PATIENCE) -> dict[str, Any]:
        """The next frame but pings, which are answered, heads and presence."""
        async with asyncio.timeout(within):
            while (said := await self.any())["type"] in {"ping", "head", "presence"}:
                pass
        return said

    async def any(self) -> dict[str, Any]:
        """The next frame of whatever type; a ping is answered."""
        said = json.loads(await self.socket.recv())
        assert isinstance(said, dict)
        if said["type"] == "ping":
            await self.socket.send('{"type":"pong"}')
        if said["type"] == "fact":
            self.last = said["position"]
        self.present = said.get("present", self.present)
        return said

    async def head(self, *, within: float = PATIENCE) -> int:
        """The position of the next head."""
        async with asyncio.timeout(within):
            while (said := await self.any())["type"] != "head":
                pass
        return int(said["position"])

    async def talk(self, *, within: float = PATIENCE) -> str:
        """The channel that the next talk frame names."""
        async with asyncio.timeout(within):
            while (said := await self.any())["type"] != "talk":
                assert said["type"] in {"ping", "head", "presence", "fact"}, said
        return str(said["channel"])

    async def sees(self, *seats: str, within: float = PATIENCE, **focuses: str | None) -> None:
        """Until it has been told that just these are here; and the exhibits to which some have turned (`NL_02=id`)."""
        wanted = {name.replace("_", "-"): focus for name, focus in focuses.items()}
        async with asyncio.timeout(within):
            while not (
                {one["seat"] for one in self.present} == set(seats)
                and all((one["focus"] or {}).get("evidence") == wanted.get(one["seat"]) for one in self.present)
            ):
                await self.any()

    async def turn(self, exhibit: str | None) -> None:
        """Tell the others what one looks at."""
        subject = None if exhibit is None else {"evidence": exhibit}
        await self.socket.send(json.dumps({"type": "focus", "subject": subject}))

    async def facts(self, count: int, *, within: float = PATIENCE) -> list[dict[str, Any]]:
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

    async def closed(self, *, within: float = PATIENCE) -> int:
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
