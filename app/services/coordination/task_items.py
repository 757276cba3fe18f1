"""The checklist of a task: add, remove, tick and untick items.

There is no version: each item changes on its own, so concurrent ticks do not overwrite each other.
Not here: the initial checklist (`services/coordination/tasks.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select, update

from app import clock
from app.access import task_states
from app.access.seats import Seat
from app.access.task_states import AT_WORK, CLOSED, WORKING, Hand
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts import TaskItemAdded, TaskItemRemoved, TaskItemTicked, TaskItemUnticked
from app.ledger.facts.fact import Fact
from app.models import Task, TaskItem
from app.services.coordination import recipients, tasks
from app.services.teams import roster as rosters

MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """Changes of a checklist: texts to add, and ids of items to remove, tick and untick."""

    add: Sequence[str] = ()
    remove: Sequence[UUID] = ()
    tick: Sequence[UUID] = ()
    untick: Sequence[UUID] = ()


async def change(session: Writing, seat: Seat, task: UUID, wanted: Listing) -> None:
    """Change a checklist. Items that already have the wanted state stay unchanged. Takes the lock of the task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is neither assignee, assigner nor coordinator.
        Conflict: The task is closed or not yet accepted. The assigner and coordinators may add and remove items before.
        Invalid: An item is unknown, or there would be more than `MOST`.
    """
    await tasks.in_turn(session, task)
    found = await tasks.find(session, task)
    _demand_hand(seat, found, ticks=bool(wanted.tick or wanted.untick))
    standing = {one.id: one.text for one in await session.scalars(select(TaskItem).where(TaskItem.task == task))}
    _demand_known(standing, wanted)
    if len(standing) - len(set(wanted.remove)) + len(wanted.add) > MOST:
        raise Invalid(f"A checklist has {MOST} items at most. Nothing was changed.", field="add")
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
    hands = task_states.hands_of(seat, task)
    if not WORKING & hands:
        raise Forbidden(tasks.NOT_YOURS, code="not-your-task")
    if task.state in CLOSED:
        raise Conflict("The task is closed. Open it again first. Nothing was changed.", code="task-closed")
    if task.state not in AT_WORK and (ticks or Hand.OVERSEER not in hands):
        raise Conflict("Nobody has accepted this task yet. Nothing was changed.", code="task-not-accepted")


def _demand_known(standing: Mapping[UUID, Any], wanted: Listing) -> None:
    for name in ("remove", "tick", "untick"):
        for index, one in enumerate(getattr(wanted, name)):
            if one not in standing:
                raise Invalid("There is no such item in this task. Nothing was changed.", field=f"{name}.{index}")
