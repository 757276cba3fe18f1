"""The listeners of one JIT, by what an audience may ask of them: so that a fact is judged once for many alike.

Only the names of seats tell two of one party, authority and roles apart. Deliberately not here: the judgement itself
(`ledger/audiences.py`).
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from app.access.roles import Role
from app.ledger import audiences
from app.ledger.audiences import Hearer
from app.realtime.listener import Listener

Kin = tuple[UUID | None, UUID | None, frozenset[Role]]


class Crowd:
    """Who listens to one ledger."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._kin: dict[Kin, set[Listener]] = {}

    def add(self, listener: Listener) -> None:
        """One more."""
        self._kin.setdefault(_kin(listener), set()).add(listener)

    def discard(self, listener: Listener) -> None:
        """One less; no matter if it never came."""
        kin = _kin(listener)
        if kin in self._kin:
            self._kin[kin].discard(listener)
            if not self._kin[kin]:
                del self._kin[kin]

    def __len__(self) -> int:
        return sum(map(len, self._kin.values()))

    def __iter__(self) -> Iterator[Listener]:
        for alike in self._kin.values():
            yield from alike

    def hearing(self, audience: Sequence[Hearer], now: datetime) -> Iterator[Listener]:
        """Those who may know of an entry with this audience, now."""
        for (party, _, _), alike in self._kin.items():
            concerned = [hearer for hearer in audience if hearer.party is None or hearer.party == party]
            if any(map(_names_seats, concerned)):
                yield from _named(alike, concerned, now)
            elif audiences.hears(next(iter(alike)).seat, concerned, now):
                yield from alike


def _named(alike: Collection[Listener], audience: Sequence[Hearer], now: datetime) -> Iterator[Listener]:
    """Judged seat by seat, whatever number of windows each has open."""
    known: dict[UUID, bool] = {}
    for one in alike:
        seat = one.seat
        if seat.id not in known:
            known[seat.id] = audiences.hears(seat, audience, now)
        if known[seat.id]:
            yield one


def _kin(listener: Listener) -> Kin:
    seat = listener.seat
    return seat.party, seat.authority, seat.roles


def _names_seats(hearer: Hearer) -> bool:
    """Whether the answer depends on which seat asks, also by the releases of an exhibit that it mentions."""
    return hearer.seats is not None or any(release.seats is not None for release in hearer.within or ())
