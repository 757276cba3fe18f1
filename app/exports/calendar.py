"""Writes an iCalendar file (RFC 5545) of deadlines, with the rules of each time zone that it uses.

Calendar providers outside the team read it, so it contains only what it is given: no address of this server, no names.
The same deadlines give the same bytes. Zone rules are written here because those of the library begin summer time an
hour late. (RFC 5545, 3.6.5: an onset is given in the local time before the change.)

Not here: which deadlines, and their titles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

_PRODUCT: Final = "-//Liaison//Deadlines//EN"
#: How often a calendar should refresh.
_EVERY: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
#: Zone rules cover this time before the first moment and after the last.
_YEAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Due:
    """A moment in the time zone in which it was set, or a calendar day. `said_at`: when it was last changed."""

    id: UUID
    words: str
    at: datetime | date
    zone: str
    said_at: datetime


def calendar_of(name: str, dues: Sequence[Due]) -> bytes:
    """Return the calendar file, events in the order of their times."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _EVERY, parameters={"VALUE": "DURATION"})
    events = sorted(dues, key=lambda due: (instant(due), due.id))
    if events:
        first, last = instant(events[0]) - _YEAR, instant(events[-1]) + _YEAR
        for zone in sorted({zone for one in events if (zone := _told_in(one)) is not None}):
            calendar.add_component(_zone(zone, first, last))
    for one in events:
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical())


def instant(due: Due) -> datetime:
    """Return the moment; for a day, its beginning in UTC."""
    at = due.at
    return at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, tzinfo=UTC)


def _told_in(due: Due) -> str | None:
    """Return the zone for the event's local time.

    None: a day, a moment in UTC, and the second of two moments with the same local time (end of summer time).
    """
    if not isinstance(due.at, datetime) or due.zone == "UTC":
        return None
    return None if due.at.astimezone(ZoneInfo(due.zone)).fold else due.zone


def _event(due: Due) -> Event:
    event = Event()
    event.add("uid", str(due.id))
    event.add("dtstamp", due.said_at.astimezone(UTC).replace(microsecond=0))
    zone = _told_in(due)
    if isinstance(due.at, datetime):
        event.add("dtstart", due.at.astimezone(UTC if zone is None else ZoneInfo(zone)).replace(microsecond=0))
    else:
        event.add("dtstart", due.at)
    event.add("summary", due.words)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _zone(name: str, first: datetime, last: datetime) -> Timezone:
    """Return the rules of a zone between two moments: an observance for the beginning, and one for each change."""
    zone = Timezone()
    zone.add("tzid", name)
    clock = ZoneInfo(name)
    before = first.astimezone(clock)
    zone.add_component(_observance(before, before))
    for change in _changes(clock, first, last):
        zone.add_component(_observance((change - _MINUTE).astimezone(clock), change.astimezone(clock)))
    return zone


def _observance(before: datetime, onset: datetime) -> TimezoneStandard | TimezoneDaylight:
    """Return the observance from `onset` on.

    `before`: local time just before, which sets the offset in which it starts.
    """
    shown, shows = before.utcoffset() or timedelta(), onset.utcoffset() or timedelta()
    part = TimezoneDaylight() if onset.dst() else TimezoneStandard()
    part.add("dtstart", (onset.astimezone(UTC) + shown).replace(tzinfo=None, second=0, microsecond=0))
    part.add("tzoffsetfrom", shown)
    part.add("tzoffsetto", shows)
    part.add("tzname", onset.tzname() or "")
    return part


def _changes(clock: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield the moments at which the zone's offset changes, to the minute."""
    at = first.replace(second=0, microsecond=0)
    while at < last:
        following = at + timedelta(days=1)
        if following.astimezone(clock).utcoffset() != at.astimezone(clock).utcoffset():
            yield _change_between(clock, at, following)
        at = following


def _change_between(clock: ZoneInfo, early: datetime, late: datetime) -> datetime:
    old = early.astimezone(clock).utcoffset()
    while late - early > _MINUTE:
        middle = early + ((late - early) // 2 // _MINUTE) * _MINUTE
        if middle.astimezone(clock).utcoffset() == old:
            early = middle
        else:
            late = middle
    return late
