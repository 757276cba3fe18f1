"""Calendar entries of the domain: deadlines, lapses of data, hearings, reviews of requests and notices.

Not here: the periods after which providers delete data (`expiring/retention.py`).
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from app.access.requests import notice_states
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Hearing, LegalRequest, Notice, NoticeContent, RequestContent, RequestDeadline
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod
from app.services.requests import reviews
from app.services.requests.deadlines import reading
from app.services.requests.notices import notice_list
from app.services.requests.notices import reviews as notice_reviews


async def of_deadlines(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the deadlines of visible requests that run or were missed."""
    return await _deadlines(session, seat, period, CalendarKind.REQUEST_DEADLINE)


async def of_lapses(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return when preserved data of visible requests lapse."""
    return await _deadlines(session, seat, period, CalendarKind.DATA_LAPSE)


async def _deadlines(
    session: Reading, seat: Seat, period: CalendarPeriod, kind: CalendarKind
) -> Iterable[CalendarEntry]:
    """Return deadlines of one kind.

    A coordinator, who reads no contents, gets the number as the title. Rows of contents are then invisible.
    """
    if not seat.may(Permission.REQUEST_READ):
        return ()
    lapses = kind is CalendarKind.DATA_LAPSE
    states = (RequestDeadline.ended_at.is_(None),) if lapses else reading.awaited()
    query = (
        select(RequestDeadline, LegalRequest.number, RequestContent.title)
        .join(LegalRequest, LegalRequest.id == RequestDeadline.request)
        .outerjoin(RequestContent, RequestContent.request == RequestDeadline.request)
        .where(RequestDeadline.jit == seat.jit, RequestDeadline.lapses.is_(lapses), *states)
        .where(RequestDeadline.due_at >= period.begins_at, RequestDeadline.due_at < period.ends_before)
        .order_by(RequestDeadline.due_at, RequestDeadline.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=kind,
            subject=one.request,
            title=title or number,
            number=number,
            party=one.party,
            at=one.due_at,
            zone=one.zone,
            changed_at=one.started_at,
            mine=one.party == seat.party and seat.may(Permission.REQUEST_WORK),
        )
        for one, number, title in await session.execute(query)
    ]


async def of_hearings(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the hearings of the member's party."""
    if not seat.may(Permission.REQUEST_CONTENT_READ):
        return ()
    query = (
        select(Hearing)
        .where(Hearing.jit == seat.jit, Hearing.held_at >= period.begins_at, Hearing.held_at < period.ends_before)
        .order_by(Hearing.held_at, Hearing.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.HEARING,
            subject=one.id,
            title=one.title,
            number=one.proceeding,
            party=one.party,
            at=one.held_at,
            zone=one.zone,
            changed_at=one.updated_at,
            mine=one.party == seat.party,
        )
        for one in await session.scalars(query)
    ]


async def of_notices(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the days on which the party reviews the need for its notices, or the texts of ended notices."""
    ended = await notice_reviews.list_days(session, seat, period.first, period.last)
    return [*await _running_notices(session, seat, period), *(_notice_review(*one) for one in ended)]


async def _running_notices(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    if not seat.may(Permission.REQUEST_WORK) or seat.party is None:
        return ()
    query = (
        select(Notice, NoticeContent)
        .join(NoticeContent, NoticeContent.notice == Notice.id)
        .where(Notice.jit == seat.jit, Notice.party == seat.party, Notice.state.not_in(notice_states.REVIEWED))
        .where(NoticeContent.review_on.between(period.first, period.last))
        .order_by(NoticeContent.review_on, Notice.id)
        .limit(period.most)
    )
    return [
        _notice_review(notice, content, content.review_on)
        for notice, content in await session.execute(query)
        if content.review_on is not None
    ]


def _notice_review(notice: Notice, content: NoticeContent, day: date) -> CalendarEntry:
    return CalendarEntry(
        kind=CalendarKind.NOTICE_REVIEW,
        subject=notice.id,
        title=notice_list.name_of(content) or notice.number,
        number=notice.number,
        party=notice.party,
        at=day,
        zone="UTC",
        changed_at=notice.since_at,
        mine=True,
    )


async def of_ended_requests(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the days on which the leader's party reviews the texts of its ended requests."""
    return [
        CalendarEntry(
            kind=CalendarKind.REQUEST_REVIEW,
            subject=request.id,
            title=title or request.number,
            number=request.number,
            party=request.party,
            at=day,
            zone="UTC",
            changed_at=request.since_at,
            mine=True,
        )
        for request, title, day in await reviews.list_days(session, seat, period.first, period.last)
    ]
