"""Plan and change the actions of an action day, set what other parties see of them, and record their moves.

A party shares an action completely, as a line of the board (number, party, state), or not at all.
The line (`Action`) and the plan (`ActionPlan`) are separate rows, because different members read them.
Action numbers are random, so that they do not reveal how many actions exist.
A move (state change) states its former state, its new state and when it happened, also late from an offline device.
The client chooses a key for each move, so a move that is sent twice is recorded once.
If the action is in another state by then, the move is refused with the current state.
Not here: which states follow each other and who may change them (`access/coordination/operation_states.py`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import operation_states
from app.access.coordination.operation_states import (
    FINISHED,
    ActionRelation,
    ActionState,
    OperationState,
    Sharing,
    step_between,
)
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.coordination.actions import ActionChanged, ActionMoved, ActionPlanned, ActionShared
from app.ledger.facts.fact import Fact
from app.models import Action, ActionMove, ActionPlan, Operation
from app.services import idempotency
from app.services.coordination import operations, recipients
from app.services.teams import phases
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_NUMBER_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class Authorisation:
    """The legal authorisation of an action and its period of validity; `zone`: IANA name."""

    kind: str
    reference: str
    valid_from: datetime | None
    valid_until: datetime | None
    zone: str

    def columns(self) -> dict[str, Any]:
        """Return the values of the columns of `ActionPlan`."""
        return {
            "authorisation_kind": self.kind,
            "authorisation_reference": self.reference,
            "authorisation_from": self.valid_from,
            "authorisation_until": self.valid_until,
            "authorisation_zone": self.zone,
        }


NO_AUTHORISATION: Final = dict.fromkeys(Authorisation("", "", None, None, "").columns())


@dataclass(frozen=True, slots=True)
class Planning:
    """A new action, or changes of one.

    Attributes:
        values: Values of columns of `ActionPlan`.
        lead: Code of the member who leads the action.
        sharing: How much of it other parties see.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lead: str | None = None
    sharing: Sharing | None = None


