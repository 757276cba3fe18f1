"""Views of data that may be gone soon, and cursors of their list.

Not here: the list (`services/requests/expiring/expiring.py`).
"""

from datetime import date, datetime
from uuid import UUID

from app.access.requests.states import RequestState
from app.api.pagination import PageRequest, by_time, position, timed
from app.api.requests.views.deadlines import DeadlineView, deadline_view
from app.api.requests.views.words import WordsView
from app.api.schemas import Time, View
from app.queries import RowPosition
from app.reference.catalogue import DataCategory
from app.services.requests import instruments
from app.services.requests.expiring.expiring import Deleted, Expiring, Stop
from app.services.requests.expiring.retention import ProviderRetention
from app.services.requests.links import Progress


class ProviderRetentionView(View):
    """How long a provider keeps data of this category, by its card.

    `oldest_at`: the oldest moment of the data. `deletes_on`: the day in `zone` from which they may be deleted.
    `verified`: a person confirmed the periods of the card.
    """

    provider: str
    category: DataCategory
    days: int
    oldest_at: Time
    deletes_on: date
    zone: str
    source: str | None
    verified: bool


class ExpiringView(View):
    """Data that may be gone.

    `data`: the identifier or description of the item; null for all items of the request, and for coordinators.
    `party`: of the request; its members act on it. Preserved data lapse with the deadline `clock`. Data of an open item
    are deleted by the `retention` of the provider. `due_at`: when they may be gone. `stops`: what stops it. Empty once the
    executing side was asked for these data, or for `retention` a preservation request is linked, and for a request that was
    withdrawn. `production`: how far the linked request for production is.
    """

    id: UUID
    due_at: Time

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
    clock: DeadlineView | None
    retention: ProviderRetentionView | None
    stops: list[Stop]
    production: Progress | None


def expiring_view(found: Expiring | Deleted, party: str) -> ExpiringView:
    """Return the view of data that may be gone. `party`: code of the party of the request."""
    of = found if isinstance(found, Expiring) else found.retention
    request, item = of.request, of.item
    return ExpiringView(
        id=found.id,
        due_at=found.due_at,
        request=request.id,
        number=request.number,
        party=party,
        state=RequestState(request.state),
        title=of.content.title if of.content else None,
        instrument=request.instrument,
        instrument_title=WordsView(**instruments.title_of(request.instrument, of.instrument)),
        country=request.country,
        urgent=request.urgent,
        item=item.id if item else None,
        data=(item.identifier or item.description) if item else None,
        clock=deadline_view(found.deadline, found.instrument) if isinstance(found, Expiring) else None,
        retention=_retention_view(found.retention) if isinstance(found, Deleted) else None,
        stops=found.stops(),
        production=found.production if isinstance(found, Expiring) else None,
    )


def _retention_view(found: ProviderRetention) -> ProviderRetentionView:
    return ProviderRetentionView(
        provider=found.card.name.value or found.card.key,
        category=found.period.category,
        days=found.period.days,
        oldest_at=found.oldest_at,
        deletes_on=found.deletes_on,
        zone=found.content.zone,
        source=found.stated.source,
        verified=found.stated.verified,
    )


def cursor_of(found: Expiring | Deleted) -> str:
    """Return the cursor of the page after this entry."""
    return timed(RowPosition(found.due_at, found.id))


def requested(cursor: str | None, limit: int) -> PageRequest[RowPosition[datetime]]:
    """Return the requested page. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, by_time), limit)
