"""Group the listeners of one JIT, so that an audience is evaluated once for all listeners it treats alike.

All sockets of a member get the same events. Members of one party with the same authority and roles differ only where an
audience names members. Listeners that receive the same facts of a page get the same bytes, joined once.
Not here: the evaluation itself (`ledger/audiences.py`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from app.access.roles import Role
from app.access.sharing.sight import Releases
from app.ledger import audiences
from app.ledger.audiences import Audience, Hearer
from app.realtime import frames
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener

_KEPT: Final = 256
Places = tuple[int, ...]
Kin = tuple[UUID | None, UUID | None, frozenset[Role]]


@dataclass(eq=False, slots=True)
class MemberSockets:
    """All sockets of one member. They receive the same facts."""

    listeners: set[Listener] = field(default_factory=set)

    def __iter__(self) -> Iterator[Listener]:
        return iter(self.listeners)


class Subscribers:
    """The listeners of one ledger."""

    def __init__(self) -> None:
        """Start without listeners."""
        self._kin: dict[Kin, dict[UUID, MemberSockets]] = {}
        self._judged: dict[Audience, Sequence[MemberSockets]] = {}

    def add(self, listener: Listener) -> None:
        """Add a listener."""
        seats = self._kin.setdefault(_kin(listener), {})
        if listener.seat.id not in seats:
            seats[listener.seat.id] = MemberSockets()
            self._judged.clear()
        seats[listener.seat.id].listeners.add(listener)

    def discard(self, listener: Listener) -> None:
        """Remove a listener; a listener that was never added is ignored."""
        kin, seat = _kin(listener), listener.seat.id
        seats = self._kin.get(kin, {})
        windows = seats.get(seat, MemberSockets())
        windows.listeners.discard(listener)
        if not windows.listeners:
            seats.pop(seat, None)
            self._judged.clear()
        if not seats:
            self._kin.pop(kin, None)

    def __len__(self) -> int:
        return sum(len(one.listeners) for seats in self._kin.values() for one in seats.values())

    def __iter__(self) -> Iterator[Listener]:
        for seats in self._kin.values():
            for windows in seats.values():
                yield from windows

    def hearing(self, audience: Audience, releases: Releases, now: datetime) -> Sequence[MemberSockets]:
        """Return the sockets of the members that may see an entry with this audience now.

        Results for audiences without exhibits are cached until a member comes or goes.

        Args:
            audience: The audience of the entry.
            releases: Releases of the exhibits that it mentions.
            now: The time at which access is evaluated.
        """
        if audience.mentions:
            return self._judge(audience.hearers, releases, now)
        if audience not in self._judged:
            if len(self._judged) == _KEPT:
                self._judged.clear()
            self._judged[audience] = self._judge(audience.hearers, releases, now)
        return self._judged[audience]

    def _judge(self, audience: Sequence[Hearer], releases: Releases, now: datetime) -> list[MemberSockets]:
        of_all = [hearer for hearer in audience if hearer.party is None]
        # grouped by party: comparing ids is slow, and there are many of both
        of_party: dict[UUID | None, list[Hearer]] = {}
        for hearer in audience:
            if hearer.party is not None:
                of_party.setdefault(hearer.party, of_all.copy()).append(hearer)
        hearing: list[MemberSockets] = []
        for (party, _, _), seats in self._kin.items():
            concerned = of_party.get(party, of_all)
            if not concerned and party is not None:  # only the team's auditor has no party, and sees everything
                continue
            named, verdicts = _named(concerned, party, releases), dict[Places, bool]()
            for seat, windows in seats.items():
                places = named.get(seat, ()) if named else ()
                # members named at the same places get the same answer; one member stands for all of them
                if places not in verdicts:
                    verdicts[places] = audiences.hears(next(iter(windows)).seat, concerned, releases, now)
                if verdicts[places]:
                    hearing.append(windows)
        return hearing


def tell(facts: Sequence[tuple[OutgoingFrame, Sequence[MemberSockets]]]) -> None:
    """Send facts in order, each to its sockets. Members that receive the same facts share the joined frames."""
    marks: dict[int, int] = {}  # one bit per evaluation; many facts share one
    heard: defaultdict[MemberSockets, int] = defaultdict(int)
    for _, hearing in facts:
        if id(hearing) not in marks:
            marks[id(hearing)] = 1 << len(marks)
            for windows in hearing:
                heard[windows] |= marks[id(hearing)]
    alike: defaultdict[int, list[Listener]] = defaultdict(list)
    for windows, which in heard.items():
        alike[which].extend(windows)
    news: dict[int, list[OutgoingFrame]] = {which: [] for which in alike}
    theirs = {one: [mine for which, mine in news.items() if which & mark] for one, mark in marks.items()}
    for told, hearing in facts:
        for mine in theirs[id(hearing)]:
            mine.append(told)
    for which, listeners in alike.items():
        for start in range(0, len(news[which]), frames.TOGETHER):
            some = news[which][start : start + frames.TOGETHER]
            piece = b"".join([told.frame for told in some])
            for listener in listeners:
                listener.offer(*some, piece=piece)


def _named(audience: Sequence[Hearer], party: UUID | None, releases: Releases) -> dict[UUID, Places]:
    """Return at which places of an audience members of a party are named, directly or by a release to their party."""
    naming: list[Collection[UUID]] = [hearer.seats for hearer in audience if hearer.seats]
    for hearer in audience:
        if hearer.mentions is not None and party is not None:
            release = releases.get((hearer.mentions, party))
            if release is not None and release.seats:
                naming.append(release.seats)
    named: dict[UUID, Places] = {}
    for place, names in enumerate(naming):
        for seat in names:
            named[seat] = (*named.get(seat, ()), place)
    return named


def _kin(listener: Listener) -> Kin:
    seat = listener.seat
    return seat.party, seat.authority, seat.roles
