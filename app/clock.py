"""The only source of time and of identifiers.

Times are timezone-aware, in UTC. Identifiers are UUIDv7 (RFC 9562), so that newer rows sort after older ones.
Not here: deadlines and calendars.
"""

import os
import re
import threading
import time
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID, uuid5

#: Every time that is acted upon must be in this range; others are input errors, and some time zones cannot represent
#: them. The database enforces it for stored times (`models/tables.py`).
EARLIEST: Final = datetime(1900, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RANDOM_BITS: Final = 62
_COUNTER_BITS: Final = 12
#: Namespace that keeps our name-based ids distinct from those of other programs (RFC 9562, 5.5).
_SPACE: Final = UUID("6b0e1c3e-52a5-5a0c-9d8e-6f2f6f0c2d11")
_lock = threading.Lock()
_last_tick = 0


def now() -> datetime:
    """Return the current time, timezone-aware, UTC, in microseconds."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Return seconds of a monotonic clock, for durations."""
    return time.monotonic()


def rfc3339(moment: datetime) -> str:
    """Format a time as `2026-11-24T13:15:58.035801Z`: always UTC, six digits, `Z` (RFC 3339)."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def is_within(moment: datetime) -> bool:
    """Return whether a time is in the allowed range, which every time zone can represent."""
    return EARLIEST <= moment < LATEST


def parse(text: str) -> datetime:
    """Parse a time as `rfc3339` writes it. Raises `ValueError` without a time zone, or beyond the range of UTC."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time at the end of the calendar") from None


def written_day(value: object) -> object:
    """Return a day that is written as `2026-05-16`.

    Raises `ValueError` for a number of seconds since 1970, in which errors are hard to see.
    """
    if not isinstance(value, date) and not (isinstance(value, str) and _DAY.fullmatch(value)):
        raise ValueError("Must be a date, for example 2026-05-16.")
    return value


def since_1970(seconds: int) -> datetime:
    """Return the time so many seconds after the start of 1970, timezone-aware, UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def new_id() -> UUID:
    """Return a UUIDv7: milliseconds, a 12-bit fraction of a millisecond, 62 random bits.

    Within a process each id is greater than the one before (RFC 9562, 6.2, method 3).
    """
    global _last_tick  # noqa: PLW0603 - the only counter of this process
    with _lock:
        tick = (time.time_ns() << _COUNTER_BITS) // 1_000_000
        _last_tick = max(tick, _last_tick + 1)
        tick = _last_tick
    milliseconds, fraction = tick >> _COUNTER_BITS, tick & 0xFFF
    noise = int.from_bytes(os.urandom(8), "big") & ((1 << _RANDOM_BITS) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62) | noise)


def named_id(name: str) -> UUID:
    """Return a UUID made from a name, always the same (version 5, RFC 9562): for outputs about things without an id."""
    return uuid5(_SPACE, name)
