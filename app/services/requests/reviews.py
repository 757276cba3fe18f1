"""Retention of ended legal requests: when their texts are reviewed, and which reviews are due.

The rule of the agreement counts the months from the end of the request. A leader of its party then erases its texts from
the audit log (`services/retention/field_erasures.py`), which also erases them from the request, or keeps them until
another review. Not here: papers and results, which are exhibits with a retention of their own.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.requests import states
from app.access.retention import is_due, review_after
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.erasable import erasable_fields, is_erasable
from app.ledger.facts.requests.requests import RequestRetained
from app.models import LegalRequest, RequestReview
from app.queries import query
from app.services.requests import drafting, recipients
from app.services.retention import retention, retention_rules
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class RequestRetention:
    """Retention of an ended request of the member's party.

    Attributes:
        review_on: Day of the next review.
        overdue: Whether that day has come.
        may_keep: Whether the member may set another day.
        positions: Audit log entries with a text of the request that can still be erased, if the member decides.
    """

    review_on: date
    overdue: bool
    may_keep: bool
    positions: Sequence[int]


@dataclass(frozen=True, slots=True)
class DueRequest:
    """An ended request whose review is due soon. `title`: `None` if it has none."""

    request: LegalRequest
    title: str | None
    retention: RequestRetention


async def of_request(session: Reading, seat: Seat, request: LegalRequest) -> RequestRetention | None:
    """Return the retention of a request. `None` if it has not ended or is of another party."""
    if request.party != seat.party or request.state not in states.ENDED:
        return None
    months = (await retention_rules.current(session, seat.jit)).review_months
    newest = select(RequestReview.review_on).where(RequestReview.request == request.id)
    decided = await session.scalar(newest.order_by(RequestReview.id.desc()).limit(1))
    decides = seat.may(Permission.RETENTION_DECIDE)
    positions = (await _positions(session, seat, [request.id]))[request.id] if decides else []
    return _retention(decided or review_after(_day(request.since_at), months), may_keep=decides, positions=positions)


async def list_due(session: Reading, seat: Seat) -> list[DueRequest]:
    """Return ended requests with texts of the leader's party whose review is due soon, most urgent first."""
    if seat.party is None or not seat.may(Permission.RETENTION_DECIDE):
        return []
    months = (await retention_rules.current(session, seat.jit)).review_months
    soon = (clock.now() + retention.SOON).date()
    rows = await session.fetch_rows(
        _DUE,
        jit=seat.jit,
        party=seat.party,
        ended=sorted(states.ENDED),
        months=months,
        soon=soon,
        erasable=sorted(erasable_fields("request.")),
    )
    if not rows:
        return []
    positions = await _positions(session, seat, [row.id for row in rows])
    found = await session.scalars(select(LegalRequest).where(LegalRequest.id.in_([row.id for row in rows])))
    requests = {one.id: one for one in found}
    return [
        DueRequest(requests[row.id], row.title, _retention(row.review_on, may_keep=True, positions=positions[row.id]))
        for row in rows
    ]


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
    months, now = (await retention_rules.current(session, seat.jit)).review_months, clock.now()
    if not now.date() < review_on <= review_after(now.date(), months):
        raise Invalid(
            Phrase("Choose a review date after today and within {months} months.", months=months), field="review_on"
        )
    row = RequestReview(
        id=clock.new_id(),
        jit=seat.jit,
        request=found.id,
        party=found.party,
        review_on=review_on,
        reason=reason,
        decided_by=seat.id,
        decided_at=now,
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


def _retention(review_on: date, *, may_keep: bool, positions: Sequence[int]) -> RequestRetention:
    return RequestRetention(review_on, is_due(review_on, clock.now()), may_keep, positions)


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


async def _positions(session: Reading, seat: Seat, requests: Sequence[UUID]) -> dict[UUID, list[int]]:
    """Return the entries of each request that have a field which can still be erased."""
    found: dict[UUID, list[int]] = defaultdict(list)
    for row in await session.fetch_rows(_FIELDS, jit=seat.jit, requests=list(requests)):
        if is_erasable(row.kind, row.name) and row.position not in found[row.about]:
            found[row.about].append(row.position)
    return found


class _DueRow(NamedTuple):
    id: UUID
    title: str | None
    review_on: date


class _FieldRow(NamedTuple):
    about: UUID
    kind: str
    position: int
    name: str


_DUE: Final = query(
    _DueRow,
    """
    select d.id, d.title, d.review_on
      from (select r.id, c.title, coalesce(
                     (select v.review_on from request_reviews v where v.request = r.id order by v.id desc limit 1),
                     (r.since_at at time zone 'UTC' + make_interval(months => :months))::date) as review_on
              from requests r join request_contents c on c.request = r.id
             where r.jit = :jit and r.party = :party and r.state = any (:ended)) d
     where d.review_on <= :soon and exists (
             select 1 from headers h join fields f on f.entry = h.entry
              where h.jit = :jit and h.about = d.id and h.kind like 'request.%' and f.value not in ('null', '[]', '{}')
                and h.kind || ' ' || f.name = any (:erasable))
     order by d.review_on, d.id limit 200
    """,
)
_FIELDS: Final = query(
    _FieldRow,
    """
    select h.about, h.kind, p.position, f.name
      from headers h join positions p on p.entry = h.entry join fields f on f.entry = h.entry
     where h.jit = :jit and h.about = any (:requests) and h.kind like 'request.%' and f.value not in ('null', '[]', '{}')
     order by h.about, p.position
    """,
)
