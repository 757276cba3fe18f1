"""Preserved data that lapses, over all requests that a member reads: when, by which rule, what stops it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_

from app.access.requests.states import RequestState
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestDeadline, RequestItem
from app.reference.catalogue import Instrument
from app.services.requests import instruments


@dataclass(frozen=True, slots=True)
class ExpiringCursor:
    """The last deadline of the previous page."""

    due_at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Expiring:
    """A lapse with its request and item. `own`: whether the request is of the member's party.

    `instrument`: `None` if the catalogue does not have it any more.
    """

    deadline: RequestDeadline
    request: LegalRequest
    content: RequestContent
    item: RequestItem | None
    own: bool
    instrument: Instrument | None

    def stops(self) -> list[str]:
        """Return what stops the lapse: a production request, an extension by its rule, or renewed preservation."""
        if self.deadline.stopped_at is not None or self.request.state == RequestState.WITHDRAWN:
            return []
        extension = ["extension"] if self.deadline.extension is not None and not self.deadline.extended else []
        return ["production", *extension]


async def listed(session: Reading, seat: Seat, after: ExpiringCursor | None, limit: int) -> list[Expiring]:
    """Return up to `limit` lapses that have not ended, the next one first."""
    query = (
        select(RequestDeadline, LegalRequest, RequestContent, RequestItem)
        .join(LegalRequest, LegalRequest.id == RequestDeadline.request)
        .join(RequestContent, RequestContent.request == RequestDeadline.request)
        .outerjoin(RequestItem, RequestItem.id == RequestDeadline.item)
        .where(RequestDeadline.jit == seat.jit, RequestDeadline.lapses, RequestDeadline.ended_at.is_(None))
        .order_by(RequestDeadline.due_at, RequestDeadline.id)
    )
    if after is not None:
        query = query.where(tuple_(RequestDeadline.due_at, RequestDeadline.id) > tuple_(after.due_at, after.id))
    rows = (await session.execute(query.limit(limit))).all()
    known = await instruments.known_of(session, [row[1].instrument for row in rows])
    return [
        Expiring(row[0], row[1], row[2], row[3], row[1].party == seat.party, known.get(row[1].instrument))
        for row in rows
    ]
