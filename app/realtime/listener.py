"""One listener: a socket's seat, what waits for it, and how far it has come.

What is told goes straight to the wire while its reader keeps up; otherwise it waits in a bounded queue. Deliberately not
here: the websocket itself (`realtime/socket.py`) and who gets what (`realtime/hub.py`).
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.access.seats import Seat
from app.realtime.frames import Told

#: Bytes after which a piece of what waits is long enough: about as many as `frames.TOGETHER` facts have. Who reads slowly has this
#: and the wire's own buffer in memory, and presence of a large team is longer than a hundred facts.
_PIECE: Final = 32_768


class Writer(Protocol):
    """The wire, as a listener sees it."""

    writable: asyncio.Event

    def write(self, frames: bytes) -> None:
        """Send the bytes of whole frames; into the void when the connection is gone."""


@dataclass(eq=False, slots=True)
class Listener:
    """`reached`: the position to resume behind; `shown`: who is here, as last told. `ending` is set once, by whoever ends it first.

    `ending` is the reason of a goodbye, or the code with which the socket closes without one.
    """

    seat: Seat
    wire: Writer
    reached: int
    room: int
    shown: str = ""
    queue: deque[Told] = field(init=False, default_factory=deque)
    ending: asyncio.Future[str | int] = field(init=False)
    _flowing: bool = field(init=False, default=False)
    _draining: asyncio.Task[None] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """It ends by its own loop."""
        self.ending = asyncio.get_running_loop().create_future()

    def offer(self, *told: Told, piece: bytes = b"") -> None:
        """Send it in one piece, or let it wait, or end as `slow`: nobody else waits for this one.

        `piece`: facts in order, as they go over the wire, where they were joined for several listeners.
        """
        if self._flowing and self.wire.writable.is_set():
            if piece and told[0].position > self.reached:
                self.wire.write(piece)
                self.reached = told[-1].position
            else:
                self.send(*told)
        elif len(self.queue) + len(told) > self.room:
            self.end("slow")
        else:
            self.queue.extend(told)
            if self._flowing:
                self._flowing = False
                self._draining = asyncio.create_task(self.flow())

    def send(self, *told: Told) -> None:
        """Send it in one piece, now."""
        news = []
        for one in told:
            if one.position > self.reached or one.again:  # the hub may be behind what was read from the ledger
                news.append(one.frame)
                self.reached = max(self.reached, one.position)
        if news:
            self.wire.write(b"".join(news))

    async def flow(self) -> None:
        """Send what waits, as the reader takes it; from then on what is offered goes straight to the wire."""
        while self.queue:
            await self.wire.writable.wait()
            if self.ending.done():
                return
            self.send(*self._together())
        self._flowing = not self.ending.done()

    def _together(self) -> list[Told]:
        """What waits and goes over the wire in one piece: somebody who has fallen behind costs no more than who has not."""
        some, size = list[Told](), 0
        while self.queue and size < _PIECE:
            some.append(self.queue.popleft())
            size += len(some[-1].frame)
        return some

    def end(self, reason: str | int) -> None:
        """The first reason counts. Nothing more is sent but the goodbye."""
        self._flowing = False
        if not self.ending.done():
            self.ending.set_result(reason)

    def stop(self) -> None:
        """Nobody waits for the reader any more."""
        self._flowing = False
        if self._draining is not None:
            self._draining.cancel()
