"""Tell listeners that a channel of theirs changed; the client reads the change from the API.

Messages are not in the ledger, so these events have no position. A client that was away reads its channels again after
the welcome frame. Every process reads the channels' counters (`services/coordination/channels.py`) on a notification, and at the
latest after a second.
Not here: decisions, which are facts (`realtime/hub.py`).
"""

import asyncio
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from app import log
from app.access.coordination.channels import sits_in
from app.database import Database
from app.realtime import frames
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener
from app.realtime.repeating import repeat
from app.realtime.standings import Standings
from app.services.coordination import channels
from app.services.coordination.channels import ChannelCounter

_BEAT_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.02  # messages sent at the same time cause one event

_logger = log.get("chat")


class Chat:
    """The listeners of one server process by team, and the channel counters at the last look."""

    def __init__(self, database: Database, standings: Standings) -> None:
        """Create it. It queries nothing until there is a listener."""
        self._database, self._standings = database, standings
        self._listeners: dict[UUID, set[Listener]] = {}
        self._known: dict[UUID, Mapping[UUID, ChannelCounter]] = {}
        self._news = asyncio.Event()
        self._is_unannounced = False

    def hint(self) -> None:
        """Note that a channel may have changed at another process."""
        self._news.set()

    def note_change(self) -> None:
        """Note that a channel changed through this process."""
        self._is_unannounced = True
        self._news.set()

    async def arrive(self, listener: Listener) -> None:
        """Send events to this listener from now on. Call before the welcome frame, so that no change is missed."""
        jit = listener.seat.jit
        if jit not in self._known:
            seen = _of(await channels.read_counters(self._database, [jit]), jit)
            self._known.setdefault(jit, seen)
        self._listeners.setdefault(jit, set()).add(listener)

    def leave(self, listener: Listener) -> None:
        """Remove the listener; channels of a team without listeners are not queried."""
        jit = listener.seat.jit
        here = self._listeners.get(jit, set())
        here.discard(listener)
        if not here:
            self._listeners.pop(jit, None)
            self._known.pop(jit, None)

    async def keep(self) -> None:
        """Notify other processes of changes here, and listeners of changed channels, until cancelled."""
        await repeat(
            self._beat,
            self._news,
            every=_BEAT_SECONDS,
            gather=_GATHER_SECONDS,
            logger=_logger,
            failure="channel counters cannot be read; trying again",
        )

    async def _beat(self) -> None:
        if self._is_unannounced:
            await channels.notify_of_news(self._database)
            self._is_unannounced = False
        jits = list(self._listeners)
        if not jits:
            return
        counters = await channels.read_counters(self._database, jits)
        told: list[tuple[Listener, OutgoingFrame]] = []
        for jit in jits:
            known, now = self._known.get(jit), _of(counters, jit)
            if known is None:  # the last listener left meanwhile
                continue
            self._known[jit] = now
            for channel, one in now.items():
                former = known.get(channel)
                if former is None or former.changes != one.changes:
                    frame = OutgoingFrame(frames.talk(channel))
                    told += [(listener, frame) for listener in self._hearing(jit, one)]
        await self._standings.look_at({listener for listener, _ in told})
        for listener, frame in told:
            listener.offer(frame)

    def _hearing(self, jit: UUID, counter: ChannelCounter) -> list[Listener]:
        here = self._listeners.get(jit, ())
        return [one for one in here if sits_in(one.seat, whole=counter.whole, parties=counter.parties)]


def _of(counters: Mapping[UUID, ChannelCounter], jit: UUID) -> Mapping[UUID, ChannelCounter]:
    return {channel: one for channel, one in counters.items() if one.jit == jit}
