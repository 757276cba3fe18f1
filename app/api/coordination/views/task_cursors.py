"""Encodes and decodes cursors of task lists, which are a task and its deadline.

Not here: the lists (`services/coordination/task_list.py`).
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from app import clock
from app.errors import Malformed
from app.services.coordination.task_list import TaskCursor, TaskDetails

_NO_DEADLINE: Final = "never"


def cursor(found: Sequence[TaskDetails], limit: int) -> str | None:
    """Return the cursor after the last task of the page, or None if there are no more than `limit`."""
    if len(found) <= limit:
        return None
    last = found[limit - 1].task
    return f"{last.id}~{_NO_DEADLINE if last.due_at is None else clock.rfc3339(last.due_at)}"


def behind(cursor: str | None) -> TaskCursor | None:
    """Return the place in a cursor. Raises `Malformed` for an invalid cursor."""
    if cursor is None:
        return None
    task, _, due = cursor.partition("~")
    try:
        return TaskCursor(UUID(task), None if due == _NO_DEADLINE else clock.parse(due))
    except ValueError:
        raise Malformed("This cursor is not one that a list gave.", field="cursor") from None
