"""States of an action day and its actions: transitions, who makes them, which need a reason. Pure.

An action belongs to its party: its leaders and contributors move it.
Only its leaders give or take back GO, or reinstate an aborted action. An action gets GO only if its party confirmed GO.
Not here: who may see what (row-level security), and GO and no-go of parties (`services/coordination/operations.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.access.roles import Role
from app.access.seats import Seat
from app.models import Action, Operation, OperationWord


class OperationState(StrEnum):
    """State of an action day.

    A draft is visible to its author's party; all parties that take part prepare a planned day.
    """

    DRAFT = "draft"
    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"


class OperationKind(StrEnum):
    """Whether the day is real or an exercise."""

    REAL = "real"
    REHEARSAL = "rehearsal"


class ActionState(StrEnum):
    """State of one action."""

    PLANNED = "planned"
    READY = "ready"
    GO = "go"
    EXECUTING = "executing"
    DONE = "done"
    ABORTED = "aborted"


class Sharing(StrEnum):
    """How much of an action other parties see: all, a line of the board (number, party, state), or nothing."""

    WHOLE = "whole"
    BOARD = "board"
    NONE = "none"


class ActionRelation(StrEnum):
    """Relation of a member to an action."""

    LEADER = "leader"  # of the action's party
    PEOPLE = "people"  # its leaders and members


@dataclass(frozen=True, slots=True)
class Step:
    """A transition between states. `live`: only while the action day is live. `go`: only if the party confirmed GO."""

    former: ActionState
    state: ActionState
    by: ActionRelation = ActionRelation.PEOPLE
    live: bool = False
    needs_reason: bool = False
    go: bool = False


_S = ActionState
STEPS: Final = (
    Step(_S.PLANNED, _S.READY),
    Step(_S.READY, _S.PLANNED),
    Step(_S.READY, _S.GO, by=ActionRelation.LEADER, live=True, go=True),
    Step(_S.GO, _S.READY, by=ActionRelation.LEADER, live=True, needs_reason=True),
    Step(_S.GO, _S.EXECUTING, live=True),
    Step(_S.EXECUTING, _S.DONE, live=True),
    Step(_S.DONE, _S.EXECUTING, live=True, needs_reason=True),  # undoes a mistaken `DONE`
    Step(_S.PLANNED, _S.ABORTED, needs_reason=True),
    Step(_S.READY, _S.ABORTED, needs_reason=True),
    Step(_S.GO, _S.ABORTED, needs_reason=True),
    Step(_S.EXECUTING, _S.ABORTED, needs_reason=True),
    Step(_S.ABORTED, _S.PLANNED, by=ActionRelation.LEADER, needs_reason=True),
)
#: The plan of an action in these states cannot be changed.
FINISHED: Final = frozenset({_S.DONE, _S.ABORTED})

_O = OperationState
#: Transitions of an action day, and whether each needs a reason.
OPERATION_STEPS: Final = {
    (_O.DRAFT, _O.PLANNED): False,
    (_O.DRAFT, _O.CLOSED): False,
    (_O.PLANNED, _O.LIVE): False,
    (_O.PLANNED, _O.CLOSED): True,
    (_O.LIVE, _O.PLANNED): True,
    (_O.LIVE, _O.CLOSED): False,
    (_O.CLOSED, _O.LIVE): True,
    (_O.CLOSED, _O.PLANNED): True,
}
#: A closed action day can be reopened within this time.
REOPENING: Final = timedelta(hours=1)


def step_between(former: ActionState, state: ActionState) -> Step | None:
    """Return the transition between two states, regardless of the member; `None` if there is none."""
    return next((step for step in STEPS if (step.former, step.state) == (former, state)), None)


def steps_from(state: ActionState, hands: Collection[ActionRelation], *, live: bool, go: bool) -> list[Step]:
    """Return the transitions open to a member with these relations to the action, in the order of the table.

    `live`: the action day is live. `go`: the action's party confirmed GO, or its answer is not asked.
    """
    return [
        step
        for step in STEPS
        if step.former == state and step.by in hands and (live or not step.live) and (go or not step.go)
    ]


def reopens_until(operation: Operation) -> datetime | None:
    """Return until when a closed day can be reopened; `None` if it is not closed or was a draft."""
    if operation.closed_at is None or operation.told_at is None:
        return None
    return operation.closed_at + REOPENING


def operation_steps(operation: Operation, now: datetime) -> dict[OperationState, bool]:
    """Return the states to which the day can move now, and whether each move needs a reason.

    A day that was live becomes live again when it is reopened; one that was called off before becomes planned.
    """
    former = OperationState(operation.state)
    steps = {state: needs for (before, state), needs in OPERATION_STEPS.items() if before == former}
    if former is not OperationState.CLOSED:
        return steps
    until = reopens_until(operation)
    again = OperationState.PLANNED if operation.live_at is None else OperationState.LIVE
    return {again: steps[again]} if until is not None and now < until else {}


def runs(seat: Seat, operation: Operation) -> bool:
    """Return whether the member may change the day: a coordinator, or a leader of the party that planned it."""
    return Role.COORDINATOR in seat.roles or (seat.party == operation.author_party and Role.LEADER in seat.roles)


def takes_part(seat: Seat, operation: Operation) -> bool:
    """Return whether the member's party takes part and knows of the day."""
    return seat.party is not None and seat.party in operation.parties and knows(seat.party, operation)


def knows(party: UUID, operation: Operation) -> bool:
    """Return whether members of a party may know of the day. A draft is known only to its author's party."""
    return operation.told_at is not None or party == operation.author_party


def is_current(word: OperationWord, operation: Operation) -> bool:
    """Return whether a GO/no-go answer was given for the day's current H-hour, time zone and kind."""
    return word.word is not None and word.said_as == operation.told_as


def relations_of(seat: Seat, action: Action) -> frozenset[ActionRelation]:
    """Return what the member is to an action; empty for members of other parties."""
    if seat.party != action.party:
        return frozenset()
    if Role.LEADER in seat.roles:
        return frozenset(ActionRelation)
    return frozenset({ActionRelation.PEOPLE}) if Role.MEMBER in seat.roles else frozenset()
