"""Cursors of the list of legal requests.

Not here: the list (`services/requests/request_list.py`), and the view of a request (`requests.py`).
"""

from uuid import UUID

from app import clock
from app.api.pagination import PageRequest, position
from app.services.requests.request_list import RequestCursor, RequestDetails, RequestSort


def cursor_of(found: RequestDetails, sort: RequestSort) -> str:
    """Return the cursor of the page after this request: its id, and the deadline that sorts it."""
    due = found.next_due if sort is RequestSort.DEADLINE else None
    return str(found.request.id) if due is None else f"{found.request.id}~{clock.rfc3339(due)}"


def requested(cursor: str | None, limit: int) -> PageRequest[RequestCursor]:
    """Return the requested page. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _after), limit)


def _after(cursor: str) -> RequestCursor:
    request, _, due = cursor.partition("~")
    return RequestCursor(UUID(request), clock.parse(due) if due else None)
