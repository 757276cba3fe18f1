"""The states of a task as data: which follows which, who may take the step, and which steps need a reason. Pure.

Who works on a task moves it along; who set it, or coordinates, cancels it and opens it again. A task that another party
gives is proposed until its assignee or a leader of the assignee's party accepts it, or declines it with a reason.
Deliberately not here: who may see a task (row-level security), and what else of it may be changed (`services/tasks.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TaskState(StrEnum):
    """Where a task stands. `proposed` and `declined`: nobody's work."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    CANCELLED = "cancelled"


class Hand(StrEnum):
    """What a seat is to a task."""

    ASSIGNEE = "assignee"
    RECEIVER = "receiver"  # of what is proposed: its assignee, and every leader of the assignee's party
    OVERSEER = "overseer"  # the seat that set it, and every coordinator of the team


@dataclass(frozen=True, slots=True)
class Step:
    """One way from a state to another."""

    former: TaskState
    state: TaskState
    by: Hand
    needs_reason: bool = False
    accepted: bool | None = None  # only of a task that was accepted, or never was; None: of both


_S = TaskState
STEPS: Final = (
    Step(_S.PROPOSED, _S.OPEN, Hand.RECEIVER),  # accepts
    Step(_S.PROPOSED, _S.DECLINED, Hand.RECEIVER, needs_reason=True),
    Step(_S.PROPOSED, _S.CANCELLED, Hand.OVERSEER, needs_reason=True),
    Step(_S.DECLINED, _S.PROPOSED, Hand.OVERSEER, needs_reason=True),  # asks once more
    Step(_S.DECLINED, _S.CANCELLED, Hand.OVERSEER, needs_reason=True),
    Step(_S.OPEN, _S.IN_PROGRESS, Hand.ASSIGNEE),
    Step(_S.OPEN, _S.BLOCKED, Hand.ASSIGNEE, needs_reason=True),
    Step(_S.OPEN, _S.DONE, Hand.ASSIGNEE),
    Step(_S.IN_PROGRESS, _S.OPEN, Hand.ASSIGNEE),
    Step(_S.IN_PROGRESS, _S.BLOCKED, Hand.ASSIGNEE, needs_reason=True),
    Step(_S.IN_PROGRESS, _S.DONE, Hand.ASSIGNEE),
    Step(_S.BLOCKED, _S.IN_PROGRESS, Hand.ASSIGNEE),
    Step(_S.BLOCKED, _S.DONE, Hand.ASSIGNEE),
    Step(_S.DONE, _S.IN_PROGRESS, Hand.ASSIGNEE),  # done by a slip of the hand
    Step(_S.OPEN, _S.CANCELLED, Hand.OVERSEER, needs_reason=True),
    Step(_S.IN_PROGRESS, _S.CANCELLED, Hand.OVERSEER, needs_reason=True),
    Step(_S.BLOCKED, _S.CANCELLED, Hand.OVERSEER, needs_reason=True),
    Step(_S.DONE, _S.OPEN, Hand.OVERSEER, needs_reason=True),
    Step(_S.CANCELLED, _S.OPEN, Hand.OVERSEER, needs_reason=True, accepted=True),
    Step(_S.CANCELLED, _S.PROPOSED, Hand.OVERSEER, needs_reason=True, accepted=False),
)
#: Nothing but the state of such a task changes.
CLOSED: Final = frozenset({_S.DONE, _S.CANCELLED})
#: Somebody's work: accepted, and not over.
AT_WORK: Final = frozenset({_S.OPEN, _S.IN_PROGRESS, _S.BLOCKED})
#: What links and ticks: who works on it or oversees it.
WORKING: Final = frozenset({Hand.ASSIGNEE, Hand.OVERSEER})


def steps_from(state: TaskState, hands: Collection[Hand], *, accepted: bool) -> list[Step]:
    """The steps that somebody may take who is this to the task, in the order of the table. `accepted`: the task once was."""
    return [step for step in STEPS if step.former == state and step.by in hands and step.accepted in {None, accepted}]


def step_between(former: TaskState, state: TaskState, *, accepted: bool) -> Step | None:
    """The step from one state to another, whoever may take it."""
    found = (step for step in STEPS if (step.former, step.state) == (former, state))
    return next((step for step in found if step.accepted in {None, accepted}), None)
