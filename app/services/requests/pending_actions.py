"""Pending actions of the domain: requests, lapses, hearings, and overdue reviews."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, tuple_, union_all

from app import clock
from app.access.requests import states
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import (
    Hearing,
    LegalRequest,
    Notice,
    RequestContent,
    RequestDeadline,
    RequestItem,
    RequestResult,
    RequiredApproval,
)
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction
from app.services.requests import links, reviews
from app.services.requests import waiting_releases as waiting
from app.services.requests.deadlines import reading
from app.services.requests.hearings import checklist
from app.services.requests.hearings.checklist import Checklist

#: So long before its end, a deadline of a request is listed.
_NEAR: Final = timedelta(days=7)
#: So long before its end, a lapse is listed.
_LAPSE_NEAR: Final = timedelta(days=14)
#: Hearings whose checklists are read at once.
_PAGE: Final = 100
_R: Final = RequestState
#: States in which the party has to act.
_TO_DO: Final = {
    _R.VALIDATION: ActionKind.REQUEST_VALIDATION,
    _R.REGISTERED: ActionKind.REQUEST_ALLOCATION,
    _R.CLARIFICATION_REQUESTED: ActionKind.REQUEST_CLARIFICATION,
    **dict.fromkeys(states.FAILURES, ActionKind.REQUEST_RESEND),
}


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    if not seat.may(Permission.REQUEST_WORK) or seat.party is None:
        return []
    return [
        *await _waiting(session, seat),
        *await _required_approvals(session, seat),
        *await _requests(session, seat),
        *await _lapses(session, seat),
        *await _hearings(session, seat),
        *await _reviews(session, seat),
    ]


async def _waiting(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return the releases and recalls of requests and notices that this leader can confirm now."""
    found = list(await waiting.to_confirm(session, seat))[:MOST]
    if not found:
        return []
    lines = await _numbers(session, [waiting.line_of(one) for one in found])
    return [
        PendingAction(
            kind=ActionKind.RECALL_APPROVAL if one.level == waiting.NONE else ActionKind.RELEASE_APPROVAL,
            group=Group.REQUESTS if one.request else Group.NOTICES,
            noun=Noun.REQUEST if one.request else Noun.NOTICE,
            id=waiting.line_of(one),
            title=lines[waiting.line_of(one)],
            number=lines[waiting.line_of(one)],
            since_at=one.wanted_at,
            party=one.recipient,
            member=one.wanted_by,
        )
        for one in found
    ]


