"""Cursors of sorted lists: the order, a place in it, and the direction, as one opaque word.

A cursor says where to go on reading and nothing of what may be read: used by somebody else, it is a place in their own list.
Lists in the order of ids need none of this (`schemas.cursor_id`).
"""

import base64
import binascii
import json
import re
from uuid import UUID

from app.errors import Malformed
from app.services.pool import Mark, Sort

_LONGEST = 1000
_HALVES = re.compile("[\ud800-\udfff]")  # of surrogate pairs: JSON can say them, a database cannot hold them


def write(sort: Sort, mark: Mark, *, back: bool) -> str:
    """The word for the page behind `mark`, or before it."""
    said = json.dumps([sort, mark.key, str(mark.evidence), back], separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read(cursor: str | None, sort: Sort) -> tuple[Mark | None, bool]:
    """The place and the direction. Raises `Malformed` for what no list in this order gave."""
    if cursor is None:
        return None, False
    try:
        padded = cursor[:_LONGEST] + "=" * (-len(cursor) % 4)
        named, key, evidence, back = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        mark = Mark(key, UUID(evidence))
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
    return Malformed("This cursor is not one that a list in this order gave.", field="cursor")
