"""Check when something on an action day is said to have happened, with a tolerance for inexact device clocks.

The stated time is kept as stated. Records are ordered by arrival, so a clock that is slightly wrong refuses nothing.
An impossible time is refused with both clocks in the error.
Not here: which moves need a live day (`services/coordination/actions.py`).
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from app import clock
from app.errors import Invalid
from app.models import Operation

#: Tolerated difference between a device's clock and the server's, either way; `clock_skew` in the database is equal.
SKEW: Final = timedelta(minutes=5)


def demand_within(day: Operation, at: datetime, now: datetime, unchanged: str) -> None:
    """Refuse a time in the future, or before the day was planned.

    `unchanged` ends the error text and says that nothing was changed.

    Raises:
        Invalid: `at` is more than `SKEW` after now or before the creation of the day.
    """
    if at > now + SKEW:
        raise _refused(
            f"This is said to have happened at {_shown(at)}; the server's clock shows {_shown(now)}. Set the clock of your "
            f"device, or say when it was, and say it anew. {unchanged}",
            "clock-ahead",
            now,
        )
    if at < day.created_at - SKEW:
        raise _refused(
            f"This is said to have happened at {_shown(at)}, before the day was planned ({_shown(day.created_at)}); the server's "
            f"clock shows {_shown(now)}. Look at the clock of your device, or say when it was, and say it anew. {unchanged}",
            "before-the-day",
            now,
        )


def demand_after(latest: datetime, at: datetime, now: datetime, unchanged: str) -> None:
    """Refuse a move that is more than two clock errors (`2 * SKEW`) earlier than one before it.

    Args:
        latest: Maximum of all earlier moves. With the last one, each of many moves could go back a little further.
        at: When the move happened.
        now: The server's time.
        unchanged: End of the error text.

    Raises:
        Invalid: `at` is too early.
    """
    if at < latest - 2 * SKEW:
        raise _refused(
            f"This is said to have happened at {_shown(at)}, before what happened last ({_shown(latest)}); the server's clock "
            f"shows {_shown(now)}. Look at the clock of your device, or say when it was, and say it anew. {unchanged}",
            "before-the-last",
            now,
        )


def is_since(begun: datetime | None, at: datetime) -> bool:
    """Return whether `at` is after the beginning, within `SKEW`; false if there is no beginning."""
    return begun is not None and at >= begun - SKEW


def is_past(ended: datetime | None, at: datetime) -> bool:
    """Return whether `at` is after the end, beyond `SKEW`; false if there is no end."""
    return ended is not None and at > ended + SKEW


def _refused(detail: str, code: str, now: datetime) -> Invalid:
    return Invalid(detail, code=code, field="occurred_at", extra={"server_at": clock.rfc3339(now)})


def _shown(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
