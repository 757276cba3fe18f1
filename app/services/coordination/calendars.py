"""Contents of a member's calendar feed: task deadlines, end of access, deadlines of consents, and reviews.

An external calendar provider receives the feed, so it names no team, party, exhibit or person.
A task appears by its number, everything else by its kind. Everything is read through row-level security.
Not here: the iCalendar format (`exports/calendar.py`).
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.consents import OPEN
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.task_states import AT_WORK
from app.database import Reading
from app.exports.calendar import Due, calendar_of, instant
from app.models import Account, Consent, Evidence, Member, Task
from app.vault import threads

#: Maximum of events of each kind. Events further away than `_NEAR` are left out: each year adds time zone rules.
MOST: Final = 500
_NEAR: Final = timedelta(days=10 * 366)
_WORDS: Final = {
    "en": {
        "name": "Deadlines",
        "task": "Task {} due",
        "seat": "Access ends",
        "consent": "Answer to a request due",
        "until": "A consent ends",
        "review": "Review due",
    },
    "fr": {
        "name": "Échéances",
        "task": "Tâche {} : échéance",
        "seat": "Accès : fin",
        "consent": "Réponse à une demande : échéance",
        "until": "Accord : fin",
        "review": "Révision : échéance",
    },
}


async def of(session: Reading, seat: Seat, feed: UUID) -> bytes:
    """Return the member's calendar as iCalendar bytes, in the account's language. Event ids are unique to the feed."""
    locale = await session.scalar(select(Account.locale).where(Account.id == seat.account))
    words = _WORDS.get((locale or "en")[:2], _WORDS["en"])
    dues = [
        *await _tasks(session, seat, feed, words),
        *await _end(session, seat, feed, words),
        *await _consents(session, seat, feed, words),
        *await _reviews(session, seat, feed, words),
    ]
    now = clock.now()
    near = [one for one in dues if now - _NEAR < instant(one) < now + _NEAR]
    return await threads.run(calendar_of, words["name"], near)


def _id(feed: UUID, what: object) -> UUID:
    return clock.named_id(f"{feed} {what}")


async def _tasks(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> list[Due]:
    query = select(Task).where(Task.assignee == seat.id, Task.state.in_(AT_WORK), Task.due_at.is_not(None))
    rows = (await session.scalars(query.order_by(Task.due_at, Task.id).limit(MOST))).all()
    return [
        Due(_id(feed, one.id), words["task"].format(one.number), one.due_at, one.due_zone, one.updated_at)
        for one in rows
        if one.due_at is not None and one.due_zone is not None
    ]


async def _end(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> list[Due]:
    row = (await session.scalars(select(Member).where(Member.id == seat.id))).one()
    if row.until is None:
        return []
    return [Due(_id(feed, "seat"), words["seat"], row.until, "UTC", row.seated_at or row.proposed_at)]


async def _consents(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> list[Due]:
    """Return consent requests that the member may answer, and ends of consents granted to the party."""
    return [
        *(await _answers(session, seat, feed, words) if seat.may(Permission.CONSENT_ANSWER) else ()),
        *(await _grants(session, seat, feed, words) if seat.may(Permission.CONSENT_ASK) else ()),
    ]


async def _answers(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> list[Due]:
    waits = select(Consent).where(Consent.asked_party == seat.party, Consent.state.in_(OPEN))
    rows = (await session.scalars(waits.order_by(Consent.due_at, Consent.id).limit(MOST))).all()
    return [Due(_id(feed, one.id), words["consent"], one.due_at, one.due_zone, one.requested_at) for one in rows]


async def _grants(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> list[Due]:
    holds = select(Consent).where(Consent.asker_party == seat.party, Consent.ended_at.is_(None))
    holds = holds.where(Consent.state.in_(("granted", "granted_with_conditions")), Consent.until > clock.now())
    rows = (await session.scalars(holds.order_by(Consent.until, Consent.id).limit(MOST))).all()
    return [
        Due(_id(feed, f"until {one.id}"), words["until"], one.until, one.due_zone, one.answered_at or one.requested_at)
        for one in rows
        if one.until is not None
    ]


async def _reviews(session: Reading, seat: Seat, feed: UUID, words: dict[str, str]) -> Iterator[Due]:
    """Return the review dates of the party's exhibits, each date once, if the member decides on retention."""
    if not seat.may(Permission.RETENTION_DECIDE):
        return iter(())
    first = func.min(Evidence.registered_at)
    query = select(Evidence.review_on, first.label("first")).where(Evidence.originator == seat.party)
    query = query.where(Evidence.status == "active", Evidence.review_on.is_not(None)).group_by(Evidence.review_on)
    rows: Any = (await session.execute(query.order_by(Evidence.review_on).limit(MOST))).all()
    return (Due(_id(feed, f"review {day}"), words["review"], day, "UTC", since) for day, since in rows)
