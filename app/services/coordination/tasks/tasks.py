"""Tasks: assign and change them. A task for another party starts as a proposal; a repeating task has successors.

Coordinators assign tasks to members of every party, leaders to members of their own. A leader also passes a task of
the party on to other members of it. Co-assignees belong to the assignee's party and work on the task like the assignee.

Entries go to the parties of assigner and assignee and to coordinators.
Locks: the task's advisory lock (`in_turn`), then its row. The version check prevents lost updates.
The next task of a series is created once, in the transaction that closes the current one.
It has its own number, comments and history, and takes over the checklist, unticked.
Links to exhibits are copied as far as the closing member sees them. An earlier acceptance stays valid.
No task follows if the rule ends, the assignee is not active, or the team is not in its operational phase.
Not here: lists (`services/coordination/tasks/task_list.py`), links, checklists, comments and dependencies (`services/coordination/tasks/task_parts.py`).
Not here: which states follow each other and who may change them (`access/coordination/task_states.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.coordination import task_states
from app.access.coordination.task_states import CLOSED, TaskRelation, TaskState, step_between, steps_from
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import (
    TaskAccepted,
    TaskChanged,
    TaskDeclined,
    TaskHandedOver,
    TaskLinked,
    TaskStateChanged,
)
from app.ledger.facts.fact import Fact
from app.locks import Lock, lock
from app.models import Evidence, Task, TaskItem, TaskLink
from app.services.coordination import recipients
from app.services.coordination.tasks import task_assignees, task_completion, task_facts, task_repeats
from app.services.teams import phases
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_NUMBER_LENGTH: Final = 6
NOT_YOURS: Final = "Only the assignee, the member who created the task, and coordinators can change it."


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline, and the time zone (IANA name) in which it was entered."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as its assigner states it. `repeats`: rule as in `task_repeats`.

    `assignee`, `co_assignees`: codes of members of one party.
    """

    title: str
    assignee: str
    details: str | None = None
    due: Due | None = None
    priority: str = "normal"
    evidence: Sequence[UUID] = ()
    legal_basis: str | None = None
    language: str | None = None
    checklist: Sequence[str] = ()
    repeats: str | None = None
    co_assignees: Sequence[str] = ()


async def assign(session: Writing, seat: Seat, what: Assignment) -> UUID:
    """Assign a task to a member and return its id.

    Raises:
        Forbidden: The assigner belongs to no party.
        Conflict: The team is not in its operational phase, or the assignee's party is beyond the Union.
        Invalid: The assignee, an exhibit or the repetition rule is not acceptable.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can create tasks.", code="no-party")
    await phases.demand_operational(session, seat)
    roster = await rosters.of(session, seat.jit)
    people = task_assignees.of_new(roster, seat, what.assignee, what.co_assignees)
    assignee = people.assignee
    exhibits = await visible_exhibits(session, what.evidence, "evidence")
    now = clock.now()
    values = {
        "jit": seat.jit,
        "title": what.title,
        "details": what.details,
        "priority": what.priority,
        "legal_basis": what.legal_basis,
        "language": what.language,
        "assigner": seat.id,
        "assigner_party": seat.party,
        "assignee": assignee.id,
        "co_assignees": list(people.others),
        "assignee_party": assignee.party,
        "due_at": what.due.at if what.due else None,
        "due_zone": what.due.zone if what.due else None,
        "created_at": now,
        "updated_at": now,
        "state_changed_at": now,
        "party_since": now,
        **initial_state(seat, assignee.party, now),
        **repetition_columns(what.repeats, what.due),
    }
    task = (await session.scalars(select(Task).where(Task.id == await insert_row(session, values)))).one()
    add_items(session, seat, task.id, what.checklist)
    facts = [task_facts.assigned(task, roster, None, what.checklist), *link_all(session, seat, task, roster, exhibits)]
    await session.flush()
    await journal.append(session, seat, *facts)
    return task.id


def initial_state(seat: Seat, party: UUID, now: datetime) -> dict[str, Any]:
    """Return the initial state: open for the member's own party, proposed for another party."""
    own = party == seat.party
    state = TaskState.OPEN if own else TaskState.PROPOSED
    return {"state": state.value, "accepted_at": now if own else None, "accepted_by": None}


def repetition_columns(rule: str | None, due: Due | None) -> dict[str, Any]:
    """Return the columns of a repetition rule. Raises `Invalid` naming `repeats`."""
    if rule is None:
        return dict.fromkeys(("repeats", "repeats_from", "repeats_zone", "occurrence"))
    if due is None:
        raise Invalid("A repeated task needs a deadline.", field="repeats")
    task_repeats.demand_rule(rule, due.at, due.zone)
    start = task_repeats.local(due.at, due.zone)
    return {"repeats": rule, "repeats_from": start, "repeats_zone": due.zone, "occurrence": 1}


