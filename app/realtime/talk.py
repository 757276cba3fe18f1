"""Talk as it comes: whoever is of a channel is told that it has something new, and reads it through the guarded door.

The ledger says nothing of talk, so nothing here has a position: a client that was away reads its channels anew once it is
welcomed, and from then on is told. All processes of one database look at the channels' pulses (`services/pulses.py`), at once on a
notification and at the latest after a second. Deliberately not here: decisions, which are facts (`realtime/hub.py`).
"""

import asyncio
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from app import log
from app.access.channels import sits_in
from app.database import Database
from app.realtime import frames
from app.realtime.frames import Told
from app.realtime.listener import Listener
from app.services import pulses
from app.services.pulses import Beating

_BEAT_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.02  # what is said at once is told once

_logger = log.get("talk")


class Talk:
    """The listeners of one server process, by team, and the pulses as they were last seen."""

    def __init__(self, database: Database) -> None:
        """Looks at nothing until somebody listens."""
        self._database = database
        self._listeners: dict[UUID, set[Listener]] = {}
        self._known: dict[UUID, Mapping[UUID, Beating]] = {}
        self._news = asyncio.Event()
        self._unsaid = False

    def hint(self) -> None:
        """Somebody elsewhere may have said something."""
        self._news.set()

    def said(self) -> None:
        """Somebody here has."""
        self._unsaid = True
        self._news.set()

    async def arrive(self, listener: Listener) -> None:
        """From now on the listener is told: before it is welcomed, so that it misses nothing of what it does not read then."""
        jit = listener.seat.jit
        if jit not in self._known:
            seen = _of(await pulses.of(self._database, [jit]), jit)
            self._known.setdefault(jit, seen)
        self._listeners.setdefault(jit, set()).add(listener)

    def leave(self, listener: Listener) -> None:
        """No more; the channels of a team without listeners are not looked at."""
        jit = listener.seat.jit
        here = self._listeners.get(jit, set())
        here.discard(listener)
        if not here:
            self._listeners.pop(jit, None)
            self._known.pop(jit, None)

    async def keep(self) -> None:
        """Until cancelled: say that something was said here, and tell whoever is of a channel that beat."""
        while True:
            try:
                await self._beat()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("pulses cannot be looked at; trying again")
                await asyncio.sleep(_BEAT_SECONDS)
            try:
                async with asyncio.timeout(_BEAT_SECONDS):
                    await self._news.wait()
                    await asyncio.sleep(_GATHER_SECONDS)
            except TimeoutError:
                pass
            self._news.clear()

    async def _beat(self) -> None:
        if self._unsaid:
            await pulses.tell(self._database)
            self._unsaid = False
        jits = list(self._listeners)
        if not jits:
            return
        beating = await pulses.of(self._database, jits)
        for jit in jits:
            known, now = self._known.get(jit), _of(beating, jit)
            if known is None:  # the last one left meanwhile
                continue
            self._known[jit] = now
            for channel, one in now.items():
                former = known.get(channel)
                if former is None or former.beats != one.beats:
                    self._tell(jit, channel, one)

    def _tell(self, jit: UUID, channel: UUID, beating: Beating) -> None:
        told = Told(frames.talk(channel))
        for listener in self._listeners.get(jit, ()):
            if sits_in(listener.seat, whole=beating.whole, parties=beating.parties):
                listener.offer(told)


def _of(beating: Mapping[UUID, Beating], jit: UUID) -> Mapping[UUID, Beating]:
    return {channel: one for channel, one in beating.items() if one.jit == jit}
