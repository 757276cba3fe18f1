"""When an account may be written to: quiet hours and the day's hour in its own zone, whatever its clocks do. Pure.

Deliberately not here: whether there is anything to say (`services/mail_queue.py`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """An account's zone and its quiet hours there: from `quiet_from` on, before `quiet_to`, over midnight too."""

    zone: str
    quiet_from: time | None = None
    quiet_to: time | None = None
    urgent_passes: bool = False


def earliest(hours: Hours, now: datetime, last_sent: datetime | None, apart: timedelta, *, urgent: bool) -> datetime:
    """The moment from which on an e-mail may go: `now`, or later."""
    at = now if last_sent is None else max(now, last_sent + apart)
    return at if urgent and hours.urgent_passes else _after_quiet(hours, at)


def is_quiet(hours: Hours, at: datetime) -> bool:
    """Whether clocks in the zone show a time within the quiet hours."""
    if hours.quiet_from is None or hours.quiet_to is None:
        return False
    shown = at.astimezone(ZoneInfo(hours.zone)).time()
    if hours.quiet_from < hours.quiet_to:
        return hours.quiet_from <= shown < hours.quiet_to
    return shown >= hours.quiet_from or shown < hours.quiet_to


def _after_quiet(hours: Hours, at: datetime) -> datetime:
    """The first minute from `at` on that is not quiet. Walked: zones show times twice or never, and a day has few minutes."""
    while is_quiet(hours, at):
        at = at.replace(second=0, microsecond=0) + _MINUTE
    return at


def digest_day(zone: str, hour: int, now: datetime) -> date | None:
    """The day of the zone whose digest is due: today's, from that hour on."""
    local = now.astimezone(ZoneInfo(zone))
    return local.date() if local.hour >= hour else None
