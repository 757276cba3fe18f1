"""Routes for the actions of an action day: list, plan, change, and move to another state."""

from uuid import UUID

from fastapi import Response, status

from app.api import pagination
from app.api.coordination.views.actions import ActionChangeForm, ActionForm, ActionView, MoveForm, action_view
from app.api.guards import MayPlanAction, MayReadOperations, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.coordination import actions as service
from app.services.coordination import operation_list

router = Router(prefix="/api/jits/{jit}/operations/{operation}/actions", tags=["operations"])


@router.get("")
async def list_actions(
    session: ReadingUnit,
    seat: MayReadOperations,
    response: Response,
    operation: UUID,
    limit: Limit = 200,
    cursor: str | None = None,
) -> Page[ActionView]:
    """List the actions of the caller's party and what other parties share of theirs, in the order of planning."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await operation_list.board(session, seat, operation, asked.after, asked.row_limit)
    return asked.page(found, action_view)


@router.post("", status_code=status.HTTP_201_CREATED)
async def plan_action(session: WritingUnit, seat: MayPlanAction, operation: UUID, form: ActionForm) -> ActionView:
    """Plan an action of the caller's party."""
    made = await service.plan(session, seat, operation, form.planning())
    return action_view(await operation_list.read_action(session, seat, operation, made))


@router.get("/{action}")
async def read_action(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID, action: UUID
) -> ActionView:
    """Return one action; without its plan if the plan is not shared with the caller."""
    await tell_position(response, session, seat.jit)
    return action_view(await operation_list.read_action(session, seat, operation, action))


@router.patch("/{action}")
async def change_action(
    session: WritingUnit,
    seat: MayPlanAction,
    operation: UUID,
    action: UUID,
    form: ActionChangeForm,
    if_match: IfMatch = None,
) -> ActionView:
    """Change the plan of an action, or what other parties see of it."""
    await service.change(session, seat, operation, action, form.planning(), expected=expected_version(if_match))
    return action_view(await operation_list.read_action(session, seat, operation, action))


@router.post("/{action}/moves")
async def move_action(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, action: UUID, form: MoveForm
) -> ActionView:
    """Record that an action reached a state, and when. A repeated request with the same `key` has no further effect."""
    await service.move(session, seat, operation, action, form.move())
    return action_view(await operation_list.read_action(session, seat, operation, action))
