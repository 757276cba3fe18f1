"""One listener: a socket's seat, its bounded queue, and how far it has come.

Deliberately not here: the websocket itself (`realtime/socket.py`) and who gets what (`realtime/hub.py`).
"""

import asyncio
from dataclasses import dataclass, field

from app.access.seats import Seat
from app.realtime.frames import Heard


@dataclass(eq=False, slots=True)
class Listener:
    """`reached`: the last position sent. `ending` is set once, with the reason, by whoever ends it first."""

    seat: Seat
    reached: int
    room: int
    queue: asyncio.Queue[Heard] = field(init=False)
    ending: asyncio.Future[str] = field(init=False)

    def __post_init__(self) -> None:
        """The queue holds `room` facts: what a slow reader costs at most."""
        self.queue = asyncio.Queue(self.room)
        self.ending = asyncio.get_running_loop().create_future()

    def offer(self, heard: Heard) -> None:
        """Queue a fact, or end as `slow`: nobody else waits for this one."""
        try:
            self.queue.put_nowait(heard)
        except asyncio.QueueFull:
            self.end("slow")

    def end(self, reason: str) -> None:
        """The first reason counts."""
        if not self.ending.done():
            self.ending.set_result(reason)
