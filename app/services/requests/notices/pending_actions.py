"""Pending actions of INTERPOL notices: answers to the Commission, and reviews of notices and their texts."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests import notice_states
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Notice, NoticeChallenge, NoticeContent
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction
from app.services.requests.notices import notice_list, reviews
from app.services.teams import roster as rosters

#: So long before the day, an answer is listed. Deadlines of requests are listed as early.
_NEAR: Final = timedelta(days=7)
#: So long before its day, the review of a notice is listed: from the first warning on.
_REVIEW_NEAR: Final = timedelta(days=14)


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do about notices."""
    if not seat.may(Permission.REQUEST_WORK) or seat.party is None:
        return []
    roster = await rosters.of(session, seat.jit)
    zone = next(one.time_zone for one in roster.parties if one.id == seat.party)
    return [
        *await _answers(session, seat, zone),
        *await _notice_reviews(session, seat, zone),
        *await _reviews(session, seat),
    ]


async def _notice_reviews(session: Reading, seat: Seat, zone: str) -> list[PendingAction]:
    """Return the notices whose need has to be reviewed soon, or should have been."""
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    query = (
        select(Notice, NoticeContent)
        .join(NoticeContent, NoticeContent.notice == Notice.id)
        .where(Notice.jit == seat.jit, Notice.party == seat.party, Notice.state.not_in(notice_states.REVIEWED))
        .where(NoticeContent.review_on <= today + _REVIEW_NEAR)
        .order_by(NoticeContent.review_on, Notice.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.NOTICE_REVIEW,
            group=Group.NOTICES,
            noun=Noun.NOTICE,
            id=notice.id,
            title=notice_list.name_of(content) or notice.number,
            number=notice.number,
            since_at=_midnight(content.review_on - _REVIEW_NEAR, zone),
            due_at=_midnight(content.review_on + timedelta(days=1), zone) - timedelta(seconds=1),
            due_zone=zone,
        )
        for notice, content in await session.execute(query)
        if content.review_on is not None
    ]


def _midnight(day: date, zone: str) -> datetime:
    """Return when a day begins in a zone."""
    return datetime.combine(day, time(), ZoneInfo(zone))


async def _answers(session: Reading, seat: Seat, zone: str) -> list[PendingAction]:
    """Return the answers that this member's party owes to the CCF soon, or that are overdue."""
    query = (
        select(Notice, NoticeContent, NoticeChallenge)
        .join(NoticeContent, NoticeContent.notice == Notice.id)
        .join(NoticeChallenge, NoticeChallenge.notice == Notice.id)
        .where(NoticeChallenge.jit == seat.jit, NoticeChallenge.party == seat.party)
        .where(NoticeChallenge.answer_due_at <= clock.now() + _NEAR)
        .order_by(NoticeChallenge.answer_due_at, NoticeChallenge.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.NOTICE_QUESTIONS,
            group=Group.NOTICES,
            noun=Noun.NOTICE,
            id=notice.id,
            title=notice_list.name_of(content) or notice.number,
            number=notice.number,
            since_at=challenge.recorded_at,
            due_at=challenge.answer_due_at,
            due_zone=zone,
        )
        for notice, content, challenge in await session.execute(query)
    ]


async def _reviews(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return ended notices whose texts a leader has to keep or erase."""
    return [
        PendingAction(
            kind=ActionKind.RETENTION_REVIEW,
            group=Group.REVIEWS,
            noun=Noun.NOTICE,
            id=one.notice.id,
            title=notice_list.name_of(one.content) or one.notice.number,
            number=one.notice.number,
            since_at=one.notice.since_at,
            due_at=datetime.combine(one.retention.review_on, time(), UTC),
        )
        for one in await reviews.list_due(session, seat)
        if one.retention.overdue
    ][:MOST]
