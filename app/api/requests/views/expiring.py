"""Views of preserved data that lapses, and cursors of its list.

Not here: the list (`services/requests/expiring/expiring.py`).
"""

from typing import Literal
from uuid import UUID

from app import clock
from app.access.requests.states import RequestState
from app.api.pagination import PageRequest, position
from app.api.requests.views.deadlines import DeadlineView, deadline_view
from app.api.requests.views.words import WordsView
from app.api.schemas import View
from app.services.requests import instruments
from app.services.requests.expiring.expiring import Expiring, ExpiringCursor


class ExpiringView(View):
    """Data that lapses. `data`: the identifier or description of the item; null for all items of the request.

    `party`: of the request; its members act on it. `stops`: what stops the lapse. Empty once a production request is
    linked, and for a request that was withdrawn.
    """

    request: UUID
    number: str
    party: str
    state: RequestState
    title: str | None
    instrument: str
    instrument_title: WordsView
    country: str
    urgent: bool
    item: UUID | None
    data: str | None
    clock: DeadlineView
    stops: list[Literal["production", "extension"]]


def expiring_view(found: Expiring, party: str) -> ExpiringView:
    """Return the view of a lapse. `party`: code of the party of the request."""
    request, item = found.request, found.item
    return ExpiringView(
        request=request.id,
        number=request.number,
        party=party,
        state=RequestState(request.state),
        title=found.content.title,
        instrument=request.instrument,
        instrument_title=WordsView(**instruments.title_of(request.instrument, found.instrument)),
        country=request.country,
        urgent=request.urgent,
        item=item.id if item else None,
        data=(item.identifier or item.description) if item else None,
        clock=deadline_view(found.deadline, found.instrument),
        stops=["extension" if one == "extension" else "production" for one in found.stops()],
    )


def cursor_of(found: Expiring) -> str:
    """Return the cursor of the page after this lapse."""
    return f"{found.deadline.id}~{clock.rfc3339(found.deadline.due_at)}"


def requested(cursor: str | None, limit: int) -> PageRequest[ExpiringCursor]:
    """Return the requested page. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _after), limit)


def _after(cursor: str) -> ExpiringCursor:
    deadline, _, due = cursor.partition("~")
    return ExpiringCursor(clock.parse(due), UUID(deadline))
