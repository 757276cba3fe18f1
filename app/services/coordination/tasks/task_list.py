"""List tasks as one member sees them, by deadline or newest first, with related rows. Keyset pagination.

Row-level security decides which tasks are visible.
A person's own tasks in all their teams form one list: each team is read as the person's member there.
Not here: changes (`services/coordination/tasks/tasks.py`, `task_parts.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Select, or_, select, tuple_

from app.access import seats
from app.access.coordination import task_states
from app.access.coordination.task_states import TaskRelation
from app.access.roles import Permission, Role
from app.access.seats import Person, Seat
from app.database import Reading
from app.models import (
    Jit,
    Member,
    Party,
    RequestItem,
    Task,
    TaskConsent,
    TaskDecision,
    TaskLink,
    TaskRequest,
    TaskRequestItem,
)
from app.queries import RowPosition
from app.services.coordination.tasks import task_matters, task_parts, tasks
from app.services.coordination.tasks.task_matters import LinkedMatters
from app.services.coordination.tasks.task_parts import Parts
from app.services.teams import members
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """A task with what the member may see of it.

    Attributes:
        task: The task.
        roster: Codes and names of the team's parties and members.
        parts: Exhibits, checklist, comment count and related tasks.
        tied: Linked decisions and consents.
        hands: The member's relation to the task.
        coordinates: Whether the member is a coordinator.
        delegates: Whether the member may choose another assignee of the same party.
    """

    task: Task
    roster: Roster
    parts: Parts
    tied: LinkedMatters
    hands: frozenset[TaskRelation]
    coordinates: bool
    delegates: bool


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of the list; `None` and empty do not filter.

    `words`: in title or number; `assignee`, `party`: codes, `assignee` also of a co-assignee; `request`: a legal request or any item of it.
    """

    assignee: str | None = None
    mine: bool = False
    party: str | None = None
    states: Sequence[str] = ()
    due_from: datetime | None = None
    due_before: datetime | None = None
    words: str | None = None
    evidence: UUID | None = None
    decision: UUID | None = None
    consent: UUID | None = None
    request: UUID | None = None
    item: UUID | None = None


async def list_all(
    session: Reading,
    seat: Seat,
    filters: Filters,
    *,
    by_due: bool,
    behind: RowPosition[datetime | None] | None,
    limit: int,
) -> list[TaskDetails]:
    """Return up to `limit` tasks after `behind`: next deadline first if `by_due`, otherwise newest first."""
    query = _narrowed(select(Task).where(Task.jit == seat.jit), seat, filters)
    if by_due:
        query = query.order_by(Task.due_at.asc().nulls_last(), Task.id)
        if behind is not None and behind.key is not None:
            later = tuple_(Task.due_at, Task.id) > tuple_(behind.key, behind.id)
            query = query.where(or_(later, Task.due_at.is_(None)))
        elif behind is not None:
            query = query.where(Task.due_at.is_(None), Task.id > behind.id)
    else:
        query = query.order_by(Task.id.desc())
        query = query if behind is None else query.where(Task.id < behind.id)
    return await _with_details(session, seat, (await session.scalars(query.limit(limit))).all())


def _narrowed(query: "Select[Task]", seat: Seat, filters: Filters) -> "Select[Task]":
    if filters.mine:
        query = query.where(task_states.is_assigned_to(seat.id))
    if filters.assignee is not None:
        named = select(Member.id).where(Member.jit == seat.jit, Member.code == filters.assignee)
        query = query.where(task_states.is_assigned_to(named.scalar_subquery()))
    if filters.party is not None:
        named = select(Party.id).where(Party.jit == seat.jit, Party.code == filters.party)
        query = query.where(Task.assignee_party.in_(named))
    if filters.states:
        query = query.where(Task.state.in_(filters.states))
    if filters.due_from is not None:
        query = query.where(Task.due_at >= filters.due_from)
    if filters.due_before is not None:
        query = query.where(Task.due_at < filters.due_before)
    if filters.words:
        wanted = Task.title.icontains(filters.words, autoescape=True)
        query = query.where(or_(wanted, Task.number.icontains(filters.words, autoescape=True)))
    return _of_matters(query, filters)


def _of_matters(query: "Select[Task]", filters: Filters) -> "Select[Task]":
    if filters.evidence is not None:
        query = query.where(Task.id.in_(select(TaskLink.task).where(TaskLink.evidence == filters.evidence)))
    if filters.decision is not None:
        query = query.where(Task.id.in_(select(TaskDecision.task).where(TaskDecision.message == filters.decision)))
    if filters.consent is not None:
        query = query.where(Task.id.in_(select(TaskConsent.task).where(TaskConsent.consent == filters.consent)))
    if filters.request is not None:
        direct = select(TaskRequest.task).where(TaskRequest.request == filters.request)
        parts = select(TaskRequestItem.task).join(RequestItem, RequestItem.id == TaskRequestItem.item)
        query = query.where(or_(Task.id.in_(direct), Task.id.in_(parts.where(RequestItem.request == filters.request))))
    if filters.item is not None:
        query = query.where(Task.id.in_(select(TaskRequestItem.task).where(TaskRequestItem.item == filters.item)))
    return query


async def read(session: Reading, seat: Seat, task: UUID) -> TaskDetails:
    """Return one task. Raises `NotFound`."""
    return (await _with_details(session, seat, [await tasks.find(session, task)]))[0]


async def _with_details(session: Reading, seat: Seat, found: Sequence[Task]) -> list[TaskDetails]:
    parts = await task_parts.of(session, [task.id for task in found])
    tied = await task_matters.of(session, [task.id for task in found])
    roster = await rosters.of(session, seat.jit)
    coordinates = Role.COORDINATOR in seat.roles
    return [
        TaskDetails(
            task,
            roster,
            parts[task.id],
            tied[task.id],
            task_states.relations_of(seat, task),
            coordinates,
            task_states.may_delegate(seat, task),
        )
        for task in found
    ]


@dataclass(frozen=True, slots=True)
class PersonTask:
    """A task assigned to the person, its team, and the person's member there."""

    jit: Jit
    seat: Seat
    details: TaskDetails


async def of_person(
    session: Reading, person: Person, states: Sequence[str], *, behind: RowPosition[datetime | None] | None, limit: int
) -> tuple[list[PersonTask], list[Seat]]:
    """Return up to `limit` tasks, next deadline first and those without deadline last.

    Also returns the members as which the teams were read. Teams where the person may not read tasks are skipped.
    """
    found, asked = list[PersonTask](), list[Seat]()
    filters = Filters(mine=True, states=states)
    for jit, _ in await members.list_of_person(session, person):
        seat = await seats.take(session, person, jit.id)
        if seat is None or not seat.may(Permission.TASK_READ):
            continue
        asked.append(seat)
        listed_here = await list_all(session, seat, filters, by_due=True, behind=behind, limit=limit)
        found += [PersonTask(jit, seat, one) for one in listed_here]
    return sorted(found, key=_by_deadline)[:limit], asked


def _by_deadline(mine: PersonTask) -> tuple[datetime, UUID]:
    return mine.details.task.due_at or _NEVER, mine.details.task.id


_NEVER: Final = datetime.max.replace(tzinfo=UTC)
