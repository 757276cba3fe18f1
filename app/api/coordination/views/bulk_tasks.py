"""Form and view for changing many tasks in one request.

Not here: a single task (`views/tasks.py`).
"""

from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator

from app.api.coordination.views.tasks import SharedChangeForm
from app.api.schemas import Form, View
from app.errors import Refusal
from app.i18n.phrases import Language, translated
from app.services.coordination.tasks.bulk_changes import WantedTask

#: A request changes at most so many tasks: more would hold its locks for too long.
AT_MOST = 100


class WantedTaskForm(Form):
    """A task. `seen_version`: the version that the member saw."""

    task: UUID
    seen_version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class TaskBulkForm(SharedChangeForm):
    """The same changes of several tasks, each task once. The changes are as for a single task."""

    items: Annotated[list[WantedTaskForm], Field(min_length=1, max_length=AT_MOST)]

    @field_validator("items")
    @classmethod
    def _are_distinct(cls, items: list[WantedTaskForm]) -> list[WantedTaskForm]:
        if len({one.task for one in items}) < len(items):
            raise ValueError("A task is named twice.")
        return items

    def wanted(self) -> list[WantedTask]:
        """Return the tasks as the service takes them."""
        return [WantedTask(one.task, one.seen_version) for one in self.items]


class RefusedTaskView(View):
    """A task that was refused, and why."""

    task: UUID
    code: str | None
    detail: str


def refused_task_view(task: UUID, refusal: Refusal, language: Language) -> RefusedTaskView:
    """Return the view of a refusal in the language of the request."""
    return RefusedTaskView(task=task, code=refusal.code, detail=translated(refusal.detail, language))
