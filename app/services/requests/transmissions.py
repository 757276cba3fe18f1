"""Steps of transmission of legal requests: which authority has one, since when, and how it got there.

Steps are appended and never changed; the last one is the current holder. Lock: the row of the request.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import case, func, select

from app import clock
from app.access.requests import states
from app.access.requests.states import RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestTransmitted
from app.models import LegalRequest, RequestTransmission
from app.services.requests import drafting, recipients
from app.services.requests.lines import lines


@dataclass(frozen=True, slots=True)
class NewTransmission:
    """A station as a member states it. `receipt`: evidence of transport, by the names of ETSI REM."""

    authority: str
    arrived_at: datetime | None = None
    country: str | None = None
    contact: str | None = None
    channel: str | None = None
    receipt: str | None = None


async def transmit(session: Writing, seat: Seat, request: UUID, what: NewTransmission) -> UUID:
    """Record that a request reached a station on its way. Returns the id of the step.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It has ended.
        Invalid: The time is in the future or before the last step.
    """
    found = await drafting.lock_own(session, seat, request)
    if found.state in states.ENDED:
        raise Conflict("The request has ended, so no further step can be recorded.", code="request-ended")
    now = clock.now()
    arrived = what.arrived_at or now
    lines.demand_past(arrived, now, "arrived_at")
    query = select(RequestTransmission.arrived_at).where(RequestTransmission.request == request)
    last = await session.scalar(query.order_by(RequestTransmission.id.desc()).limit(1))
    if last is not None and arrived < last:
        raise Invalid("This is before the previous step of transmission. Check the time.", field="arrived_at")
    row = RequestTransmission(
        id=clock.new_id(),
        jit=seat.jit,
        request=found.id,
        party=found.party,
        seat=seat.id,
        authority=what.authority,
        country=what.country,
        contact=what.contact,
        channel=what.channel,
        receipt=what.receipt,
        arrived_at=arrived,
        recorded_at=now,
    )
    session.add(row)
    await session.flush()
    fact = RequestTransmitted(
        **await recipients.content_fields(session, seat, found),
        transmission=row.id,
        authority=row.authority,
        country=row.country,
        channel=row.channel,
        receipt=row.receipt,
        arrived_at=clock.rfc3339(arrived),
    )
    await journal.append(session, seat, fact)
    return row.id


async def transmissions_of(session: Reading, requests: Collection[UUID]) -> Sequence[RequestTransmission]:
    """Return the steps of transmission of these requests, in order."""
    query = select(RequestTransmission).where(RequestTransmission.request.in_(requests))
    return (await session.scalars(query.order_by(RequestTransmission.request, RequestTransmission.id))).all()


@dataclass(frozen=True, slots=True)
class UsualWait:
    """How long an authority usually holds a request: the median of so many earlier steps that have ended."""

    median: timedelta
    steps: int


async def usual_wait(session: Reading, holder: RequestTransmission) -> UsualWait | None:
    """Return how long the authority of a step held earlier requests; `None` without a record.

    Only requests that the asking member reads count. A step ends when the next authority has the request, or when the
    request is closed.
    """
    following = func.lead(RequestTransmission.arrived_at).over(
        partition_by=RequestTransmission.request, order_by=RequestTransmission.id
    )
    closed = case((LegalRequest.state == RequestState.CLOSED, LegalRequest.since_at))
    steps = (
        select(
            RequestTransmission.authority,
            (func.coalesce(following, closed) - RequestTransmission.arrived_at).label("held"),
        )
        .join(LegalRequest, LegalRequest.id == RequestTransmission.request)
        .where(RequestTransmission.jit == holder.jit, RequestTransmission.request != holder.request)
        .subquery()
    )
    query = select(func.percentile_cont(0.5).within_group(steps.c.held), func.count()).where(
        func.lower(steps.c.authority) == holder.authority.lower(), steps.c.held >= timedelta()
    )
    median, many = (await session.execute(query)).one()
    return None if median is None else UsualWait(median, many)
