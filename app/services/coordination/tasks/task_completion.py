"""Checks that nothing of a task is open when it is finished: checklist items, and tasks on which it depends.

Only what the member sees counts: an invisible dependency neither stops the member nor is named.
Not here: the change of state (`services/coordination/tasks/tasks.py`).
"""

from uuid import UUID

from sqlalchemy import select

from app.access.coordination.task_states import CLOSED
from app.database import Reading
from app.errors import Conflict
from app.models import Task, TaskItem, TaskWait


async def demand_nothing_open(session: Reading, task: UUID) -> None:
    """Check that no checklist item and no dependency of the task is open.

    Raises:
        Conflict: Something is open. The error names the items (`open_items`) and the tasks (`open_tasks`).
    """
    waits = select(Task).join(TaskWait, TaskWait.waits_for == Task.id)
    tasks = await session.scalars(waits.where(TaskWait.task == task, Task.state.not_in(CLOSED)).order_by(Task.id))
    unticked = select(TaskItem).where(TaskItem.task == task, TaskItem.done_at.is_(None)).order_by(TaskItem.id)
    open_tasks = [{"id": str(one.id), "number": one.number, "title": one.title, "state": one.state} for one in tasks]
    open_items = [{"id": str(one.id), "text": one.text} for one in await session.scalars(unticked)]
    if open_tasks or open_items:
        raise Conflict(
            "The task has open dependencies or checklist items. Confirm that it is done.",
            code="task-has-open-parts",
            extra={"open_tasks": open_tasks, "open_items": open_items},
        )
