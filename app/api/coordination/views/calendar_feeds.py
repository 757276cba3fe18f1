"""Form and views of calendar feeds."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from app import characters
from app.api.schemas import Form, Time, View
from app.services.coordination.calendar.feeds import NewFeed

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(characters.plain)
]


class CalendarFeedForm(Form):
    """The caller's name for the feed, such as the device or calendar that reads it."""

    name: Name


class CalendarFeedView(View):
    """An active feed. Its address was returned when it was created."""

    id: UUID
    name: str
    made_at: Time
    last_used_at: Time | None


class CalendarFeedMadeView(CalendarFeedView):
    """A new feed. `path`: its address on this server, returned only here. Anyone who has it can read the deadlines."""

    path: str


def calendar_feed_made_view(made: NewFeed) -> CalendarFeedMadeView:
    """Return the view of a new feed, with its address."""
    row = CalendarFeedView.model_validate(made.row)
    return CalendarFeedMadeView(**row.model_dump(), path=f"/api/calendar/{made.secret}.ics")
