"""Where a page of tasks ends: the task, and its deadline, by which lists are sorted. Deliberately not here: lists."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from app import clock
from app.errors import Malformed
from app.services.task_list import Behind, Whole

_NO_DEADLINE: Final = "never"


def cursor(found: Sequence[Whole], limit: int) -> str | None:
    """Of the last task on the page, if there are more than `limit`."""
    if len(found) <= limit:
        return None
    last = found[limit - 1].task
    return f"{last.id}~{_NO_DEADLINE if last.due_at is None else clock.rfc3339(last.due_at)}"


def behind(cursor: str | None) -> Behind | None:
    """The same read back. Raises `Malformed` for what no list of ours gave."""
    if cursor is None:
        return None
    task, _, due = cursor.partition("~")
    try:
        return Behind(UUID(task), None if due == _NO_DEADLINE else clock.parse(due))
    except ValueError:
        raise Malformed("This cursor is not one that a list gave.", field="cursor") from None