async def plan(session: Writing, seat: Seat, operation: UUID, what: Planning) -> UUID:
    """Plan an action of the member's own party and return its id. Takes the lock of the action day.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Conflict: The day is closed, or the team is not in its operational phase.
        Invalid: The lead is not an active leader or contributor of the party.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day):
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    operations.demand_open(day)
    await phases.demand_operational(session, seat)
    assert seat.party is not None
    assert what.lead is not None
    roster, now = await rosters.of(session, seat.jit), clock.now()
    lead = _lead(roster, seat.party, what.lead)
    sharing = what.sharing or Sharing.NONE
    values = {
        "jit": seat.jit,
        "operation": operation,
        "party": seat.party,
        "sharing": sharing.value,
        "state": ActionState.PLANNED.value,
        "since_at": now,
    }
    action = await session.get_one(Action, await _insert(session, values, roster.party_code(seat.party)))
    row = ActionPlan(
        action=action.id, jit=seat.jit, party=seat.party, lead=lead, updated_at=now, version=1, **what.values
    )
    session.add(row)
    await session.flush()
    facts: list[Fact] = [_planned(action, row, day, roster)]
    if sharing is not Sharing.NONE:
        facts.append(shared(action, day, roster))
    await journal.append(session, seat, *facts)
    return action.id


async def _insert(session: Writing, values: dict[str, Any], party: str) -> UUID:
    """Insert the row with a number that is unique on this action day, and return its id."""
    while True:
        row = {"id": clock.new_id(), "number": f"{party}-{random_characters(_NUMBER_LENGTH)}", **values}
        done = (
            insert(Action)
            .values(row)
            .on_conflict_do_nothing(index_elements=["operation", "number"])
            .returning(Action.id)
        )
        if (made := await session.scalar(done)) is not None:
            return made


def _lead(roster: Roster, party: UUID, code: str) -> UUID:
    """Return the active leader or contributor of this party with this code. Raises `Invalid`."""
    row = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if row is None or row.party != party or not {Role.LEADER, Role.MEMBER} & {Role(role) for role in row.roles}:
        raise Invalid("This person is not a leader or contributor of your party.", field="lead")
    seat: UUID = row.id
    return seat


async def find(session: Reading, operation: UUID, action: UUID) -> Action:
    """Return an action of which the member sees at least the line of the board. Raises `NotFound`."""
    query = select(Action).where(Action.id == action, Action.operation == operation)
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found


def as_fields(action: Action, plan: ActionPlan, roster: Roster) -> dict[str, Any]:
    """Return the plan as audit log entries and `Stale` errors show it."""
    return {
        **{name: getattr(plan, name) for name in _TEXTS},
        "lead": roster.seat_code(plan.lead),
        "authorisation": None
        if plan.authorisation_kind is None
        else {
            "kind": plan.authorisation_kind,
            "reference": plan.authorisation_reference,
            "valid_from": clock.rfc3339(plan.authorisation_from) if plan.authorisation_from else None,
            "valid_until": clock.rfc3339(plan.authorisation_until) if plan.authorisation_until else None,
            "zone": plan.authorisation_zone,
        },
        "version": plan.version,
        "sharing": action.sharing,
    }


_TEXTS: Final = ("objective", "place", "team", "interpreter", "risk", "contingency", "channel")


def _planned(action: Action, plan: ActionPlan, day: Operation, roster: Roster) -> ActionPlanned:
    said = as_fields(action, plan, roster)
    del said["version"], said["sharing"]
    hearing = recipients.of_plan(action, day, roster)
    return ActionPlanned(operation=day.id, action=action.id, number=action.number, hearing=hearing, **said)


def shared(action: Action, day: Operation, roster: Roster, former: str | None = None) -> ActionShared:
    """Build the fact that announces the sharing of an action.

    The recipients are those of `former` and of the new sharing; `former` is omitted for a new action.
    """
    heard = recipients.of_line(action, day, roster, action.sharing, former or action.sharing)
    return ActionShared(
        operation=day.id,
        action=action.id,
        number=action.number,
        hearing=heard,
        sharing=action.sharing,
        state=action.state,
    )


async def change(session: Writing, seat: Seat, operation: UUID, action: UUID, what: Planning, *, expected: int) -> None:
    """Change the plan of an action, or what other parties see of it. Takes the lock of the action day.

    Raises:
        NotFound: The action day or the action is absent or invisible.
        Forbidden: The action belongs to another party, or the member is neither leader nor contributor.
        Stale: The plan is not at version `expected`; the error contains the current plan.
        Conflict: The day is closed, or the action is done or aborted.
        Invalid: The lead is not an active leader or contributor of the party.
    """
    day = await operations.in_turn(session, operation)
    found = await find(session, operation, action)
    if ActionRelation.PEOPLE not in operation_states.relations_of(seat, found):
        raise Forbidden("Only the party of an action can change it.", code="not-your-action")
    roster = await rosters.of(session, seat.jit)
    query = select(ActionPlan).where(ActionPlan.action == action).execution_options(populate_existing=True)
    row = (await session.scalars(query)).one()
    before = as_fields(found, row, roster)
    if row.version != expected:
        raise Stale("Another user changed the action. Reload it.", extra={"current": before})
    operations.demand_open(day)
    if found.state in FINISHED and (what.values or what.lead):
        raise Conflict("The action is over.", code="action-over")
    former, facts = found.sharing, list[Fact]()
    read = recipients.of_plan(found, day, roster)
    _put(found, row, roster, what)
    after = as_fields(found, row, roster)
    changed = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
    if not changed:
        return
    row.version, row.updated_at = row.version + 1, clock.now()
    await session.flush()
    if set(changed) - {"sharing"}:
        # The entry shows old and new values. If the sharing changes, others may read only one of them: own party only.
        hearing = read if former == found.sharing else recipients.of_own(found)
        facts.append(
            ActionChanged(operation=operation, action=action, number=found.number, hearing=hearing, changes=changed)
        )
    if former != found.sharing:
        facts.append(shared(found, day, roster, former))
        if found.sharing == Sharing.WHOLE:  # new readers of the plan get an audit log entry with its contents
            facts.append(_planned(found, row, day, roster))
    await journal.append(session, seat, *facts)


def _put(action: Action, row: ActionPlan, roster: Roster, what: Planning) -> None:
    """Write the given values into the rows. Raises `Invalid`."""
    for name, value in what.values.items():
        setattr(row, name, value)
    if what.lead is not None and what.lead != roster.seat_code(row.lead):
        row.lead = _lead(roster, action.party, what.lead)
    if what.sharing is not None:
        action.sharing = what.sharing.value


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
        Conflict: No such step, the action is in another state, the day is closed or not live, its party has not confirmed
            GO, or the key is used.
        Invalid: The reason is missing or the time is not acceptable.
    """
    day = await operations.in_turn(session, operation)
    found = await find(session, operation, action)
    hands = operation_states.relations_of(seat, found)
    if not hands:
        raise Forbidden("Only the party of an action can change its state.", code="not-your-action")
    if await _known(session, seat, found, what):
        return
    step = step_between(what.former, what.state)
    if step is None:
        raise Conflict(
            "This change of state is not possible.",
            code="no-such-move",
        )
    if step.by not in hands:
        raise Forbidden("Only a leader of the party can do this.", code="not-your-move")
    if step.needs_reason and what.reason is None:
        raise Invalid("Enter a reason.", field="reason")
    now = clock.now()
    _demand_in_time(day, what, now, live=step.live)
    if found.state != what.former:
        raise Conflict(
            Phrase("{number} has changed its state. Reload it, then try again.", number=found.number),
            code="action-moved-on",
            extra={"state": found.state, "since_at": clock.rfc3339(found.since_at)},
        )
    if step.go:
        await _demand_party_go(session, day, found)
    if (latest := await _latest(session, found)) is not None:
        operations.demand_after(latest, what.occurred_at, now)
    await _record(session, seat, day, found, what, now)


