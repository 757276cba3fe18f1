"""Route for the calendar of a team: all dates that the caller may see, in one list.

Not here: feeds for calendar programs (`calendar_feeds.py`), and the sources (`services/registry.py`).
"""

from datetime import timedelta
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from fastapi import Query, Response

from app import clock
from app.api.coordination.views.calendar import CalendarView, calendar_view
from app.api.guards import MayReadTasks, ReadingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Day, Zone
from app.services import calendar_entries as service
from app.services.calendar_entries import CalendarKind, CalendarPeriod
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/calendar", tags=["calendar"])

#: Days after the first one, if the caller names no last day.
_DAYS: Final = timedelta(days=30)


@router.get("")
async def read_team_calendar(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    first: Annotated[Day | None, Query(alias="from", description="Left out: today.")] = None,
    until: Annotated[Day | None, Query(description="The last day, included. Left out: 30 days after `from`.")] = None,
    zone: Annotated[Zone, Query(description="Time zone of these days.")] = "UTC",
    kind: Annotated[list[CalendarKind] | None, Query(description="Repeatable. Left out: all.")] = None,
) -> CalendarView:
    """List tasks, action days, hearings, deadlines, ends and reviews that the caller may see, the earliest first."""
    await tell_position(response, session, seat.jit)
    begins = first or clock.now().astimezone(ZoneInfo(zone)).date()
    period = CalendarPeriod.asked(begins, until or begins + _DAYS, zone)
    found = await service.of(session, seat, period, kind or ())
    return calendar_view(found, await roster.of(session, seat.jit))
