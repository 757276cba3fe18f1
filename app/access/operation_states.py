"""The states of an action day and of each of its actions as data: which follows which, by whose hand, with a reason or not. Pure.

An action is its own party's: its people move it, and only a leader of that party lets it go. Others see what the party shares.
Deliberately not here: who may see what (row-level security), and what a party says before (`services/operations.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class OperationState(StrEnum):
    """Where an action day stands. A draft is its author's party's alone; planned, it is prepared by all who take part."""

    DRAFT = "draft"
    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"


class OperationKind(StrEnum):
    """Whether it is meant."""

    REAL = "real"
    REHEARSAL = "rehearsal"


class ActionState(StrEnum):
    """Where one action stands."""

    PLANNED = "planned"
    READY = "ready"
    GO = "go"
    EXECUTING = "executing"
    DONE = "done"
    ABORTED = "aborted"


class Sharing(StrEnum):
    """What the other parties see of an action: all, a line of the board (number, party, state), or nothing."""

    WHOLE = "whole"
    BOARD = "board"
    NONE = "none"


class Party(StrEnum):
    """What a seat is to an action."""

    LEADER = "leader"  # of the action's party
    PEOPLE = "people"  # its leaders and members


@dataclass(frozen=True, slots=True)
class Step:
    """One way from a state to another. `live`: only on the day itself."""

    former: ActionState
    state: ActionState
    by: Party = Party.PEOPLE
    live: bool = False
    needs_reason: bool = False


_S = ActionState
STEPS: Final = (
    Step(_S.PLANNED, _S.READY),
    Step(_S.READY, _S.PLANNED),
    Step(_S.READY, _S.GO, by=Party.LEADER, live=True),
    Step(_S.GO, _S.READY, by=Party.LEADER, live=True, needs_reason=True),
    Step(_S.GO, _S.EXECUTING, live=True),
    Step(_S.EXECUTING, _S.DONE, live=True),
    Step(_S.DONE, _S.EXECUTING, live=True, needs_reason=True),  # said done by a slip of the hand
    Step(_S.PLANNED, _S.ABORTED, needs_reason=True),
    Step(_S.READY, _S.ABORTED, needs_reason=True),
    Step(_S.GO, _S.ABORTED, needs_reason=True),
    Step(_S.EXECUTING, _S.ABORTED, needs_reason=True),
    Step(_S.ABORTED, _S.PLANNED, by=Party.LEADER, needs_reason=True),
)
#: Nothing of the plan of such an action changes.
OVER: Final = frozenset({_S.DONE, _S.ABORTED})

_O = OperationState
#: From which state an action day comes to which, and whether that needs a reason.
COURSE: Final = {
    (_O.DRAFT, _O.PLANNED): False,
    (_O.DRAFT, _O.CLOSED): False,
    (_O.PLANNED, _O.LIVE): False,
    (_O.PLANNED, _O.CLOSED): True,
    (_O.LIVE, _O.PLANNED): True,
    (_O.LIVE, _O.CLOSED): False,
}


def step_between(former: ActionState, state: ActionState) -> Step | None:
    """The step from one state to another, whoever may take it."""
    return next((step for step in STEPS if (step.former, step.state) == (former, state)), None)


def steps_from(state: ActionState, hands: Collection[Party], *, live: bool) -> list[Step]:
    """The steps that somebody may take who is this to the action, in the order of the table."""
    return [step for step in STEPS if step.former == state and step.by in hands and (live or not step.live)]
