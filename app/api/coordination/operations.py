"""Routes for action days: the day itself, GO and no-go, checks, the operations log, and the deconfliction list."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.coordination.views.operations import (
    CheckView,
    OperationChangeForm,
    OperationForm,
    OperationView,
    WordForm,
    check_view,
    operation_view,
)
from app.api.coordination.views.reports import (
    ProtectedForm,
    ProtectedView,
    ReportForm,
    ReportView,
    protected_view,
    report_view,
)
from app.api.guards import (
    MayPlanAction,
    MayPlanOperation,
    MayReadOperations,
    MayReport,
    MaySpeakForParty,
    ReadingUnit,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version
from app.services.coordination import deconfliction, operation_list, operations_log
from app.services.coordination import operations as service
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/operations", tags=["operations"])


@router.get("")
async def list_operations(
    session: ReadingUnit, seat: MayReadOperations, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[OperationView]:
    """List the action days that the caller may see, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await operation_list.list_all(session, seat, asked.after, asked.row_limit)
    return asked.page(found, lambda one: operation_view(one, seat))


@router.post("", status_code=status.HTTP_201_CREATED)
async def plan_operation(session: WritingUnit, seat: MayPlanOperation, form: OperationForm) -> OperationView:
    """Create an action day as a draft."""
    made = await service.plan(session, seat, form.planning())
    return operation_view(await operation_list.read(session, seat, made), seat)


@router.get("/{operation}")
async def read_operation(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> OperationView:
    """Return one action day."""
    await tell_position(response, session, seat.jit)
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.patch("/{operation}")
async def change_operation(
    session: WritingUnit, seat: MayPlanOperation, operation: UUID, form: OperationChangeForm, if_match: IfMatch = None
) -> OperationView:
    """Change an action day: its data, the participating parties, or its state."""
    await service.change(session, seat, operation, form.changes(), expected=expected_version(if_match))
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.post("/{operation}/word")
async def give_word(session: WritingUnit, seat: MaySpeakForParty, operation: UUID, form: WordForm) -> OperationView:
    """Confirm GO or no-go for the caller's party, or withdraw it.

    `told_as` identifies the plan, so no version is needed.
    """
    await service.give_answer(session, seat, operation, form.word, form.reason, form.told_as)
    return operation_view(await operation_list.read(session, seat, operation), seat)


@router.get("/{operation}/checks")
async def check_operation(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID
) -> Page[CheckView]:
    """List what to check before H-hour: hints from unverified reference data and from plans visible to the caller."""
    await tell_position(response, session, seat.jit)
    found = await operation_list.concerns(session, seat, operation)
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
    """List the entries of the operations log, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await operations_log.list_all(session, operation, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: report_view(one, people))


@router.post("/{operation}/ticker", status_code=status.HTTP_201_CREATED)
async def report_incident(session: WritingUnit, seat: MayReport, operation: UUID, form: ReportForm) -> ReportView:
    """Add an incident or a decision to the operations log.

    A repeated request with the same `key` has no further effect.
    """
    made = await operations_log.report(session, seat, operation, form.saying())
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
    """List the entries of the deconfliction list that the caller's party may see, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await deconfliction.list_all(session, operation, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: protected_view(one, people))


@router.post("/{operation}/do-not-touch", status_code=status.HTTP_201_CREATED)
async def protect(session: WritingUnit, seat: MayPlanAction, operation: UUID, form: ProtectedForm) -> ProtectedView:
    """Add an entry to the deconfliction list, visible to the named parties."""
    made = await deconfliction.enter(session, seat, operation, form.entering())
    return protected_view(made, await roster.of(session, seat.jit))


@router.post("/{operation}/do-not-touch/{protected}/lifting")
async def lift_protection(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, protected: UUID, form: ReasonForm
) -> ProtectedView:
    """Lift an entry of the deconfliction list."""
    made = await deconfliction.lift(session, seat, operation, protected, form.reason)
    return protected_view(made, await roster.of(session, seat.jit))
