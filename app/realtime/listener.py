"""One listener: the member behind a socket, its queue of frames, and the position it has reached.

Frames are written directly while the client keeps up; otherwise they wait in a bounded queue.
Not here: the websocket itself (`realtime/socket.py`), and who receives what (`realtime/hub.py`).
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.access.seats import Seat
from app.realtime.frames import OutgoingFrame

#: Bytes per write of queued frames: about as many as `frames.TOGETHER` facts have. A slow reader holds this and the
#: connection's own buffer in memory; presence of a large team is longer than a hundred facts.
_PIECE: Final = 32_768


class Writer(Protocol):
    """The connection as a listener uses it."""

    writable: asyncio.Event

    def write(self, frames: bytes) -> None:
        """Send the bytes of whole frames; they are discarded when the connection is gone."""


@dataclass(eq=False, slots=True)
class Listener:
    """A socket that receives frames.

    Attributes:
        seat: The member.
        wire: The connection.
        reached: Position after which the client can resume.
        room: Most frames that may wait in the queue.
        shown: Presence as last sent (JSON).
        queue: Frames that wait.
        ending: Set once, by the first call of `end`: reason for the last frame, or the close code without one.
    """

    seat: Seat
    wire: Writer
    reached: int
    room: int
    shown: str = ""
    queue: deque[OutgoingFrame] = field(init=False, default_factory=deque)
    ending: asyncio.Future[str | int] = field(init=False)
    _flowing: bool = field(init=False, default=False)
    _draining: asyncio.Task[None] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Create the future in the running event loop."""
        self.ending = asyncio.get_running_loop().create_future()

    def offer(self, *told: OutgoingFrame, piece: bytes = b"") -> None:
        """Send the frames in one write, queue them, or end the listener as `slow` when the queue is full.

        Args:
            told: The frames.
            piece: The frames of `told` joined, if they are facts that were joined for several listeners.
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

    def send(self, *told: OutgoingFrame) -> None:
        """Send the frames now, in one write."""
        news = []
        for one in told:
            if one.position > self.reached or one.again:  # the hub may be behind what was read from the ledger
                news.append(one.frame)
                self.reached = max(self.reached, one.position)
        if news:
            self.wire.write(b"".join(news))

    async def flow(self) -> None:
        """Send the queued frames as the client reads; afterwards, offered frames are written directly."""
        while self.queue:
            await self.wire.writable.wait()
            if self.ending.done():
                return
            self.send(*self._together())
        self._flowing = not self.ending.done()

    def _together(self) -> list[OutgoingFrame]:
        """Take the queued frames of one write, so that a slow client needs no more writes than others."""
        some, size = list[OutgoingFrame](), 0
        while self.queue and size < _PIECE:
            some.append(self.queue.popleft())
            size += len(some[-1].frame)
        return some

    def end(self, reason: str | int) -> None:
        """End the listener. The first reason counts; only the last frame is sent afterwards."""
        self._flowing = False
        if not self.ending.done():
            self.ending.set_result(reason)

    def stop(self) -> None:
        """Stop sending queued frames.

        The task is forgotten: a cancelled task keeps its traceback, which would keep the listener until garbage collection.
        """
        self._flowing = False
        if self._draining is not None:
            self._draining.cancel()
            self._draining = None
