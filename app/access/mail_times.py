"""When an account may receive e-mail: quiet hours and digest hour, in its own time zone. Pure.

Not here: whether there is anything to send (`services/notifications/mail_queue.py`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """Time zone and quiet hours of an account: from `quiet_from` until before `quiet_to`, also across midnight."""

    zone: str
    quiet_from: time | None = None
    quiet_to: time | None = None
    urgent_passes: bool = False


def earliest(hours: Hours, now: datetime, last_sent: datetime | None, apart: timedelta, *, urgent: bool) -> datetime:
    """Return the earliest time at which an e-mail may be sent. `apart`: minimum time since `last_sent`."""
    at = now if last_sent is None else max(now, last_sent + apart)
    return at if urgent and hours.urgent_passes else _after_quiet(hours, at)


def is_quiet(hours: Hours, at: datetime) -> bool:
    """Return whether local time at `at` is within the quiet hours."""
    if hours.quiet_from is None or hours.quiet_to is None:
        return False
    shown = at.astimezone(ZoneInfo(hours.zone)).time()
    if hours.quiet_from < hours.quiet_to:
        return hours.quiet_from <= shown < hours.quiet_to
    return shown >= hours.quiet_from or shown < hours.quiet_to


def _after_quiet(hours: Hours, at: datetime) -> datetime:
    """Return the first minute from `at` on that is not quiet.

    It steps minute by minute, which is correct across changes of summer time.
    """
    while is_quiet(hours, at):
        at = at.replace(second=0, microsecond=0) + _MINUTE
    return at


def digest_day(zone: str, hour: int, now: datetime) -> date | None:
    """Return the local date whose digest is due, from that hour on; otherwise `None`."""
    local = now.astimezone(ZoneInfo(zone))
    return local.date() if local.hour >= hour else None
