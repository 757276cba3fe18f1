"""Tasks over HTTP: assign, list, read, change, link, comment, and the history of one."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status
from pydantic import AfterValidator

from app import clock
from app.access.seats import Seat
from app.access.task_states import TaskState
from app.api.guards import MayAssignTask, MayReadTasks, MayWorkOnTask, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Limit, Moment, Page, cursor_id, expected_version, printable
from app.api.views.entries import EntryView, entry_view
from app.api.views.positions import tell_position
from app.api.views.tasks import (
    CommentForm,
    CommentView,
    LinkForm,
    TaskChangeForm,
    TaskForm,
    TaskView,
    comment_view,
    task_view,
)
from app.errors import Malformed
from app.ledger import entries
from app.services import roster, task_changes, task_list
from app.services import tasks as service

router = Router(prefix="/api/jits/{jit}/tasks", tags=["tasks"])

_NO_DEADLINE = "never"


@router.get("")
async def list_tasks(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    assignee: Annotated[str | None, Query(pattern=r"^(me|[A-Z][A-Z0-9_]{1,19}-[0-9]{2,4})$")] = None,
    party: Annotated[Code | None, Query(description="The assignee's party.")] = None,
    state: Annotated[list[TaskState] | None, Query(description="Repeatable.")] = None,
    due_before: Moment | None = None,
    evidence: Annotated[UUID | None, Query(description="Tasks that mention this exhibit.")] = None,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words of the title, or of the number."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None,
    sort: Literal["due", "newest"] = "due",
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[TaskView]:
    """The tasks that the seat may see: the next deadlines first and those without one last, or the newest first."""
    await tell_position(response, session, seat.jit)
    filters = task_list.Filters(
        assignee=None if assignee == "me" else assignee,
        mine=assignee == "me",
        party=party,
        states=state or (),
        due_before=due_before,
        words=q,
        evidence=evidence,
    )
    found = await task_list.listed(
        session, seat, filters, by_due=sort == "due", behind=_behind(cursor), limit=limit + 1
    )
    return Page(items=[task_view(one) for one in found[:limit]], next=_cursor(found, limit))


@router.post("", status_code=status.HTTP_201_CREATED)
async def assign_task(session: WritingUnit, seat: MayAssignTask, form: TaskForm) -> TaskView:
    """Give a task to a seat."""
    return await _view(session, seat, await service.assign(session, seat, form.assignment()))


@router.get("/{task}")
async def read_task(session: ReadingUnit, seat: MayReadTasks, response: Response, task: UUID) -> TaskView:
    """One task."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, task)


@router.patch("/{task}")
async def change_task(
    session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: TaskChangeForm, if_match: IfMatch = None
) -> TaskView:
    """Change what a task says, who has it, or its state."""
    expected = expected_version(if_match)
    await task_changes.change(session, seat, task, form.changes(), expected=expected)
    return await _view(session, seat, task)


@router.post("/{task}/links")
async def relink_task(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: LinkForm) -> TaskView:
    """Let the task mention exhibits, and others no more. No version: two people's links never undo each other."""
    link, unlink = tuple(dict.fromkeys(form.link)), tuple(dict.fromkeys(form.unlink))
    await service.relink(session, seat, task, link, unlink)
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
    """What was said about the task, newest first."""
    await tell_position(response, session, seat.jit)
    found = await service.comments(session, task, cursor_id(cursor), limit + 1)
    people = await roster.of(session, seat.jit)
    items = [comment_view(one, people.seat_code(one.seat)) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


@router.post("/{task}/comments", status_code=status.HTTP_201_CREATED)
async def comment_task(session: WritingUnit, seat: MayWorkOnTask, task: UUID, form: CommentForm) -> CommentView:
    """Say something about the task. It stays."""
    return comment_view(await service.comment(session, seat, task, form.text), seat.code)


@router.get("/{task}/history")
async def read_history(
    session: ReadingUnit,
    seat: MayReadTasks,
    response: Response,
    task: UUID,
    limit: Limit = 200,
    cursor: str | None = None,
) -> Page[EntryView]:
    """The task's entries in the ledger that the seat may read, oldest first."""
    await tell_position(response, session, seat.jit)
    await service.find(session, task)
    found = await entries.history(session, task, cursor_id(cursor), limit + 1)
    items = [entry_view(entry) for entry in found[:limit]]
    return Page(items=items, next=str(items[-1].id) if len(found) > limit else None)


async def _view(session: ReadingUnit, seat: Seat, task: UUID) -> TaskView:
    return task_view(await task_list.read(session, seat, task))


def _cursor(found: list[task_list.Whole], limit: int) -> str | None:
    """Where the page ends: the task, and its deadline, by which the list is sorted."""
    if len(found) <= limit:
        return None
    last = found[limit - 1].task
    return f"{last.id}~{_NO_DEADLINE if last.due_at is None else clock.rfc3339(last.due_at)}"


def _behind(cursor: str | None) -> task_list.Behind | None:
    """The same read back. Raises `Malformed` for what no list of ours gave."""
    if cursor is None:
        return None
    task, _, due = cursor.partition("~")
    try:
        return task_list.Behind(UUID(task), None if due == _NO_DEADLINE else clock.parse(due))
    except ValueError:
        raise Malformed("This cursor is not one that a list gave.", field="cursor") from None
