"""Routes for what follows an action day: results of actions, debriefs, and the joint press statement."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.coordination.views.outcomes import (
    ApprovalForm,
    DebriefForm,
    DebriefView,
    MediaLineForm,
    MediaLineView,
    ResultExhibitForm,
    ResultForm,
    ResultView,
    debrief_view,
    media_line_view,
    result_view,
)
from app.api.guards import (
    MayPlanAction,
    MayPlanOperation,
    MayReadOperations,
    MaySpeakForParty,
    ReadingUnit,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.coordination import operations, outcomes
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/operations/{operation}", tags=["operations"])


@router.get("/results")
async def list_results(
    session: ReadingUnit,
    seat: MayReadOperations,
    response: Response,
    operation: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[ResultView]:
    """List the results of the actions whose plans the caller may see, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await outcomes.results(session, seat, operation, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: result_view(one, people))


@router.post("/actions/{action}/results", status_code=status.HTTP_204_NO_CONTENT)
async def record_result(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, action: UUID, form: ResultForm
) -> None:
    """Record a result of an action. A repeated request with the same `key` has no further effect."""
    await outcomes.record_result(session, seat, operation, action, form.result())


@router.post("/actions/{action}/results/{result}/exhibits", status_code=status.HTTP_204_NO_CONTENT)
async def link_result(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, action: UUID, result: UUID, form: ResultExhibitForm
) -> None:
    """Link an exhibit to a result. Links are permanent and need no version."""
    await outcomes.link_exhibit(session, seat, operation, action, result, form.evidence)


@router.get("/media-line")
async def read_media_line(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> MediaLineView:
    """Return the joint press statement, its approvals, and whether it may be published."""
    await tell_position(response, session, seat.jit)
    return await _line(session, seat, operation)


@router.put("/media-line")
async def write_media_line(
    session: WritingUnit, seat: MayPlanOperation, operation: UUID, form: MediaLineForm, if_match: IfMatch = None
) -> MediaLineView:
    """Write or change the press statement.

    All parties must approve the new version. `If-Match: "0"` for the first version.
    """
    await outcomes.write_press_statement(session, seat, operation, form.line(), expected=expected_version(if_match))
    return await _line(session, seat, operation)


@router.post("/media-line/approvals")
async def approve_media_line(
    session: WritingUnit, seat: MaySpeakForParty, operation: UUID, form: ApprovalForm
) -> MediaLineView:
    """Approve one version of the press statement for the caller's party."""
    await outcomes.approve_press_statement(session, seat, operation, form.line_version)
    return await _line(session, seat, operation)


@router.get("/debriefs")
async def list_debriefs(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> Page[DebriefView]:
    """List the debriefs of all parties, including parties that have not written one."""
    await tell_position(response, session, seat.jit)
    return await _debriefs(session, seat, operation)


@router.put("/debriefs")
async def write_debrief(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, form: DebriefForm, if_match: IfMatch = None
) -> Page[DebriefView]:
    """Write the debrief of the caller's party. `If-Match: "0"` for the first version."""
    await outcomes.debrief(session, seat, operation, form.text, expected=expected_version(if_match))
    return await _debriefs(session, seat, operation)


async def _line(session: ReadingUnit, seat: MayReadOperations, operation: UUID) -> MediaLineView:
    return media_line_view(await outcomes.press_statement(session, operation), await roster.of(session, seat.jit), seat)


async def _debriefs(session: ReadingUnit, seat: MayReadOperations, operation: UUID) -> Page[DebriefView]:
    people, rows = await roster.of(session, seat.jit), await outcomes.debriefs(session, operation)
    said = {row.party: row for row in rows}
    parties = sorted((people.party_code(one), one) for one in (await operations.find(session, operation)).parties)
    return Page(items=[debrief_view(code, said.get(one), people) for code, one in parties], next=None)
