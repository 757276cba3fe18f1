"""Routes for handovers of exhibits that the member may read, and for the answers of both sides."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.api import pagination
from app.api.custody.views.handovers import HandoverAnswerForm, HandoverView, handover_view
from app.api.guards import MayReadEvidence, MayRecordCustody, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.custody import handovers as service

router = Router(prefix="/api/jits/{jit}/handovers", tags=["custody"])


@router.get("")
async def list_handovers(
    session: ReadingUnit,
    seat: MayReadEvidence,
    response: Response,
    mine: Annotated[bool | None, Query(description="Only those that are offered to one's own seat.")] = None,
    waiting: Annotated[bool | None, Query(description="Those that are not answered, or the others.")] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[HandoverView]:
    """List the handovers of exhibits that the caller may read, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(mine=bool(mine), waiting=waiting, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, handover_view)


@router.post("/{handover}/answer")
async def answer_handover(
    session: WritingUnit, seat: MayRecordCustody, handover: UUID, form: HandoverAnswerForm, if_match: IfMatch = None
) -> HandoverView:
    """Confirm receipt, refuse, or withdraw the offer."""
    expected = expected_version(if_match)
    await service.answer(session, seat, handover, form.to_answer(), form.event_details(), expected=expected)
    return handover_view(await service.read(session, seat, handover))
