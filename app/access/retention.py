"""How long an exhibit is kept, as pure functions of days: the term of a transfer, and when the next review is due.

Deliberately not here: who decides (`decisions.py`) and what a legal hold stops (`services/erasures.py`).
"""

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """`TRANSFER`: erased after the last intended download. `POOL`: kept, and reviewed."""

    TRANSFER = "TRANSFER"
    POOL = "POOL"


class Ground(StrEnum):
    """Why an exhibit is erased: two by a leader, two by the clock."""

    WITHDRAWN = "withdrawn"
    REVIEW = "review"
    TAKEN = "taken"
    TERM = "term"


#: From the upload on, at the most (Reg. (EU) 2023/969 Art. 21). The database has the same term (`app/schema/retention/`).
TERM: Final = timedelta(days=28)
#: Where the agreement says nothing: as Europol reviews what it stores (Reg. (EU) 2016/794 Art. 31).
REVIEW_MONTHS: Final = 36


def review_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_due(review_on: date | None, now: datetime) -> bool:
    """Whether the review is due, from the day itself on, in UTC."""
    return review_on is not None and review_on <= now.date()


def erasure_denials(*, active: bool, due: bool, on_hold: bool, agreed: bool = True) -> Iterable[str]:
    """What is withdrawn, or due for review, is erased; nothing while a court wants it kept, or a joint originator does."""
    if on_hold:
        yield "legal_hold"
    if not agreed:
        yield "joint_not_agreed"
    if active and not due:
        yield "not_due"
