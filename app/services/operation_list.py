"""Action days and actions as one seat sees them, each with what it may do. Row-level security decides which there are.

Deliberately not here: any change.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.access.operation_states import Party
from app.access.seats import Seat
from app.database import Reading
from app.models import Action, ActionMove, ActionPlan, Operation, OperationWord
from app.services import action_moves, actions, operations
from app.services import operation_people as people
from app.services import roster as rosters
from app.services.roster import Roster


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A day with the words of its parties, and whether the seat runs it."""

    operation: Operation
    words: Sequence[OperationWord]
    roster: Roster
    runs: bool


@dataclass(frozen=True, slots=True)
class WholeAction:
    """A line of the board; its plan and moves, where the seat reads them; what the seat is to it."""

    action: Action
    plan: ActionPlan | None
    moves: Sequence[ActionMove]
    operation: Operation
    roster: Roster
    hands: frozenset[Party]


async def listed(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[WholeDay]:
    """Days, newest first."""
    query = select(Operation).where(Operation.jit == seat.jit).order_by(Operation.id.desc()).limit(limit)
    found = (await session.scalars(query if before is None else query.where(Operation.id < before))).all()
    return await _days(session, seat, found)


async def read(session: Reading, seat: Seat, operation: UUID) -> WholeDay:
    """One day. Raises `NotFound`."""
    return (await _days(session, seat, [await operations.find(session, operation)]))[0]


async def _days(session: Reading, seat: Seat, found: Sequence[Operation]) -> list[WholeDay]:
    said = select(OperationWord).where(OperationWord.operation.in_([one.id for one in found]))
    words: dict[UUID, list[OperationWord]] = defaultdict(list)
    for row in await session.scalars(said.execution_options(populate_existing=True)):
        words[row.operation].append(row)
    roster = await rosters.of(session, seat.jit)
    return [WholeDay(one, words[one.id], roster, people.runs(seat, one)) for one in found]


async def board(session: Reading, seat: Seat, operation: UUID, after: UUID | None, limit: int) -> list[WholeAction]:
    """The actions of a day that the seat sees, in the order in which they were planned. Raises `NotFound` for the day."""
    day = await operations.find(session, operation)
    query = select(Action).where(Action.operation == operation).order_by(Action.id).limit(limit)
    found = (await session.scalars(query if after is None else query.where(Action.id > after))).all()
    return await _actions(session, seat, day, found)


async def read_action(session: Reading, seat: Seat, operation: UUID, action: UUID) -> WholeAction:
    """One action. Raises `NotFound`."""
    day = await operations.find(session, operation)
    return (await _actions(session, seat, day, [await actions.find(session, operation, action)]))[0]


async def _actions(session: Reading, seat: Seat, day: Operation, found: Sequence[Action]) -> list[WholeAction]:
    wanted = [one.id for one in found]
    query = select(ActionPlan).where(ActionPlan.action.in_(wanted)).execution_options(populate_existing=True)
    plans = {row.action: row for row in await session.scalars(query)}
    moves: dict[UUID, list[ActionMove]] = defaultdict(list)
    for row in await action_moves.moves(session, wanted):
        moves[row.action].append(row)
    roster = await rosters.of(session, seat.jit)
    return [
        WholeAction(one, plans.get(one.id), moves[one.id], day, roster, people.hands_of(seat, one)) for one in found
    ]
