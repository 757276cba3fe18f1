"""Calendar feeds over HTTP: made, listed and revoked by their own seat; read by any calendar that has the secret address.

The reading door is open to anyone and answers to the secret alone, judged anew each time. Its lines in the technical access log name
the feed, never the secret.
"""

import hashlib
from typing import Annotated
from uuid import UUID

from fastapi import Header, Request, Response, status

from app.access.seats import Person
from app.api.guards import Anyone, MaySubscribeCalendar, ReadingUnit, WritingUnit
from app.api.house import house_of
from app.api.own import MayKeepCalendars
from app.api.routing import Router
from app.api.schemas import Page
from app.api.views.calendar_feeds import (
    CalendarFeedForm,
    CalendarFeedMadeView,
    CalendarFeedView,
    calendar_feed_made_view,
)
from app.api.views.positions import tell_position
from app.services import calendar_feeds as service
from app.services import calendars
from app.services.calendar_feeds import Shown

router = Router(prefix="/api/jits/{jit}/calendar-feeds", tags=["calendar feeds"])
public = Router(prefix="/api/calendar", tags=["calendar feeds"])


class CalendarResponse(Response):
    """As calendar programs read it."""

    media_type = "text/calendar"


@router.get("")
async def list_calendar_feeds(
    session: ReadingUnit, seat: MayKeepCalendars, response: Response
) -> Page[CalendarFeedView]:
    """One's own that stand, oldest first: five at most."""
    await tell_position(response, session, seat.jit)
    found = await service.standing(session, seat)
    return Page(items=[CalendarFeedView.model_validate(one) for one in found], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def make_calendar_feed(
    session: WritingUnit, seat: MaySubscribeCalendar, form: CalendarFeedForm
) -> CalendarFeedMadeView:
    """Make one. Its address is in this answer and in no other."""
    return calendar_feed_made_view(await service.make(session, seat, form.name))


@router.delete("/{feed}", status_code=status.HTTP_204_NO_CONTENT)
async def revoke_calendar_feed(session: WritingUnit, seat: MayKeepCalendars, feed: UUID) -> None:
    """From the next request on its address leads nowhere. In a closed team no entry says so."""
    await service.revoke(session, seat, feed)


@public.get("/{secret}.ics", response_class=CalendarResponse)
async def read_calendar(
    visitor: Anyone, request: Request, secret: str, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """The deadlines of the seat behind the secret (RFC 5545). 404 for every secret that leads nowhere, whatever the reason."""
    house = house_of(request)
    admits = house.door.admits_demonstration
    found = await service.shown(house.database, visitor, secret, admits_demonstration=admits)
    _say_who(request, found)
    async with house.database.reading() as session:
        content = await calendars.of(session, await service.again(session, found), found.feed)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in {one.strip().removeprefix("W/") for one in (if_none_match or "").split(",")}:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return CalendarResponse(content, headers=headers)


def _say_who(request: Request, found: Shown) -> None:
    """For the access log: recognised by the feed in place of a session."""
    seat = found.seat
    request.state.seats, request.state.asked = [seat], {"feed": str(found.feed)}
    request.state.person = Person(
        account=seat.account, session=found.feed, email="", name=seat.name, may_found=False, by_token=False
    )
