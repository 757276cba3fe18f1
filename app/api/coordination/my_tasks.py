"""Route that lists the caller's tasks in all teams.

Not here: changing a task (`api/coordination/tasks.py`, in its own team).
"""

from typing import Annotated, Final

from fastapi import Query, Request

from app.access.coordination.task_states import AT_WORK, TaskState
from app.api.coordination.views import task_cursors
from app.api.coordination.views.tasks import TaskView, task_view
from app.api.guards import ReadingUnit, SignedIn
from app.api.routing import Router
from app.api.schemas import Limit, Page, View
from app.api.teams.views.people import JitSummary
from app.services.coordination.tasks import task_list

router = Router(prefix="/api/me", tags=["tasks"])

_AT_WORK: Final = tuple(state for state in TaskState if state in AT_WORK)


class MyTaskView(View):
    """A task of the caller, its team, and the code of the caller's member there."""

    jit: JitSummary
    seat: str
    task: TaskView


@router.get("/tasks")
async def list_my_tasks(
    request: Request,
    session: ReadingUnit,
    person: SignedIn,
    state: Annotated[
        list[TaskState] | None, Query(description="Repeatable. Left out: what is at work; `proposed` waits for a yes.")
    ] = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[MyTaskView]:
    """List the caller's tasks in all teams, next deadlines first. Each team is read with the caller's access there."""
    asked = task_cursors.requested(cursor, limit)
    found, seats = await task_list.of_person(
        session, person, state or _AT_WORK, behind=asked.after, limit=asked.row_limit
    )
    request.state.person, request.state.seats = person, seats  # one log line per team
    return asked.page_by(lambda one: task_cursors.cursor_of(one.details), found, _view)


def _view(found: task_list.PersonTask) -> MyTaskView:
    return MyTaskView(jit=JitSummary.model_validate(found.jit), seat=found.seat.code, task=task_view(found.details))
