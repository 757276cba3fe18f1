"""Read action days and actions as one member, with what the member may do. Row-level security decides which.

The concerns of a day are about its H-hour: local times, and authorisations of the visible action plans.
Not here: changes (`operations.py`, `actions.py`), and what counts as a concern (`access/coordination/operation_checks.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.access.coordination import operation_checks, operation_states
from app.access.coordination.operation_checks import Finding, Warrant
from app.access.coordination.operation_states import ActionRelation, ActionState
from app.access.seats import Seat
from app.database import Reading
from app.models import Action, ActionMove, ActionPlan, Operation, OperationWord
from app.services.coordination import actions, day_events, operations, recipients
from app.services.coordination.day_events import DayEvent
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class OperationDetails:
    """An action day with its GO/no-go answers and its events; `runs`: whether the member may change it."""

    operation: Operation
    words: Sequence[OperationWord]
    events: Sequence[DayEvent]
    roster: Roster
    runs: bool


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """An action as the member sees it.

    Attributes:
        action: The line of the board.
        plan: The plan, if the member may read it.
        moves: Its moves, if the member may read them.
        operation: Its action day.
        roster: Codes and names of the team's parties and members.
        hands: The member's relation to the action.
        go: Whether its party confirmed GO, or is not asked.
    """

    action: Action
    plan: ActionPlan | None
    moves: Sequence[ActionMove]
    operation: Operation
    roster: Roster
    hands: frozenset[ActionRelation]
    go: bool


async def list_all(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[OperationDetails]:
    """Return action days, newest first, from before day `before`."""
    query = select(Operation).where(Operation.jit == seat.jit).order_by(Operation.id.desc()).limit(limit)
    found = (await session.scalars(query if before is None else query.where(Operation.id < before))).all()
    return await _days(session, seat, found)


async def read(session: Reading, seat: Seat, operation: UUID) -> OperationDetails:
    """Return one action day. Raises `NotFound`."""
    return (await _days(session, seat, [await operations.find(session, operation)]))[0]


async def _days(session: Reading, seat: Seat, found: Sequence[Operation]) -> list[OperationDetails]:
    said = select(OperationWord).where(OperationWord.operation.in_([one.id for one in found]))
    words: dict[UUID, list[OperationWord]] = defaultdict(list)
    for row in await session.scalars(said.execution_options(populate_existing=True)):
        words[row.operation].append(row)
    roster = await rosters.of(session, seat.jit)
    events = await day_events.of_days(session, [one.id for one in found])
    return [
        OperationDetails(one, words[one.id], events.get(one.id, ()), roster, operation_states.runs(seat, one))
        for one in found
    ]


async def board(session: Reading, seat: Seat, operation: UUID, after: UUID | None, limit: int) -> list[ActionDetails]:
    """Return the visible actions of a day, oldest first. Raises `NotFound` if the day is absent or invisible."""
    day = await operations.find(session, operation)
    query = select(Action).where(Action.operation == operation).order_by(Action.id).limit(limit)
    found = (await session.scalars(query if after is None else query.where(Action.id > after))).all()
    return await _actions(session, seat, day, found)


async def read_action(session: Reading, seat: Seat, operation: UUID, action: UUID) -> ActionDetails:
    """Return one action. Raises `NotFound`."""
    day = await operations.find(session, operation)
    return (await _actions(session, seat, day, [await actions.find(session, operation, action)]))[0]


async def _actions(session: Reading, seat: Seat, day: Operation, found: Sequence[Action]) -> list[ActionDetails]:
    wanted = [one.id for one in found]
    query = select(ActionPlan).where(ActionPlan.action.in_(wanted)).execution_options(populate_existing=True)
    plans = {row.action: row for row in await session.scalars(query)}
    moves: dict[UUID, list[ActionMove]] = defaultdict(list)
    for row in await actions.moves(session, wanted):
        moves[row.action].append(row)
    roster = await rosters.of(session, seat.jit)
    without = await operations.parties_without_go(session, day, roster)
    return [
        ActionDetails(
            one,
            plans.get(one.id),
            moves[one.id],
            day,
            roster,
            operation_states.relations_of(seat, one),
            go=one.party not in without,
        )
        for one in found
    ]


async def concerns(session: Reading, seat: Seat, operation: UUID) -> Sequence[Finding]:
    """Return all concerns that the member may see, grouped by party. Raises `NotFound`."""
    day = await operations.find(session, operation)
    roster = await rosters.of(session, seat.jit)
    states = [one for one in roster.parties if one.id in recipients.asked_parties(day, roster)]
    found: list[Finding] = []
    query = select(Action, ActionPlan).join(ActionPlan, ActionPlan.action == Action.id)
    query = query.where(Action.operation == operation, Action.state != ActionState.ABORTED).order_by(Action.id)
    warrants = [
        Warrant(
            party=roster.party_code(action.party),
            number=action.number,
            named=plan.authorisation_kind is not None,
            valid_from=plan.authorisation_from,
            valid_until=plan.authorisation_until,
        )
        for action, plan in await session.execute(query)
    ]
    for party in states:
        found += operation_checks.of_hour(day.h_at, party.code, party.time_zone)
        found += operation_checks.of_warrants(day.h_at, [one for one in warrants if one.party == party.code])
    return found
