"""Who is here, as each listener may know it: every seat of the team, and what one's own party's people have turned to.

All processes of one database share it (`services/presences.py`); a lost notification delays it by a second. An exhibit to
which somebody has turned is shown within that party only, and there only to those who may see the exhibit now: judged
anew every second, for the one who turned and for each who is told. What has not changed is not sent.
Deliberately not here: the places of this process (`realtime/attendance.py`).
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from app import clock, log
from app.access import sight
from app.access.seats import Seat
from app.access.sight import Releases
from app.database import Database
from app.realtime import frames
from app.realtime.attendance import Attendance
from app.realtime.frames import Told
from app.realtime.listener import Listener
from app.services import presences
from app.services.presences import Present

_BEAT_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.05  # a crowd that comes at once is told once

_logger = log.get("presence")

Crowds = Callable[[], Mapping[UUID, Iterable[Listener]]]


class Presence:
    """The presence of one server process."""

    def __init__(self, database: Database, crowds: Crowds) -> None:
        """`crowds`: who listens, by JIT."""
        self._database, self._crowds = database, crowds
        self._process = clock.new_id()
        self._attendance = Attendance()
        self._rooms: dict[UUID, tuple[Present, ...]] = {}
        self._marks: Mapping[UUID, str] = {}
        self._releases: Releases = {}
        self._drawn: dict[UUID, tuple[tuple[Present, ...], dict[frozenset[str], str]]] = {}
        self._news = asyncio.Event()

    def hint(self) -> None:
        """Somebody, here or elsewhere, may have come, left or turned."""
        self._news.set()

    def arrive(self, seat: Seat) -> None:
        """A socket more."""
        self._attendance.arrive(seat)
        self._news.set()

    async def around(self, seat: Seat) -> str:
        """Who is here, the newcomer at this seat included, as JSON for it."""
        if seat.jit not in self._rooms:
            self._rooms |= await presences.of(self._database, [seat.jit])
        room, now = self._room(seat.jit), clock.now()
        return self._people(seat.jit, room, frozenset(one.seat for one in room if self._may_tell(one, seat, now)))

    def leave(self, seat: Seat) -> None:
        """A socket less; some seconds later it is noticed."""
        self._attendance.leave(seat)

    def turn(self, seat: Seat, focus: UUID | None) -> None:
        """What the person at this seat looks at."""
        self._attendance.turn(seat, focus)
        self._news.set()

    async def keep(self) -> None:
        """Until cancelled: say who is here, hear who is elsewhere, show it."""
        while True:
            try:
                await self._beat()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("presence cannot be shared; trying again")
                await asyncio.sleep(_BEAT_SECONDS)
            try:
                async with asyncio.timeout(_BEAT_SECONDS):
                    await self._news.wait()
                    await asyncio.sleep(_GATHER_SECONDS)
            except TimeoutError:
                pass
            self._news.clear()

    async def _beat(self) -> None:
        jits = list(self._crowds())
        self._rooms = {jit: room for jit, room in self._rooms.items() if jit in jits}
        self._drawn = {jit: drawn for jit, drawn in self._drawn.items() if jit in jits}
        if not jits and not self._attendance:
            return
        self._attendance.forget_who_left()
        if await presences.renew(self._database, self._process):
            self._attendance.say_all_again()
        await self._judge()
        await self._say()
        await self._hear(jits)
        now = clock.now()
        for jit, crowd in self._crowds().items():
            self._show(jit, crowd, now)

    async def _judge(self) -> None:
        """Which exhibits anybody has turned to, and to whom they are released; nobody stays turned to what it may not see."""
        asked = {one.focus for room in self._rooms.values() for one in room if one.focus}
        asked |= {focus for _, focus in self._attendance.focused()}
        self._releases = {}
        if asked:
            async with self._database.engine() as session:
                self._releases = await sight.releases_of(session, asked)
        now = clock.now()
        for seat, focus in self._attendance.focused():
            if not sight.sees(seat, focus, self._releases, now):
                self._attendance.turn(seat, None)

    async def _say(self) -> None:
        here, gone = self._attendance.unsaid()
        if not here and not gone:
            return
        try:
            await presences.say(self._database, self._process, here, gone)
        except BaseException:
            self._attendance.unsay(here, gone)
            raise

    async def _hear(self, jits: list[UUID]) -> None:
        marks = await presences.marks(self._database, jits)
        changed = [jit for jit in jits if jit not in self._rooms or marks.get(jit) != self._marks.get(jit)]
        if changed:
            self._rooms |= await presences.of(self._database, changed)
            await self._judge()
        self._marks = marks

    def _show(self, jit: UUID, crowd: Iterable[Listener], now: datetime) -> None:
        room = self._room(jit)
        turned = [one for one in room if one.focus]
        made: dict[frozenset[str], tuple[str, Told]] = {}
        for listener in crowd:
            focuses = frozenset(one.seat for one in turned if self._may_tell(one, listener.seat, now))
            if focuses not in made:
                people = self._people(jit, room, focuses)
                made[focuses] = people, Told(frames.presence(people))
            people, told = made[focuses]
            if people is not listener.shown and people != listener.shown:
                listener.offer(told)
            listener.shown = people  # one text for all who were shown the same

    def _room(self, jit: UUID) -> tuple[Present, ...]:
        """Who is here as the database told it last, and who has come to this process since."""
        known = self._rooms.get(jit, ())
        newcomers = self._attendance.others(jit, {one.seat for one in known})
        return tuple(sorted((*known, *newcomers), key=lambda one: one.seat)) if newcomers else known

    def _may_tell(self, one: Present, seat: Seat, now: datetime) -> bool:
        """Whether this seat may know to what somebody has turned."""
        if one.focus is None or seat.party is None or one.party != seat.party:
            return False
        return sight.sees(seat, one.focus, self._releases, now)

    def _people(self, jit: UUID, room: tuple[Present, ...], focuses: frozenset[str]) -> str:
        """The room as JSON, with what those of `focuses` have turned to: made once for all who are shown the same."""
        if jit not in self._drawn or self._drawn[jit][0] != room:
            self._drawn[jit] = room, {}
        drawn = self._drawn[jit][1]
        if focuses not in drawn:
            told = (
                frames.person(one.seat, one.party_code, one.since, one.focus if one.seat in focuses else None)
                for one in room
            )
            drawn[focuses] = f"[{','.join(told)}]"
        return drawn[focuses]
