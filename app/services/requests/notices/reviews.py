"""Retention of ended INTERPOL notices: when their texts are reviewed, and which reviews are due.

A refused notice is reviewed, too, unless it returns to draft. How this is counted: `services/requests/lines/reviews.py`.
Not here: linked exhibits, which have a retention of their own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.requests import notice_states
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeRetained
from app.models import Notice, NoticeContent, NoticeReview
from app.queries import query
from app.services.requests.lines import reviews as shared
from app.services.requests.lines.reviews import DueRow, TextRetention
from app.services.requests.notices import drafting


@dataclass(frozen=True, slots=True)
class DueNotice:
    """An ended notice whose review is due soon."""

    notice: Notice
    content: NoticeContent
    retention: TextRetention


async def of_notice(session: Reading, seat: Seat, notice: Notice) -> TextRetention | None:
    """Return the retention of a notice. `None` if it has not ended or is of another party."""
    if notice.party != seat.party or notice.state not in notice_states.REVIEWED:
        return None
    return await shared.of_ended(session, seat, notice, NoticeReview, NoticeReview.notice == notice.id)


async def list_due(session: Reading, seat: Seat) -> list[DueNotice]:
    """Return ended notices with texts of the leader's party whose review is due soon, most urgent first."""
    due = await shared.list_due(session, seat, _DUE, notice_states.REVIEWED, "notice.")
    if not due:
        return []
    found = select(Notice, NoticeContent).join(NoticeContent, NoticeContent.notice == Notice.id)
    rows = await session.execute(found.where(Notice.id.in_(due)))
    notices = {notice.id: DueNotice(notice, content, due[notice.id]) for notice, content in rows}
    return [notices[one] for one in due]


async def list_days(session: Reading, seat: Seat, first: date, last: date) -> list[tuple[Notice, NoticeContent, date]]:
    """Return ended notices with texts of the leader's party, and the day of their review, from `first` to `last`."""
    rows = await shared.list_days(session, seat, _DUE, notice_states.REVIEWED, "notice.", first, last)
    days = {row.id: row.review_on for row in rows}
    found = select(Notice, NoticeContent).join(NoticeContent, NoticeContent.notice == Notice.id)
    lines = await session.execute(found.where(Notice.id.in_(days))) if days else ()
    return [(line, content, days[line.id]) for line, content in lines]


async def keep(session: Writing, seat: Seat, notice: UUID, review_on: date, reason: str) -> None:
    """Keep the texts of an ended notice until another review.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It has not ended.
        Invalid: The day is not after today, or beyond the months of the agreement's rule.
    """
    found = await drafting.lock_own(session, seat, notice)
    if found.state not in notice_states.REVIEWED:
        raise Conflict("This notice has not ended, so no review is due yet.", code="notice-not-ended")
    await shared.demand_review_day(session, seat, review_on)
    row = NoticeReview(
        id=clock.new_id(),
        jit=seat.jit,
        notice=found.id,
        party=found.party,
        review_on=review_on,
        reason=reason,
        decided_by=seat.id,
        decided_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    told = await drafting.fields_of(session, seat, found, is_internal=True)
    await journal.append(session, seat, NoticeRetained(**told, review_on=review_on.isoformat(), reason=reason))


_DUE: Final = query(
    DueRow,
    """
    select d.id, d.review_on
      from (select n.id, coalesce(
                     (select v.review_on from notice_reviews v where v.notice = n.id order by v.id desc limit 1),
                     (n.since_at at time zone 'UTC' + make_interval(months => :months))::date) as review_on
              from notices n
             where n.jit = :jit and n.party = :party and n.state = any (:ended)) d
     where d.review_on between :first and :last and exists (
             select 1 from headers h join fields f on f.entry = h.entry
              where h.jit = :jit and h.about = d.id and h.kind like 'notice.%' and f.value not in ('null', '[]', '{}')
                and h.kind || ' ' || f.name = any (:erasable))
     order by d.review_on, d.id limit 200
    """,
)
