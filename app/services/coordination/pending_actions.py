"""Pending actions of the domain: tasks, signatures under decisions, GO of an action day, and press statements."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import or_, select

from app import clock
from app.access.coordination import operation_states, task_states
from app.access.coordination.operation_states import OperationState
from app.access.coordination.task_states import AT_WORK, TaskRelation, TaskState
from app.access.roles import Permission, Role
from app.access.seats import PartyKind, Seat
from app.database import Reading
from app.models import MediaApproval, MediaLine, Operation, OperationWord, Task
from app.services.coordination import messages, signing
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction

#: At most so many characters of a decision are its title.
_TITLE: Final = 120


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    return [
        *await _tasks(session, seat),
        *await _signatures(session, seat),
        *await _go_responses(session, seat),
        *await _press_statements(session, seat),
    ]


async def _tasks(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the member's own tasks, proposed tasks to accept or decline, and declined tasks to assign anew."""
    if not seat.may(Permission.TASK_READ):
        return ()
    at_work = task_states.is_assigned_to(seat.id) & Task.state.in_(AT_WORK)
    answers = Task.state == TaskState.PROPOSED
    if Role.LEADER in seat.roles:
        answers &= or_(Task.assignee == seat.id, Task.assignee_party == seat.party)
    else:
        answers &= Task.assignee == seat.id
    declined = Task.state == TaskState.DECLINED
    if Role.COORDINATOR not in seat.roles:
        declined &= Task.assigner == seat.id
    query = select(Task).where(Task.jit == seat.jit, or_(at_work, answers, declined))
    rows = await session.scalars(query.order_by(Task.due_at.asc().nulls_last(), Task.id).limit(MOST))
    return [_task(one, seat) for one in rows]


def _task(one: Task, seat: Seat) -> PendingAction:
    kind = ActionKind.TASK
    if one.state == TaskState.DECLINED:
        kind = ActionKind.TASK_DECLINED
    elif TaskRelation.RECEIVER in task_states.relations_of(seat, one):
        kind = ActionKind.TASK_ANSWER
    declined = kind is ActionKind.TASK_DECLINED
    return PendingAction(
        kind=kind,
        group=Group.TASKS,
        noun=Noun.TASK,
        id=one.id,
        title=one.title,
        number=one.number,
        since_at=one.state_changed_at,
        due_at=one.due_at,
        due_zone=one.due_zone,
        party=one.assignee_party if declined else one.assigner_party,
        member=one.assignee if declined else one.assigner,
        detail=one.state_reason,
    )


async def _signatures(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    if not seat.may(Permission.DECISION_RECORD):
        return ()
    waiting = await signing.awaiting(session, seat, None, MOST)
    texts = await messages.texts_as_read(session, waiting)
    return [
        PendingAction(
            kind=ActionKind.SIGNATURE,
            group=Group.MESSAGES,
            noun=Noun.MESSAGE,
            id=one.id,
            title=texts[one.id][:_TITLE],
            parent=one.channel,
            since_at=one.at,
            member=one.seat,
        )
        for one in waiting
    ]


async def _go_responses(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the action days for which this leader's State has given neither GO nor no-go and still can."""
    if not seat.may(Permission.OPERATION_DECIDE) or seat.party_kind is not PartyKind.MEMBER_STATE:
        return ()
    words = (OperationWord.operation == Operation.id) & (OperationWord.party == seat.party)
    query = (
        select(Operation, OperationWord)
        .outerjoin(OperationWord, words)
        .where(Operation.jit == seat.jit, Operation.parties.contains([seat.party]))
        .where(
            or_(
                Operation.state == OperationState.LIVE,
                (Operation.state == OperationState.PLANNED) & (Operation.h_at > clock.now()),
            )
        )
        .order_by(Operation.h_at, Operation.id)
        .limit(MOST)
    )
    return [
        _operation(day, ActionKind.GO_RESPONSE)
        for day, word in await session.execute(query)
        if word is None or not operation_states.is_current(word, day)
    ]


async def _press_statements(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the action days whose current press statement this leader's party has not approved."""
    if not seat.may(Permission.OPERATION_DECIDE) or seat.party_kind is not PartyKind.MEMBER_STATE:
        return ()
    approved = select(MediaApproval.party).where(
        MediaApproval.operation == MediaLine.operation,
        MediaApproval.line_version == MediaLine.version,
        MediaApproval.party == seat.party,
    )
    query = (
        select(Operation, MediaLine)
        .join(MediaLine, MediaLine.operation == Operation.id)
        .where(Operation.jit == seat.jit, Operation.parties.contains([seat.party]), ~approved.exists())
        .order_by(MediaLine.embargo_at, Operation.id)
        .limit(MOST)
    )
    return [
        _operation(day, ActionKind.PRESS_STATEMENT_APPROVAL, line)
        for day, line in await session.execute(query)
        if not line.is_erased
    ]


def _operation(day: Operation, kind: ActionKind, line: MediaLine | None = None) -> PendingAction:
    return PendingAction(
        kind=kind,
        group=Group.OPERATIONS,
        noun=Noun.OPERATION,
        id=day.id,
        title=day.title,
        since_at=day.told_at if line is None else line.written_at,
        due_at=day.h_at if line is None else line.embargo_at,
        due_zone=day.h_zone if line is None else line.embargo_zone,
        party=day.author_party,
        member=day.author if line is None else line.written_by,
    )
