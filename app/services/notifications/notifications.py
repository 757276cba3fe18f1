"""A member's own notifications: list, count, mark as read or unread, archive.

Row-level security shows a row only while the member may see the fact and the subject, in lists and counts alike.
Reading and archiving are per-seat state, not in the ledger.
Not here: creation (`services/notifications/notification_jobs.py`) and subjects (`services/notifications/subjects.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select, text, update

from app import clock
from app.access.notification_rules import Urgency
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import NotFound
from app.ledger import recipients
from app.models import Notification
from app.queries import RowPosition
from app.services.notifications import subjects as notification_subjects
from app.services.notifications.preferences import changed_meanwhile
from app.services.notifications.subjects import Subject

#: Upper limit of counting, as the page shows at most "99+".
COUNT_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """Which notifications to list.

    Attributes:
        unread: Only unread ones, most urgent first; otherwise all, newest first.
        dismissed: Only archived ones; otherwise only those that are not archived.
        urgency: Only those of this urgency.
    """

    unread: bool = False
    dismissed: bool = False
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class NotificationDetails:
    """A notification with its subject as the member may see it now, and the actor's code."""

    notification: Notification
    subject: Subject
    by: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of unread and of urgent unread notifications, each at most `COUNT_MOST`."""

    unread: int
    now: int


async def list_all(
    session: Reading, seat: Seat, filters: Filters, behind: RowPosition[int] | None, limit: int
) -> list[NotificationDetails]:
    """Return up to `limit` of the member's own notifications."""
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
            same = (Notification.urgency == behind.key) & (Notification.id < behind.id)
            query = query.where((Notification.urgency > behind.key) | same)
    else:
        query = query.order_by(Notification.id.desc())
        query = query if behind is None else query.where(Notification.id < behind.id)
    return await _details(session, seat, (await session.scalars(query.limit(limit))).all())


async def counted(session: Reading, seat: Seat) -> Counts:
    """Return the counts of unread notifications."""
    row = (await session.execute(_COUNTED, {"seat": seat.id, "most": COUNT_MOST})).one()
    return Counts(row.unread, row.urgent)


async def read(session: Reading, seat: Seat, notification: UUID) -> NotificationDetails:
    """Return one notification.

    Raises:
        NotFound: It is absent, invisible or another member's, or its subject became invisible meanwhile.
    """
    rows = (await session.scalars(_one(seat, notification))).all()
    found = await _details(session, seat, rows)
    if not found:
        raise NotFound
    return found[0]


async def change(
    session: Writing, seat: Seat, notification: UUID, *, is_read: bool | None, dismissed: bool | None, expected: int
) -> None:
    """Mark a notification as read or unread, or move it to or from the archive.

    Raises:
        NotFound: It is absent or another member's.
        Stale: It changed since the member saw it.
    """
    row = (await session.scalars(_one(seat, notification).with_for_update())).one_or_none()
    if row is None:
        raise NotFound
    if row.version != expected:
        current = {"read": row.read_at is not None, "dismissed": row.dismissed_at is not None, "version": row.version}
        raise changed_meanwhile(current)
    now = clock.now()
    if is_read is not None:
        row.read_at, row.reading = (row.read_at or now) if is_read else None, None
    if dismissed is not None:
        row.dismissed_at = (row.dismissed_at or now) if dismissed else None
    row.version += 1
    await session.flush()


async def read_all(session: Writing, seat: Seat, until: UUID) -> tuple[UUID, int]:
    """Mark unread notifications as read, up to the newest one that the person saw.

    Returns:
        The id by which `unread_again` undoes this, and how many were marked.
    """
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
    """Undo `read_all` for notifications that were not changed since. Return how many.

    Raises:
        NotFound: There is nothing to undo.
    """
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


def _one(seat: Seat, notification: UUID) -> "Select[Notification]":
    return select(Notification).where(Notification.id == notification, Notification.seat == seat.id)


async def _details(session: Reading, seat: Seat, rows: Sequence[Notification]) -> list[NotificationDetails]:
    subjects = await notification_subjects.of(session, {(row.noun, row.subject) for row in rows})
    actors = await recipients.actors(session, seat.jit, [row.position for row in rows if row.position is not None])
    return [
        NotificationDetails(row, subject, subject.by if row.position is None else actors.get(row.position))
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
