"""Routes for a member's notifications: list, count, mark as read, archive.

None of this is recorded in the audit log.
"""

import re
from typing import Annotated, Final
from uuid import UUID

from fastapi import Query, Response, status

from app.access.notification_rules import Urgency
from app.api import pagination
from app.api.guards import MayReadNotifications, ReadingUnit, WritingUnit
from app.api.notifications.views.notifications import (
    NotificationCountsView,
    NotificationForm,
    NotificationsReadForm,
    NotificationView,
    ReadingView,
    UndoneView,
    UrgencyWord,
    notification_view,
)
from app.api.own import MayKeepNotifications
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.queries import RowPosition
from app.services.notifications import notifications as service
from app.services.notifications.notifications import Filters, NotificationDetails

router = Router(prefix="/api/jits/{jit}/notifications", tags=["notifications"])

_CURSOR: Final = re.compile(r"([0-2])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


@router.get("")
async def list_notifications(
    session: ReadingUnit,
    seat: MayReadNotifications,
    response: Response,
    unread: Annotated[bool | None, Query(description="Only the unread, the most urgent first.")] = None,
    dismissed: Annotated[
        bool | None, Query(description="List the dismissed notifications instead of the others.")
    ] = None,
    urgency: UrgencyWord | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[NotificationView]:
    """List the caller's notifications, newest first, with what the caller may still see."""
    await tell_position(response, session, seat.jit)
    wanted = None if urgency is None else Urgency[urgency.upper()]
    filters = Filters(unread=bool(unread), dismissed=bool(dismissed), urgency=wanted)
    asked = pagination.PageRequest(pagination.position(cursor, _behind), limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page_by(_cursor_of, found, notification_view)


@router.get("/counts")
async def count_notifications(
    session: ReadingUnit, seat: MayReadNotifications, response: Response
) -> NotificationCountsView:
    """Return how many notifications are unread."""
    await tell_position(response, session, seat.jit)
    counts = await service.counted(session, seat)
    return NotificationCountsView(unread=counts.unread, now=counts.now, most=service.COUNT_MOST)


@router.patch("/{notification}")
async def change_notification(
    session: WritingUnit,
    seat: MayKeepNotifications,
    notification: UUID,
    form: NotificationForm,
    if_match: IfMatch = None,
) -> NotificationView:
    """Mark a notification as read or unread, archive it or restore it."""
    expected = expected_version(if_match)
    await service.change(session, seat, notification, is_read=form.read, dismissed=form.dismissed, expected=expected)
    return notification_view(await service.read(session, seat, notification))


@router.post("/readings", status_code=status.HTTP_201_CREATED)
async def read_notifications(
    session: WritingUnit, seat: MayKeepNotifications, form: NotificationsReadForm
) -> ReadingView:
    """Mark all notifications as read, up to the newest one that was displayed."""
    reading, count = await service.read_all(session, seat, form.until)
    return ReadingView(id=reading, count=count)


@router.post("/readings/{reading}/reversal")
async def unread_notifications(session: WritingUnit, seat: MayKeepNotifications, reading: UUID) -> UndoneView:
    """Undo marking as read together, except for notifications changed since."""
    return UndoneView(count=await service.unread_again(session, seat, reading))


def _behind(cursor: str) -> RowPosition[int]:
    found = pagination.matched(_CURSOR, cursor)
    return RowPosition(int(found[1]), UUID(found[2]))


def _cursor_of(found: NotificationDetails) -> str:
    return f"{found.notification.urgency}.{found.notification.id}"
