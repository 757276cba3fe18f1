"""Tell each listener who is present in the team, and what members of its own party look at.

All processes of one database share presence (`services/teams/presences.py`); a lost notification delays it by a second.
The exhibit that a member looks at is shown only within the party, to members who may see the exhibit now. Access is
evaluated every second, for the member who looks at it and for each receiver. Unchanged presence is not sent again.
Not here: the members at this process (`realtime/attendance.py`).
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from app import clock, log
from app.access.seats import Seat
from app.access.sharing import sight
from app.access.sharing.sight import Releases
from app.database import Database
from app.realtime import frames
from app.realtime.attendance import Attendance
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener
from app.realtime.repeating import repeat
from app.realtime.standings import Standings
from app.services.teams import presences
from app.services.teams.presences import Present

_BEAT_SECONDS: Final = 1.0
_GATHER_SECONDS: Final = 0.05  # many arrivals at once are sent together

_logger = log.get("presence")

Crowds = Callable[[], Mapping[UUID, Iterable[Listener]]]


class Presence:
    """The presence of one server process."""

    def __init__(self, database: Database, standings: Standings, crowds: Crowds) -> None:
        """Create it. `crowds`: returns the listeners by JIT."""
        self._database, self._standings, self._crowds = database, standings, crowds
        self._process = clock.new_id()
        self._attendance = Attendance()
        self._rooms: dict[UUID, tuple[Present, ...]] = {}
        self._marks: Mapping[UUID, str] = {}
        self._releases: Releases = {}
        self._drawn: dict[UUID, tuple[tuple[Present, ...], dict[frozenset[str], str]]] = {}
        self._news = asyncio.Event()

    def hint(self) -> None:
        """Note that a member, here or at another process, may have come, left or changed focus."""
        self._news.set()

    def arrive(self, seat: Seat) -> None:
        """Count one more socket."""
        self._attendance.arrive(seat)
        self._news.set()

    async def around(self, seat: Seat) -> str:
        """Return who is present as JSON for this member, who is included."""
        if seat.jit not in self._rooms:
            self._rooms |= await presences.of(self._database, [seat.jit])
        room, now = self._room(seat.jit), clock.now()
        return self._people(seat.jit, room, frozenset(one.seat for one in room if self._may_tell(one, seat, now)))

    def leave(self, seat: Seat) -> None:
        """Count one socket less; the change is noticed some seconds later."""
        self._attendance.leave(seat)

    def turn(self, seat: Seat, focus: UUID | None) -> None:
        """Set what this member looks at."""
        self._attendance.turn(seat, focus)
        self._news.set()

    async def keep(self) -> None:
        """Share the members at this process, read those at other processes, and send changes, until cancelled."""
        await repeat(
            self._beat,
            self._news,
            every=_BEAT_SECONDS,
            gather=_GATHER_SECONDS,
            logger=_logger,
            failure="presence cannot be shared; trying again",
        )

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
        told = [one for jit, crowd in self._crowds().items() for one in self._shown(jit, crowd, now)]
        await self._standings.look_at({listener for listener, _ in told})
        for listener, frame in told:
            listener.offer(frame)

    async def _judge(self) -> None:
        """Read the releases of all exhibits looked at; clear the focus of members who may not see theirs."""
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

    def _shown(self, jit: UUID, crowd: Iterable[Listener], now: datetime) -> Iterator[tuple[Listener, OutgoingFrame]]:
        """Yield each listener whom a change concerns, with the frame."""
        room = self._room(jit)
        turned = [one for one in room if one.focus]
        made: dict[frozenset[str], tuple[str, OutgoingFrame]] = {}
        for listener in crowd:
            focuses = frozenset(one.seat for one in turned if self._may_tell(one, listener.seat, now))
            if focuses not in made:
                people = self._people(jit, room, focuses)
                made[focuses] = people, OutgoingFrame(frames.presence(people))
            people, told = made[focuses]
            if people is not listener.shown and people != listener.shown:
                yield listener, told
            listener.shown = people  # one string object for all who were sent the same

    def _room(self, jit: UUID) -> tuple[Present, ...]:
        """Return who is present according to the database, plus members who came to this process since."""
        known = self._rooms.get(jit, ())
        newcomers = self._attendance.others(jit, {one.seat for one in known})
        return tuple(sorted((*known, *newcomers), key=lambda one: one.seat)) if newcomers else known

    def _may_tell(self, one: Present, seat: Seat, now: datetime) -> bool:
        """Return whether this member may know what another one looks at."""
        if one.focus is None or seat.party is None or one.party != seat.party:
            return False
        return sight.sees(seat, one.focus, self._releases, now)

    def _people(self, jit: UUID, room: tuple[Present, ...], focuses: frozenset[str]) -> str:
        """Return presence as JSON with the focus of the members in `focuses`, built once per such set."""
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
