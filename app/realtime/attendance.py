"""Who is at the sockets of this process: one place for each seat, whatever number of windows it has open.

A seat whose last socket closed stays for some seconds: each socket ends after ten minutes and resumes by itself, and nobody
should see that as leaving. Deliberately not here: other processes (`services/presences.py`), and who is shown what.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.services.presences import Here, Present

LINGER_SECONDS: Final = 3.0
_LONG_AGO: Final = timedelta(days=1)


@dataclass(eq=False, slots=True)
class _Place:
    """`left`: when the last socket closed, on the clock that only grows."""

    seat: Seat
    since: datetime
    focus: UUID | None
    turned_at: datetime
    sockets: int = 0
    left: float | None = None


@dataclass(slots=True)
class Attendance:
    """The places, and what is yet to be said of them to the others."""

    _places: dict[UUID, _Place] = field(default_factory=dict)
    _unsaid: set[UUID] = field(default_factory=set)
    _gone: set[UUID] = field(default_factory=set)

    def arrive(self, seat: Seat) -> None:
        """A socket more for this seat."""
        place = self._places.get(seat.id)
        if place is None:
            now = clock.now()
            # Who has not turned to anything yet takes nothing back that the same seat said through another process.
            place = self._places[seat.id] = _Place(seat, since=now, focus=None, turned_at=now - _LONG_AGO)
            self._unsaid.add(seat.id)
        place.seat, place.left = seat, None
        place.sockets += 1

    def others(self, jit: UUID, known: Collection[str]) -> list[Present]:
        """Who of a team is at the sockets of this process, and not among those `known` by their codes."""
        return [
            Present(place.seat.code, place.seat.party, place.seat.party_code, place.since, None)
            for place in self._places.values()
            if place.seat.jit == jit and place.seat.code not in known
        ]

    def leave(self, seat: Seat) -> None:
        """A socket less."""
        place = self._places[seat.id]
        place.sockets -= 1
        if not place.sockets:
            place.left = clock.monotonic()

    def turn(self, seat: Seat, focus: UUID | None) -> None:
        """The seat has turned to an exhibit, or away."""
        place = self._places[seat.id]
        if place.focus != focus:
            place.focus, place.turned_at = focus, clock.now()
            self._unsaid.add(seat.id)

    def focused(self) -> list[tuple[Seat, UUID]]:
        """Who has turned to which exhibit."""
        return [(place.seat, place.focus) for place in self._places.values() if place.focus is not None]

    def forget_who_left(self) -> None:
        """Places whose time is over."""
        now = clock.monotonic()
        for seat, place in list(self._places.items()):
            if place.left is not None and now - place.left >= LINGER_SECONDS:
                del self._places[seat]
                self._unsaid.discard(seat)
                self._gone.add(seat)

    def say_all_again(self) -> None:
        """What was said is lost."""
        self._unsaid = set(self._places)

    def unsaid(self) -> tuple[list[Here], set[UUID]]:
        """What is to be said: who is here, and who is not any more. Counts as said; `unsay` takes it back."""
        here = [
            Here(place.seat.jit, one, place.since, place.focus, place.turned_at)
            for one, place in self._places.items()
            if one in self._unsaid
        ]
        gone = self._gone - set(self._places)
        self._unsaid, self._gone = set(), set()
        return here, gone

    def unsay(self, here: list[Here], gone: set[UUID]) -> None:
        """It could not be said."""
        self._unsaid |= {one.seat for one in here}
        self._gone |= gone

    def __bool__(self) -> bool:
        return bool(self._places or self._gone)
