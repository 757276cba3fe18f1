"""Change tasks: details and deadline, assignee, and state. Each change has an audit log entry.

Locks: the task's advisory lock (`tasks.in_turn`), then its row. The version check prevents lost updates.
Not here: which states follow each other and who may change them (`access/task_states.py`).
Not here: the next task of a series (`services/coordination/task_successors.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access import task_states
from app.access.seats import Seat
from app.access.task_states import CLOSED, Hand, TaskState, step_between, steps_from
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import TaskAccepted, TaskChanged, TaskDeclined, TaskHandedOver, TaskStateChanged
from app.ledger.facts.fact import Fact
from app.models import Task
from app.services.coordination import recipients, task_parts, task_successors, tasks
from app.services.coordination.tasks import Due
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of a task.

    Attributes:
        values: New values of title, details, priority, due_at, due_zone, legal_basis, language, repeats; others stay.
        assignee: Code of the new assignee.
        state: The new state.
        reason: Why, where the new state needs a reason.
    """

    values: dict[str, Any] = field(default_factory=dict)
    assignee: str | None = None
    state: TaskState | None = None
    reason: str | None = None


async def change(session: Writing, seat: Seat, task: UUID, changes: Changes, *, expected: int) -> None:
    """Change a task or its state. If a repeating task is closed, its successor is created in the same transaction.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member may not make this change.
        Stale: The task is not at version `expected`; the error contains its current values.
        Conflict: The task is closed, there is no such step, or the new assignee's party is beyond the Union.
        Invalid: The assignee, the repetition rule or the deadline is not acceptable, or the reason is missing.
    """
    await tasks.in_turn(session, task)
    found, roster = await tasks.find(session, task), await rosters.of(session, seat.jit)
    if not task_states.hands_of(seat, found):
        _demand_version(found, roster, expected)
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    found = await _lock(session, task, roster, expected)
    hands, facts = task_states.hands_of(seat, found), list[Fact]()
    if changes.values or changes.assignee is not None:
        if Hand.OVERSEER not in hands:
            raise Forbidden("Only who set this task, or coordinates, changes what it says.", code="overseer-only")
        if found.state in CLOSED:
            raise Conflict("The task is closed. Open it again first. Nothing was changed.", code="task-closed")
        facts += _apply(found, roster, seat, changes, await task_parts.checklist(session, task))
    if changes.state is not None:
        facts += _move(found, roster, seat, changes)
    if not facts:
        return
    found.updated_at, found.version = clock.now(), found.version + 1
    follows = changes.state in CLOSED and found.repeats is not None and found.followed_at is None
    await session.flush()
    if follows:
        facts += await task_successors.make(session, seat, found, roster)
    await journal.append(session, seat, *facts)


async def _lock(session: Writing, task: UUID, roster: Roster, expected: int) -> Task:
    query = select(Task).where(Task.id == task).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise NotFound
    _demand_version(found, roster, expected)
    return found


def _demand_version(found: Task, roster: Roster, expected: int) -> None:
    if found.version != expected:
        raise Stale(
            "The task was changed meanwhile. Nothing was changed now.", extra={"current": tasks.said_of(found, roster)}
        )


def _apply(task: Task, roster: Roster, seat: Seat, changes: Changes, checklist: Sequence[str]) -> list[Fact]:
    """Write the given values into the row and return the facts about it. Raises `Conflict`, `Invalid`."""
    before, hearing = tasks.said_of(task, roster), recipients.of_task(task, roster)
    for name, value in changes.values.items():
        setattr(task, name, value)
    after = tasks.said_of(task, roster)
    if "repeats" in changes.values and any(before[one] != after[one] for one in ("repeats", "due_at", "due_zone")):
        due = None if task.due_at is None or task.due_zone is None else Due(task.due_at, task.due_zone)
        for name, value in tasks.repeating(task.repeats, due).items():
            setattr(task, name, value)
    if task.repeats is not None and task.due_at is None:
        raise Invalid("What repeats has a deadline. Let it repeat no more first. Nothing was changed.", field="due_at")
    if changes.assignee is not None:
        assignee = tasks.assignee_of(roster, changes.assignee)
        if assignee.id != task.assignee:
            return _hand_over(task, roster, seat, assignee, hearing, checklist)
    changed = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
    if not changed:
        return []
    return [TaskChanged(task=task.id, number=task.number, hearing=hearing, changes=changed)]


def _hand_over(
    task: Task,
    roster: Roster,
    seat: Seat,
    assignee: Any,  # noqa: ANN401 - a row of the roster
    heard: recipients.Hearing,
    checklist: Sequence[str],
) -> list[Fact]:
    """Reassign the task: it starts again, as a proposal if another party must accept it.

    Former recipients who do not receive the new assignment get only the entry that the task was reassigned.
    """
    former = roster.seat_code(task.assignee)
    now = clock.now()
    if assignee.party != task.assignee_party:
        task.party_since = now
    task.assignee, task.assignee_party = assignee.id, assignee.party
    task.state_reason = None  # like earlier comments, it is not for a new party
    begins = tasks.standing(seat, assignee.party, now)
    if task.state != begins["state"]:
        task.state_changed_at = now
    for name, value in begins.items():
        setattr(task, name, value)
    assigned = tasks.assigned(task, roster, former, checklist)
    leaving = tuple(one for one in heard if one not in assigned.hearing)
    return [TaskHandedOver(task=task.id, number=task.number, hearing=leaving, former=former), assigned]


def _move(task: Task, roster: Roster, seat: Seat, changes: Changes) -> list[Fact]:
    """Take a step of the table in `access/task_states.py`. Raises `Conflict`, `Forbidden`, `Invalid`."""
    former, state, accepted = TaskState(task.state), changes.state, task.accepted_at is not None
    assert state is not None
    if state == former:
        return []
    step = step_between(former, state, accepted=accepted)
    if changes.assignee is not None or step is None:
        raise Conflict(f"A task that is {former} does not become {state} so. Nothing was changed.", code="no-such-step")
    if step not in steps_from(former, task_states.hands_of(seat, task), accepted=accepted):
        raise Forbidden(_WHOSE_STEP[step.by], code=f"not-your-{'answer' if step.by is Hand.RECEIVER else 'step'}")
    if step.needs_reason and changes.reason is None:
        raise Invalid("Say why. Nothing was changed.", field="reason")
    task.state, task.state_changed_at = state.value, clock.now()
    task.state_reason = changes.reason
    known: dict[str, Any] = {
        "task": task.id,
        "number": task.number,
        "hearing": recipients.of_task(task, roster),
    }
    if step.by is Hand.RECEIVER:
        assignee = roster.seat_code(task.assignee)
        if state is TaskState.DECLINED:
            return [TaskDeclined(**known, assignee=assignee, reason=changes.reason or "")]
        task.accepted_at, task.accepted_by = clock.now(), seat.id
        return [TaskAccepted(**known, assignee=assignee)]
    return [TaskStateChanged(**known, former=former.value, state=state.value, reason=changes.reason)]


_ITS_STEP: Final = "Its assignee works on a task; who set it cancels and reopens it."
_WHOSE_STEP: Final = {
    Hand.ASSIGNEE: _ITS_STEP,
    Hand.OVERSEER: _ITS_STEP,
    Hand.RECEIVER: "Its assignee or a leader of the assignee's party accepts a task or declines it. Nothing was changed.",
}
