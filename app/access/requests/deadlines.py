"""Due instants and alarms of legal deadlines. Pure.

Periods in days and longer follow Regulation (EEC, Euratom) No 1182/71, Article 3, in the zone and with the holidays of
the executing authority. Periods in hours are elapsed hours around the clock; Article 3(1) of that regulation, which
leaves out the hour of the event, would end them up to one hour later. Not here: which deadline an instrument has
(`app/reference`), and jobs and alerts (`services/requests`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import count, islice
from math import ceil
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

_DURATION: Final = re.compile(
    r"P(?=.)(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?)?",
    re.ASCII,
)
_SATURDAY: Final = 6
_DAY: Final = timedelta(days=1)
#: Article 3(5): a period of two days or more includes at least two working days.
_LEAST_WORKING_DAYS: Final = 2
_ALARMS_BEFORE: Final = (timedelta(days=14), timedelta(days=7), timedelta(hours=72), timedelta(hours=24))

#: Begin and end; an end of `None` is not known yet.
Pause = tuple[datetime, datetime | None]


class Basis(StrEnum):
    """Unit in which a period is counted."""

    HOURS = "hours"  # elapsed hours, around the clock
    CALENDAR = "calendar"  # all days, weeks, months or years
    WORKING = "working"  # days from Monday to Friday that are no holiday


@dataclass(frozen=True, slots=True)
class Rule:
    """A period of a legal deadline.

    Attributes:
        duration: ISO 8601 duration, for example `PT8H`, `P10D`, `P6M`. Working periods have days only.
        basis: Unit in which the period is counted.
        extension: Duration by which the period can be extended, on the same basis.
        minimum: The period is the least that is owed, such as the 60 days of preservation. Its end is not moved to a
            working day, because the data may be gone by then.
        rolls: A calendar period that ends on a Saturday, Sunday or holiday ends on the next working day.
        before: The period is counted back from the event: it ends on the last day, or at the last instant, that is
            early enough. Such a period neither pauses nor moves to a working day.
    """

    duration: str
    basis: Basis
    extension: str | None = None
    minimum: bool = False
    rolls: bool = True
    before: bool = False

    def __post_init__(self) -> None:
        for text in (self.duration, self.extension):
            if text is not None:
                _parsed(text, self.basis)


def due(
    rule: Rule,
    begins_at: datetime,
    zone: ZoneInfo,
    holidays: Collection[date],
    pauses: Sequence[Pause] = (),
    *,
    extensions: int = 0,
) -> datetime:
    """Return the last second of a period, in UTC.

    Periods in days exclude the day of the event and end at the end of the last day in `zone`. A pause extends them by
    the number of days from its first day to its last day, in local dates; it extends periods in hours by its length.

    Args:
        rule: The period.
        begins_at: The event, with a zone.
        zone: Zone of the executing authority.
        holidays: Public holidays of the executing State, in all years that the period can reach.
        pauses: Spans in which the period does not run. A pause without an end is left out, so that the result is the
            earliest possible end; give the present instant as its end to count it up to now.
        extensions: How often the extension was granted.

    Raises:
        ValueError: A time without zone, a pause that ends before it begins, or an extension that the rule lacks.
    """
    _check(rule, begins_at, pauses, extensions)
    length = _parsed(rule.duration, rule.basis)
    if rule.extension is not None:
        length += extensions * _parsed(rule.extension, rule.basis)
    spans = sorted((begin, end) for begin, end in pauses if end is not None)
    if rule.before:
        return _counted_back(rule, length, begins_at, zone, holidays)
    if rule.basis is Basis.HOURS:
        return _after_hours(begins_at, length, spans)
    return _end_of_day(_last_day(rule, length, begins_at.astimezone(zone).date(), holidays, _dates(spans, zone)), zone)


def is_late(due_at: datetime, occurred: datetime) -> bool:
    """Return whether an event came after a period. `due_at` is the last second of the period."""
    return occurred >= due_at + timedelta(seconds=1)


def lateness(basis: Basis, due_at: datetime, ended_at: datetime, zone: ZoneInfo) -> tuple[int | None, int | None]:
    """Return how late an event came after a period: local days, or for a period in hours full and begun hours.

    Returns:
        Days and hours; `None` is the one that does not count.
    """
    if basis is Basis.HOURS:
        return None, ceil((ended_at - due_at) / timedelta(hours=1))
    return max(1, (ended_at.astimezone(zone).date() - due_at.astimezone(zone).date()).days), None


def alarms(begins_at: datetime, due_at: datetime) -> list[datetime]:
    """Return when to warn before a deadline, the first warning first.

    Warnings are due 14 days, 7 days, 72 hours and 24 hours before the end, as far as these lie after the beginning. If
    none does, they are due when half and when a quarter of the time is left.
    """
    fitting = [due_at - before for before in _ALARMS_BEFORE if due_at - before > begins_at]
    left = due_at - begins_at
    if fitting or left <= timedelta(0):
        return fitting
    return [due_at - left / 2, due_at - left / 4]


def next_alarm(begins_at: datetime, due_at: datetime, *, warned_at: datetime | None, now: datetime) -> datetime | None:
    """Return when to warn next: before the end, then at the end. `None`: not any more.

    A warning that was due already is given once, so that a deadline that is recorded late warns at once.
    """
    warnings = [*alarms(begins_at, due_at), due_at]
    owed = [one for one in warnings if one <= now and (warned_at is None or warned_at < one)]
    return owed[-1] if owed else next((one for one in warnings if one > now), None)


def _check(rule: Rule, begins_at: datetime, pauses: Sequence[Pause], extensions: int) -> None:
    instants = [begins_at, *(one for pause in pauses for one in pause if one is not None)]
    if any(one.utcoffset() is None for one in instants):
        raise ValueError("A time without a zone was given for a deadline")
    if any(end is not None and end < begin for begin, end in pauses):
        raise ValueError("A pause ends before it begins")
    if extensions and rule.extension is None:
        raise ValueError("The period cannot be extended")


def _parsed(text: str, basis: Basis) -> relativedelta:
    """Return a duration; the parts that its basis does not have are refused."""
    found = _DURATION.fullmatch(text)
    parts = {name: int(value) for name, value in found.groupdict().items() if value} if found else {}
    allowed = {
        Basis.HOURS: {"days", "hours", "minutes"},
        Basis.CALENDAR: {"years", "months", "weeks", "days"},
        Basis.WORKING: {"days"},
    }[basis]
    if not any(parts.values()) or not parts.keys() <= allowed:
        raise ValueError(f"{text!r} is no duration in {basis.value}")
    return relativedelta(**parts)


def _after_hours(begins_at: datetime, length: relativedelta, spans: Sequence[tuple[datetime, datetime]]) -> datetime:
    """Return the end of a period in hours. Arithmetic is in UTC, so that a change of the clocks has no effect."""
    reached = begins_at.astimezone(UTC)
    ends_at: datetime = reached + length
    for begin, end in spans:
        first, last = max(begin, reached), max(end, reached)
        if first >= ends_at:
            break
        ends_at += last - first
        reached = last
    return ends_at


def _counted_back(
    rule: Rule, length: relativedelta, event_at: datetime, zone: ZoneInfo, holidays: Collection[date]
) -> datetime:
    """Return the last second that is a period before the event."""
    if rule.basis is Basis.HOURS:
        ends_at: datetime = event_at.astimezone(UTC) - length
        return ends_at
    event = event_at.astimezone(zone).date()
    if rule.basis is Basis.CALENDAR:
        return _end_of_day(event - length, zone)
    free = frozenset(holidays)
    days = (event - n * _DAY for n in count(1))
    return _end_of_day(_nth((day for day in days if _is_working(day, free)), length.days), zone)


def _last_day(
    rule: Rule, length: relativedelta, event: date, holidays: Collection[date], paused: Collection[date]
) -> date:
    """Return the local date on which a period in days ends."""
    free = frozenset(holidays)
    if rule.basis is Basis.WORKING:
        counted = (day for day in _days_after(event) if _is_working(day, free) and day not in paused)
        return _nth(counted, length.days)
    days = (event + length - event).days
    last = _nth((day for day in _days_after(event) if day not in paused), days)
    if rule.minimum or not rule.rolls:
        return last
    if days >= _LEAST_WORKING_DAYS:
        working = (day for day in _days_after(event) if _is_working(day, free) and day not in paused)
        last = max(last, _nth(working, _LEAST_WORKING_DAYS))
    return next(day for day in _days_after(last - _DAY) if _is_working(day, free))


def _dates(spans: Sequence[tuple[datetime, datetime]], zone: ZoneInfo) -> frozenset[date]:
    """Return the dates that pauses take out: from the day a pause begins up to the day before it ends."""
    return frozenset(
        begin.astimezone(zone).date() + n * _DAY
        for begin, end in spans
        for n in range((end.astimezone(zone).date() - begin.astimezone(zone).date()).days)
    )


def _days_after(day: date) -> Iterator[date]:
    return (day + n * _DAY for n in count(1))


def _nth(days: Iterator[date], n: int) -> date:
    return next(islice(days, n - 1, None))


def _is_working(day: date, holidays: Collection[date]) -> bool:
    return day.isoweekday() < _SATURDAY and day not in holidays


def _end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the second before the next local midnight; where that midnight is skipped, before the clocks change."""
    return datetime.combine(day + _DAY, time(), tzinfo=zone).astimezone(UTC) - timedelta(seconds=1)
