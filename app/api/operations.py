"""Action days over HTTP: planned, listed, changed; each party's word; the ticker; what nobody touches; what the checker found."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import (
    MayPlanAction,
    MayPlanOperation,
    MayReadOperations,
    MayReport,
    MaySpeakForParty,
    ReadingUnit,
    WritingUnit,
)
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, cursor_id, expected_version
from app.api.views.operations import (
    CheckView,
    OperationChangeForm,
    OperationForm,
    OperationView,
    WordForm,
    check_view,
    operation_view,
)
from app.api.views.positions import tell_position
from app.api.views.reports import (
    ProtectedForm,
    ProtectedView,
    ReportForm,
    ReportView,
    protected_view,
    report_view,
)
from app.services import operation_checks, operation_list, reports, roster
from app.services import operations as service
from app.services import protected as protections

router = Router(prefix="/api/jits/{jit}/operations", tags=["operations"])


@router.get("")
async def list_operations(
    session: ReadingUnit, seat: MayReadOperations, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[OperationView]:
    """The action days that the seat may see, newest first."""
    await tell_position(response, session, seat.jit)
    found = await operation_list.listed(session, seat, cursor_id(cursor), limit + 1)
    items = [operation_view(one, seat) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def plan_operation(session: WritingUnit, seat: MayPlanOperation, form: OperationForm) -> OperationView:
    """Draft an action day."""
    made = await service.plan(session, seat, form.planning())
    return operation_view(await operation_list.read(session, seat, made), seat)


@router.get("/{operation}")
async def read_operation(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> OperationView:
    """One action day."""
    await tell_position(response, session, seat.jit)
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.patch("/{operation}")
async def change_operation(
    session: WritingUnit, seat: MayPlanOperation, operation: UUID, form: OperationChangeForm, if_match: IfMatch = None
) -> OperationView:
    """Change what a day says, who takes part, or its state."""
    await service.change(session, seat, operation, form.changes(), expected=expected_version(if_match))
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.post("/{operation}/word")
async def give_word(session: WritingUnit, seat: MaySpeakForParty, operation: UUID, form: WordForm) -> OperationView:
    """Say go or no-go for one's party, or take it back. No version: it says for what it is meant."""
    await service.speak(session, seat, operation, form.word, form.reason, form.told_as)
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.get("/{operation}/checks")
async def check_operation(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> Page[CheckView]:
    """What somebody should look at before H: hints from unverified seed data, and from the plans that the reader sees."""
    await tell_position(response, session, seat.jit)
    found = await operation_checks.of(session, seat, operation)
    return Page(items=[check_view(one) for one in found], next=None)


@router.get("/{operation}/ticker")
async def list_reports(
    session: ReadingUnit,
    seat: MayReadOperations,
    response: Response,
    operation: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[ReportView]:
    """What was reported and decided, newest first."""
    await tell_position(response, session, seat.jit)
    found = await reports.listed(session, operation, cursor_id(cursor), limit + 1)
    people = await roster.of(session, seat.jit)
    items = [report_view(one, people) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("/{operation}/ticker", status_code=status.HTTP_201_CREATED)
async def report_incident(session: WritingUnit, seat: MayReport, operation: UUID, form: ReportForm) -> ReportView:
    """Report what happened, or put a decision on record. Sent again with its key, it stands once."""
    made = await reports.report(session, seat, operation, form.saying())
    return report_view(made, await roster.of(session, seat.jit))


@router.get("/{operation}/do-not-touch")
async def list_protected(
    session: ReadingUnit,
    seat: MayReadOperations,
    response: Response,
    operation: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[ProtectedView]:
    """Whom and what nobody touches, as far as the reader's party is told; newest first."""
    await tell_position(response, session, seat.jit)
    found = await protections.listed(session, operation, cursor_id(cursor), limit + 1)
    people = await roster.of(session, seat.jit)
    items = [protected_view(one, people) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("/{operation}/do-not-touch", status_code=status.HTTP_201_CREATED)
async def protect(session: WritingUnit, seat: MayPlanAction, operation: UUID, form: ProtectedForm) -> ProtectedView:
    """Say whom or what nobody touches, to the parties that are named."""
    made = await protections.enter(session, seat, operation, form.entering())
    return protected_view(made, await roster.of(session, seat.jit))


@router.post("/{operation}/do-not-touch/{protected}/lifting")
async def lift_protection(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, protected: UUID, form: ReasonForm
) -> ProtectedView:
    """Say that it may be touched again."""
    made = await protections.lift(session, seat, operation, protected, form.reason)
    return protected_view(made, await roster.of(session, seat.jit))
