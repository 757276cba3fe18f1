"""Retention: term of a transfer, review dates, and conditions of erasure. Pure.

Not here: who decides (`sharing/decisions.py`), and legal holds (`services/retention/erasures.py`).
"""

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """Retention mode. `TRANSFER`: erased after the last intended download. `POOL`: kept and reviewed."""

    TRANSFER = "TRANSFER"
    POOL = "POOL"


class ErasureReason(StrEnum):
    """Reason of an erasure: the first two by a leader, the others by a background job."""

    WITHDRAWN = "withdrawn"
    REVIEW = "review"
    TAKEN = "taken"
    TERM = "term"


#: Maximum, from the upload on (Reg. (EU) 2023/969 Art. 21). The database has the same term (`app/schema/retention/`).
TERM: Final = timedelta(days=28)
#: Default where the agreement is silent: Europol's review interval (Reg. (EU) 2016/794 Art. 31).
REVIEW_MONTHS: Final = 36


def review_after(day: date, months: int) -> date:
    """Return the same day `months` months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_due(review_on: date | None, now: datetime) -> bool:
    """Return whether the review is due, from that day on, in UTC."""
    return review_on is not None and review_on <= now.date()


def erasure_denials(*, active: bool, due: bool, on_hold: bool, agreed: bool = True) -> Iterable[str]:
    """Yield reasons against an erasure.

    An exhibit must be withdrawn or due for review, without a legal hold, and every joint originator must have agreed.
    """
    if on_hold:
        yield "legal_hold"
    if not agreed:
        yield "joint_not_agreed"
    if active and not due:
        yield "not_due"
