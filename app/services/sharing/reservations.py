"""Reservation of releases, default sharing rules and use in court to a party's judicial members.

Any leader can reserve while the party has a judicial leader. Only a judicial leader can lift the reservation, or any
leader if the party has no judicial leader, because otherwise nobody could decide.
Not here: the permissions that it withholds (`access/seats.py`); the database enforces them, too.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.roles import Role
from app.access.seats import Function, Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden
from app.ledger import journal
from app.ledger.facts import ReservationSet
from app.models import Member, Reservation
from app.services.sharing import party_settings


@dataclass(frozen=True, slots=True)
class ReservationDetails:
    """The reservation of a party, and whether the member may change it. `version` 0: never decided."""

    judicial: bool
    decided_by: str | None
    decided_at: datetime | None
    may_set: bool
    version: int


async def read(session: Reading, seat: Seat) -> ReservationDetails:
    """Return the reservation of the member's own party."""
    row = await _row(session, seat)
    judicial = row is not None and row.judicial
    may = Role.LEADER in seat.roles and await _may_set(session, seat, judicial=judicial)
    if row is None:
        return ReservationDetails(judicial=False, decided_by=None, decided_at=None, may_set=may, version=0)
    by = (await session.scalars(select(Member.code).where(Member.jit == seat.jit, Member.id == row.decided_by))).one()
    return ReservationDetails(row.judicial, by, row.decided_at, may, row.version)


async def decide(session: Writing, seat: Seat, *, judicial: bool, reason: str, expected: int) -> None:
    """Reserve, or lift the reservation.

    Raises:
        Forbidden: The member belongs to no party, or may not change the reservation.
        Conflict: The reservation has this value already.
        Stale: The reservation changed since the leader saw it.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can reserve acts to its judicial members.", code="no-party")
    row = await _row(session, seat)
    is_reserved = row is not None and row.judicial
    if expected != (0 if row is None else row.version):
        current = {"judicial": is_reserved, "version": 0 if row is None else row.version}
        raise party_settings.decided_meanwhile(current)
    if is_reserved == judicial:
        raise Conflict(party_settings.ALREADY_SET, code="reserved-so-already")
    if not await _may_set(session, seat, judicial=is_reserved):
        raise Forbidden(
            "Only a judicial leader of your party can lift this."
            if is_reserved
            else "Your party has no judicial leader, so nobody could decide. Add one first.",
            code="judicial-only" if is_reserved else "no-judicial-leader",
        )
    key = {"jit": seat.jit, "party": seat.party}
    decided = {"judicial": judicial, "decided_by": seat.id, "decided_at": clock.now()}
    await party_settings.save(session, Reservation, key, decided, expected=expected)
    fact = ReservationSet(
        party=seat.party, code=seat.party_code, judicial=judicial, reason=reason, hearing=((seat.party, None),)
    )
    await journal.append(session, seat, fact)


async def _row(session: Reading, seat: Seat) -> Reservation | None:
    query = select(Reservation).where(Reservation.jit == seat.jit, Reservation.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def _may_set(session: Reading, seat: Seat, *, judicial: bool) -> bool:
    """Return whether the member may change the reservation from its present value `judicial`."""
    has_judicial_leader = await _judicial_leader(session, seat.jit, seat.party)
    return (not has_judicial_leader or seat.function is Function.JUDICIAL) if judicial else has_judicial_leader


async def _judicial_leader(session: Reading, jit: UUID, party: UUID | None) -> bool:
    query = select(Member.id).where(
        Member.jit == jit,
        Member.party == party,
        Member.state == "seated",
        Member.function == Function.JUDICIAL.value,
        Member.roles.contains([Role.LEADER.value]),
    )
    return (await session.scalars(query.limit(1))).first() is not None
