"""Data that may be gone soon, over all requests that a member reads: when, by which rule, what stops it.

Preserved data lapse at the end of their preservation, and providers delete the data of open items (`retention.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select, tuple_

from app.access.requests.states import RequestState
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestDeadline, RequestItem
from app.queries import RowPosition
from app.reference.catalogue import Instrument
from app.services.requests import instruments, links
from app.services.requests.deadlines import reading
from app.services.requests.expiring import retention
from app.services.requests.expiring.retention import ProviderRetention

#: What stops a lapse or a deletion.
Stop = Literal["production", "extension", "preservation", "dispatch"]


@dataclass(frozen=True, slots=True)
class Expiring:
    """A lapse with its request and item. `own`: whether the request is of the member's party.

    `content`: `None` for a coordinator, who reads deadlines and no contents. `instrument`: `None` if the catalogue does not
    have it any more. `production`: how far the requests for production are that follow it and that the member sees.
    """

    deadline: RequestDeadline
    request: LegalRequest
    content: RequestContent | None
    item: RequestItem | None
    own: bool
    instrument: Instrument | None
    production: links.Progress | None

    def stops(self) -> list[Stop]:
        """Return what stops the lapse: a production request, an extension by its rule, or renewed preservation."""
        if self.deadline.stopped_at is not None or self.request.state == RequestState.WITHDRAWN:
            return []
        extension: list[Stop] = ["extension"] if reading.may_extend(self.deadline, self.instrument) else []
        return ["production", *extension]

    @property
    def due_at(self) -> datetime:
        """Return when the data lapse."""
        return self.deadline.due_at

    @property
    def id(self) -> UUID:
        """Return the id of the deadline."""
        return self.deadline.id


@dataclass(frozen=True, slots=True)
class Deleted:
    """Data of an open item that a provider may delete. `own`: whether the request is of the member's party."""

    retention: ProviderRetention
    own: bool

    @property
    def request(self) -> LegalRequest:
        """Return the request of the item."""
        return self.retention.request

    def stops(self) -> list[Stop]:
        """Return what stops the deletion: a preservation request, or the dispatch of this one."""
        if self.retention.is_preserved:
            return []
        return ["dispatch" if self.retention.asks_preservation else "preservation"]

    @property
    def due_at(self) -> datetime:
        """Return when the data may be deleted."""
        return self.retention.due_at

    @property
    def id(self) -> UUID:
        """Return the id of the item."""
        return self.retention.item.id


async def listed(
    session: Reading, seat: Seat, after: RowPosition[datetime] | None, limit: int
) -> "list[Expiring | Deleted]":
    """Return up to `limit` lapses that have not ended and deletions, the next one first."""
    found: list[Expiring | Deleted] = [*await _lapses(session, seat, after, limit)]
    for one in await retention.listed(session, seat):
        deleted = Deleted(one, one.request.party == seat.party)
        if after is None or (deleted.due_at, deleted.id) > (after.key, after.id):
            found.append(deleted)
    return sorted(found, key=lambda one: (one.due_at, one.id))[:limit]


async def _lapses(session: Reading, seat: Seat, after: RowPosition[datetime] | None, limit: int) -> list[Expiring]:
    query = (
        select(RequestDeadline, LegalRequest, RequestContent, RequestItem)
        .join(LegalRequest, LegalRequest.id == RequestDeadline.request)
        .outerjoin(RequestContent, RequestContent.request == RequestDeadline.request)
        .outerjoin(RequestItem, RequestItem.id == RequestDeadline.item)
        .where(RequestDeadline.jit == seat.jit, RequestDeadline.lapses, RequestDeadline.ended_at.is_(None))
        .order_by(RequestDeadline.due_at, RequestDeadline.id)
    )
    if after is not None:
        query = query.where(tuple_(RequestDeadline.due_at, RequestDeadline.id) > tuple_(after.key, after.id))
    rows = (await session.execute(query.limit(limit))).all()
    known = await instruments.known_of(session, [row[1].instrument for row in rows])
    later = await links.later_of(session, [row[1].id for row in rows])
    return [
        Expiring(
            row[0],
            row[1],
            row[2],
            row[3],
            row[1].party == seat.party,
            known.get(row[1].instrument),
            links.progress(later.get(row[1].id, [])),
        )
        for row in rows
    ]
