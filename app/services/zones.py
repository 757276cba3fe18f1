"""Time zones by their names in the IANA database, and the moments that a local time means in one.

Deliberately not here: calendars, working hours, and how a page shows a time.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from app import clock
from app.errors import Invalid

#: What is said of a moment that lies beyond `clock.EARLIEST` and `clock.LATEST`.
BEYOND: Final = f"lies before {clock.EARLIEST.year} or after {clock.LATEST.year - 1}; look at the year"
_known = cache(available_timezones)


def is_zone(name: str) -> bool:
    """Whether the database has a zone of this name. It is read once: reading it would be felt in each form that names one."""
    return name in _known()


def zone_of(name: str, *, field: str = "time_zone") -> str:
    """The name, if it is a zone. Raises `Invalid` naming `field`."""
    if not is_zone(name):
        raise Invalid("This is not a time zone of the IANA database. Nothing was changed.", field=field)
    return name


def moment_of(local: datetime, zone: str, *, field: str) -> datetime:
    """The moment at which clocks in `zone` show `local` (without an offset).

    Raises `Invalid` naming `field` where they show it twice or never, when summer time ends or begins; `readings` then holds
    both moments that may be meant, each as RFC 3339 and as it would be read off a clock there. The same for what lies beyond
    `clock.EARLIEST` and `clock.LATEST`, by the clocks there or in UTC.
    """
    _demand_within(local.replace(tzinfo=UTC), field)
    earlier, later = (local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    _demand_within(earlier, field)
    if earlier == later:
        return earlier
    twice = _reads(earlier, zone) == local
    said = "The clocks in {} show this time {}. Say which moment is meant. Nothing was changed."
    raise Invalid(
        said.format(zone, "twice" if twice else "never"),
        code="time-shown-twice" if twice else "time-never-shown",
        field=field,
        extra={"readings": [_reading(moment, zone) for moment in sorted((earlier, later))]},
    )


def _demand_within(moment: datetime, field: str) -> None:
    if not clock.is_within(moment):
        raise Invalid(f"This moment {BEYOND}. Nothing was changed.", field=field)


def _reads(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _reading(moment: datetime, zone: str) -> dict[str, str]:
    shown = moment.astimezone(ZoneInfo(zone))
    offset = shown.utcoffset() or timedelta()
    minutes = int(abs(offset).total_seconds()) // 60
    sign = "-" if offset < timedelta() else "+"
    return {
        "at": clock.rfc3339(moment),
        "local": shown.strftime("%Y-%m-%dT%H:%M"),
        "offset": f"{sign}{minutes // 60:02d}:{minutes % 60:02d}",
    }
