"""Names of time zones, as people may give them: those of the IANA database."""

from functools import cache
from zoneinfo import available_timezones

from app.errors import Invalid

_known = cache(available_timezones)


def zone_of(name: str, *, field: str = "time_zone") -> str:
    """The name, if it is a zone. Raises `Invalid` naming `field`."""
    if name not in _known():
        raise Invalid("This is not a time zone of the IANA database. Nothing was changed.", field=field)
    return name
