"""Privilege reviewers of a party: contributors who are not leaders, named by the party's leaders.

A reviewer does not review an exhibit that they registered or uploaded a file of (`asks_as_filter` in `app/schema`).
Not here: the review itself (`services/sharing/privilege_review.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, Stale
from app.ledger import journal
from app.ledger.facts import FilterNamed
from app.models import Evidence, FilterTeam
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Named:
    """The reviewers of a party.

    Attributes:
        seats: Codes of the reviewers.
        may_set: Whether the member who asks may name reviewers.
        version: 0 if none were ever named.
    """

    seats: Sequence[str] = ()
    decided_by: str | None = None
    decided_at: datetime | None = None
    may_set: bool = False
    version: int = 0


async def read(session: Reading, seat: Seat) -> Named:
    """Return the reviewers of the member's own party."""
    may = seat.may(Permission.FILTER_NAME)
    row = await _row(session, seat)
    if row is None:
        return Named(may_set=may)
    roster = await rosters.of(session, seat.jit)
    codes = roster.seat_codes(row.seats) or []
    return Named(sorted(codes), roster.seat_code(row.decided_by), row.decided_at, may, row.version)


async def name(session: Writing, seat: Seat, codes: Collection[str], *, reason: str, expected: int) -> None:
    """Replace the reviewers of the member's own party.

    Args:
        session: The transaction of the request.
        seat: The leader.
        codes: Codes of all reviewers from now on.
        reason: The reason, for the audit log.
        expected: Version that the leader saw; 0 if none were ever named.

    Raises:
        Forbidden: The member belongs to no party.
        Invalid: A code is unknown, or names a leader or somebody who is not an active contributor of the party.
        Stale: The reviewers changed since the leader saw them.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party names its filter.", code="no-party")
    roster = await rosters.of(session, seat.jit)
    ids = sorted(roster.seats_of(seat.party, sorted(set(codes)) or None, "seats") or [])
    if not await session.scalar(select(func.may_filter(ids))):
        raise Invalid(
            "A filter seat is a member of your party that sits and is no leader of the investigation. Nothing was changed.",
            field="seats",
        )
    row = await _row(session, seat)
    if expected != (0 if row is None else row.version):
        seats = [] if row is None else roster.seat_codes(row.seats)
        current = {"seats": seats, "version": 0 if row is None else row.version}
        raise Stale("Another leader decided meanwhile. Nothing was changed now.", extra={"current": current})
    changed: dict[str, Any] = {"seats": ids, "decided_by": seat.id, "decided_at": clock.now(), "version": expected + 1}
    fresh = insert(FilterTeam).values(jit=seat.jit, party=seat.party, **changed)
    put = fresh.on_conflict_do_update(
        index_elements=["jit", "party"], set_=changed, where=FilterTeam.version == expected
    )
    if (await session.execute(put.returning(FilterTeam.version))).one_or_none() is None:
        raise Stale("Another leader decided meanwhile. Nothing was changed now.")
    fact = FilterNamed(
        party=seat.party,
        code=seat.party_code,
        seats=sorted(roster.seat_codes(ids) or []),
        reason=reason,
        hearing=((seat.party, None),),
    )
    await journal.append(session, seat, fact)


async def filters(session: Reading, seat: Seat, exhibit: Evidence) -> bool:
    """Return whether this member reviews the exhibit, which must be unchecked and of its own party."""
    if exhibit.privilege != "unchecked" or exhibit.originator != seat.party:
        return False
    return bool(await session.scalar(select(func.asks_as_filter(exhibit.id))))


async def _row(session: Reading, seat: Seat) -> FilterTeam | None:
    query = select(FilterTeam).where(FilterTeam.jit == seat.jit, FilterTeam.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
