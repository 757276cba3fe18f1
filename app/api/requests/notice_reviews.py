"""Routes for the retention of ended notices: due reviews, and keeping a notice until another review."""

from uuid import UUID

from fastapi import Response

from app.api.guards import MayDecideRetention, MayReadReviews, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views.notices import NoticeView, notice_view
from app.api.requests.views.reviews import DueNoticeView, TextKeepingForm, due_notice_view
from app.api.routing import Router
from app.api.schemas import Page
from app.services.requests.notices import notice_list, reviews

router = Router(prefix="/api/jits/{jit}/notices", tags=["notices"])


@router.get("/reviews")
async def list_notice_reviews(session: ReadingUnit, seat: MayReadReviews, response: Response) -> Page[DueNoticeView]:
    """List the ended notices whose texts this leader must decide to keep or erase, most urgent first."""
    await tell_position(response, session, seat.jit)
    return Page(items=[due_notice_view(one) for one in await reviews.list_due(session, seat)], next=None)


@router.put("/{notice}/retention")
async def keep_notice(
    session: WritingUnit, seat: MayDecideRetention, notice: UUID, form: TextKeepingForm
) -> NoticeView:
    """Keep the texts of an ended notice until another review. A later decision replaces an earlier one."""
    await reviews.keep(session, seat, notice, form.review_on, form.reason)
    return notice_view(await notice_list.read(session, seat, notice))
