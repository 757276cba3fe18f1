"""Follow the ledger and offer each fact to the listeners that may see it: one hub per server process.

The audience of a fact is evaluated when it is sent. Sessions and memberships are checked again after each reading, before
its facts are sent, and every second (`realtime/standings.py`). A published checkpoint is sent to everybody, after the facts that it covers. Several processes
on one database each have a hub and send the same stream.
Not here: facts from before a listener joined (`realtime/socket.py` reads them with the member's access rights).
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final
from uuid import UUID

from app import clock, log
from app.access.sharing.sight import Releases
from app.database import Database
from app.ledger import checkpoints, following, sequencer
from app.ledger.audiences import Audience
from app.realtime import frames, subscribers
from app.realtime.bundles import Bundles
from app.realtime.chat import Chat
from app.realtime.connection_limits import Places
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener
from app.realtime.presence import Presence
from app.realtime.standings import Standings
from app.realtime.subscribers import MemberSockets, Subscribers
from app.services.audit import bundle_news
from app.services.coordination import channels
from app.services.teams import presences

_POLL_SECONDS: Final = 1.0
_LOOK_EVERY_SECONDS: Final = 1.0

_logger = log.get("hub")


@dataclass(slots=True)
class _Followed:
    """A followed ledger: the next position to read, the size published last and its checkpoint."""

    next: int
    published: int
    checkpoint: int
    subscribers: Subscribers = field(default_factory=Subscribers)


class Hub:
    """All listeners of this process."""

    def __init__(self, database: Database, *, idle: timedelta) -> None:
        """Create the hub. It follows no ledger until there is a listener.

        Args:
            database: The database.
            idle: A session unused for so long has ended.

        Attributes:
            places: Number of open sockets per member at this process, until their connections have ended.
        """
        self._database = database
        self._standings = Standings(database, idle=idle)
        self._ledgers: dict[UUID, _Followed] = {}
        self._arriving: set[Listener] = set()
        self._news = asyncio.Event()
        self._published = False
        self._closed = False
        self.places = Places()
        self.chat = Chat(database, self._standings)
        self.bundles = Bundles(database, self._standings)
        self.presence = Presence(
            database, self._standings, lambda: {jit: one.subscribers for jit, one in self._ledgers.items()}
        )

    def arrive(self, listener: Listener) -> None:
        """Check this listener's membership from now on, also while it still reads what it missed."""
        self._arriving.add(listener)
        if self._closed:
            listener.end("restart")

    async def join(self, listener: Listener) -> tuple[int, int]:
        """Offer facts to the listener from now on.

        Returns:
            The position of the first fact that is offered, and the ledger size published last.
        """
        jit = listener.seat.jit
        if jit not in self._ledgers:
            standing_at = await following.standing_of(self._database, jit)
            self._ledgers.setdefault(jit, _Followed(*standing_at))
        ledger = self._ledgers[jit]
        ledger.subscribers.add(listener)
        self._arriving.discard(listener)
        self.presence.hint()
        return ledger.next, ledger.published

    def leave(self, listener: Listener) -> None:
        """Remove the listener; a JIT without listeners is not followed."""
        self._arriving.discard(listener)
        ledger = self._ledgers.get(listener.seat.jit)
        if ledger is not None:
            ledger.subscribers.discard(listener)
            if not len(ledger.subscribers):
                del self._ledgers[listener.seat.jit]

    def close(self) -> None:
        """End all listeners with `restart` because the server stops, including those that arrive later."""
        self._closed = True
        for listener in self._all():
            listener.end("restart")

    def count(self) -> int:
        """Return the number of listeners."""
        return sum(len(ledger.subscribers) for ledger in self._ledgers.values())

    def reached(self, jit: UUID) -> int:
        """Return the position up to which the listeners here were offered their facts; -1 without listeners."""
        ledger = self._ledgers.get(jit)
        return -1 if ledger is None else ledger.next - 1

    async def follow(self) -> None:
        """Read new facts on a notification or once a second, until cancelled."""
        tells = {
            sequencer.CHANNEL: self._news.set,
            checkpoints.CHANNEL: self._hear_of_checkpoint,
            presences.CHANNEL: self.presence.hint,
            channels.NEWS_CHANNEL: self.chat.hint,
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
        """End listeners whose session or membership has ended, every second until cancelled."""
        while True:
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
            await self._standings.look_at(self._all())  # no variable here holds a listener until the next second

    def _hear_of_checkpoint(self) -> None:
        self._published = True
        self._news.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_POLL_SECONDS):
                await self._news.wait()
        except TimeoutError:
            self._published = True  # in case a notification was lost
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
            rows, releases = await following.facts_with_audiences(self._database, nexts)
            await self._standings.look_at(self._listening({row.jit for row in rows}))
            self._offer(rows, releases)
            if len(rows) < following.PAGE:
                break
        new = {jit: head for jit, head in heads.items() if self._is_new(jit, *head)}
        await self._standings.look_at(self._listening(new))
        for jit, (checkpoint, size) in new.items():
            self._tell_head(jit, checkpoint, size)

    def _offer(self, rows: Sequence[following.HeardFactRow], releases: Releases) -> None:
        """Send the facts of one page. Many share task or exhibit, so each audience is evaluated once."""
        judged: dict[tuple[UUID, Audience], Sequence[MemberSockets]] = {}
        told: list[tuple[OutgoingFrame, Sequence[MemberSockets]]] = []
        try:
            for row in rows:
                ledger = self._ledgers.get(row.jit)
                if ledger is not None and ledger.next == row.position:
                    ledger.next = row.position + 1
                    fact = frames.fact(row.position, row.kind, row.subject, row.seat, row.party_code, row.at)
                    one = row.jit, following.audience(row.audience)
                    if one not in judged:
                        judged[one] = ledger.subscribers.hearing(one[1], releases, clock.now())
                    told.append((fact, judged[one]))
        finally:  # if one fact fails, the facts before it are still sent
            subscribers.tell(told)

    def _is_new(self, jit: UUID, checkpoint: int, size: int) -> bool:
        """Return whether every fact that a new head covers was offered: a client resumes after a head, too."""
        ledger = self._ledgers.get(jit)
        return ledger is not None and checkpoint > ledger.checkpoint and size <= ledger.next

    def _tell_head(self, jit: UUID, checkpoint: int, size: int) -> None:
        """Send the head."""
        ledger = self._ledgers.get(jit)
        if ledger is None:  # the last listener left meanwhile
            return
        ledger.checkpoint, ledger.published = checkpoint, size
        told = frames.head(size)
        for listener in ledger.subscribers:
            listener.offer(told)

    def _listening(self, jits: Iterable[UUID]) -> list[Listener]:
        return [one for jit in jits if jit in self._ledgers for one in self._ledgers[jit].subscribers]

    def _all(self) -> list[Listener]:
        return [*self._arriving, *(listener for ledger in self._ledgers.values() for listener in ledger.subscribers)]
