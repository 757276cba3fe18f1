"""Record state changes (moves) of actions on an action day, also late from a device that was offline.

The client chooses a key for each move, so a move that is sent twice is recorded once.
A move states its former state, its new state and when it happened. `recorded_at` is stored beside `occurred_at`.
If the action is in another state by then, the move is refused with the current state.
Not here: which states follow each other and who may change them (`access/operation_states.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access import operation_states
from app.access.operation_states import ActionState, OperationState, step_between
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts.actions import ActionMoved
from app.models import Action, ActionMove, Operation
from app.services.coordination import actions, operation_times, operations, recipients
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class Move:
    """A move as a member states it.

    Attributes:
        key: Idempotency key, chosen by the client.
        former: State before the move.
        state: State after the move.
        occurred_at: When it happened, by the clock of the member's device.
        reason: Required for some steps (`Step.needs_reason`).
    """

    key: UUID
    former: ActionState
    state: ActionState
    occurred_at: datetime
    reason: str | None = None


async def move(session: Writing, seat: Seat, operation: UUID, action: UUID, what: Move) -> None:
    """Record a move. A move that was recorded before is accepted again without effect.

    Takes the lock of the action day (`operations.in_turn`).

    Raises:
        NotFound: The action day or the action is absent or invisible.
        Forbidden: The action belongs to another party, or only a leader may make this move.
        Conflict: No such step, the action is in another state, the day is closed or not live, or the key is used.
        Invalid: The reason is missing or the time is not acceptable.
    """
    day = await operations.in_turn(session, operation)
    found = await actions.find(session, operation, action)
    hands = operation_states.hands_of(seat, found)
    if not hands:
        raise Forbidden("Only its own party moves an action. Nothing was changed.", code="not-your-action")
    if await _known(session, seat, found, what):
        return
    step = step_between(what.former, what.state)
    if step is None:
        raise Conflict(
            f"An action that is {what.former} does not become {what.state} so. Nothing was changed.",
            code="no-such-move",
        )
    if step.by not in hands:
        raise Forbidden("Only a leader of its party does that. Nothing was changed.", code="not-your-move")
    if step.needs_reason and what.reason is None:
        raise Invalid("Say why. Nothing was changed.", field="reason")
    now = clock.now()
    _demand_in_time(day, what, now, live=step.live)
    if found.state != what.former:
        raise Conflict(
            f"{found.number} is {found.state} by now, not {what.former}. Look at it, and say it again. Nothing was changed.",
            code="action-moved-on",
            extra={"state": found.state, "since_at": clock.rfc3339(found.since_at)},
        )
    if (latest := await _latest(session, found)) is not None:
        operation_times.demand_after(latest, what.occurred_at, now, "Nothing was changed.")
    await _record(session, seat, day, found, what, now)


async def _record(session: Writing, seat: Seat, day: Operation, action: Action, what: Move, now: datetime) -> None:
    """Store the new state and the move, and append the audit log entry."""
    action.state, action.since_at = what.state.value, what.occurred_at
    session.add(
        ActionMove(
            id=clock.new_id(),
            jit=seat.jit,
            action=action.id,
            seat=seat.id,
            key=what.key,
            former=what.former.value,
            state=what.state.value,
            reason=what.reason,
            occurred_at=what.occurred_at,
            recorded_at=now,
        )
    )
    await session.flush()
    fact = ActionMoved(
        operation=day.id,
        action=action.id,
        number=action.number,
        hearing=recipients.of_line(action, day, await rosters.of(session, seat.jit)),
        former=what.former.value,
        state=what.state.value,
        occurred_at=clock.rfc3339(what.occurred_at),
        reason=what.reason,
    )
    await journal.append(session, seat, fact)


async def _known(session: Reading, seat: Seat, action: Action, what: Move) -> bool:
    """Return whether this move was recorded already. Raises `Conflict` if the key was used for another move."""
    query = select(ActionMove).where(ActionMove.jit == seat.jit, ActionMove.seat == seat.id, ActionMove.key == what.key)
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        return False
    said = (row.action, row.former, row.state, row.reason, row.occurred_at)
    sent = (action.id, what.former, what.state, what.reason, what.occurred_at)
    operations.demand_same(said, sent, "Nothing was changed.")
    return True


async def _latest(session: Reading, action: Action) -> datetime | None:
    """Return the latest `occurred_at` of the action's moves, or `None` if it has none.

    The time at which the action was planned does not count: its first move may have happened earlier.
    """
    return await session.scalar(select(func.max(ActionMove.occurred_at)).where(ActionMove.action == action.id))


def _demand_in_time(day: Operation, what: Move, now: datetime, *, live: bool) -> None:
    """Refuse a time outside the action day, or outside its live period if `live`. Raises `Invalid`, `Conflict`."""
    operation_times.demand_within(day, what.occurred_at, now, "Nothing was changed.")
    if operation_times.is_past(day.closed_at, what.occurred_at):
        raise Conflict("This action day is closed. Nothing was changed.", code="operation-closed")
    was_live = operation_times.is_since(day.live_at, what.occurred_at) and day.state != OperationState.PLANNED
    if live and not was_live:
        raise Conflict("The day is not live. Nothing was changed.", code="operation-not-live")


async def moves(session: Reading, wanted: list[UUID]) -> list[ActionMove]:
    """Return the moves of these actions that the member may read, oldest first."""
    query = select(ActionMove).where(ActionMove.action.in_(wanted)).order_by(ActionMove.id)
    return list(await session.scalars(query))
