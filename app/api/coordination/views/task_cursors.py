"""Encodes and decodes cursors of task lists, which are a task and its deadline.

Not here: the lists (`services/coordination/tasks/task_list.py`).
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from app import clock
from app.api.pagination import PageRequest, position
from app.queries import RowPosition
from app.services.coordination.tasks.task_list import TaskDetails

_NO_DEADLINE: Final = "never"


def cursor_of(found: TaskDetails) -> str:
    """Return the cursor of the page after this task."""
    task = found.task
    return f"{task.id}~{_NO_DEADLINE if task.due_at is None else clock.rfc3339(task.due_at)}"


def requested(cursor: str | None, limit: int) -> PageRequest[RowPosition[datetime | None]]:
    """Return the requested page of a task list. Raises `Malformed` for an invalid cursor."""
    return PageRequest(position(cursor, _behind), limit)


def _behind(cursor: str) -> RowPosition[datetime | None]:
    task, _, due = cursor.partition("~")
    return RowPosition(None if due == _NO_DEADLINE else clock.parse(due), UUID(task))
