"""Actions over HTTP: the board of an action day, plans, and moves from state to state."""

from uuid import UUID

from fastapi import Response, status

from app.api.guards import MayPlanAction, MayReadOperations, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, cursor_id, expected_version
from app.api.views.actions import ActionChangeForm, ActionForm, ActionView, MoveForm, action_view
from app.api.views.positions import tell_position
from app.services import action_moves, operation_list
from app.services import actions as service

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
    """The board: one's own party's actions, and of the others' what they share; in the order of planning."""
    await tell_position(response, session, seat.jit)
    found = await operation_list.board(session, seat, operation, cursor_id(cursor), limit + 1)
    items = [action_view(one) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def plan_action(session: WritingUnit, seat: MayPlanAction, operation: UUID, form: ActionForm) -> ActionView:
    """Plan an action of one's own party."""
    made = await service.plan(session, seat, operation, form.planning())
    return action_view(await operation_list.read_action(session, seat, operation, made))


@router.get("/{action}")
async def read_action(
    session: ReadingUnit, seat: MayReadOperations, response: Response, operation: UUID, action: UUID
) -> ActionView:
    """One action, or its line."""
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
    """Change a plan, or what others see of it."""
    await service.change(session, seat, operation, action, form.planning(), expected=expected_version(if_match))
    return action_view(await operation_list.read_action(session, seat, operation, action))


@router.post("/{action}/moves")
async def move_action(
    session: WritingUnit, seat: MayPlanAction, operation: UUID, action: UUID, form: MoveForm
) -> ActionView:
    """Say that an action came to a state, and when. Sent again with its key, it is applied once."""
    await action_moves.move(session, seat, operation, action, form.move())
    return action_view(await operation_list.read_action(session, seat, operation, action))
