"""The seats that filter for a party: named by its leaders, members who lead nobody. One is the filter of what it did not bring.

Deliberately not here: what they do (`services/filtering.py`).
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
from app.services import roster as rosters


@dataclass(frozen=True, slots=True)
class Named:
    """Who filters. `version` 0: nobody was ever named."""

    seats: Sequence[str] = ()
    decided_by: str | None = None
    decided_at: datetime | None = None
    may_set: bool = False
    version: int = 0


async def read(session: Reading, seat: Seat) -> Named:
    """Of the seat's own party."""
    may = seat.may(Permission.FILTER_NAME)
    row = await _row(session, seat)
    if row is None:
        return Named(may_set=may)
    roster = await rosters.of(session, seat.jit)
    codes = roster.seat_codes(row.seats) or []
    return Named(sorted(codes), roster.seat_code(row.decided_by), row.decided_at, may, row.version)


async def name(session: Writing, seat: Seat, codes: Collection[str], *, reason: str, expected: int) -> None:
    """Let these seats filter from now on, and no others. Raises `Forbidden`, `Invalid`, `Stale`: then nothing was changed."""
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
    """Whether this seat is the filter of an unchecked exhibit: as the database says."""
    if exhibit.privilege != "unchecked" or exhibit.originator != seat.party:
        return False
    return bool(await session.scalar(select(func.asks_as_filter(exhibit.id))))


async def _row(session: Reading, seat: Seat) -> FilterTeam | None:
    query = select(FilterTeam).where(FilterTeam.jit == seat.jit, FilterTeam.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
