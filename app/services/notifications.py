"""Notifications as their own seat reads them: lists, counts, read and unread, put away.

Row-level security shows a row only while the seat hears the fact and sees the subject: what was taken back is gone from lists and
counts alike. What a seat reads and puts away is its own affair, and no fact. Deliberately not here: where they come from
(`services/notification_clock.py`) and what subjects are called (`services/notification_subjects.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text, update

from app import clock
from app.access.notices import Urgency
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import NotFound, Stale
from app.ledger import concerned
from app.models import Notification
from app.services import notification_subjects
from app.services.notification_subjects import Subject

#: Counting stops here: no bell says more than "99+".
COUNT_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """`unread`: only those, the most urgent first; else all, the newest first. `dismissed`: what was put away, and nothing else."""

    unread: bool = False
    dismissed: bool = False
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """The last one of the page before."""

    urgency: int
    id: UUID


@dataclass(frozen=True, slots=True)
class Whole:
    """A notification with its subject as the seat sees it now, and whose act it was."""

    notification: Notification
    subject: Subject
    by: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are unread, and of them urgent; each no more than `COUNT_MOST`."""

    unread: int
    now: int


async def listed(session: Reading, seat: Seat, filters: Filters, behind: Behind | None, limit: int) -> list[Whole]:
    """Up to `limit` of the seat's own."""
    query = select(Notification).where(Notification.seat == seat.id)
    put_away = Notification.dismissed_at.is_not(None)
    query = query.where(put_away if filters.dismissed else ~put_away)
    if filters.unread:
        query = query.where(Notification.read_at.is_(None))
    if filters.urgency is not None:
        query = query.where(Notification.urgency == int(filters.urgency))
    if filters.unread:
        query = query.order_by(Notification.urgency, Notification.id.desc())
        if behind is not None:
            same = (Notification.urgency == behind.urgency) & (Notification.id < behind.id)
            query = query.where((Notification.urgency > behind.urgency) | same)
    else:
        query = query.order_by(Notification.id.desc())
        query = query if behind is None else query.where(Notification.id < behind.id)
    return await _whole(session, seat, (await session.scalars(query.limit(limit))).all())


async def counted(session: Reading, seat: Seat) -> Counts:
    """What the bell says."""
    row = (await session.execute(_COUNTED, {"seat": seat.id, "most": COUNT_MOST})).one()
    return Counts(row.unread, row.urgent)


async def read(session: Reading, seat: Seat, notification: UUID) -> Whole:
    """One of them. Raises `NotFound`, for another's too."""
    row = (await session.scalars(_one(seat, notification))).one_or_none()
    if row is None:
        raise NotFound
    return (await _whole(session, seat, [row]))[0]


async def change(
    session: Writing, seat: Seat, notification: UUID, *, is_read: bool | None, dismissed: bool | None, expected: int
) -> None:
    """Mark it read or unread, put it away or fetch it back. Raises `NotFound`, `Stale`."""
    row = (await session.scalars(_one(seat, notification).with_for_update())).one_or_none()
    if row is None:
        raise NotFound
    if row.version != expected:
        current = {"read": row.read_at is not None, "dismissed": row.dismissed_at is not None, "version": row.version}
        raise Stale(
            "This was changed meanwhile, perhaps in another window. Nothing was changed now.",
            extra={"current": current},
        )
    now = clock.now()
    if is_read is not None:
        row.read_at, row.reading = (row.read_at or now) if is_read else None, None
    if dismissed is not None:
        row.dismissed_at = (row.dismissed_at or now) if dismissed else None
    row.version += 1
    await session.flush()


async def read_all(session: Writing, seat: Seat, until: UUID) -> tuple[UUID, int]:
    """Mark read what is unread, up to the newest that the person saw. Returns the act, to be undone, and how many."""
    reading = clock.new_id()
    changed = (
        update(Notification)
        .where(
            Notification.seat == seat.id,
            Notification.id <= until,
            Notification.read_at.is_(None),
            Notification.dismissed_at.is_(None),
        )
        .values(read_at=clock.now(), reading=reading, version=Notification.version + 1)
        .returning(Notification.id)
    )
    return reading, len((await session.scalars(changed)).all())


async def unread_again(session: Writing, seat: Seat, reading: UUID) -> int:
    """Undo it: what was read by that act, and was not changed since, is unread. Returns how many. Raises `NotFound` for none."""
    changed = (
        update(Notification)
        .where(Notification.seat == seat.id, Notification.reading == reading)
        .values(read_at=None, reading=None, version=Notification.version + 1)
        .returning(Notification.id)
    )
    count = len((await session.scalars(changed)).all())
    if count == 0:
        raise NotFound
    return count


def _one(seat: Seat, notification: UUID) -> Any:  # noqa: ANN401 - a select
    return select(Notification).where(Notification.id == notification, Notification.seat == seat.id)


async def _whole(session: Reading, seat: Seat, rows: Sequence[Notification]) -> list[Whole]:
    subjects = await notification_subjects.of(session, {(row.noun, row.subject) for row in rows})
    actors = await concerned.actors(session, seat.jit, [row.position for row in rows if row.position is not None])
    return [
        Whole(row, subject, subject.by if row.position is None else actors.get(row.position))
        for row in rows
        if (subject := subjects.get((row.noun, row.subject))) is not None
    ]


_COUNTED: Final = text(
    """
    with unread as (select n.urgency from notifications n
       where n.seat = :seat and n.read_at is null and n.dismissed_at is null order by n.urgency, n.id desc limit :most)
    select count(*) as unread, count(*) filter (where urgency = 0) as urgent from unread
    """
)