async def _required_approvals(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return the approvals that hold open requests of the party, and that this leader can lift."""
    if not seat.may(Permission.RELEASE_GRANT):
        return []
    query = (
        select(RequiredApproval, LegalRequest.id, LegalRequest.number, RequestContent.title)
        .join(LegalRequest, LegalRequest.id == RequiredApproval.request)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .where(RequiredApproval.jit == seat.jit, RequiredApproval.lifted_at.is_(None))
        .where(LegalRequest.state.not_in(states.ENDED))
        .order_by(RequiredApproval.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=ActionKind.REQUIRED_APPROVAL,
            group=Group.REQUESTS,
            noun=Noun.REQUEST,
            id=request,
            title=title or number,
            number=number,
            since_at=one.set_at,
            member=one.set_by,
            detail=one.approver,
        )
        for one, request, number, title in await session.execute(query)
    ]


async def _numbers(session: Reading, lines: Sequence[UUID]) -> dict[UUID, str]:
    """Return the numbers of requests and notices."""
    rows = union_all(*(select(of.id, of.number).where(of.id.in_(lines)) for of in (LegalRequest, Notice)))
    return {row[0]: row[1] for row in await session.execute(rows)}


async def _requests(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return each request once: by its state, a missing result, a near deadline, or because all items are answered."""
    due = (
        select(func.min(RequestDeadline.due_at))
        .where(RequestDeadline.request == LegalRequest.id, ~RequestDeadline.lapses, *reading.awaited())
        .scalar_subquery()
    )
    item = select(RequestItem.id).where(RequestItem.request == LegalRequest.id)
    open_item = item.where(
        RequestItem.state.not_in(states.SETTLED), or_(RequestItem.state != ItemState.PRESERVED, ~links.produced())
    )
    answered = LegalRequest.state.not_in(states.EDITABLE) & item.exists() & ~open_item.exists()
    near = due <= clock.now() + _NEAR
    unlinked = _unlinked()
    query = (
        select(LegalRequest, RequestContent.title, RequestContent.zone)
        .add_columns(due.label("due_at"), answered.label("answered"), unlinked.label("unlinked"))
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .where(LegalRequest.jit == seat.jit, LegalRequest.party == seat.party)
        .where(LegalRequest.state.not_in(states.ENDED), or_(_acts(), near, answered, unlinked))
        .order_by(due.asc().nulls_last(), LegalRequest.id)
        .limit(MOST)
    )
    return [
        PendingAction(
            kind=_kind(request, is_answered=is_answered, is_unlinked=is_unlinked),
            group=Group.REQUESTS,
            noun=Noun.REQUEST,
            id=request.id,
            title=title or request.number,
            number=request.number,
            since_at=request.since_at,
            due_at=due_at,
            due_zone=zone if due_at else None,
        )
        for request, title, zone, due_at, is_answered, is_unlinked in await session.execute(query)
    ]


def _acts() -> ColumnElement[bool]:
    """Return the condition that the party has to act by the state. A question about an incoming request waits for others."""
    waits = (LegalRequest.state == _R.CLARIFICATION_REQUESTED) & (LegalRequest.direction == Direction.IN)
    return LegalRequest.state.in_(list(_TO_DO)) & ~waits


def _unlinked() -> ColumnElement[bool]:
    """Return whether an item of an outgoing request was delivered and no exhibit is linked to it."""
    linked = (
        select(RequestResult.id)
        .where(RequestResult.request == RequestItem.request)
        .where(RequestResult.item.is_(None) | (RequestResult.item == RequestItem.id))
        .exists()
    )
    delivered = RequestItem.state.in_([ItemState.DELIVERED, ItemState.PARTLY])
    waiting = select(RequestItem.id).where(RequestItem.request == LegalRequest.id, delivered, ~linked).exists()
    return (LegalRequest.direction == states.Direction.OUT) & waiting


def _kind(request: LegalRequest, *, is_answered: bool, is_unlinked: bool) -> ActionKind:
    state = _R(request.state)
    if state in _TO_DO and not (state is _R.CLARIFICATION_REQUESTED and request.direction == Direction.IN):
        return _TO_DO[state]
    if is_unlinked:
        return ActionKind.REQUEST_RESULTS
    return ActionKind.REQUEST_CLOSING if is_answered else ActionKind.REQUEST_DEADLINE


async def _lapses(session: Reading, seat: Seat) -> Iterable[PendingAction]:
    """Return preserved data that lapses soon, each item once: by the rule that ends next, or that ended last."""
    query = (
        select(RequestDeadline, LegalRequest.number, RequestContent.title, RequestItem)
        .join(LegalRequest, LegalRequest.id == RequestDeadline.request)
        .join(RequestContent, RequestContent.request == RequestDeadline.request)
        .outerjoin(RequestItem, RequestItem.id == RequestDeadline.item)
        .where(RequestDeadline.jit == seat.jit, RequestDeadline.party == seat.party, RequestDeadline.lapses)
        .where(*reading.awaited(), RequestDeadline.due_at <= clock.now() + _LAPSE_NEAR)
        .order_by(RequestDeadline.due_at, RequestDeadline.id)
        .limit(MOST)
    )
    found = dict[tuple[UUID, UUID | None], PendingAction]()
    for row, number, title, item in await session.execute(query):
        former = found.get((row.request, row.item))
        if former is None or _is_over(former.due_at):
            found[row.request, row.item] = _lapse(row, number, title, item)
    return found.values()


async def _reviews(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return ended requests whose texts a leader has to keep or erase."""
    return [
        PendingAction(
            kind=ActionKind.RETENTION_REVIEW,
            group=Group.REVIEWS,
            noun=Noun.REQUEST,
            id=one.request.id,
            title=one.title or one.request.number,
            number=one.request.number,
            since_at=one.request.since_at,
            due_at=datetime.combine(one.retention.review_on, time(), UTC),
        )
        for one in await reviews.list_due(session, seat)
        if one.retention.overdue
    ][:MOST]


def _is_over(due_at: datetime | None) -> bool:
    return due_at is not None and due_at < clock.now()


def _lapse(row: RequestDeadline, number: str, title: str | None, item: RequestItem | None) -> PendingAction:
    return PendingAction(
        kind=ActionKind.DATA_LAPSE,
        group=Group.EXPIRING,
        noun=Noun.REQUEST,
        id=row.request,
        title=title or number,
        number=number,
        since_at=row.begins_at,
        due_at=row.due_at,
        due_zone=row.zone,
        detail=(item.identifier or item.description) if item else None,
    )


async def _hearings(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return hearings to come for which something is missing that the member's party can give, each once.

    Hearings are read a page at a time, the nearest first, so that complete ones hide none that is incomplete.
    """
    place = tuple_(Hearing.held_at, Hearing.id)
    found, after = list[PendingAction](), (clock.now(), UUID(int=0))
    while len(found) < MOST:
        later = (
            select(Hearing).where(Hearing.jit == seat.jit, place > tuple_(*after)).order_by(Hearing.held_at, Hearing.id)
        )
        page = (await session.scalars(later.limit(_PAGE))).all()
        found += _incomplete(await checklist.of(session, seat, page) if page else ())
        if len(page) < _PAGE:
            break
        after = page[-1].held_at, page[-1].id
    return found[:MOST]


def _incomplete(checklists: Iterable[Checklist]) -> Iterator[PendingAction]:
    for one in checklists:
        hearing, lines = one.hearing, one.missing_from(one.hearing.party)
        if lines:
            yield PendingAction(
                kind=ActionKind.HEARING_CHECKLIST,
                group=Group.HEARINGS,
                noun=Noun.HEARING,
                id=hearing.id,
                title=hearing.title,
                number=hearing.proceeding,
                since_at=hearing.updated_at,
                due_at=hearing.held_at,
                due_zone=hearing.zone,
                detail=hearing.court,
                count=len(lines),
            )
