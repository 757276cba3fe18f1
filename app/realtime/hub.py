"""The hub of one server process: follows the ledger, offers each fact to the listeners who may know it.

The audience is judged at the moment of sending, against a seat that is looked at again every second: one query for all
listeners. A published checkpoint is told to everybody, behind the facts that it covers. Several processes on one database
each have a hub, and give the same stream.
Deliberately not here: what was before a listener joined (`realtime/socket.py` reads that through the guarded door).
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from app import clock, log
from app.access import standing
from app.access.sight import Releases
from app.database import Database
from app.ledger import checkpoints, following, sequencer
from app.ledger.audiences import Audience
from app.realtime import crowd, frames
from app.realtime.bundles import Bundles
from app.realtime.crowd import Crowd, Windows
from app.realtime.frames import Told
from app.realtime.limits import Places
from app.realtime.listener import Listener
from app.realtime.presence import Presence
from app.realtime.talk import Talk
from app.services import bundle_news, presences, pulses

_POLL_SECONDS: Final = 1.0
_LOOK_EVERY_SECONDS: Final = 1.0

_logger = log.get("hub")


@dataclass(slots=True)
class _Followed:
    """A ledger that is followed: the next position, the size published last, and in which checkpoint."""

    next: int
    published: int
    checkpoint: int
    crowd: Crowd = field(default_factory=Crowd)


class Hub:
    """All listeners of this process."""

    def __init__(self, database: Database, *, idle: timedelta) -> None:
        """Follows nothing until somebody listens. `idle`: a session unused for so long is over.

        `places`: how many sockets each seat has open at this process, until their connections have ended.
        """
        self._database, self._idle = database, idle
        self._ledgers: dict[UUID, _Followed] = {}
        self._arriving: set[Listener] = set()
        self._news = asyncio.Event()
        self._published = False
        self._closed = False
        self.places = Places()
        self.talk = Talk(database)
        self.bundles = Bundles(database)
        self.presence = Presence(database, lambda: {jit: one.crowd for jit, one in self._ledgers.items()})

    def arrive(self, listener: Listener) -> None:
        """From now on its seat is looked at, however long it takes to read what it missed."""
        self._arriving.add(listener)
        if self._closed:
            listener.end("restart")

    async def join(self, listener: Listener) -> tuple[int, int]:
        """From now on the listener is offered facts, from the first position returned on; and the size published last."""
        jit = listener.seat.jit
        if jit not in self._ledgers:
            standing_at = await following.standing_of(self._database, jit)
            self._ledgers.setdefault(jit, _Followed(*standing_at))
        ledger = self._ledgers[jit]
        ledger.crowd.add(listener)
        self._arriving.discard(listener)
        self.presence.hint()
        return ledger.next, ledger.published

    def leave(self, listener: Listener) -> None:
        """No more facts for this one; a JIT without listeners is not followed."""
        self._arriving.discard(listener)
        ledger = self._ledgers.get(listener.seat.jit)
        if ledger is not None:
            ledger.crowd.discard(listener)
            if not len(ledger.crowd):
                del self._ledgers[listener.seat.jit]

    def close(self) -> None:
        """The server stops: everybody resumes elsewhere, also who comes only now."""
        self._closed = True
        for listener in self._all():
            listener.end("restart")

    def count(self) -> int:
        """How many listen."""
        return sum(len(ledger.crowd) for ledger in self._ledgers.values())

    def reached(self, jit: UUID) -> int:
        """The position up to which everybody who listens here was offered what it may know; -1 where nobody listens."""
        ledger = self._ledgers.get(jit)
        return -1 if ledger is None else ledger.next - 1

    async def follow(self) -> None:
        """Until cancelled: read new facts on news, or once a second."""
        tells = {
            sequencer.CHANNEL: self._news.set,
            checkpoints.CHANNEL: self._hear_of_checkpoint,
            presences.CHANNEL: self.presence.hint,
            pulses.CHANNEL: self.talk.hint,
            bundle_news.CHANNEL: self.bundles.hint,
        }
        while True:
            try:
                async with following.news(self._database, tells) as lasts:
                    self._published = True
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
                    verdicts = await self._verdicts(listeners)
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("seats cannot be looked at; closing every socket")
                verdicts = ["restart"] * len(listeners)
            for listener, verdict in zip(listeners, verdicts, strict=True):
                if verdict is not None:
                    listener.end(verdict)

    async def _verdicts(self, listeners: Sequence[Listener]) -> list[str | None]:
        """Each seat is asked for once by session and roles, whatever number of windows it has open."""
        keys = [(one.seat.id, one.seat.session, one.seat.roles) for one in listeners]
        asked = {key: one.seat for key, one in zip(keys, listeners, strict=True)}
        answers = await standing.of(self._database, list(asked.values()), idle=self._idle)
        verdicts = dict(zip(asked, answers, strict=True))
        return [verdicts[key] for key in keys]

    def _hear_of_checkpoint(self) -> None:
        self._published = True
        self._news.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_POLL_SECONDS):
                await self._news.wait()
        except TimeoutError:
            self._published = True  # a lost notification, of whichever kind
        self._news.clear()

    async def _catch_up(self) -> None:
        if not self._ledgers:
            return
        heads: Mapping[UUID, tuple[int, int]] = {}
        if self._published:
            self._published = False
            heads = await following.heads_of(self._database, list(self._ledgers))
        while self._ledgers:
            nexts = {jit: one.next for jit, one in self._ledgers.items()}
            rows, releases = await following.facts_of(self._database, nexts)
            self._offer(rows, releases)
            if len(rows) < following.PAGE:
                break
        for jit, (checkpoint, size) in heads.items():
            self._tell_head(jit, checkpoint, size)

    def _offer(self, rows: Sequence[Any], releases: Releases) -> None:
        """What was read in one moment: much of it is of one task, or of one exhibit, and its audience is judged once."""
        judged: dict[tuple[UUID, Audience], Sequence[Windows]] = {}
        told: list[tuple[Told, Sequence[Windows]]] = []
        try:
            for row in rows:
                ledger = self._ledgers.get(row.jit)
                if ledger is not None and ledger.next == row.position:
                    ledger.next = row.position + 1
                    fact = frames.fact(row.position, row.kind, row.subject, row.seat, row.party_code, row.at)
                    one = row.jit, following.audience(row.audience)
                    if one not in judged:
                        judged[one] = ledger.crowd.hearing(one[1], releases, clock.now())
                    told.append((fact, judged[one]))
        finally:  # whatever is wrong with one, those before it are told
            crowd.tell(told)

    def _tell_head(self, jit: UUID, checkpoint: int, size: int) -> None:
        """Once every fact that it covers was offered: a client resumes behind a head, too."""
        ledger = self._ledgers.get(jit)
        if ledger is None or checkpoint <= ledger.checkpoint or size > ledger.next:
            return
        ledger.checkpoint, ledger.published = checkpoint, size
        told = frames.head(size)
        for listener in ledger.crowd:
            listener.offer(told)

    def _all(self) -> list[Listener]:
        return [*self._arriving, *(listener for ledger in self._ledgers.values() for listener in ledger.crowd)]
