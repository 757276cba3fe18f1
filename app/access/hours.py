"""Working hours and times to meet, pure: who is at work at a moment on their own clock, and when most of several parties are.

A moment is one on every clock: hours are asked of the local time that each clock shows then, so that summer time is no exception.
Deliberately not here: whose hours they are (`services/hours.py`), and night shifts that pass midnight.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

DAY_MINUTES: Final = 24 * 60
#: Monday to Friday, by ISO 8601, nine to five: what is taken where a party has not said.
USUAL_DAYS: Final = (1, 2, 3, 4, 5)
USUAL_BEGIN: Final = 9 * 60
USUAL_END: Final = 17 * 60
_STEP: Final = timedelta(minutes=15)
_BACK_DAYS: Final = 14


class AtWork(StrEnum):
    """What a moment is for somebody, on their own clock."""

    WORKING = "working"
    OFF = "off"  # on a day on which they work, outside its hours
    FREE = "free"  # on a day on which they do not
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Hours:
    """`begins` and `ends`: minutes of the day on the clocks of `zone`; `days`: of the week, 1 is Monday."""

    zone: str
    days: tuple[int, ...] = USUAL_DAYS
    begins: int = USUAL_BEGIN
    ends: int = USUAL_END
    holidays: Mapping[date, str] = field(default_factory=dict)

    def at(self, moment: datetime) -> AtWork:
        """What this moment is."""
        local = moment.astimezone(ZoneInfo(self.zone))
        day = self._day(local.date())
        return day if day is not None else AtWork.WORKING if self._within(local, local) else AtWork.OFF

    def over(self, begins: datetime, ends: datetime) -> AtWork:
        """What the time between two moments is as a whole: working only where all of it is, on one day."""
        clock = ZoneInfo(self.zone)
        first, last = begins.astimezone(clock), ends.astimezone(clock)
        day = self._day(first.date())
        return day if day is not None else AtWork.WORKING if self._within(first, last) else AtWork.OFF

    def away(self, begins: datetime, ends: datetime) -> int:
        """How many minutes before or behind working hours it lies on a working day; a whole day on any other."""
        clock = ZoneInfo(self.zone)
        first, last = begins.astimezone(clock), ends.astimezone(clock)
        if self._day(first.date()) is not None:
            return DAY_MINUTES
        over = (last.date() - first.date()).days * DAY_MINUTES
        return max(0, self.begins - _minutes(first)) + max(0, over + _minutes(last) - self.ends)

    def last_end(self, moment: datetime) -> datetime:
        """When the last working day that ended before the moment did so; two weeks before it at the earliest."""
        clock = ZoneInfo(self.zone)
        today = moment.astimezone(clock).date()
        for back in range(_BACK_DAYS):
            day = today - timedelta(days=back)
            midnight = datetime.combine(day, time(), tzinfo=clock)
            ended = (midnight + timedelta(minutes=self.ends)).astimezone(UTC)  # on the clock's own face
            if self._day(day) is None and ended <= moment:
                return ended
        return moment - timedelta(days=_BACK_DAYS)

    def _day(self, day: date) -> AtWork | None:
        """What a day is that is none of work; else None."""
        if day.isoweekday() not in self.days:
            return AtWork.FREE
        return AtWork.HOLIDAY if day in self.holidays else None

    def _within(self, first: datetime, last: datetime) -> bool:
        over = (last.date() - first.date()).days * DAY_MINUTES
        begun = self.begins <= _minutes(first)
        return begun and (_minutes(first) < self.ends if first == last else over + _minutes(last) <= self.ends)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time to meet, with what it is for each of the parties, in their order."""

    begins_at: datetime
    ends_at: datetime
    at_work: tuple[AtWork, ...]


def slots(
    parties: Sequence[Hours], now: datetime, *, days: int, minutes: int, most: int = 12, a_day: int = 3
) -> list[Slot]:
    """The best times from `now` on: first those at which most parties work, then those nearest to the others' hours, then the soonest.

    None overlaps a better one; of a day of UTC no more than `a_day`.
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
    """Every quarter of an hour within so many days, with what it is ranked by."""
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
