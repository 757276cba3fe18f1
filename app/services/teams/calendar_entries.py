"""Calendar entry of the domain: the end of the member's own access."""

from collections.abc import Iterable

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Reading
from app.models import Member
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod


async def of_access(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return when the member's own access ends."""
    row = (await session.scalars(select(Member).where(Member.id == seat.id))).one()
    if row.until is None or not period.begins_at <= row.until < period.ends_before:
        return ()
    return [
        CalendarEntry(
            kind=CalendarKind.ACCESS_END,
            subject=row.id,
            title=seat.name,
            number=seat.code,
            party=seat.party,
            at=row.until,
            zone="UTC",
            changed_at=row.seated_at or row.proposed_at,
            mine=True,
        )
    ]
