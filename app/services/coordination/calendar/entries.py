"""Calendar entries of the domain: deadlines of tasks, and action days."""

from collections.abc import Iterable

from sqlalchemy import select

from app.access.coordination.operation_states import OperationState
from app.access.coordination.task_states import AT_WORK, TaskState
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Operation, Task
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod

_ENDED = (TaskState.DONE, TaskState.CANCELLED)
_TO_COME = (OperationState.PLANNED, OperationState.LIVE)


async def of_tasks(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the deadlines of visible tasks that have not ended. The feed contains those of the member's own work."""
    if not seat.may(Permission.TASK_READ):
        return ()
    query = (
        select(Task)
        .where(Task.jit == seat.jit, Task.state.not_in(_ENDED))
        .where(Task.due_at >= period.begins_at, Task.due_at < period.ends_before)
        .order_by(Task.due_at, Task.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.TASK,
            subject=one.id,
            title=one.title,
            number=one.number,
            party=one.assignee_party,
            at=one.due_at,
            zone=one.due_zone,
            changed_at=one.updated_at,
            mine=seat.id in {one.assignee, *one.co_assignees} and one.state in AT_WORK,
        )
        for one in await session.scalars(query)
        if one.due_at is not None and one.due_zone is not None
    ]


async def of_action_days(session: Reading, seat: Seat, period: CalendarPeriod) -> Iterable[CalendarEntry]:
    """Return the H-hours of visible action days. The feed contains those to come in which the party takes part."""
    if not seat.may(Permission.OPERATION_READ):
        return ()
    query = (
        select(Operation)
        .where(Operation.jit == seat.jit, Operation.h_at >= period.begins_at, Operation.h_at < period.ends_before)
        .order_by(Operation.h_at, Operation.id)
        .limit(period.most)
    )
    return [
        CalendarEntry(
            kind=CalendarKind.ACTION_DAY,
            subject=one.id,
            title=one.title,
            at=one.h_at,
            zone=one.h_zone,
            changed_at=one.updated_at,
            mine=one.state in _TO_COME and seat.party in one.parties,
        )
        for one in await session.scalars(query)
    ]
