"""Track which members have sockets open at this process: one entry per member, for any number of windows.

A member whose last socket closed stays for some seconds. Every socket ends after ten minutes and the client reconnects;
that must not be shown as leaving.
Not here: other processes (`services/teams/presences.py`), and who is shown what (`presence.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.services.teams.presences import ConnectedSeat, Present

LINGER_SECONDS: Final = 3.0
_LONG_AGO: Final = timedelta(days=1)


@dataclass(eq=False, slots=True)
class _Place:
    """One member. `left`: when the last socket closed (monotonic clock)."""

    seat: Seat
    since: datetime
    focus: UUID | None
    turned_at: datetime
    sockets: int = 0
    left: float | None = None


@dataclass(slots=True)
class Attendance:
    """The members at this process, and the changes not yet shared with the other processes."""

    _places: dict[UUID, _Place] = field(default_factory=dict)
    _unsaid: set[UUID] = field(default_factory=set)
    _gone: set[UUID] = field(default_factory=set)

    def arrive(self, seat: Seat) -> None:
        """Count one more socket of this member."""
        place = self._places.get(seat.id)
        if place is None:
            now = clock.now()
            # Without a focus yet, the member must not override the focus it reported through another process.
            place = self._places[seat.id] = _Place(seat, since=now, focus=None, turned_at=now - _LONG_AGO)
            self._unsaid.add(seat.id)
        place.seat, place.left = seat, None
        place.sockets += 1

    def others(self, jit: UUID, known: Collection[str]) -> list[Present]:
        """Return the members of a team at the sockets of this process whose codes are not in `known`."""
        return [
            Present(place.seat.code, place.seat.party, place.seat.party_code, place.since, None)
            for place in self._places.values()
            if place.seat.jit == jit and place.seat.code not in known
        ]

    def leave(self, seat: Seat) -> None:
        """Count one socket less."""
        place = self._places[seat.id]
        place.sockets -= 1
        if not place.sockets:
            place.left = clock.monotonic()

    def turn(self, seat: Seat, focus: UUID | None) -> None:
        """Set the exhibit that the member looks at, or none."""
        place = self._places[seat.id]
        if place.focus != focus:
            place.focus, place.turned_at = focus, clock.now()
            self._unsaid.add(seat.id)

    def focused(self) -> list[tuple[Seat, UUID]]:
        """Return each member that looks at an exhibit, with that exhibit."""
        return [(place.seat, place.focus) for place in self._places.values() if place.focus is not None]

    def forget_who_left(self) -> None:
        """Remove members whose last socket closed `LINGER_SECONDS` ago."""
        now = clock.monotonic()
        for seat, place in list(self._places.items()):
            if place.left is not None and now - place.left >= LINGER_SECONDS:
                del self._places[seat]
                self._unsaid.discard(seat)
                self._gone.add(seat)

    def say_all_again(self) -> None:
        """Mark all members as not yet shared, because what was shared is lost."""
        self._unsaid = set(self._places)

    def unsaid(self) -> tuple[list[ConnectedSeat], set[UUID]]:
        """Return the changes to share: members present and members gone. They count as shared; `unsay` reverts that."""
        here = [
            ConnectedSeat(place.seat.jit, one, place.since, place.focus, place.turned_at)
            for one, place in self._places.items()
            if one in self._unsaid
        ]
        gone = self._gone - set(self._places)
        self._unsaid, self._gone = set(), set()
        return here, gone

    def unsay(self, here: list[ConnectedSeat], gone: set[UUID]) -> None:
        """Mark these changes as not shared, because sharing failed."""
        self._unsaid |= {one.seat for one in here}
        self._gone |= gone

    def __bool__(self) -> bool:
        return bool(self._places or self._gone)
