"""Audience of an entry: who may read it. Written on append, extended when an exhibit is released later.

Coordinators do not hear everything that their party hears: not of contents of requests, notices and hearings, and of the
own party's exhibits what a member at `listed` hears (`app/schema/ledger/withheld.sql`).

An audience row names a party (null: the whole team), its release level, and the authorities or members to which the
release was narrowed. A row that mentions an exhibit counts only for readers who see that exhibit at the time of
reading. Row-level security reads these rows (SQL function `hears()` in `app/schema`); `hears` here is the same rule for
the live channel.

Not here: who may see an exhibit now (`access/sharing/decisions.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, text

from app.access.roles import Role, lacks_contents
from app.access.seats import Seat
from app.access.sharing import sight
from app.access.sharing.decisions import Conditions, Level, level_of
from app.access.sharing.joint import obtained_by
from app.access.sharing.sight import Releases
from app.database import Writing
from app.ledger.facts import OPENED_LATER, Fact, Heard, NamedFact, ReleaseLapsed
from app.ledger.facts.custody.copies import CopyFact
from app.ledger.facts.custody.disclosures import DisclosureRecalled
from app.ledger.facts.evidence.flags import FlagFact
from app.ledger.facts.retention.field_erasures import FieldErased
from app.models import Copy, Disclosure, Flag, Release


class Withheld(IntEnum):
    """Parts of entries that a coordinator does not hear by that role."""

    NOTHING = 0
    OWN = 1  # about an exhibit that the party obtained, and not told at `listed`
    CONTENTS = 2  # about a content of a request, notice or hearing


@dataclass(frozen=True, slots=True)
class Hearer:
    """One row of an entry's audience. With `mentions` (an exhibit), it counts only for readers who see that exhibit.

    `withheld`: what coordinators of the party do not hear; the database tells it with each reading.
    """

    party: UUID | None
    level: int = Level.HELD
    authorities: tuple[UUID, ...] | None = None
    seats: tuple[UUID, ...] | None = None
    mentions: UUID | None = None
    withheld: Withheld = Withheld.NOTHING

    def as_row(self) -> dict[str, Any]:
        """Return the row for the journal's insert."""
        return {
            "party": str(self.party) if self.party else None,
            "level": int(self.level),
            "authorities": None if self.authorities is None else [str(one) for one in self.authorities],
            "seats": None if self.seats is None else [str(one) for one in self.seats],
            "mentions": str(self.mentions) if self.mentions else None,
        }


@dataclass(frozen=True, eq=False)
class Audience:
    """The rows of an entry's audience.

    Entries with equal rows share one object, so that results can be cached by it.
    """

    hearers: tuple[Hearer, ...]

    @cached_property
    def mentions(self) -> frozenset[UUID]:
        """The exhibits whose releases decide who may read the entry."""
        return frozenset(hearer.mentions for hearer in self.hearers if hearer.mentions is not None)


class HeardRelease(NamedTuple):
    """A release of an exhibit, with the columns that determine the audience."""

    party: UUID
    originator: UUID
    level: int
    authorities: Sequence[UUID] | None
    seats: Sequence[UUID] | None
    own_seats: Sequence[UUID] | None
    not_before: datetime | None
    until: datetime | None
    joint: Sequence[UUID] | None


ReleaseRow = HeardRelease | Release
#: A row that names the holder of a copy, a disclosure or a flag, and the originator.
Holding = Copy | Disclosure | Flag

TEAM = (Hearer(party=None),)


def hears(seat: Seat, audience: Sequence[Hearer], releases: Releases, now: datetime) -> bool:
    """Return whether a member may see an entry. The same rule as SQL `hears()`, at level `listed`.

    `releases`: of the exhibits that the audience mentions.
    """
    if seat.audits_the_jit:
        return True
    for hearer in audience:
        if hearer.party is not None and hearer.party != seat.party:  # first: cheap, and most rows name others
            continue
        if hearer.mentions is not None and not sight.sees(seat, hearer.mentions, releases, now):
            continue
        if hearer.party is None:
            return True
        if Role.AUDITOR in seat.roles:
            return True
        if hearer.withheld is Withheld.CONTENTS and lacks_contents(seat.roles):
            continue
        conditions = Conditions(hearer.party, hearer.level, hearer.authorities, hearer.seats)
        needed = Level.READABLE if hearer.withheld is Withheld.OWN else Level.LISTED  # coordinators have less
        if level_of(seat, conditions, now) >= needed:
            return True
    return False


