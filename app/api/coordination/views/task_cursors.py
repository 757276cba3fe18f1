"""Encodes and decodes cursors of task lists, which are a task and its deadline.

Not here: the lists (`services/coordination/tasks/task_list.py`).
"""

from typing import Final
from uuid import UUID

from app import clock
from app.api.pagination import PageRequest, position
from app.services.coordination.tasks.task_list import TaskCursor, TaskDetails

_NO_DEADLINE: Final = "never"


def cursor_of(found: TaskDetails) -> str:
    """Return the cursor of the page after this task."""
    task = found.task
    return f"{task.id}~{_NO_DEADLINE if task.due_at is None else clock.rfc3339(task.due_at)}"


def requested(cursor: str | None, limit: int) -> PageRequest[TaskCursor]:
    """Return the requested page of a task list. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _behind), limit)


def _behind(cursor: str) -> TaskCursor:
    task, _, due = cursor.partition("~")
    return TaskCursor(UUID(task), None if due == _NO_DEADLINE else clock.parse(due))
