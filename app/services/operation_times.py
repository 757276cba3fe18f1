"""When something of an action day may have happened: while there was the day, by clocks of devices that are not quite right.

What somebody says keeps the moment that they say; its order is that in which it arrived. So no true word is refused for a clock that
is a little wrong, and what cannot have been is refused with both clocks. Deliberately not here: which moves need a day that was live
(`services/action_moves.py`).
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from app import clock
from app.errors import Invalid
from app.models import Operation

#: How far the clock of a device may be from the server's, either way. `clock_skew` in the database is the same.
SKEW: Final = timedelta(minutes=5)


def demand_within(day: Operation, at: datetime, now: datetime, unchanged: str) -> None:
    """Raises `Invalid` for what is said to have happened later than now, or before there was the day."""
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
    """Raises `Invalid` for a move that is said to be earlier than another before it: by more than two clocks differ.

    `latest`: the greatest moment of all moves before, not that of the last one: else each of many could lie a little earlier.
    """
    if at < latest - 2 * SKEW:
        raise _refused(
            f"This is said to have happened at {_shown(at)}, before what happened last ({_shown(latest)}); the server's clock "
            f"shows {_shown(now)}. Look at the clock of your device, or say when it was, and say it anew. {unchanged}",
            "before-the-last",
            now,
        )


def is_since(begun: datetime | None, at: datetime) -> bool:
    """Whether it happened once something had begun."""
    return begun is not None and at >= begun - SKEW


def is_past(ended: datetime | None, at: datetime) -> bool:
    """Whether it happened once something was over."""
    return ended is not None and at > ended + SKEW


def _refused(detail: str, code: str, now: datetime) -> Invalid:
    return Invalid(detail, code=code, field="occurred_at", extra={"server_at": clock.rfc3339(now)})


def _shown(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