async def _demand_party_go(session: Reading, day: Operation, action: Action) -> None:
    """Refuse GO for an action of a party that has not confirmed GO for the action day. Raises `Conflict`."""
    without = await operations.parties_without_go(session, day, await rosters.of(session, day.jit))
    if action.party in without:
        raise Conflict(
            "Your party has not confirmed GO for this action day. A leader of your party confirms it first.",
            code="party-without-go",
        )


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
    row = await idempotency.stored_row(session, seat, ActionMove, what.key)
    if row is None:
        return False
    said = (row.action, row.former, row.state, row.reason, row.occurred_at)
    sent = (action.id, what.former, what.state, what.reason, what.occurred_at)
    idempotency.demand_same(said, sent)
    return True


async def _latest(session: Reading, action: Action) -> datetime | None:
    """Return the latest `occurred_at` of the action's moves, or `None` if it has none.

    The time at which the action was planned does not count: its first move may have happened earlier.
    """
    return await session.scalar(select(func.max(ActionMove.occurred_at)).where(ActionMove.action == action.id))


def _demand_in_time(day: Operation, what: Move, now: datetime, *, live: bool) -> None:
    """Refuse a time outside the action day, or outside its live period if `live`. Raises `Invalid`, `Conflict`."""
    operations.demand_within(day, what.occurred_at, now)
    if operations.is_past(day.closed_at, what.occurred_at):
        raise Conflict("This action day is closed.", code="operation-closed")
    was_live = operations.is_since(day.live_at, what.occurred_at) and day.state != OperationState.PLANNED
    if live and not was_live:
        raise Conflict("The action day is not live.", code="operation-not-live")


async def moves(session: Reading, wanted: list[UUID]) -> list[ActionMove]:
    """Return the moves of these actions that the member may read, oldest first."""
    query = select(ActionMove).where(ActionMove.action.in_(wanted)).order_by(ActionMove.id)
    return list(await session.scalars(query))
