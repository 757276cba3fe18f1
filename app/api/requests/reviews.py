"""Routes for the retention of ended legal requests: due reviews, and keeping a request until another review."""

from uuid import UUID

from fastapi import Response

from app.api.guards import MayDecideRetention, MayReadReviews, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views.requests import RequestView, request_view
from app.api.requests.views.reviews import DueRequestView, TextKeepingForm, due_request_view
from app.api.routing import Router
from app.api.schemas import Page
from app.services.requests import request_list, reviews

router = Router(prefix="/api/jits/{jit}/requests", tags=["requests"])


@router.get("/reviews")
async def list_request_reviews(session: ReadingUnit, seat: MayReadReviews, response: Response) -> Page[DueRequestView]:
    """List the ended requests whose texts this leader must decide to keep or erase, most urgent first."""
    await tell_position(response, session, seat.jit)
    return Page(items=[due_request_view(one) for one in await reviews.list_due(session, seat)], next=None)


@router.put("/{request}/retention")
async def keep_request(
    session: WritingUnit, seat: MayDecideRetention, request: UUID, form: TextKeepingForm
) -> RequestView:
    """Keep the texts of an ended request until another review. A later decision replaces an earlier one."""
    await reviews.keep(session, seat, request, form.review_on, form.reason)
    return request_view(await request_list.read(session, seat, request))