def add_items(session: Writing, seat: Seat, task: UUID, texts: Sequence[str]) -> list[TaskItem]:
    """Append items to a checklist and return them."""
    now = clock.now()
    items = [
        TaskItem(id=clock.new_id(), jit=seat.jit, task=task, text=one, added_by=seat.id, added_at=now) for one in texts
    ]
    session.add_all(items)
    return items


def link_all(session: Writing, seat: Seat, task: Task, roster: Roster, exhibits: dict[UUID, str]) -> list[Fact]:
    """Link a new task to these exhibits and return the facts about it."""
    now = clock.now()
    for exhibit in exhibits:
        session.add(TaskLink(task=task.id, evidence=exhibit, jit=seat.jit, linked_by=seat.id, linked_at=now))
    return [task_facts.linked(TaskLinked, task, roster, exhibit, number) for exhibit, number in exhibits.items()]


async def insert_row(session: Writing, values: dict[str, Any]) -> UUID:
    """Insert the row with a number that is unique in the team, and return its id."""
    while True:
        row = {"id": clock.new_id(), "number": f"T-{random_characters(_NUMBER_LENGTH)}", **values}
        done = insert(Task).values(row).on_conflict_do_nothing(index_elements=["jit", "number"]).returning(Task.id)
        if (made := await session.scalar(done)) is not None:
            return made


async def visible_exhibits(session: Reading, wanted: Sequence[UUID], name: str) -> dict[UUID, str]:
    """Return the numbers of exhibits by id. Raises the same `Invalid` for absent and invisible ones."""
    rows = await session.execute(select(Evidence.id, Evidence.exhibit_number).where(Evidence.id.in_(wanted)))
    known = {row.id: str(row.exhibit_number) for row in rows}
    for index, one in enumerate(wanted):
        if one not in known:
            raise Invalid("This exhibit does not exist, or you do not have access to it.", field=f"{name}.{index}")
    return {one: known[one] for one in wanted}


