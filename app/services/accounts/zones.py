"""IANA time zones: validate names; convert local times to moments.

Not here: working hours and calendars, and display of times.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from app import clock
from app.errors import Invalid
from app.i18n.phrases import Phrase

#: Message for a moment outside `clock.EARLIEST` and `clock.LATEST`.
BEYOND: Final = Phrase(
    "Check the year: the time must lie between {first} and {last}.",
    first=clock.EARLIEST.year,
    last=clock.LATEST.year - 1,
)
_known = cache(available_timezones)


def is_zone(name: str) -> bool:
    """Return whether the IANA database has this zone. The list is cached, as reading it is slow."""
    return name in _known()


def zone_of(name: str, *, field: str = "time_zone") -> str:
    """Return the name of a valid zone.

    Raises:
        Invalid: There is no such zone; names `field`.
    """
    if not is_zone(name):
        raise Invalid("This is not a time zone of the IANA database.", field=field)
    return name


def moment_of(local: datetime, zone: str, *, field: str) -> datetime:
    """Return the moment at which clocks in `zone` show `local` (without offset).

    Raises:
        Invalid: The clocks show it twice or never (change of summer time), or it is out of range; names `field`. In the
            first
            case `readings` holds both possible moments, as RFC 3339 and as local time.
    """
    _demand_within(local.replace(tzinfo=UTC), field)
    earlier, later = (local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    _demand_within(earlier, field)
    if earlier == later:
        return earlier
    twice = _reads(earlier, zone) == local
    sentence = (
        "Clocks in {zone} show this time twice. Choose which one you mean."
        if twice
        else "Clocks in {zone} skip this time. Choose another time."
    )
    raise Invalid(
        Phrase(sentence, zone=zone),
        code="time-shown-twice" if twice else "time-never-shown",
        field=field,
        extra={"readings": [_reading(moment, zone) for moment in sorted((earlier, later))]},
    )


def _demand_within(moment: datetime, field: str) -> None:
    if not clock.is_within(moment):
        raise Invalid(BEYOND, field=field)


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
