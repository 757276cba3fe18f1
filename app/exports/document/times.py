"""Writes a time for a reader: local time of a zone, with its abbreviation and its offset.

Not here: times in data files, which are UTC (`clock.rfc3339`).
"""

from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo


def zoned(moment: datetime, zone: ZoneInfo) -> str:
    """Return `2026-10-25 02:30:00 CET +01:00`: the same in every language; the offset distinguishes repeated hours.

    A zone without an abbreviation has the offset alone. A time at the ends of the calendar, which cannot be converted,
    stays as given.
    """
    with suppress(OverflowError):
        moment = moment.astimezone(zone)
    name, ahead = moment.tzname() or "", moment.strftime("%z")
    named = [name] if name.isalpha() else []
    return " ".join([written(moment, "seconds"), *named, f"{ahead[:3]}:{ahead[3:5]}"])


def written(moment: datetime, to: str) -> str:
    """Return the time without its offset, with all digits of its year. `to`: `seconds` or `microseconds`."""
    return moment.replace(tzinfo=None).isoformat(" ", to)
