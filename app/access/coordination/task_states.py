"""States of a task: transitions, who makes them, and which need a reason. Pure.

The assignee and co-assignees move a task along; its creator and coordinators cancel and reopen it. A task for another party is proposed
until its assignee or a leader of the assignee's party accepts or declines it. That leader may also choose another
assignee within the party.
Not here: who may see a task (row-level security), and other changes (`services/coordination/tasks/tasks.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, any_, or_
from sqlalchemy.orm import InstrumentedAttribute

from app.access.roles import Role
from app.access.seats import Seat
from app.models import Task


class TaskState(StrEnum):
    """State of a task. `proposed` and `declined`: not yet accepted by anybody."""

    PROPOSED = "proposed"
    DECLINED = "declined"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    CANCELLED = "cancelled"


class TaskRelation(StrEnum):
    """Relation of a member to a task."""

    ASSIGNEE = "assignee"  # the assignee and every co-assignee
    RECEIVER = "receiver"  # for proposed tasks: the assignee, and every leader of the assignee's party
    OVERSEER = "overseer"  # the seat that created it, and every coordinator of the team


@dataclass(frozen=True, slots=True)
class Step:
    """A transition between states."""

    former: TaskState
    state: TaskState
    by: TaskRelation
    needs_reason: bool = False
    accepted: bool | None = None  # `True`: only tasks accepted once; `False`: only others; `None`: both


_S = TaskState
STEPS: Final = (
    Step(_S.PROPOSED, _S.OPEN, TaskRelation.RECEIVER),  # accepts
    Step(_S.PROPOSED, _S.DECLINED, TaskRelation.RECEIVER, needs_reason=True),
    Step(_S.PROPOSED, _S.CANCELLED, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.DECLINED, _S.PROPOSED, TaskRelation.OVERSEER, needs_reason=True),  # proposes it again
    Step(_S.DECLINED, _S.CANCELLED, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.OPEN, _S.IN_PROGRESS, TaskRelation.ASSIGNEE),
    Step(_S.OPEN, _S.BLOCKED, TaskRelation.ASSIGNEE, needs_reason=True),
    Step(_S.OPEN, _S.DONE, TaskRelation.ASSIGNEE),
    Step(_S.IN_PROGRESS, _S.OPEN, TaskRelation.ASSIGNEE),
    Step(_S.IN_PROGRESS, _S.BLOCKED, TaskRelation.ASSIGNEE, needs_reason=True),
    Step(_S.IN_PROGRESS, _S.DONE, TaskRelation.ASSIGNEE),
    Step(_S.BLOCKED, _S.IN_PROGRESS, TaskRelation.ASSIGNEE),
    Step(_S.BLOCKED, _S.DONE, TaskRelation.ASSIGNEE),
    Step(_S.DONE, _S.IN_PROGRESS, TaskRelation.ASSIGNEE),  # undoes a mistaken `DONE`
    Step(_S.OPEN, _S.CANCELLED, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.IN_PROGRESS, _S.CANCELLED, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.BLOCKED, _S.CANCELLED, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.DONE, _S.OPEN, TaskRelation.OVERSEER, needs_reason=True),
    Step(_S.CANCELLED, _S.OPEN, TaskRelation.OVERSEER, needs_reason=True, accepted=True),
    Step(_S.CANCELLED, _S.PROPOSED, TaskRelation.OVERSEER, needs_reason=True, accepted=False),
)
#: In these states only the state can be changed.
CLOSED: Final = frozenset({_S.DONE, _S.CANCELLED})
#: Accepted and not finished.
AT_WORK: Final = frozenset({_S.OPEN, _S.IN_PROGRESS, _S.BLOCKED})
#: Members with these relations may add links and tick checklist items.
WORKING: Final = frozenset({TaskRelation.ASSIGNEE, TaskRelation.OVERSEER})


def steps_from(state: TaskState, hands: Collection[TaskRelation], *, accepted: bool) -> list[Step]:
    """Return the transitions open to a member with these relations, in the order of the table.

    `accepted`: the task was accepted once.
    """
    return [step for step in STEPS if step.former == state and step.by in hands and step.accepted in {None, accepted}]


def step_between(former: TaskState, state: TaskState, *, accepted: bool) -> Step | None:
    """Return the transition between two states, regardless of the member; `None` if there is none."""
    found = (step for step in STEPS if (step.former, step.state) == (former, state))
    return next((step for step in found if step.accepted in {None, accepted}), None)


def may_delegate(seat: Seat, task: Task) -> bool:
    """Return whether the member may choose other assignees of the same party, and change nothing else: its leaders."""
    leads = Role.LEADER in seat.roles and seat.party == task.assignee_party
    return leads and task.state in AT_WORK | {TaskState.PROPOSED}


def is_assigned_to(member: UUID | InstrumentedAttribute[UUID] | ScalarSelect[UUID]) -> ColumnElement[bool]:
    """Return the condition of a query that the member is the assignee or a co-assignee of the task."""
    return or_(Task.assignee == member, any_(Task.co_assignees) == member)


def relations_of(seat: Seat, task: Task) -> frozenset[TaskRelation]:
    """Return what the member is to the task; empty for other members of the two parties, who only read it."""
    hands = set()
    if seat.id == task.assignee or seat.id in task.co_assignees:
        hands.add(TaskRelation.ASSIGNEE)
    if seat.id == task.assigner or Role.COORDINATOR in seat.roles:
        hands.add(TaskRelation.OVERSEER)
    leads = Role.LEADER in seat.roles and seat.party == task.assignee_party
    if task.state == TaskState.PROPOSED and (leads or seat.id == task.assignee):
        hands.add(TaskRelation.RECEIVER)
    return frozenset(hands)
