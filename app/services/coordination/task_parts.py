"""Read what belongs to tasks: exhibits, checklist, number of comments, dependencies, and series.

A relation of two tasks is visible only to members who see both: row-level security applies to the join.
Not here: changes, and the tasks themselves (`services/coordination/task_list.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Uuid

from app.database import Reading
from app.models import TaskComment, TaskItem, TaskLink


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


async def checklist(session: Reading, task: UUID) -> list[str]:
    """Return the texts of a task's checklist, in order."""
    return list(await session.scalars(select(TaskItem.text).where(TaskItem.task == task).order_by(TaskItem.id)))


_RELATED: Final = text(
    """
    select w.task, 'waits_for' as how, t.id, t.number, t.title, t.state
      from task_waits w join tasks t on t.jit = w.jit and t.id = w.waits_for where w.task = any (:wanted)
    union all
    select w.waits_for, 'held_up', t.id, t.number, t.title, t.state
      from task_waits w join tasks t on t.jit = w.jit and t.id = w.task where w.waits_for = any (:wanted)
    union all
    select t.predecessor, 'successor', t.id, t.number, t.title, t.state from tasks t where t.predecessor = any (:wanted)
    union all
    select s.id, 'predecessor', t.id, t.number, t.title, t.state
      from tasks s join tasks t on t.jit = s.jit and t.id = s.predecessor where s.id = any (:wanted)
    order by how, id
    """
).bindparams(bindparam("wanted", type_=ARRAY(Uuid)))
