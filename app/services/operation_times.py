"""When something of an action day may have happened: while there was the day, by clocks that may differ a little.

Deliberately not here: whether the day was live then (`services/action_moves.py`).
"""

from datetime import datetime, timedelta
from typing import Final

from app.errors import Invalid
from app.models import Operation

#: How far a client's clock may be ahead or behind. The database has the same.
SKEW: Final = timedelta(seconds=30)


def demand_within(day: Operation, at: datetime, now: datetime, unchanged: str) -> None:
    """Raises `Invalid` for what is said to have happened later than now, or before there was the day."""
    if at > now + SKEW:
        raise Invalid(f"This lies in the future. {unchanged}", field="occurred_at")
    if at < day.created_at - SKEW:
        raise Invalid(f"This lies before the day was planned. {unchanged}", field="occurred_at")


def demand_not_before(former: datetime, at: datetime, unchanged: str) -> None:
    """Raises `Invalid` for what is said to have happened before that which it follows."""
    if at < former - SKEW:
        raise Invalid(f"This lies before what happened last. {unchanged}", field="occurred_at")
