"""Calendar entries of the domain: retention reviews of exhibits."""

from collections.abc import Iterable

from sqlalchemy import select

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Evidence
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod


async def of_reviews(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the review days of the party's exhibits, if the member decides on retention."""
    if not seat.may(Permission.RETENTION_DECIDE):
        return ()
    columns = (Evidence.id, Evidence.title, Evidence.exhibit_number, Evidence.review_on, Evidence.registered_at)
    query = (
        select(*columns)
        .where(Evidence.jit == seat.jit, Evidence.originator == seat.party, Evidence.status == "active")
        .where(Evidence.review_on.between(period.first, period.last))
        .order_by(Evidence.review_on, Evidence.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.RETENTION_REVIEW,
            subject=exhibit,
            title=title,
            number=number,
            at=review_on,
            zone="UTC",
            changed_at=registered_at,
            mine=True,
        )
        for exhibit, title, number, review_on, registered_at in await session.execute(query)
        if review_on is not None
    ]
