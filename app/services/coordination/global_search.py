"""Global search of tasks, messages, and action days with their actions. Row-level security decides which exist."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Action, ActionPlan, Operation, Task
from app.services.coordination import message_list, messages
from app.services.coordination.message_list import Filters
from app.services.global_search import Hit, Terms


async def of_tasks(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the tasks whose title or number contains each of the words, newest first."""
    if not seat.may(Permission.TASK_READ):
        return ()
    query = select(Task).where(Task.jit == seat.jit, _each(terms, Task.title, Task.number))
    rows = await session.scalars(query.order_by(Task.id.desc()).limit(terms.limit))
    return [
        Hit(
            id=one.id,
            title=one.title,
            number=one.number,
            party=one.assignee_party,
            member=one.assignee,
            at=one.due_at,
            state=one.state,
        )
        for one in rows
    ]


async def of_messages(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the messages and decisions that the search of messages finds, newest first."""
    if not seat.may(Permission.MESSAGE_READ):
        return ()
    found = await message_list.found(session, seat, Filters(words=terms.text), None, terms.limit)
    texts = await messages.texts_as_read(session, [one.message for one in found])
    return [
        Hit(
            id=one.message.id,
            title=texts[one.message.id],
            parent=one.message.channel,
            member=one.message.seat,
            at=one.message.at,
            state=one.message.kind,
        )
        for one in found
    ]


async def of_operations(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return action days by title, and actions by number, objective or place as far as their plan is shared."""
    if not seat.may(Permission.OPERATION_READ):
        return ()
    days = select(Operation).where(Operation.jit == seat.jit, _each(terms, Operation.title))
    found = [
        Hit(id=one.id, title=one.title, party=one.author_party, at=one.h_at, state=one.state)
        for one in await session.scalars(days.order_by(Operation.id.desc()).limit(terms.limit))
    ]
    actions = (
        select(Action, Operation, ActionPlan.objective)
        .join(Operation, Operation.id == Action.operation)
        .outerjoin(ActionPlan, ActionPlan.action == Action.id)
        .where(Action.jit == seat.jit, _each(terms, Action.number, ActionPlan.objective, ActionPlan.place))
        .order_by(Action.id.desc())
        .limit(terms.limit)
    )
    found += [
        Hit(
            id=day.id,
            title=objective or action.number,
            number=action.number,
            party=action.party,
            at=day.h_at,
            state=action.state,
            detail=day.title,
        )
        for action, day, objective in await session.execute(actions)
    ]
    return found[: terms.limit]


def _each(terms: Terms, *columns: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Return the condition that each word occurs in one of the columns."""
    return and_(*(or_(*(one.icontains(word, autoescape=True) for one in columns)) for word in terms.words))
