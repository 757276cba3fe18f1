"""Views of the calendar of a team. Parties appear by code."""

from datetime import date, datetime
from uuid import UUID

from app.api.schemas import Time, View
from app.services.calendar_entries import CalendarEntries, CalendarEntry, CalendarKind
from app.services.teams.roster import Roster


class CalendarEntryView(View):
    """A date of a subject that the caller sees.

    `kind`: tells what the subject is. `at`: the moment, or `on`: a day without a time. `zone`: time zone in which the moment
    was set. `party`: of an assignee, the owner of a request, the recipient of a release, or the other side of a consent.
    `mine`: the caller's feeds contain it.
    """

    kind: CalendarKind
    subject: UUID
    title: str
    number: str | None
    party: str | None
    at: Time | None
    on: date | None
    zone: str
    mine: bool


class CalendarView(View):
    """The entries of a period, the earliest first, at most 500 of each kind. `more`: others were left out."""

    items: list[CalendarEntryView]
    more: bool


def calendar_view(found: CalendarEntries, roster: Roster) -> CalendarView:
    """Return the view of entries."""
    return CalendarView(items=[_entry(one, roster) for one in found.items], more=found.more)


def _entry(one: CalendarEntry, roster: Roster) -> CalendarEntryView:
    is_moment = isinstance(one.at, datetime)
    return CalendarEntryView(
        kind=one.kind,
        subject=one.subject,
        title=one.title,
        number=one.number,
        party=None if one.party is None else roster.party_code(one.party),
        at=one.at if isinstance(one.at, datetime) else None,
        on=None if is_moment else one.at,
        zone=one.zone,
        mine=one.mine,
    )
