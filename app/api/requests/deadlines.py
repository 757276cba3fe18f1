"""Routes for deadlines of legal requests: begin, extend, end, and the list of expiring data."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import MayReadRequests, MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views import expiring as expiring_views
from app.api.requests.views.deadlines import DeadlineEndForm, DeadlineExtensionForm, DeadlineForm
from app.api.requests.views.expiring import ExpiringView
from app.api.requests.views.requests import RequestView, request_view
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.services.requests import request_list
from app.services.requests.deadlines import acts
from app.services.requests.expiring import expiring
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/requests", tags=["requests"])


@router.get("/expiring")
async def list_expiring(
    session: ReadingUnit, seat: MayReadRequests, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[ExpiringView]:
    """List preserved data that lapses, over all requests: when, by which rule, and what stops it."""
    await tell_position(response, session, seat.jit)
    asked = expiring_views.requested(cursor, limit)
    found = await expiring.listed(session, seat, asked.after, asked.row_limit)
    parties = await roster.of(session, seat.jit)
    return asked.page_by(
        expiring_views.cursor_of,
        found,
        lambda one: expiring_views.expiring_view(one, parties.party_code(one.request.party)),
    )


@router.post("/{request}/deadlines", status_code=status.HTTP_201_CREATED)
async def start_request_deadline(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: DeadlineForm
) -> RequestView:
    """Begin a deadline by an event that no move records, such as a service, or set a day for the answer."""
    await acts.start(session, seat, request, form.deadline())
    return request_view(await request_list.read(session, seat, request))


@router.post("/{request}/deadlines/{deadline}/extension")
async def extend_request_deadline(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, deadline: UUID, form: DeadlineExtensionForm
) -> RequestView:
    """Extend a deadline as its rule provides. The extension was granted within the period."""
    await acts.extend(session, seat, request, deadline, form.extension())
    return request_view(await request_list.read(session, seat, request))


@router.post("/{request}/deadlines/{deadline}/end")
async def end_request_deadline(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, deadline: UUID, form: DeadlineEndForm
) -> RequestView:
    """Record that a deadline was met, or does not matter any more."""
    await acts.end(session, seat, request, deadline, form.outcome, form.occurred_at)
    return request_view(await request_list.read(session, seat, request))
