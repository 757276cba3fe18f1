"""Routes for calendar feeds: managed by their member, read by any calendar program with the secret address.

The reading route needs no session: the secret is the only credential, and access is decided on each request. Its lines
in the access log contain the id of the feed and never the secret.
"""

import hashlib
from typing import Annotated
from uuid import UUID

from fastapi import Header, Request, Response, status

from app.access.seats import Person
from app.api.context import context_of
from app.api.coordination.views.calendar_feeds import (
    CalendarFeedForm,
    CalendarFeedMadeView,
    CalendarFeedView,
    calendar_feed_made_view,
)
from app.api.guards import Anyone, MaySubscribeCalendar, ReadingUnit, WritingUnit
from app.api.own import MayKeepCalendars
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page
from app.services.coordination.calendar import feeds as service
from app.services.coordination.calendar.feeds import FeedAccess

router = Router(prefix="/api/jits/{jit}/calendar-feeds", tags=["calendar feeds"])
public = Router(prefix="/api/calendar", tags=["calendar feeds"])


class CalendarResponse(Response):
    """A response of type `text/calendar`."""

    media_type = "text/calendar"


@router.get("")
async def list_calendar_feeds(
    session: ReadingUnit, seat: MayKeepCalendars, response: Response
) -> Page[CalendarFeedView]:
    """List the caller's active feeds, oldest first. There are at most five."""
    await tell_position(response, session, seat.jit)
    found = await service.active_feeds(session, seat)
    return Page(items=[CalendarFeedView.model_validate(one) for one in found], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def make_calendar_feed(
    session: WritingUnit, seat: MaySubscribeCalendar, form: CalendarFeedForm
) -> CalendarFeedMadeView:
    """Create a feed. Its address is returned only in this answer."""
    return calendar_feed_made_view(await service.make(session, seat, form.name))


@router.delete("/{feed}", status_code=status.HTTP_204_NO_CONTENT)
async def revoke_calendar_feed(session: WritingUnit, seat: MayKeepCalendars, feed: UUID) -> None:
    """Revoke a feed. Its address stops working immediately. In a closed team this makes no audit log entry."""
    await service.revoke(session, seat, feed)


@public.get("/{secret}.ics", response_class=CalendarResponse)
async def read_calendar(
    visitor: Anyone, request: Request, secret: str, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """Return the deadlines of the member to whom the secret belongs (RFC 5545). Any invalid secret gets 404."""
    context = context_of(request)
    admits = context.authentication.admits_demonstration
    found = await service.open_feed(context.database, visitor, secret, admits_demonstration=admits)
    _say_who(request, found)
    async with context.database.reading() as session:
        content = await service.contents(session, await service.again(session, found), found.feed)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in {one.strip().removeprefix("W/") for one in (if_none_match or "").split(",")}:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return CalendarResponse(content, headers=headers)


def _say_who(request: Request, found: FeedAccess) -> None:
    """Set the member and account for the access log. The feed's id takes the place of the session."""
    seat = found.seat
    request.state.seats, request.state.asked = [seat], {"feed": str(found.feed)}
    request.state.person = Person(
        account=seat.account, session=found.feed, email="", name=seat.name, may_found=False, by_token=False
    )
