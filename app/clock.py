"""The only source of time and of identifiers.

Times are aware and in UTC; identifiers are UUIDv7 (RFC 9562), so that newer rows sort behind older ones.
Deliberately not here: deadlines and calendars.
"""

import os
import threading
import time
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid5

#: Within these lies every moment that anybody acts upon. What lies beyond is a slip, and at the calendar's ends no zone's clock shows it.
#: Every moment that a table keeps lies within them, which the database demands too (`models/tables.py`).
EARLIEST: Final = datetime(1900, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)
_RANDOM_BITS: Final = 62
_COUNTER_BITS: Final = 12
#: Within which names are told apart from other programs' (RFC 9562, 5.5).
_SPACE: Final = UUID("6b0e1c3e-52a5-5a0c-9d8e-6f2f6f0c2d11")
_lock = threading.Lock()
_last_tick = 0


def now() -> datetime:
    """This instant, aware, UTC, in microseconds."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that only grow, for durations; no date."""
    return time.monotonic()


def rfc3339(moment: datetime) -> str:
    """`2026-11-24T13:15:58.035801Z`: always UTC, always six digits, always `Z` (RFC 3339)."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def is_within(moment: datetime) -> bool:
    """Whether a moment is one that can be acted upon, and reckoned with on every clock."""
    return EARLIEST <= moment < LATEST


def parse(text: str) -> datetime:
    """The moment that `rfc3339` wrote. Raises `ValueError` for anything without a zone, or beyond what UTC's clock shows."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time at the end of the calendar") from None


def since_1970(seconds: int) -> datetime:
    """The moment that is so many seconds after the first of 1970, aware, UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def new_id() -> UUID:
    """A UUIDv7: milliseconds, then a 12-bit fraction of one that never repeats here, then 62 random bits.

    Within a process each id is greater than the one before (RFC 9562, 6.2, method 3).
    """
    global _last_tick  # noqa: PLW0603 - the one counter of this process
    with _lock:
        tick = (time.time_ns() << _COUNTER_BITS) // 1_000_000
        _last_tick = max(tick, _last_tick + 1)
        tick = _last_tick
    milliseconds, fraction = tick >> _COUNTER_BITS, tick & 0xFFF
    noise = int.from_bytes(os.urandom(8), "big") & ((1 << _RANDOM_BITS) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62) | noise)


def named_id(name: str) -> UUID:
    """A UUID made of a name, the same each time (version 5, RFC 9562): for what is said to others and has no id here."""
    return uuid5(_SPACE, name)
