"""Retention of ended legal requests: when their texts are reviewed, and which reviews are due.

How this is counted: `lines/reviews.py`. Not here: papers and results, which are exhibits with a retention of their own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.requests import states
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestRetained
from app.models import LegalRequest, RequestContent, RequestReview
from app.queries import query
from app.services.requests import drafting, recipients
from app.services.requests.lines import reviews as shared
from app.services.requests.lines.reviews import DueRow, TextRetention
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class DueRequest:
    """An ended request whose review is due soon. `title`: `None` if it has none."""

    request: LegalRequest
    title: str | None
    retention: TextRetention


async def of_request(session: Reading, seat: Seat, request: LegalRequest) -> TextRetention | None:
    """Return the retention of a request. `None` if it has not ended or is of another party."""
    if request.party != seat.party or request.state not in states.ENDED:
        return None
    return await shared.of_ended(session, seat, request, RequestReview, RequestReview.request == request.id)


async def list_due(session: Reading, seat: Seat) -> list[DueRequest]:
    """Return ended requests with texts of the leader's party whose review is due soon, most urgent first."""
    due = await shared.list_due(session, seat, _DUE, states.ENDED, "request.")
    if not due:
        return []
    found = select(LegalRequest, RequestContent.title).join(RequestContent, RequestContent.request == LegalRequest.id)
    rows = await session.execute(found.where(LegalRequest.id.in_(due)))
    requests = {request.id: DueRequest(request, title, due[request.id]) for request, title in rows}
    return [requests[one] for one in due]


async def list_days(
    session: Reading, seat: Seat, first: date, last: date
) -> list[tuple[LegalRequest, str | None, date]]:
    """Return ended requests with texts of the leader's party, and the day of their review, from `first` to `last`."""
    rows = await shared.list_days(session, seat, _DUE, states.ENDED, "request.", first, last)
    days = {row.id: row.review_on for row in rows}
    found = select(LegalRequest, RequestContent.title).join(RequestContent, RequestContent.request == LegalRequest.id)
    lines = await session.execute(found.where(LegalRequest.id.in_(days))) if days else ()
    return [(line, content, days[line.id]) for line, content in lines]


async def keep(session: Writing, seat: Seat, request: UUID, review_on: date, reason: str) -> None:
    """Keep the texts of an ended request until another review.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It has not ended.
        Invalid: The day is not after today, or beyond the months of the agreement's rule.
    """
    found = await drafting.lock_own(session, seat, request)
    if found.state not in states.ENDED:
        raise Conflict("This request has not ended, so no review is due yet.", code="request-open")
    await shared.demand_review_day(session, seat, review_on)
    row = RequestReview(
        id=clock.new_id(),
        jit=seat.jit,
        request=found.id,
        party=found.party,
        review_on=review_on,
        reason=reason,
        decided_by=seat.id,
        decided_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    fact = RequestRetained(
        request=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party}, await rosters.of(session, seat.jit)),
        review_on=review_on.isoformat(),
        reason=reason,
    )
    await journal.append(session, seat, fact)


_DUE: Final = query(
    DueRow,
    """
    select d.id, d.review_on
      from (select r.id, coalesce(
                     (select v.review_on from request_reviews v where v.request = r.id order by v.id desc limit 1),
                     (r.since_at at time zone 'UTC' + make_interval(months => :months))::date) as review_on
              from requests r
             where r.jit = :jit and r.party = :party and r.state = any (:ended)) d
     where d.review_on between :first and :last and exists (
             select 1 from headers h join fields f on f.entry = h.entry
              where h.jit = :jit and h.about = d.id and h.kind like 'request.%' and f.value not in ('null', '[]', '{}')
                and h.kind || ' ' || f.name = any (:erasable))
     order by d.review_on, d.id limit 200
    """,
)
