"""Related rows of tasks: exhibits, checklist, comments, dependencies and series.

A link or relation is visible only to members who see both ends: row-level security applies to the join.
Links and dependencies do not change the task's version: a new version would reveal them to others.
Checklist items have no version: each changes on its own, so concurrent ticks do not overwrite each other.
A dependency says that a task should not start before others of the team are done. The interface warns, and finishing
the task needs a confirmation (`services/coordination/tasks/task_completion.py`).
Only coordinators change dependencies. They see every task, so the error for a cycle reveals nothing to them.
Locks: the advisory lock of each task, in order of ids, then the team's lock for dependencies.
Not here: links to decisions and consents (`services/coordination/tasks/task_matters.py`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.types import Uuid

from app import clock
from app.access.coordination import task_states
from app.access.coordination.task_states import AT_WORK, CLOSED, WORKING, TaskRelation
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import (
    TaskCommented,
    TaskDependencyAdded,
    TaskDependencyRemoved,
    TaskItemAdded,
    TaskItemRemoved,
    TaskItemTicked,
    TaskItemUnticked,
    TaskLinked,
    TaskUnlinked,
)
from app.ledger.facts.fact import Fact
from app.locks import Lock, lock
from app.models import Task, TaskComment, TaskItem, TaskLink, TaskWait
from app.services.coordination import recipients
from app.services.coordination.tasks import task_facts, tasks
from app.services.teams import roster as rosters


@dataclass(slots=True)
class Parts:
    """Related rows of one task.

    Attributes:
        evidence: Linked exhibits.
        items: The checklist.
        comments_count: Number of comments.
        waits_for: Tasks on which it depends.
        held_up: Tasks that depend on it.
        predecessor: The previous task of its series.
        successor: The next task of its series.
    """

    evidence: list[UUID] = field(default_factory=list)
    items: list[TaskItem] = field(default_factory=list)
    comments_count: int = 0
    waits_for: list[Any] = field(default_factory=list)
    held_up: list[Any] = field(default_factory=list)
    predecessor: Any = None
    successor: Any = None


async def of(session: Reading, wanted: Sequence[UUID]) -> dict[UUID, Parts]:
    """Return the related rows of each of these tasks."""
    parts: dict[UUID, Parts] = defaultdict(Parts)
    if not wanted:
        return parts
    links = select(TaskLink.task, TaskLink.evidence).where(TaskLink.task.in_(wanted))
    for row in await session.execute(links.order_by(TaskLink.linked_at, TaskLink.evidence)):
        parts[row.task].evidence.append(row.evidence)
    for item in await session.scalars(select(TaskItem).where(TaskItem.task.in_(wanted)).order_by(TaskItem.id)):
        parts[item.task].items.append(item)
    said = select(TaskComment.task, func.count().label("said")).where(TaskComment.task.in_(wanted))
    for task, count in await session.execute(said.group_by(TaskComment.task)):
        parts[task].comments_count = count
    for row in await session.execute(_RELATED, {"wanted": list(wanted)}):
        if row.how in {"waits_for", "held_up"}:
            getattr(parts[row.task], row.how).append(row)
        else:
            setattr(parts[row.task], row.how, row)
    return parts


_RELATED: Final = text(
    """
    select w.task, 'waits_for' as how, t.id, t.number, t.title, t.state, t.due_at
      from task_waits w join tasks t on t.jit = w.jit and t.id = w.waits_for where w.task = any (:wanted)
    union all
    select w.waits_for, 'held_up', t.id, t.number, t.title, t.state, t.due_at
      from task_waits w join tasks t on t.jit = w.jit and t.id = w.task where w.waits_for = any (:wanted)
    union all
    select t.predecessor, 'successor', t.id, t.number, t.title, t.state, t.due_at from tasks t where t.predecessor = any (:wanted)
    union all
    select s.id, 'predecessor', t.id, t.number, t.title, t.state, t.due_at
      from tasks s join tasks t on t.jit = s.jit and t.id = s.predecessor where s.id = any (:wanted)
    order by how, id
    """
).bindparams(bindparam("wanted", type_=ARRAY(Uuid)))


MOST_ITEMS: Final = 50


@dataclass(frozen=True, slots=True)
class ChecklistChanges:
    """Changes of a checklist: texts to add, and ids of items to remove, tick and untick."""

    add: Sequence[str] = ()
    remove: Sequence[UUID] = ()
    tick: Sequence[UUID] = ()
    untick: Sequence[UUID] = ()


async def change_checklist(session: Writing, seat: Seat, task: UUID, wanted: ChecklistChanges) -> None:
    """Change a checklist. Items that already have the wanted state stay unchanged. Takes the lock of the task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is neither assignee, assigner nor coordinator.
        Conflict: The task is closed or not yet accepted. The assigner and coordinators may add and remove items before.
        Invalid: An item is unknown, or there would be more than `MOST_ITEMS`.
    """
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    _demand_hand(seat, found, ticks=bool(wanted.tick or wanted.untick))
    standing = {one.id: one.text for one in await session.scalars(select(TaskItem).where(TaskItem.task == task))}
    _demand_known_items(standing, wanted)
    if len(standing) - len(set(wanted.remove)) + len(wanted.add) > MOST_ITEMS:
        raise Invalid(Phrase("A checklist has at most {most_items} items.", most_items=MOST_ITEMS), field="add")
    hearing = recipients.of_task(found, await rosters.of(session, seat.jit))

    def told(fact: type[TaskItemAdded], item: UUID, words: str) -> Fact:
        return fact(task=task, number=found.number, hearing=hearing, item=item, text=words)

    added = tasks.add_items(session, seat, task, wanted.add)
    await session.flush()
    facts = [told(TaskItemAdded, one.id, one.text) for one in added]
    # Removal comes first, so that removed items are not ticked.
    removing = delete(TaskItem).where(TaskItem.id.in_(wanted.remove)).returning(TaskItem.id)
    facts += [told(TaskItemRemoved, one, standing[one]) for one in await session.scalars(removing)]
    ticks = {"done_by": seat.id, "done_at": clock.now()}
    ticking = update(TaskItem).where(TaskItem.id.in_(wanted.tick), TaskItem.done_at.is_(None)).values(ticks)
    facts += [told(TaskItemTicked, one, standing[one]) for one in await session.scalars(ticking.returning(TaskItem.id))]
    freeing = update(TaskItem).where(TaskItem.id.in_(wanted.untick), TaskItem.done_at.is_not(None))
    freed = await session.scalars(freeing.values(done_by=None, done_at=None).returning(TaskItem.id))
    facts += [told(TaskItemUnticked, one, standing[one]) for one in freed]
    await journal.append(session, seat, *facts)


def _demand_hand(seat: Seat, task: Task, *, ticks: bool) -> None:
    hands = task_states.relations_of(seat, task)
    if not WORKING & hands:
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    if task.state in CLOSED:
        raise Conflict("The task is closed. Reopen it first.", code="task-closed")
    if task.state not in AT_WORK and (ticks or TaskRelation.OVERSEER not in hands):
        raise Conflict("This task is awaiting acceptance.", code="task-not-accepted")


def _demand_known_items(standing: Mapping[UUID, Any], wanted: ChecklistChanges) -> None:
    for name in ("remove", "tick", "untick"):
        for index, one in enumerate(getattr(wanted, name)):
            if one not in standing:
                raise Invalid("This item does not exist in this task.", field=f"{name}.{index}")


async def change_dependencies(
    session: Writing, seat: Seat, task: UUID, add: Sequence[UUID], remove: Sequence[UUID]
) -> None:
    """Add and remove dependencies of a task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is not a coordinator.
        Invalid: Another task is absent or invisible, or there would be a cycle.
    """
    for one in sorted({task, *add, *remove}):
        await tasks.in_turn(session, one)
    found = await tasks.find(session, task)
    if Role.COORDINATOR not in seat.roles:
        raise Forbidden("Only coordinators can change the dependencies of this task.", code="coordinator-only")
    others = {one.id: one for one in await session.scalars(select(Task).where(Task.id.in_([*add, *remove])))}
    _demand_known_tasks(others, add=add, remove=remove)
    await lock(session, Lock.TASK_DEPENDENCIES, seat.jit)
    roster, now, facts = await rosters.of(session, seat.jit), clock.now(), list[Fact]()

    def told(fact: type[TaskDependencyAdded], other: Task) -> Fact:
        hearing = recipients.of_both(recipients.of_task(found, roster), recipients.of_task(other, roster), roster)
        return fact(task=task, number=found.number, hearing=hearing, waits_for=other.number)

    for one in remove:
        gone = delete(TaskWait).where(TaskWait.task == task, TaskWait.waits_for == one).returning(TaskWait.task)
        if await session.scalar(gone) is not None:
            facts.append(told(TaskDependencyRemoved, others[one]))
    for index, one in enumerate(add):
        if await session.scalar(_IN_A_CIRCLE, {"task": task, "wanted": one}):
            raise Invalid(
                Phrase(
                    "{number} depends on this task, or is the same task. Choose another one.", number=others[one].number
                ),
                code="waits-in-a-circle",
                field=f"add.{index}",
            )
        row = {"task": task, "waits_for": one, "jit": seat.jit, "added_by": seat.id, "added_at": now}
        done = insert(TaskWait).values(row).on_conflict_do_nothing().returning(TaskWait.task)
        if await session.scalar(done) is not None:
            facts.append(told(TaskDependencyAdded, others[one]))
    await journal.append(session, seat, *facts)


def _demand_known_tasks(others: Mapping[UUID, Task], **wanted: Sequence[UUID]) -> None:
    for name, ids in wanted.items():
        for index, one in enumerate(ids):
            if one not in others:
                raise Invalid("This task does not exist, or you do not have access to it.", field=f"{name}.{index}")


_IN_A_CIRCLE: Final = text(
    """
    with recursive behind (task) as (
      select cast(:wanted as uuid) union select w.waits_for from task_waits w join behind b on w.task = b.task
    ) select exists (select 1 from behind where task = :task)
    """
)


async def change_links(session: Writing, seat: Seat, task: UUID, link: Sequence[UUID], unlink: Sequence[UUID]) -> None:
    """Link and unlink exhibits. Links that already have the wanted state stay unchanged. Takes the lock of the task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is neither assignee, assigner nor coordinator.
        Invalid: An exhibit is absent or invisible.
    """
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    if not WORKING & task_states.relations_of(seat, found):
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    linking, parting = (
        await tasks.visible_exhibits(session, link, "link"),
        await tasks.visible_exhibits(session, unlink, "unlink"),
    )
    roster, now, facts = await rosters.of(session, seat.jit), clock.now(), list[Fact]()
    for exhibit, number in linking.items():
        row = {"task": task, "evidence": exhibit, "jit": seat.jit, "linked_by": seat.id, "linked_at": now}
        done = insert(TaskLink).values(row).on_conflict_do_nothing().returning(TaskLink.evidence)
        if await session.scalar(done) is not None:
            facts.append(task_facts.linked(TaskLinked, found, roster, exhibit, number))
    for exhibit, number in parting.items():
        gone = delete(TaskLink).where(TaskLink.task == task, TaskLink.evidence == exhibit).returning(TaskLink.evidence)
        if await session.scalar(gone) is not None:
            facts.append(task_facts.linked(TaskUnlinked, found, roster, exhibit, number))
    await journal.append(session, seat, *facts)


async def comment(session: Writing, seat: Seat, task: UUID, words: str) -> TaskComment:
    """Add a comment, which never changes, and return it. Takes the lock of the task. Raises `NotFound`."""
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    said = TaskComment(id=clock.new_id(), jit=seat.jit, task=task, seat=seat.id, text=words, at=clock.now())
    session.add(said)
    await session.flush()
    hearing = recipients.of_task(found, await rosters.of(session, seat.jit))
    fact = TaskCommented(task=task, number=found.number, hearing=hearing, comment=said.id, text=words)
    await journal.append(session, seat, fact)
    return said


async def comments(session: Reading, task: UUID, before: UUID | None, limit: int) -> Sequence[TaskComment]:
    """Return the comments on a task, newest first. Raises `NotFound`."""
    await tasks.find(session, task)
    query = select(TaskComment).where(TaskComment.task == task).order_by(TaskComment.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(TaskComment.id < before))).all()