async def find(session: Reading, task: UUID) -> Task:
    """Return a task. Raises `NotFound` if it is absent or invisible."""
    found = (await session.scalars(select(Task).where(Task.id == task))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def in_turn(session: Writing, task: UUID) -> None:
    """Lock the task against concurrent changes and comments until the end of the transaction.

    So the recipients of an entry are the people of the task at that time.
    It is an advisory lock: a row lock needs permission to update the task, and everyone who sees a task may comment.
    """
    await lock(session, Lock.TASK, task)


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of a task.

    Attributes:
        values: New values of title, details, priority, due_at, due_zone, legal_basis, language, repeats; others stay.
        assignee: Code of the new assignee.
        co_assignees: Codes of all co-assignees; `None`: those of the same party stay.
        state: The new state.
        reason: Why, where the new state needs a reason.
        despite_open: Finish the task although dependencies or checklist items are open.
    """

    values: dict[str, Any] = field(default_factory=dict)
    assignee: str | None = None
    state: TaskState | None = None
    reason: str | None = None
    despite_open: bool = False
    co_assignees: Sequence[str] | None = None

    def assigns(self) -> bool:
        """Return whether assignee or co-assignees are given."""
        return self.assignee is not None or self.co_assignees is not None

    def passes_on(self) -> bool:
        """Return whether only assignee and co-assignees change."""
        return self.assigns() and not self.values and self.state is None


async def change(session: Writing, seat: Seat, task: UUID, changes: Changes, *, expected: int) -> None:
    """Change a task or its state. If a repeating task is closed, its successor is created in the same transaction.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member may not make this change.
        Stale: The task is not at version `expected`; the error contains its current values.
        Conflict: The task is closed, there is no such step, or the new assignee's party is beyond the Union. Or the
            task has open dependencies or checklist items, and would be finished without `despite_open`.
        Invalid: The assignee, the repetition rule or the deadline is not acceptable, or the reason is missing.
    """
    await in_turn(session, task)
    found, roster = await find(session, task), await rosters.of(session, seat.jit)
    if not task_states.relations_of(seat, found) and not (
        changes.passes_on() and task_states.may_delegate(seat, found)
    ):
        _demand_version(found, roster, expected)
        raise Forbidden(NOT_YOURS, code="not-your-task")
    found = await _lock(session, task, roster, expected)
    facts = list[Fact]()
    if changes.values or changes.assigns():
        _demand_may_edit(found, seat, changes)
        facts += _apply(found, roster, seat, changes, await checklist_of(session, task))
    if changes.state is not None:
        facts += _move(found, roster, seat, changes)
    if not facts:
        return
    if changes.state is TaskState.DONE and not changes.despite_open:
        await task_completion.demand_nothing_open(session, task)
    found.updated_at, found.version = clock.now(), found.version + 1
    follows = changes.state in CLOSED and found.repeats is not None and found.followed_at is None
    await session.flush()
    if follows:
        facts += await _create_successor(session, seat, found, roster)
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
        raise Stale("Another user changed the task. Reload it.", extra={"current": task_facts.as_fields(found, roster)})


def _demand_may_edit(task: Task, seat: Seat, changes: Changes) -> None:
    oversees = TaskRelation.OVERSEER in task_states.relations_of(seat, task)
    if not oversees and not (changes.passes_on() and task_states.may_delegate(seat, task)):
        raise Forbidden("Only the member who created the task, or a coordinator, can edit it.", code="overseer-only")
    if task.state in CLOSED:
        raise Conflict("The task is closed. Reopen it first.", code="task-closed")


def _apply(task: Task, roster: Roster, seat: Seat, changes: Changes, checklist: Sequence[str]) -> list[Fact]:
    """Write the given values into the row and return the facts about it. Raises `Conflict`, `Invalid`."""
    before, hearing = task_facts.as_fields(task, roster), recipients.of_task(task, roster)
    for name, value in changes.values.items():
        setattr(task, name, value)
    if "repeats" in changes.values and _differs(before, task_facts.as_fields(task, roster)):
        due = None if task.due_at is None or task.due_zone is None else Due(task.due_at, task.due_zone)
        for name, value in repetition_columns(task.repeats, due).items():
            setattr(task, name, value)
    if task.repeats is not None and task.due_at is None:
        raise Invalid("A repeated task needs a deadline. Remove the repetition first.", field="due_at")
    facts = list[Fact]()
    if changes.assigns():
        people = task_assignees.of_changed(task, roster, seat, changes.assignee, changes.co_assignees)
        if people.assignee.id != task.assignee or set(people.others) - set(task.co_assignees):
            return _hand_over(task, roster, seat, people, hearing, checklist)
        facts += _release(task, roster, people)
        hearing = recipients.of_task(task, roster)
    after = task_facts.as_fields(task, roster)
    changed = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
    if not changed:
        return []
    return [*facts, TaskChanged(task=task.id, number=task.number, hearing=hearing, changes=changed)]


def _differs(before: dict[str, Any], after: dict[str, Any]) -> bool:
    return any(before[one] != after[one] for one in ("repeats", "due_at", "due_zone"))


def _release(task: Task, roster: Roster, people: task_assignees.Assignees) -> list[Fact]:
    """Remove co-assignees. Each of them gets a last entry."""
    leaving = [one for one in task.co_assignees if one not in people.others]
    task.co_assignees = list(people.others)
    return [
        TaskHandedOver(
            task=task.id, number=task.number, hearing=((task.assignee_party, (one,)),), former=roster.seat_code(one)
        )
        for one in leaving
    ]


def _hand_over(
    task: Task,
    roster: Roster,
    seat: Seat,
    people: task_assignees.Assignees,
    heard: recipients.Hearing,
    checklist: Sequence[str],
) -> list[Fact]:
    """Reassign the task: it starts again, as a proposal if another party must accept it.

    A leader who passes a task of another party on accepts it by that. Additional co-assignees change nothing else if
    a member of their party adds them. If a member of another party does, the task is a proposal again.

    Former recipients who do not receive the new assignment get only the entry that the task was reassigned.
    """
    former, assignee, now = roster.seat_code(task.assignee), people.assignee, clock.now()
    passes = assignee.id != task.assignee
    if assignee.party != task.assignee_party:
        task.party_since = now
    task.assignee, task.assignee_party, task.co_assignees = assignee.id, assignee.party, list(people.others)
    if passes or assignee.party != seat.party:
        _begin_again(task, seat, now)
    fact = task_facts.assigned(task, roster, former if passes else None, checklist)
    leaving = recipients.without(heard, fact.hearing)
    left = TaskHandedOver(task=task.id, number=task.number, hearing=leaving, former=former)
    return [left, fact] if passes or leaving else [fact]


def _begin_again(task: Task, seat: Seat, now: datetime) -> None:
    task.state_reason = None  # like earlier comments, it is not for a new party
    begins = initial_state(seat, task.assignee_party, now)
    if Role.LEADER in seat.roles and seat.party == task.assignee_party != task.assigner_party:
        begins["accepted_by"] = seat.id
    if task.state != begins["state"]:
        task.state_changed_at = now
    for name, value in begins.items():
        setattr(task, name, value)


def _move(task: Task, roster: Roster, seat: Seat, changes: Changes) -> list[Fact]:
    """Take a step of the table in `access/coordination/task_states.py`. Raises `Conflict`, `Forbidden`, `Invalid`."""
    former, state, accepted = TaskState(task.state), changes.state, task.accepted_at is not None
    assert state is not None
    if state == former:
        return []
    step = step_between(former, state, accepted=accepted)
    if changes.assigns() or step is None:
        raise Conflict("This change of state is not possible.", code="no-such-step")
    if step not in steps_from(former, task_states.relations_of(seat, task), accepted=accepted):
        raise Forbidden(
            _WHOSE_STEP[step.by], code=f"not-your-{'answer' if step.by is TaskRelation.RECEIVER else 'step'}"
        )
    if step.needs_reason and changes.reason is None:
        raise Invalid("Enter a reason.", field="reason")
    task.state, task.state_changed_at = state.value, clock.now()
    task.state_reason = changes.reason
    known: dict[str, Any] = {
        "task": task.id,
        "number": task.number,
        "hearing": recipients.of_task(task, roster),
    }
    if step.by is TaskRelation.RECEIVER:
        assignee = roster.seat_code(task.assignee)
        if state is TaskState.DECLINED:
            return [TaskDeclined(**known, assignee=assignee, reason=changes.reason or "")]
        task.accepted_at, task.accepted_by = clock.now(), seat.id
        return [TaskAccepted(**known, assignee=assignee)]
    return [TaskStateChanged(**known, former=former.value, state=state.value, reason=changes.reason)]


_ITS_STEP: Final = "The assignee works on a task; its creator or a coordinator cancels and reopens it."
_WHOSE_STEP: Final = {
    TaskRelation.ASSIGNEE: _ITS_STEP,
    TaskRelation.OVERSEER: _ITS_STEP,
    TaskRelation.RECEIVER: "Only the assignee or a leader of the same party can accept or decline the task.",
}


async def _create_successor(session: Writing, seat: Seat, task: Task, roster: Roster) -> list[Fact]:
    """Create the successor of a task that was just closed. Returns the facts about it, none if no task follows."""
    assert task.repeats is not None
    assert task.repeats_from is not None
    assert task.repeats_zone is not None
    assert task.occurrence is not None
    now = clock.now()
    then = task_repeats.following(task.repeats, task.repeats_from, task.repeats_zone, task.occurrence, now)
    active = {row.id for row in roster.seats if row.state == "seated"}
    if then is None or task.assignee not in active or not await phases.is_operational(session, seat):
        return []
    occurrence, due_at = then
    values: dict[str, Any] = {name: getattr(task, name) for name in _TAKEN_OVER} | {
        "co_assignees": [one for one in task.co_assignees if one in active],
        "state": (TaskState.PROPOSED if task.accepted_at is None else TaskState.OPEN).value,
        "due_at": due_at,
        "due_zone": task.repeats_zone,
        "occurrence": occurrence,
        "predecessor": task.id,
        "created_at": now,
        "updated_at": now,
        "state_changed_at": now,
        "party_since": now,
    }
    task.followed_at = now
    await session.flush()
    made = (await session.scalars(select(Task).where(Task.id == await insert_row(session, values)))).one()
    checklist = await checklist_of(session, task.id)
    add_items(session, seat, made.id, checklist)
    query = select(Evidence.id, Evidence.exhibit_number).join(TaskLink, TaskLink.evidence == Evidence.id)
    rows = await session.execute(query.where(TaskLink.task == task.id).order_by(TaskLink.linked_at, Evidence.id))
    exhibits = {row.id: str(row.exhibit_number) for row in rows}
    facts = [
        task_facts.assigned(made, roster, None, checklist, follows=task.number),
        *link_all(session, seat, made, roster, exhibits),
    ]
    await session.flush()
    return facts


_TAKEN_OVER: Final = (
    "jit",
    "title",
    "details",
    "priority",
    "legal_basis",
    "language",
    "assigner",
    "assigner_party",
    "assignee",
    "assignee_party",
    "accepted_at",
    "accepted_by",
    "repeats",
    "repeats_from",
    "repeats_zone",
)


async def checklist_of(session: Reading, task: UUID) -> list[str]:
    """Return the texts of a task's checklist, in order."""
    return list(await session.scalars(select(TaskItem.text).where(TaskItem.task == task).order_by(TaskItem.id)))
