"""The hub of one server process: follows the ledger, offers each fact to the listeners who may know it.

The audience is judged at the moment of sending, against a seat that is looked at again every second: one query for all
listeners. Several processes on one database each have a hub, and give the same stream.
Deliberately not here: what was before a listener joined (`realtime/socket.py` reads that through the guarded door).
"""

import asyncio
from collections import defaultdict
from typing import Final
from uuid import UUID

from app import clock, log
from app.access import standing
from app.database import Database
from app.ledger import audiences, following
from app.realtime import frames
from app.realtime.frames import Heard
from app.realtime.listener import Listener

_POLL_SECONDS: Final = 1.0
_LOOK_EVERY_SECONDS: Final = 1.0

_logger = log.get("hub")


class Hub:
    """All listeners of this process."""

    def __init__(self, database: Database) -> None:
        """Follows nothing until somebody listens."""
        self._database = database
        self._listeners: dict[UUID, set[Listener]] = defaultdict(set)
        self._nexts: dict[UUID, int] = {}
        self._news = asyncio.Event()
        self._closed = False

    async def join(self, listener: Listener) -> int:
        """From now on the listener is offered facts; returns the first position that it will be offered."""
        jit = listener.seat.jit
        if jit not in self._nexts:
            start = await following.next_position(self._database, jit)
            self._nexts.setdefault(jit, start)
        self._listeners[jit].add(listener)
        if self._closed:
            listener.end("restart")
        return self._nexts[jit]

    def leave(self, listener: Listener) -> None:
        """No more facts for this one; a JIT without listeners is not followed."""
        jit = listener.seat.jit
        self._listeners[jit].discard(listener)
        if not self._listeners[jit]:
            del self._listeners[jit]
            self._nexts.pop(jit, None)

    def close(self) -> None:
        """The server stops: everybody resumes elsewhere, also who comes only now."""
        self._closed = True
        for listener in self._all():
            listener.end("restart")

    def count(self) -> int:
        """How many listen."""
        return sum(len(listeners) for listeners in self._listeners.values())

    async def follow(self) -> None:
        """Until cancelled: read new facts on news, or once a second."""
        while True:
            try:
                async with following.news(self._database, self._news.set) as lasts:
                    while lasts():
                        await self._catch_up()
                        await self._wait()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("following failed; trying again")
                await asyncio.sleep(_POLL_SECONDS)

    async def look_again(self) -> None:
        """Until cancelled: end within a second whoever lost session or seat. If nobody can be asked, everybody ends."""
        while True:
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
            listeners = self._all()
            if not listeners:
                continue
            try:
                async with asyncio.timeout(_LOOK_EVERY_SECONDS * 5):
                    verdicts = await standing.of(self._database, [listener.seat for listener in listeners])
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("seats cannot be looked at; closing every socket")
                verdicts = ["restart"] * len(listeners)
            for listener, verdict in zip(listeners, verdicts, strict=True):
                if verdict is not None:
                    listener.end(verdict)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_POLL_SECONDS):
                await self._news.wait()
        except TimeoutError:
            pass
        self._news.clear()

    async def _catch_up(self) -> None:
        while self._nexts:
            rows = await following.facts_of(self._database, dict(self._nexts))
            for row in rows:
                if self._nexts.get(row.jit) == row.position:
                    self._nexts[row.jit] = row.position + 1
                    frame = frames.fact(row.position, row.kind, row.subject, row.seat, row.party_code, row.at)
                    self._offer(Heard(row.jit, row.position, frame, frames.audience(row.audience)))
            if len(rows) < following.PAGE:
                return

    def _offer(self, heard: Heard) -> None:
        now = clock.now()
        for listener in self._listeners.get(heard.jit, ()):
            if audiences.hears(listener.seat, heard.audience, now):
                listener.offer(heard)

    def _all(self) -> list[Listener]:
        return [listener for listeners in self._listeners.values() for listener in listeners]
