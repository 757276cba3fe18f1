"""Routes for tasks: assign, list, read, change, link, comment, and the audit log entries of one."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response, status
from pydantic import AfterValidator

from app.access.coordination.task_states import TaskState
from app.access.seats import Seat
from app.api import pagination
from app.api.audit.views.entries import EntryView, entry_view
from app.api.coordination.views import task_cursors
from app.api.coordination.views.bulk_tasks import TaskBulkForm, refused_task_view
from app.api.coordination.views.task_parts import (
    ChecklistForm,
    CommentForm,
    CommentView,
    DependencyForm,
    LinkForm,
    comment_view,
)
from app.api.coordination.views.tasks import TaskChangeForm, TaskForm, TaskView, task_view
from app.api.guards import MayAssignTask, MayReadTasks, MayWorkOnTask, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.problems import language_of
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Limit, Moment, Page, expected_version, printable
from app.ledger import entries
from app.services import bulk
from app.services.coordination.tasks import bulk_changes, task_list, task_matters, task_parts
from app.services.coordination.tasks import tasks as service
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/tasks", tags=["tasks"])


@router.get("")
async def list_tasks(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    assignee: Annotated[str | None, Query(pattern=r"^(me|[A-Z][A-Z0-9_]{1,19}-[0-9]{2,4})$")] = None,
    party: Annotated[Code | None, Query(description="The assignee's party.")] = None,
    state: Annotated[list[TaskState] | None, Query(description="Repeatable.")] = None,
    due_from: Moment | None = None,
    due_before: Moment | None = None,
    evidence: Annotated[UUID | None, Query(description="Tasks that mention this exhibit.")] = None,
    decision: Annotated[UUID | None, Query(description="Tasks of this decision.")] = None,
    consent: Annotated[UUID | None, Query(description="Tasks of this request.")] = None,
    request: Annotated[UUID | None, Query(description="Tasks of this legal request and of its items.")] = None,
    item: Annotated[UUID | None, Query(description="Tasks of this item of a legal request.")] = None,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words of the title, or of the number."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None,
    sort: Literal["due", "newest"] = "due",
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[TaskView]:
    """List the tasks that the caller may see, by deadline (those without one last), or newest first."""
    await tell_position(response, session, seat.jit)
    filters = task_list.Filters(
        assignee=None if assignee == "me" else assignee,
        mine=assignee == "me",
        party=party,
        states=state or (),
        due_from=due_from,
        due_before=due_before,
        words=q,
        evidence=evidence,
        decision=decision,
        consent=consent,
        request=request,
        item=item,
    )
    asked = task_cursors.requested(cursor, limit)
    found = await task_list.list_all(
        session, seat, filters, by_due=sort == "due", behind=asked.after, limit=asked.row_limit
    )
    return asked.page_by(task_cursors.cursor_of, found, task_view)


@router.post("", status_code=status.HTTP_201_CREATED)
async def assign_task(session: WritingUnit, seat: MayAssignTask, form: TaskForm) -> TaskView:
    """Assign a task to a member. In another party it is a proposal until the assignee or a leader there accepts it."""
    task = await service.assign(session, seat, form.assignment())
    await task_matters.tie_new(session, seat, task, form.matters())
    return await _view(session, seat, task)


@router.post("/bulk-changes")
async def change_tasks_in_bulk(
    session: WritingUnit, seat: MayWorkOnTask, request: Request, form: TaskBulkForm
) -> Page[TaskView]:
    """Make the same changes to up to 100 tasks: to all of them, or to none. A refusal names the refused tasks."""
    wanted = form.wanted()
    refused = await bulk_changes.change(session, seat, wanted, form.changes())
    if refused:
        rows = [refused_task_view(task, one, language_of(request)) for task, one in refused.items()]
        raise bulk.refused([one.model_dump(mode="json") for one in rows])
    return Page(items=[await _view(session, seat, one.task) for one in wanted], next=None)


@router.get("/{task}")
async def read_task(session: ReadingUnit, seat: MayReadTasks, response: Response, task: UUID) -> TaskView:
    """Return one task."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, task)


@router.patch("/{task}")
async def change_task(
    session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: TaskChangeForm, if_match: IfMatch = None
) -> TaskView:
    """Change a task's content, assignee or state."""
    expected = expected_version(if_match)
    await service.change(session, seat, task, form.changes(), expected=expected)
    return await _view(session, seat, task)


@router.post("/{task}/links")
async def relink_task(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: LinkForm) -> TaskView:
    """Add and remove a task's links to exhibits, decisions, consent requests, legal requests and items of these.

    No version: such changes do not conflict.
    """
    link, unlink = tuple(dict.fromkeys(form.link)), tuple(dict.fromkeys(form.unlink))
    await task_parts.change_links(session, seat, task, link, unlink)
    await task_matters.change(session, seat, task, *form.tying())
    return await _view(session, seat, task)


@router.post("/{task}/checklist")
async def change_checklist(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: ChecklistForm) -> TaskView:
    """Change the checklist item by item. No version: such changes do not conflict."""
    await task_parts.change_checklist(session, seat, task, form.listing())
    return await _view(session, seat, task)


@router.post("/{task}/dependencies")
async def change_dependencies(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: DependencyForm) -> TaskView:
    """Add and remove dependencies on other tasks of the team.

    For coordinators. No version: such changes do not conflict.
    """
    add, remove = tuple(dict.fromkeys(form.add)), tuple(dict.fromkeys(form.remove))
    await task_parts.change_dependencies(session, seat, task, add, remove)
    return await _view(session, seat, task)


@router.get("/{task}/comments")
async def list_comments(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    task: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[CommentView]:
    """List the comments on a task, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await task_parts.comments(session, task, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: comment_view(one, people.seat_code(one.seat)))


@router.post("/{task}/comments", status_code=status.HTTP_201_CREATED)
async def comment_task(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: CommentForm) -> CommentView:
    """Add a comment to a task. It cannot be changed later."""
    return comment_view(await task_parts.comment(session, seat, task, form.text), seat.code)


@router.get("/{task}/history")
async def read_history(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    task: UUID,
    limit: Limit = 200,
    cursor: str | None = None,
) -> Page[EntryView]:
    """List the task's audit log entries that the caller may read, oldest first."""
    await tell_position(response, session, seat.jit)
    await service.find(session, task)
    asked = pagination.by_id(cursor, limit)
    found = await entries.history(session, task, asked.after, asked.row_limit)
    return asked.page(found, entry_view)


async def _view(session: ReadingUnit, seat: Seat, task: UUID) -> TaskView:
    return task_view(await task_list.read(session, seat, task))
