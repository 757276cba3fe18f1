"""Encodes and decodes cursors of sorted lists: sort order, position and direction in one opaque string.

A cursor grants no access: for another member it is a position in that member's own list.
Other lists use `api/pagination.py`.
"""

import base64
import binascii
import json
import re
from uuid import UUID

from app.errors import Malformed
from app.queries import RowPosition
from app.services.evidence.exhibit_list import Sort, SortPosition

_LONGEST = 1000
_HALVES = re.compile("[\ud800-\udfff]")  # surrogates: valid in JSON strings, but PostgreSQL cannot store them


def write(sort: Sort, mark: SortPosition, *, back: bool) -> str:
    """Return the cursor of the page after `mark`, or before it if `back` is set."""
    said = json.dumps([sort, mark.key, str(mark.id), back], separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read(cursor: str | None, sort: Sort) -> tuple[SortPosition | None, bool]:
    """Return the position and the direction of a cursor.

    Raises `Malformed` if it is not a cursor of this sort order.
    """
    if cursor is None:
        return None, False
    try:
        padded = cursor[:_LONGEST] + "=" * (-len(cursor) % 4)
        named, key, evidence, back = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        mark = RowPosition(key, UUID(evidence))
    except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError):
        raise _unknown() from None
    if named != sort or not isinstance(back, bool) or not _fits(sort, key):
        raise _unknown()
    return mark, back


def _fits(sort: Sort, key: object) -> bool:
    if sort in {Sort.NEWEST, Sort.OLDEST}:
        return key is None
    if sort in {Sort.SIZE, Sort.SIZE_DOWN}:
        return type(key) is int and 0 <= key < 2**63
    return isinstance(key, str) and "\x00" not in key and not _HALVES.search(key)


def _unknown() -> Malformed:
    return Malformed("This cursor does not belong to a list in this order.", field="cursor")
