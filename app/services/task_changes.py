"""What changes of a task: its words and deadline, its assignee, its state. Each change is a fact; no concurrent one is lost.

Deliberately not here: which states follow each other, and by whose hand (`access/task_states.py`).
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.access.task_states import CLOSED, Hand, TaskState, step_between, steps_from
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import TaskChanged, TaskHandedOver, TaskStateChanged
from app.ledger.facts.fact import Fact
from app.models import Task
from app.services import roster as rosters
from app.services import task_people, tasks
from app.services.roster import Roster


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to change. `values`: title, details, priority, due_at, due_zone, as far as they were named."""

    values: dict[str, Any] = field(default_factory=dict)
    assignee: str | None = None
    state: TaskState | None = None
    reason: str | None = None


async def change(session: Writing, seat: Seat, task: UUID, changes: Changes, *, expected: int) -> None:
    """Change a task or its state. Raises `NotFound`, `Forbidden`, `Stale`, `Conflict`, `Invalid`: then nothing was changed."""
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    if not task_people.hands_of(seat, found):
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    roster = await rosters.of(session, seat.jit)
    found = await _lock(session, task, roster, expected)
    hands = task_people.hands_of(seat, found)
    facts: list[Fact] = []
    if changes.values or changes.assignee is not None:
        if Hand.OVERSEER not in hands:
            raise Forbidden("Only who set this task, or coordinates, changes what it says.", code="overseer-only")
        if found.state in CLOSED:
            raise Conflict("The task is closed. Open it again first. Nothing was changed.", code="task-closed")
        facts += _apply(found, roster, changes)
    if changes.state is not None:
        facts += _move(found, roster, hands, changes)
    if not facts:
        return
    found.updated_at, found.version = clock.now(), found.version + 1
    await session.flush()
    await journal.append(session, seat, *facts)


async def _lock(session: Writing, task: UUID, roster: Roster, expected: int) -> Task:
    query = select(Task).where(Task.id == task).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    if found.version != expected:
        raise Stale(
            "The task was changed meanwhile. Nothing was changed now.", extra={"current": tasks.said_of(found, roster)}
        )
    return found


def _apply(task: Task, roster: Roster, changes: Changes) -> list[Fact]:
    """Put the named values into the row; what the ledger says of it."""
    before, hearing = tasks.said_of(task, roster), task_people.of(task, roster)
    for name, value in changes.values.items():
        setattr(task, name, value)
    if changes.assignee is not None:
        assignee = tasks.assignee_of(roster, changes.assignee)
        if assignee.id != task.assignee:
            return _hand_over(task, roster, assignee, hearing)
    after = tasks.said_of(task, roster)
    changed = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
    if not changed:
        return []
    return [TaskChanged(task=task.id, number=task.number, hearing=hearing, changes=changed)]


def _hand_over(task: Task, roster: Roster, assignee: Any, heard: task_people.Hearing) -> list[Fact]:  # noqa: ANN401
    """A new assignee begins anew, and reads the task as it is now; who loses it hears no more than that."""
    former = roster.seat_code(task.assignee)
    if assignee.party != task.assignee_party:
        task.party_since = clock.now()
    task.assignee, task.assignee_party = assignee.id, assignee.party
    task.state_reason = None  # the words of those who had it, like their comments
    if task.state != TaskState.OPEN:
        task.state, task.state_changed_at = TaskState.OPEN.value, clock.now()
    assigned = tasks.assigned(task, roster, former)
    leaving = tuple(one for one in heard if one not in assigned.hearing)
    return [TaskHandedOver(task=task.id, number=task.number, hearing=leaving, former=former), assigned]


def _move(task: Task, roster: Roster, hands: frozenset[Hand], changes: Changes) -> list[Fact]:
    """Take a step of the table in `access/task_states.py`."""
    former, state = TaskState(task.state), changes.state
    assert state is not None
    if state == former:
        return []
    step = step_between(former, state)
    if changes.assignee is not None or step is None:
        raise Conflict(f"A task that is {former} does not become {state} so. Nothing was changed.", code="no-such-step")
    if step not in steps_from(former, hands):
        raise Forbidden("Its assignee works on a task; who set it cancels and reopens it.", code="not-your-step")
    if step.needs_reason and changes.reason is None:
        raise Invalid("Say why. Nothing was changed.", field="reason")
    task.state, task.state_changed_at = state.value, clock.now()
    task.state_reason = changes.reason
    hearing = task_people.of(task, roster)
    return [
        TaskStateChanged(
            task=task.id,
            number=task.number,
            hearing=hearing,
            former=former.value,
            state=state.value,
            reason=changes.reason,
        )
    ]
