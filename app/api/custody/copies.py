"""Routes for copies of downloaded originals: who holds them, and the holder's answer after a recall."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response

from app.api import pagination
from app.api.custody.views.copies import CopyAnswerForm, CopyView, copy_view
from app.api.guards import MayAnswerCopy, MayReadCopies, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.custody import copies as service

router = Router(prefix="/api/jits/{jit}/copies", tags=["copies"])


@router.get("")
async def list_copies(
    session: ReadingUnit,
    seat: MayReadCopies,
    response: Response,
    side: Annotated[
        Literal["held", "given"] | None,
        Query(description="`held`: copies that the own party holds. `given`: copies of its exhibits that others hold."),
    ] = None,
    unanswered: Annotated[
        bool | None, Query(description="Copies whose holder was asked after a recall and has not answered.")
    ] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[CopyView]:
    """List the copies held by the caller's party and those that others hold of its exhibits, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(side=side, unanswered=unanswered, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, copy_view)


@router.post("/{copy}/answer")
async def answer_copy(
    session: WritingUnit, seat: MayAnswerCopy, copy: UUID, form: CopyAnswerForm, if_match: IfMatch = None
) -> CopyView:
    """Answer a question about a copy: destroyed, or kept with a reason."""
    expected = expected_version(if_match)
    await service.answer(session, seat, copy, form.answer, form.because, expected=expected)
    return copy_view(await service.read(session, seat, copy))
