"""Tell a member's sockets that an export package of theirs made progress; the API returns the progress.

Progress is not in the ledger, so these events have no position. A client that was away reads its packages again after
the welcome frame. Every process looks at the packages in progress on a notification, and at the latest after a second.
Not here: making packages (`services/audit/export_making.py`).
"""

import asyncio
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from app import log
from app.database import Database
from app.realtime import frames
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener
from app.realtime.repeating import repeat
from app.realtime.standings import Standings
from app.services.audit import bundle_news
from app.services.audit.bundle_news import UnfinishedPackage

_LOOK_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.1  # pages are written faster than the display needs

_logger = log.get("bundles")


class Bundles:
    """The listeners of one server process by member, and the packages in progress at the last look."""

    def __init__(self, database: Database, standings: Standings) -> None:
        """Create it. It queries nothing until there is a listener."""
        self._database, self._standings = database, standings
        self._listeners: dict[UUID, set[Listener]] = {}
        self._known: Mapping[UUID, UnfinishedPackage] | None = None
        self._news = asyncio.Event()

    def hint(self) -> None:
        """Note that a package made progress or has ended."""
        self._news.set()

    async def arrive(self, listener: Listener) -> None:
        """Send events to this listener from now on. Call before the welcome frame, so that no change is missed."""
        if self._known is None:
            seen = await bundle_news.of(self._database)
            self._known = seen if self._known is None else self._known
        self._listeners.setdefault(listener.seat.id, set()).add(listener)

    def leave(self, listener: Listener) -> None:
        """Remove the listener; without listeners nothing is queried."""
        here = self._listeners.get(listener.seat.id, set())
        here.discard(listener)
        if not here:
            self._listeners.pop(listener.seat.id, None)
        if not self._listeners:
            self._known = None

    async def keep(self) -> None:
        """Send progress events until cancelled."""
        await repeat(
            self._look,
            self._news,
            every=_LOOK_SECONDS,
            gather=_GATHER_SECONDS,
            logger=_logger,
            failure="progress of export packages cannot be read; trying again",
        )

    async def _look(self) -> None:
        if self._known is None:
            return
        now = await bundle_news.of(self._database)
        if not self._listeners:  # the last listener left during the query; `_known` was reset
            return
        known, self._known = self._known, now
        changed = {
            export: (now.get(export) or known[export]).seat
            for export in known.keys() | now.keys()
            if now.get(export) != known.get(export)
        }
        told = [(one, export) for export, seat in changed.items() for one in self._listeners.get(seat, ())]
        await self._standings.look_at({one for one, _ in told})
        for one, export in told:
            one.offer(OutgoingFrame(frames.export(export)))
