"""Pages of a list: parses the cursor, tells how many rows to read, and builds the answer with the next cursor.

One row more than the page holds is read; it tells that another page follows.
Not here: the exhibit list, which is read in both directions (`api/cursors.py`), and the pages of a channel.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from app import clock
from app.api.schemas import DIGITS, Page
from app.errors import Malformed
from app.queries import RowPosition

Position = TypeVar("Position")
Row = TypeVar("Row")
Item = TypeVar("Item")


class Identified(Protocol):
    """A view with an id, by which its list is ordered."""

    @property
    def id(self) -> UUID | None:
        """The id."""


IdentifiedItem = TypeVar("IdentifiedItem", bound=Identified)


@dataclass(frozen=True, slots=True)
class PageRequest(Generic[Position]):
    """A requested page of a list.

    Attributes:
        after: The position behind which it begins; None for the first page.
        limit: How many items it holds at most.
    """

    after: Position | None
    limit: int

    @property
    def row_limit(self) -> int:
        """Return how many rows to read: one more than the page holds."""
        return self.limit + 1

    def page(self, found: Sequence[Row], view: Callable[[Row], IdentifiedItem]) -> "Page[IdentifiedItem]":
        """Return the page of these rows. The next cursor is the id of the last item."""
        items = [view(row) for row in found[: self.limit]]
        return Page(items=items, next=str(items[-1].id) if len(found) > self.limit else None)

    def page_by(
        self, cursor_of: Callable[[Row], str], found: Sequence[Row], view: Callable[[Row], Item]
    ) -> "Page[Item]":
        """Return the page of these rows. `cursor_of` returns the cursor of the page after a row."""
        shown = found[: self.limit]
        return Page(items=[view(row) for row in shown], next=cursor_of(shown[-1]) if len(found) > self.limit else None)


def by_id(cursor: str | None, limit: int) -> PageRequest[UUID]:
    """Return the requested page of a list ordered by id. Raises `Malformed` if the cursor is not an id."""
    return PageRequest(position(cursor, UUID), limit)


def position(cursor: str | None, parse: Callable[[str], Position]) -> Position | None:
    """Return the position in a cursor, None without a cursor.

    Args:
        cursor: The cursor as the client sent it.
        parse: Returns the position in a cursor, or raises `ValueError`.

    Raises:
        Malformed: The cursor is not one that the list gave.
    """
    try:
        return None if cursor is None else parse(cursor)
    except ValueError:
        raise Malformed("This cursor does not belong to a list.", field="cursor") from None


def timed(place: RowPosition[datetime]) -> str:
    """Return the cursor of a position in a list ordered by time."""
    return f"{place.id}~{clock.rfc3339(place.key)}"


def by_time(cursor: str) -> RowPosition[datetime]:
    """Return the position in a cursor that `timed` made. Raises `ValueError`."""
    row, _, at = cursor.partition("~")
    return RowPosition(clock.parse(at), UUID(row))


def number(text: str) -> int:
    """Return the number in a cursor. Raises `ValueError`."""
    return int(matched(DIGITS, text)[0])


def matched(form: re.Pattern[str], text: str) -> re.Match[str]:
    """Return the match of the whole text. Raises `ValueError` if it does not have this form."""
    found = form.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return found
