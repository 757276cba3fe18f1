"""Lists the values that an operator should compare with their sources, the most urgent first. Operators only.

A verification of the last year ends every reason but a report: a person has compared the value with its source since.
Not here: the verification and the change of a value (`changes.py`), and the answers to reports (`reports.py`).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sqlalchemy import func, select

from app.database import Reading
from app.models import ReferenceRecord, ReferenceReport
from app.reference import values
from app.reference.catalogue import ReferenceKind
from app.reference.sourced import is_old
from app.services.reference import versions

_TEST: Final = "last_test"
_KINDS: Final = tuple(ReferenceKind)


class ReviewReason(StrEnum):
    """Why a value should be compared with its source.

    `reported`: an account reported it as wrong. `contradicted`: another source says something else. `stale`, `stale_test`: the
    verification or the last test call is more than a year old. `general`, `secondary`: quality of the source.
    """

    REPORTED = "reported"
    CONTRADICTED = "contradicted"
    STALE = "stale"
    STALE_TEST = "stale_test"
    GENERAL = "general"
    SECONDARY = "secondary"


#: Contradicted values come first, then stale ones, then those whose source is weak. A report contradicts the value.
_GROUPS: Final[Mapping[ReviewReason, int]] = {
    ReviewReason.REPORTED: 0,
    ReviewReason.CONTRADICTED: 0,
    ReviewReason.STALE: 1,
    ReviewReason.STALE_TEST: 1,
    ReviewReason.GENERAL: 2,
    ReviewReason.SECONDARY: 2,
}


class ReviewPosition(NamedTuple):
    """Position in the list: group of reasons, order of use (values that are not in use last), kind, key, place."""

    group: int
    use: int
    kind: int
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A value to be compared with its source.

    Attributes:
        position: Its position in the list.
        kind: Kind of its record.
        key: Key of its record.
        title: Name of its record in both languages.
        field: Its place in the record; `last_test` for the last test call of a contact.
        sourced: The value with its source, as the record has it; None for a test call.
        reasons: The reasons, the most urgent first.
        in_use: Whether a request of any team relied on it.
        reports: Number of open reports.
    """

    position: ReviewPosition
    kind: ReferenceKind
    key: str
    title: Mapping[str, str]
    field: str
    sourced: Mapping[str, Any] | None
    reasons: tuple[ReviewReason, ...]
    in_use: bool
    reports: int


async def list_review(
    session: Reading,
    *,
    kind: ReferenceKind | None,
    reason: ReviewReason | None,
    after: ReviewPosition | None,
    limit: int,
) -> Sequence[ReviewItem]:
    """Return the values to be reviewed: contradicted, stale, then weakly sourced; the most used first within each.

    Args:
        session: The transaction.
        kind: Only values of this kind.
        reason: Only values with this reason.
        after: Only values behind this position.
        limit: How many to return at most.
    """
    wanted = select(ReferenceRecord)
    rows = await session.scalars(wanted if kind is None else wanted.where(ReferenceRecord.kind == kind))
    used = await versions.order_of_use(session)
    reported = await _open_reports(session)
    found = [item for row in rows for item in _of_record(row, used, reported)]
    chosen = [
        one for one in found if (reason is None or reason in one.reasons) and (after is None or one.position > after)
    ]
    return sorted(chosen, key=lambda one: one.position)[:limit]


async def _open_reports(session: Reading) -> Counter[tuple[str, str, str]]:
    """Return the number of open reports by kind, key and field."""
    columns = (ReferenceReport.kind, ReferenceReport.key, ReferenceReport.field)
    counted = select(*columns, func.count()).where(ReferenceReport.settled_at.is_(None)).group_by(*columns)
    return Counter({(row[0], row[1], row[2]): row[3] for row in await session.execute(counted)})


def _of_record(
    row: ReferenceRecord, used: Mapping[tuple[str, str, str], int], reported: Counter[tuple[str, str, str]]
) -> list[ReviewItem]:
    kind, title = ReferenceKind(row.kind), _title(row.document, row.key)
    last = max(used.values(), default=0) + 1
    found = list[ReviewItem]()

    def note(field: str, identified_by: str, sourced: Mapping[str, Any] | None, *reasons: ReviewReason) -> None:
        use = used.get((row.kind, row.key, identified_by))
        position = ReviewPosition(_GROUPS[reasons[0]], last if use is None else use, _KINDS.index(kind), row.key, field)
        reports = reported[row.kind, row.key, field]
        found.append(ReviewItem(position, kind, row.key, title, field, sourced, reasons, use is not None, reports))

    for placed in values.placed_values(row.document):
        if reasons := _reasons(placed.sourced, reported=reported[row.kind, row.key, placed.field] > 0):
            note(placed.field, placed.identified_by, placed.sourced, *reasons)
    test = row.document.get(_TEST)
    if test is not None and is_old(date.fromisoformat(test["tested_on"])):
        note(_TEST, _TEST, None, ReviewReason.STALE_TEST)
    return found


def _reasons(sourced: Mapping[str, Any], *, reported: bool) -> tuple[ReviewReason, ...]:
    """Return the reasons to review a value, the most urgent first."""
    verified_on = sourced["verified_on"]
    stale = verified_on is not None and is_old(date.fromisoformat(verified_on))
    unconfirmed = sourced["value"] is not None and (verified_on is None or stale)
    holds = {
        ReviewReason.REPORTED: reported,
        ReviewReason.CONTRADICTED: unconfirmed and bool(sourced.get("others")),
        ReviewReason.STALE: stale,
        ReviewReason.GENERAL: unconfirmed and sourced.get("quality") == "general",
        ReviewReason.SECONDARY: unconfirmed and sourced.get("quality") == "secondary",
    }
    return tuple(reason for reason, held in holds.items() if held)


def _title(document: Mapping[str, Any], key: str) -> Mapping[str, str]:
    """Return the name of a record in both languages: its title, or the name of the State, provider or unit."""
    named = document.get("title") or document.get("name") or document.get("unit") or {}
    if "en" in named:
        return {"en": named["en"], "fr": named["fr"]}
    name = named.get("value") or key
    return {"en": name, "fr": name}
