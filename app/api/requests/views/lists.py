"""Cursors of the list of legal requests.

Not here: the list (`services/requests/request_list.py`), and the view of a request (`requests.py`).
"""

from datetime import datetime
from uuid import UUID

from app import clock
from app.api.pagination import PageRequest, position
from app.queries import RowPosition
from app.services.requests.request_list import RequestDetails, RequestSort


def cursor_of(found: RequestDetails, sort: RequestSort) -> str:
    """Return the cursor of the page after this request: its id, and the deadline that sorts it."""
    due = found.next_due if sort is RequestSort.DEADLINE else None
    return str(found.request.id) if due is None else f"{found.request.id}~{clock.rfc3339(due)}"


def requested(cursor: str | None, limit: int) -> PageRequest[RowPosition[datetime | None]]:
    """Return the requested page. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _after), limit)


def _after(cursor: str) -> RowPosition[datetime | None]:
    request, _, due = cursor.partition("~")
    return RowPosition(clock.parse(due) if due else None, UUID(request))
