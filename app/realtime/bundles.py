"""Bundles as they are made: the seat that asked for one is told that it is further, and reads how far through the guarded door.

An export is an entry, and how far it is none: so nothing here has a position, and a client that was away reads its bundles anew
once it is welcomed. All processes of one database look at what is under way, at once on a notification and at the latest after a
second. Deliberately not here: making them (`services/export_making.py`).
"""

import asyncio
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from app import log
from app.database import Database
from app.realtime import frames
from app.realtime.frames import Told
from app.realtime.listener import Listener
from app.services import bundle_news
from app.services.bundle_news import UnderWay

_LOOK_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.1  # pages are written faster than anybody looks

_logger = log.get("bundles")


class Bundles:
    """The listeners of one server process by seat, and what was under way when it was last looked at."""

    def __init__(self, database: Database) -> None:
        """Looks at nothing until somebody listens."""
        self._database = database
        self._listeners: dict[UUID, set[Listener]] = {}
        self._known: Mapping[UUID, UnderWay] | None = None
        self._news = asyncio.Event()

    def hint(self) -> None:
        """One is further, or has ended."""
        self._news.set()

    async def arrive(self, listener: Listener) -> None:
        """From now on the listener is told: before it is welcomed, so that it misses nothing of what it does not read then."""
        if self._known is None:
            seen = await bundle_news.of(self._database)
            self._known = seen if self._known is None else self._known
        self._listeners.setdefault(listener.seat.id, set()).add(listener)

    def leave(self, listener: Listener) -> None:
        """No more; while nobody listens nothing is looked at."""
        here = self._listeners.get(listener.seat.id, set())
        here.discard(listener)
        if not here:
            self._listeners.pop(listener.seat.id, None)
        if not self._listeners:
            self._known = None

    async def keep(self) -> None:
        """Until cancelled: tell each seat which of its bundles are further, or under way no more."""
        while True:
            try:
                await self._look()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("bundles cannot be looked at; trying again")
                await asyncio.sleep(_LOOK_SECONDS)
            try:
                async with asyncio.timeout(_LOOK_SECONDS):
                    await self._news.wait()
                    await asyncio.sleep(_GATHER_SECONDS)
            except TimeoutError:
                pass
            self._news.clear()

    async def _look(self) -> None:
        if self._known is None:
            return
        now = await bundle_news.of(self._database)
        if not self._listeners:  # the last has left meanwhile, and nothing is known any more
            return
        known, self._known = self._known, now
        for export in known.keys() | now.keys():
            one = now.get(export)
            if one != known.get(export):
                self._tell(export, (one or known[export]).seat)

    def _tell(self, export: UUID, seat: UUID) -> None:
        for listener in self._listeners.get(seat, ()):
            listener.offer(Told(frames.export(export)))