def of(actor: Seat | None, fact: Fact, releases: Sequence[ReleaseRow], now: datetime) -> tuple[Hearer, ...]:
    """Return the audience of a fact about to be appended.

    `actor` None: the system. `releases`: the release rows of the fact's exhibit.
    """
    if fact.heard is Heard.TEAM:
        return TEAM
    if isinstance(fact, NamedFact):
        return tuple(Hearer(party, seats=seats, mentions=fact.mentions) for party, seats in fact.hearing)
    if isinstance(fact, FieldErased):
        return tuple(Hearer(one.party, one.level, one.authorities, one.seats, one.mentions) for one in fact.hearers)
    if fact.heard in {Heard.AUDITORS, Heard.OWN_AUDITOR}:
        by_party = fact.heard is Heard.OWN_AUDITOR and actor is not None and actor.party is not None
        # An empty list of seats: no member but the party's auditor.
        return (Hearer(actor.party, Level.HELD, None, seats=()),) if actor and by_party else ()
    if isinstance(fact, CopyFact | DisclosureRecalled | FlagFact):
        return (*_holders(fact.holding), *_joint(releases, now))
    own = next((row for row in releases if row.originator == row.party), None)
    hearers = [*(_originator(row) for row in ([own] if own else releases[:1])), *_joint(releases, now)]
    match fact.heard:
        case Heard.EXHIBIT:
            heard: set[UUID | None] = {row.party for row in releases}
        case Heard.OWN:
            hearers, heard = [one for one in hearers if actor and one.party == actor.party], set()
        case Heard.CONCERNED:
            heard = {getattr(fact, "concerned")}  # noqa: B009 - the facts heard so declare it
        case _:
            heard = {actor.party} if actor else set()
    hearers += [
        _hearer(row)
        for row in releases
        if row.party in heard
        and not obtained_by(row.party, row.originator, row.joint)
        and (_effective(row, now) or _ends(fact))
    ]
    return tuple(hearers)


def _hearer(row: ReleaseRow) -> Hearer:
    return Hearer(row.party, row.level, _ids(row.authorities), _ids(row.seats))


def _originator(row: ReleaseRow | Holding) -> Hearer:
    """Return the originator's row, as every release row of the exhibit contains it.

    Level `held`, narrowed only by the originator's own choice of members (`own_seats`).
    """
    return Hearer(row.originator, Level.HELD, None, _ids(row.own_seats))


def _joint(releases: Sequence[ReleaseRow], now: datetime) -> list[Hearer]:
    """Return rows for the joint originators: like the keeping party, within the limits of their own release rows."""
    return [
        Hearer(row.party, Level.HELD, _ids(row.authorities), _ids(row.seats))
        for row in releases
        if row.party in (row.joint or ()) and _effective(row, now)
    ]


def _holders(row: Holding) -> tuple[Hearer, ...]:
    """Return the originator, and those of the holder's party who knew the exhibit then.

    The holder's row has level `listed`: it does not include the number in the exhibit's chain.
    """
    holder = Hearer(row.party, Level.LISTED, _ids(row.authorities), _ids(row.seats))
    return (_originator(row),) if row.party == row.originator else (_originator(row), holder)


def _ids(values: Sequence[UUID] | None) -> tuple[UUID, ...] | None:
    return None if values is None else tuple(values)


def _ends(fact: Fact) -> bool:
    """Return whether the fact ends a release that its party had; the party may read it."""
    return isinstance(fact, ReleaseLapsed) and fact.was_known


def _effective(row: ReleaseRow, now: datetime) -> bool:
    return (row.not_before is None or row.not_before <= now) and (row.until is None or now < row.until)


_OPEN_THE_PAST = text(
    """
    insert into entry_audience (entry, jit, party, level, authorities, seats)
    select h.entry, h.jit, :party, :level, :authorities, :seats
      from headers h where h.jit = :jit and h.evidence = :evidence and h.kind = any(:kinds)
    """
).bindparams(
    bindparam("authorities", type_=Release.authorities.type),
    bindparam("seats", type_=Release.seats.type),
    bindparam("kinds", type_=Release.purposes.type),
)


async def open_the_past(session: Writing, jit: UUID, evidence: UUID, hearer: Hearer) -> None:
    """Add a party to the audience of the exhibit's earlier entries, after a release. It is never removed again."""
    await session.execute(
        _OPEN_THE_PAST,
        {
            "jit": jit,
            "evidence": evidence,
            "party": hearer.party,
            "level": int(hearer.level),
            "authorities": list(hearer.authorities) if hearer.authorities is not None else None,
            "seats": list(hearer.seats) if hearer.seats is not None else None,
            "kinds": list(OPENED_LATER),
        },
    )
