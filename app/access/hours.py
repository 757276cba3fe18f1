"""Working hours and meeting times. Pure.

Times are compared in each party's local time at that moment, which covers daylight saving time.
Not here: stored working hours (`services/teams/working_hours.py`), and night shifts across midnight.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

DAY_MINUTES: Final = 24 * 60
#: Monday to Friday (ISO 8601), nine to five: the default of a party that has not set its hours.
USUAL_DAYS: Final = (1, 2, 3, 4, 5)
USUAL_BEGIN: Final = 9 * 60
USUAL_END: Final = 17 * 60
_STEP: Final = timedelta(minutes=15)
_BACK_DAYS: Final = 14


class AtWork(StrEnum):
    """Kind of a moment in a party's local time."""

    WORKING = "working"
    OFF = "off"  # on a working day, outside working hours
    FREE = "free"  # not a working day
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours. `begins`, `ends`: minutes of the day in `zone`; `days`: ISO weekdays, 1 is Monday."""

    zone: str
    days: tuple[int, ...] = USUAL_DAYS
    begins: int = USUAL_BEGIN
    ends: int = USUAL_END
    holidays: Mapping[date, str] = field(default_factory=dict)

    def at(self, moment: datetime) -> AtWork:
        """Classify a moment."""
        local = moment.astimezone(ZoneInfo(self.zone))
        day = self._day(local.date())
        return day if day is not None else AtWork.WORKING if self._within(local, local) else AtWork.OFF

    def over(self, begins: datetime, ends: datetime) -> AtWork:
        """Classify an interval: `WORKING` only if all of it is within one day's working hours."""
        clock = ZoneInfo(self.zone)
        first, last = begins.astimezone(clock), ends.astimezone(clock)
        day = self._day(first.date())
        return day if day is not None else AtWork.WORKING if self._within(first, last) else AtWork.OFF

    def away(self, begins: datetime, ends: datetime) -> int:
        """Return the minutes outside working hours on a working day; a whole day on any other day."""
        clock = ZoneInfo(self.zone)
        first, last = begins.astimezone(clock), ends.astimezone(clock)
        if self._day(first.date()) is not None:
            return DAY_MINUTES
        over = (last.date() - first.date()).days * DAY_MINUTES
        return max(0, self.begins - _minutes(first)) + max(0, over + _minutes(last) - self.ends)

    def last_end(self, moment: datetime) -> datetime:
        """Return when the last working day before the moment ended, at most two weeks back."""
        clock = ZoneInfo(self.zone)
        today = moment.astimezone(clock).date()
        for back in range(_BACK_DAYS):
            day = today - timedelta(days=back)
            midnight = datetime.combine(day, time(), tzinfo=clock)
            ended = (midnight + timedelta(minutes=self.ends)).astimezone(UTC)  # in local time, then converted
            if self._day(day) is None and ended <= moment:
                return ended
        return moment - timedelta(days=_BACK_DAYS)

    def _day(self, day: date) -> AtWork | None:
        """Return why a day is not a working day, else `None`."""
        if day.isoweekday() not in self.days:
            return AtWork.FREE
        return AtWork.HOLIDAY if day in self.holidays else None

    def _within(self, first: datetime, last: datetime) -> bool:
        over = (last.date() - first.date()).days * DAY_MINUTES
        begun = self.begins <= _minutes(first)
        return begun and (_minutes(first) < self.ends if first == last else over + _minutes(last) <= self.ends)


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting time, with its classification for each party, in their order."""

    begins_at: datetime
    ends_at: datetime
    at_work: tuple[AtWork, ...]


def slots(
    parties: Sequence[Hours], now: datetime, *, days: int, minutes: int, most: int = 12, a_day: int = 3
) -> list[Slot]:
    """Return the best meeting times from `now` on.

    They are ranked by the number of parties at work, then closeness to the other parties' hours, then time.
    They do not overlap. At most `a_day` are on one day in UTC.

    Args:
        parties: Working hours of the parties.
        now: Earliest beginning.
        days: How many days ahead to search.
        minutes: Length of the meeting.
        most: At most so many.
        a_day: At most so many a day.
    """
    lasts, chosen, taken = timedelta(minutes=minutes), list[Slot](), dict[date, int]()
    tried = sorted(_tried(parties, now, days, lasts), key=lambda one: one[0])
    for _, slot in tried:
        day = slot.begins_at.date()
        if len(chosen) == most:
            break
        if taken.get(day, 0) == a_day or any(
            slot.begins_at < other.ends_at and other.begins_at < slot.ends_at for other in chosen
        ):
            continue
        chosen.append(slot)
        taken[day] = taken.get(day, 0) + 1
    return chosen


def _tried(
    parties: Sequence[Hours], now: datetime, days: int, lasts: timedelta
) -> Iterator[tuple[tuple[int, int, datetime], Slot]]:
    """Yield each quarter of an hour in the next `days` days at which a party works, with its rank."""
    first = _next_quarter(now)
    at = first
    while at < first + timedelta(days=days):
        at_work = tuple(one.over(at, at + lasts) for one in parties)
        working = sum(one is AtWork.WORKING for one in at_work)
        if working:
            away = sum(one.away(at, at + lasts) for one in parties)
            yield (-working, away, at), Slot(at, at + lasts, at_work)
        at += _STEP


def _next_quarter(now: datetime) -> datetime:
    whole = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return whole + -((whole - now) // _STEP) * _STEP


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute
