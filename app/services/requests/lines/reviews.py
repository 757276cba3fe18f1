"""Retention of ended requests and notices: when their texts are reviewed, and which entries still contain texts.

The rule of the agreement counts the months from the end. A leader of the party then erases the texts from the audit log
(`services/retention/field_erasures.py`), which also erases them from the rows, or keeps them until another review. Not here:
which lines have ended (`reviews.py`, `notices/reviews.py`).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app import clock
from app.access.retention import is_due, review_after
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.ledger.erasable import erasable_fields, is_erasable
from app.models import LegalRequest, Notice, NoticeReview, RequestReview
from app.queries import Query, query
from app.services.retention import retention, retention_rules

#: A table of decisions to keep texts.
Review = TypeVar("Review", RequestReview, NoticeReview)


@dataclass(frozen=True, slots=True)
class TextRetention:
    """Retention of the texts of an ended request or notice of the member's party.

    Attributes:
        review_on: Day of the next review.
        overdue: Whether that day has come.
        may_keep: Whether the member may set another day.
        positions: Audit log entries with a text that can still be erased, if the member decides.
    """

    review_on: date
    overdue: bool
    may_keep: bool
    positions: Sequence[int]


class DueRow(NamedTuple):
    """A line whose review is due."""

    id: UUID
    review_on: date


async def of_ended(
    session: Reading, seat: Seat, line: LegalRequest | Notice, model: type[Review], is_of: ColumnElement[bool]
) -> TextRetention:
    """Return the retention of the texts of an ended line. `is_of`: the condition that selects its decisions."""
    months = (await retention_rules.current(session, seat.jit)).review_months
    decided = await session.scalar(select(model.review_on).where(is_of).order_by(model.id.desc()).limit(1))
    decides = seat.may(Permission.RETENTION_DECIDE)
    positions = (await _positions(session, seat, [line.id]))[line.id] if decides else []
    return _retention(decided or review_after(_day(line.since_at), months), may_keep=decides, positions=positions)


async def list_due(
    session: Reading, seat: Seat, due: Query[DueRow], ended: Collection[str], prefix: str
) -> dict[UUID, TextRetention]:
    """Return the ended lines of the leader's party whose review is due soon, most urgent first.

    Args:
        session: The transaction of the request.
        seat: The member who asks.
        due: The query for one kind of line.
        ended: States of an ended line.
        prefix: Of the kinds of its entries.
    """
    rows = await list_days(session, seat, due, ended, prefix, date.min, (clock.now() + retention.SOON).date())
    positions = await _positions(session, seat, [row.id for row in rows]) if rows else {}
    return {row.id: _retention(row.review_on, may_keep=True, positions=positions[row.id]) for row in rows}


async def list_days(
    session: Reading, seat: Seat, due: Query[DueRow], ended: Collection[str], prefix: str, first: date, last: date
) -> list[DueRow]:
    """Return the ended lines of the leader's party whose review is due on one of these days, both included.

    Args:
        session: The transaction of the request.
        seat: The member who asks. Others than leaders get none.
        due: The query for one kind of line.
        ended: States of an ended line.
        prefix: Of the kinds of its entries.
        first: The first day.
        last: The last day.
    """
    if seat.party is None or not seat.may(Permission.RETENTION_DECIDE):
        return []
    return await session.fetch_rows(
        due,
        jit=seat.jit,
        party=seat.party,
        ended=sorted(ended),
        months=(await retention_rules.current(session, seat.jit)).review_months,
        first=first,
        last=last,
        erasable=sorted(erasable_fields(prefix)),
    )


async def demand_review_day(session: Reading, seat: Seat, review_on: date) -> None:
    """Refuse a day that is not after today, or beyond the months of the agreement's rule. Raises `Invalid`."""
    months, today = (await retention_rules.current(session, seat.jit)).review_months, clock.now().date()
    if not today < review_on <= review_after(today, months):
        raise Invalid(
            Phrase("Choose a review date after today and within {months} months.", months=months), field="review_on"
        )


def _retention(review_on: date, *, may_keep: bool, positions: Sequence[int]) -> TextRetention:
    return TextRetention(review_on, is_due(review_on, clock.now()), may_keep, positions)


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


async def _positions(session: Reading, seat: Seat, lines: Sequence[UUID]) -> dict[UUID, list[int]]:
    """Return the entries of each line that have a field which can still be erased."""
    found: dict[UUID, list[int]] = defaultdict(list)
    for row in await session.fetch_rows(_FIELDS, jit=seat.jit, lines=list(lines)):
        if is_erasable(row.kind, row.name) and row.position not in found[row.about]:
            found[row.about].append(row.position)
    return found


class _FieldRow(NamedTuple):
    about: UUID
    kind: str
    position: int
    name: str


_FIELDS: Final = query(
    _FieldRow,
    """
    select h.about, h.kind, p.position, f.name
      from headers h join positions p on p.entry = h.entry join fields f on f.entry = h.entry
     where h.jit = :jit and h.about = any (:lines) and f.value not in ('null', '[]', '{}')
     order by h.about, p.position
    """,
)
