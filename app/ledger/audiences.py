"""Who hears an entry, written when it is appended and widened when a release opens the past to a party.

An audience row names a party (none: the whole team), its level, and the authorities or seats to which the release was
narrowed; one that mentions an exhibit speaks only to who sees that exhibit when it is read. Row-level security reads these
rows (`hears()` in `app/schema`); `hears` here is its twin for the live channel.
Deliberately not here: who may see an exhibit now (`access/decisions.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, text

from app.access import sight
from app.access.decisions import Conditions, Level, level_of
from app.access.joint import obtained_by
from app.access.roles import Role
from app.access.seats import Seat
from app.access.sight import Releases
from app.database import Writing
from app.ledger.facts import OPENED_LATER, Fact, Heard, NamedFact, ReleaseLapsed
from app.ledger.facts.copies import CopyFact
from app.ledger.facts.disclosures import DisclosureRecalled
from app.ledger.facts.field_erasures import FieldErased
from app.ledger.facts.flags import FlagFact
from app.models import Release


@dataclass(frozen=True, slots=True)
class Hearer:
    """One row of an entry's audience. `mentions`: an exhibit; the row speaks to who sees that, and to nobody else."""

    party: UUID | None
    level: int = Level.HELD
    authorities: tuple[UUID, ...] | None = None
    seats: tuple[UUID, ...] | None = None
    mentions: UUID | None = None

    def as_row(self) -> dict[str, Any]:
        """For the journal's insert."""
        return {
            "party": str(self.party) if self.party else None,
            "level": int(self.level),
            "authorities": None if self.authorities is None else [str(one) for one in self.authorities],
            "seats": None if self.seats is None else [str(one) for one in self.seats],
            "mentions": str(self.mentions) if self.mentions else None,
        }


@dataclass(frozen=True, eq=False)
class Audience:
    """What an entry's rows say. Read once for all entries whose rows say the same, so that what was judged by it is found again."""

    hearers: tuple[Hearer, ...]

    @cached_property
    def mentions(self) -> frozenset[UUID]:
        """Exhibits on whose releases it depends who hears."""
        return frozenset(hearer.mentions for hearer in self.hearers if hearer.mentions is not None)


TEAM = (Hearer(party=None),)


def hears(seat: Seat, audience: Sequence[Hearer], releases: Releases, now: datetime) -> bool:
    """Whether a seat may know of an entry. The twin of `hears()` in the database, at the level `listed`.

    `releases`: of the exhibits that the audience mentions.
    """
    if seat.audits_the_jit:
        return True
    for hearer in audience:
        if hearer.party is not None and hearer.party != seat.party:  # first: it is cheap, and most are of others
            continue
        if hearer.mentions is not None and not sight.sees(seat, hearer.mentions, releases, now):
            continue
        if hearer.party is None:
            return True
        if Role.AUDITOR in seat.roles:
            return True
        conditions = Conditions(hearer.party, hearer.level, hearer.authorities, hearer.seats)
        if level_of(seat, conditions, now) >= Level.LISTED:
            return True
    return False


def of(actor: Seat | None, fact: Fact, releases: Sequence[Any], now: datetime) -> tuple[Hearer, ...]:
    """The audience of a fact about to be appended. `actor` None: the system. `releases`: the rows of the fact's exhibit."""
    if fact.heard is Heard.TEAM:
        return TEAM
    if isinstance(fact, NamedFact):
        return tuple(Hearer(party, seats=seats, mentions=fact.mentions) for party, seats in fact.hearing)
    if isinstance(fact, FieldErased):
        return tuple(Hearer(one.party, one.level, one.authorities, one.seats, one.mentions) for one in fact.hearers)
    if fact.heard in {Heard.AUDITORS, Heard.OWN_AUDITOR}:
        by_party = fact.heard is Heard.OWN_AUDITOR and actor is not None and actor.party is not None
        # No seat of the party is named: its auditor alone.
        return (Hearer(actor.party, Level.HELD, None, seats=()),) if actor and by_party else ()
    if isinstance(fact, CopyFact | DisclosureRecalled | FlagFact):
        return (*_holders(fact.holding), *_joint(releases, now))
    own = next((row for row in releases if row.originator == row.party), None)
    hearers = [*(_originator(row) for row in ([own] if own else releases[:1])), *_joint(releases, now)]
    match fact.heard:
        case Heard.EXHIBIT:
            heard = {row.party for row in releases}
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


def _hearer(row: Any) -> Hearer:  # noqa: ANN401 - a row of `releases`, or of `take_custody`
    return Hearer(row.party, row.level, _ids(row.authorities), _ids(row.seats))


def _originator(row: Any) -> Hearer:  # noqa: ANN401
    """The originator, as every row of the exhibit knows it: whole, of what was erased too."""
    return Hearer(row.originator, Level.HELD, None, _ids(row.own_seats))


def _joint(releases: Sequence[Any], now: datetime) -> list[Hearer]:
    """Who obtained it jointly hears what its keeper hears, as far as its own row admits."""
    return [
        Hearer(row.party, Level.HELD, _ids(row.authorities), _ids(row.seats))
        for row in releases
        if row.party in (row.joint or ()) and _effective(row, now)
    ]


def _holders(row: Any) -> tuple[Hearer, ...]:  # noqa: ANN401 - a row of `copies`, `disclosures` or `flags`
    """The originator, and who of the holder's party knew the exhibit then: they do not read its place in the chain."""
    holder = Hearer(row.party, Level.LISTED, _ids(row.authorities), _ids(row.seats))
    return (_originator(row),) if row.party == row.originator else (_originator(row), holder)


def _ids(values: Sequence[UUID] | None) -> tuple[UUID, ...] | None:
    return None if values is None else tuple(values)


def _ends(fact: Fact) -> bool:
    """The end of a release is heard by the party that had it."""
    return isinstance(fact, ReleaseLapsed) and fact.was_known


def _effective(row: Any, now: datetime) -> bool:  # noqa: ANN401
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
    """A release opens the earlier entries of the exhibit to its party. What was opened once stays open."""
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
