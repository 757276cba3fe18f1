"""Pending actions of the domain: what leaders and contributors have to do for the requests of their party."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.dialects.postgresql import distinct_on

from app import clock
from app.access.requests import states
from app.access.requests.states import ItemState, RequestState
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestDeadline, RequestItem, RequestResult
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction

#: Deadlines that end within this time are listed, and those that have passed.
NEAR: Final = timedelta(days=7)
#: Preserved data that lapses within this time is listed until a production request is linked.
LAPSING: Final = timedelta(days=14)
_WAITING: Final = {
    RequestState.CLARIFICATION_REQUESTED.value: ActionKind.REQUEST_CLARIFICATION,
    RequestState.VALIDATION.value: ActionKind.REQUEST_VALIDATION,
}


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    if not seat.may(Permission.REQUEST_WORK) or seat.party is None:
        return []
    return [*await _waiting(session, seat), *await _deadlines(session, seat), *await _without_results(session, seat)]


async def _waiting(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the requests about which the other side asks a question, and those that await validation."""
    query = (
        _own(seat)
        .where(LegalRequest.state.in_(list(_WAITING)))
        .order_by(LegalRequest.since_at, LegalRequest.id)
        .limit(MOST)
    )
    return [
        _action(_WAITING[request.state], request, title, since_at=request.since_at)
        for request, title in await session.execute(query)
    ]


async def _deadlines(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the requests of which a deadline is near or has passed, and those whose preserved data lapses soon."""
    found = list[PendingAction]()
    for lapses, within in ((False, NEAR), (True, LAPSING)):
        next_due = (
            select(RequestDeadline.request, RequestDeadline.due_at, RequestDeadline.zone)
            .ext(distinct_on(RequestDeadline.request))
            .where(RequestDeadline.jit == seat.jit, RequestDeadline.party == seat.party)
            .where(RequestDeadline.ended_at.is_(None), RequestDeadline.paused_at.is_(None))
            .where(RequestDeadline.stopped_at.is_(None), RequestDeadline.lapses.is_(lapses))
            .where(RequestDeadline.due_at <= clock.now() + within)
            .order_by(RequestDeadline.request, RequestDeadline.due_at)
            .subquery()
        )
        query = (
            _own(seat, next_due.c.due_at, next_due.c.zone)
            .join(next_due, next_due.c.request == LegalRequest.id)
            .order_by(next_due.c.due_at, LegalRequest.id)
            .limit(MOST)
        )
        kind = ActionKind.DATA_LAPSING if lapses else ActionKind.REQUEST_DEADLINE
        found += [
            _action(kind, request, title, due_at=due_at, due_zone=zone)
            for request, title, due_at, zone in await session.execute(query)
        ]
    return found


async def _without_results(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return the requests of which an item was delivered and no exhibit is linked to it."""
    linked = select(RequestResult.id).where(RequestResult.request == RequestItem.request)
    linked = linked.where(RequestResult.item.is_(None) | (RequestResult.item == RequestItem.id))
    delivered = (
        select(RequestItem.request, func.min(RequestItem.since_at).label("since_at"))
        .where(RequestItem.jit == seat.jit, RequestItem.party == seat.party, ~linked.exists())
        .where(RequestItem.state.in_([ItemState.DELIVERED.value, ItemState.PARTLY.value]))
        .group_by(RequestItem.request)
        .subquery()
    )
    query = (
        _own(seat, delivered.c.since_at)
        .join(delivered, delivered.c.request == LegalRequest.id)
        .where(LegalRequest.direction == states.Direction.OUT)
        .where(LegalRequest.state.not_in([one.value for one in states.ENDED]))
        .order_by(delivered.c.since_at, LegalRequest.id)
        .limit(MOST)
    )
    return [
        _action(ActionKind.REQUEST_RESULTS, request, title, since_at=since_at)
        for request, title, since_at in await session.execute(query)
    ]


def _own(seat: Seat, *columns: ColumnElement[Any]) -> "Select[Any]":
    """Return the requests of the member's party with their titles and these columns."""
    query = select(LegalRequest, RequestContent.title, *columns)
    query = query.join(RequestContent, RequestContent.request == LegalRequest.id)
    return query.where(LegalRequest.jit == seat.jit, LegalRequest.party == seat.party)


def _action(
    kind: ActionKind,
    request: LegalRequest,
    title: str | None,
    *,
    since_at: datetime | None = None,
    due_at: datetime | None = None,
    due_zone: str | None = None,
) -> PendingAction:
    return PendingAction(
        kind=kind,
        group=Group.REQUESTS,
        noun=Noun.REQUEST,
        id=request.id,
        title=title or request.number,
        number=request.number,
        since_at=since_at or request.since_at,
        due_at=due_at,
        due_zone=due_zone,
    )
