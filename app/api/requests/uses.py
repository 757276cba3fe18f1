"""Routes for reference values that changed after requests, hearings or assessments of the party relied on them.

Leaders only. A hearing and an assessment are decided about where they are: a value of the hearing is confirmed or removed
again, and an exhibit is assessed again.

Not here: the reference data (`api/reference`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.api.guards import MayReleaseRequest, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.requests.views.uses import ChangedUseView, UseDecisionForm, changed_use_view
from app.api.routing import Router
from app.api.schemas import IfMatch, Page, expected_version
from app.services.requests.changed_values import affected, decisions

router = Router(prefix="/api/jits/{jit}/requests", tags=["requests"])


@router.get("/changed-values")
async def list_changed_values(
    session: ReadingUnit,
    seat: MayReleaseRequest,
    response: Response,
    request: Annotated[UUID | None, Query()] = None,
) -> Page[ChangedUseView]:
    """List changed values on which objects of the own party relied, the last change first.

    The objects are open requests, later hearings and present assessments of admissibility.
    `request`: only those of this request.
    """
    await tell_position(response, session, seat.jit)
    found = await affected.listed(session, seat, request)
    return Page(items=[changed_use_view(one) for one in found], next=None)


@router.post("/{request}/changed-values/{use}/decision")
async def decide_about_changed_value(
    session: WritingUnit,
    seat: MayReleaseRequest,
    request: UUID,
    use: UUID,
    form: UseDecisionForm,
    if_match: IfMatch = None,
) -> Page[ChangedUseView]:
    """Decide about a changed value. Returns the other changed values of the request.

    If-Match: the version of the value that the leader saw.
    """
    await decisions.settle(session, seat, request, use, form.settlement(expected_version(if_match)))
    found = await affected.listed(session, seat, request)
    return Page(items=[changed_use_view(one) for one in found], next=None)
