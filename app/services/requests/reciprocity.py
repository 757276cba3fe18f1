"""Numbers of requests and answer times between the member's party and each other country.

Only requests of the member's party count: those that it sent to a country, and those that it received from one.
Requests between other parties are never read. Not here: expected times of a route (`app/access/requests/routes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Subquery, and_, case, func, or_, select

from app.access.requests import states
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestMove
from app.reference.catalogue import TransitionFamily
from app.services.reference import records

#: States of an item that are an answer. A postponement is none, and preservation answers no other request.
_ANSWERS: Final = (
    ItemState.DELIVERED,
    ItemState.PARTLY,
    ItemState.REFUSED,
    ItemState.IMPOSSIBLE,
)
_MIDDLE: Final = 0.5


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """Requests in one direction.

    Attributes:
        sent: How many were sent, or received.
        answered: How many of them had a first answer.
        median: Middle value of the time to the first answer; `None` without an answer.
        longest: Longest time to the first answer.
        open: How many are under way.
        oldest_at: When the oldest of these was sent, or received.
    """

    sent: int = 0
    answered: int = 0
    median: timedelta | None = None
    longest: timedelta | None = None
    open: int = 0
    oldest_at: datetime | None = None


@dataclass(slots=True)
class Reciprocity:
    """Requests between the member's party and another country."""

    country: str
    outgoing: AnswerTimes = AnswerTimes()
    incoming: AnswerTimes = AnswerTimes()


async def of(session: Reading, seat: Seat) -> Sequence[Reciprocity]:
    """Return one record per country to which the party sent a request, or from which it received one, by country."""
    if seat.party is None:
        return []
    spans = _spans(seat.jit, seat.party, await _preserving(session))
    taken = spans.c.answered_at - spans.c.begun_at
    is_open = spans.c.state.not_in([one.value for one in states.ENDED])
    query = (
        select(
            spans.c.country,
            spans.c.direction,
            func.count().label("sent"),
            func.count(spans.c.answered_at).label("answered"),
            func.percentile_cont(_MIDDLE).within_group(taken).label("median"),
            func.max(taken).label("longest"),
            func.count().filter(is_open).label("open"),
            func.min(spans.c.begun_at).filter(is_open).label("oldest_at"),
        )
        .where(spans.c.begun_at.is_not(None))
        .group_by(spans.c.country, spans.c.direction)
        .order_by(spans.c.country)
    )
    found = dict[str, Reciprocity]()
    for row in await session.execute(query):
        times = AnswerTimes(row.sent, row.answered, row.median, row.longest, row.open, row.oldest_at)
        one = found.setdefault(row.country, Reciprocity(row.country))
        if row.direction == Direction.OUT:
            one.outgoing = times
        else:
            one.incoming = times
    return list(found.values())


async def _preserving(session: Reading) -> list[str]:
    """Return the instruments that preservation answers."""
    known = await records.instruments(session)
    return [key for key, one in known.items() if one.family is TransitionFamily.PRESERVATION]


def _spans(jit: UUID, party: UUID, preserving: Sequence[str]) -> Subquery:
    """Return each request of the party with when it was sent, or received, and when it was first answered.

    A request that failed on its way is sent again: its last dispatch counts, unless it was answered before that.
    """
    is_answer = or_(
        and_(RequestMove.item.is_not(None), RequestMove.state.in_([one.value for one in _ANSWERS])),
        and_(
            RequestMove.item.is_not(None),
            RequestMove.state == ItemState.PRESERVED.value,
            RequestMove.request.in_(select(LegalRequest.id).where(LegalRequest.instrument.in_(preserving))),
        ),
        and_(RequestMove.item.is_(None), RequestMove.state == RequestState.ANSWERED.value),
    )
    is_sent = and_(RequestMove.item.is_(None), RequestMove.state == RequestState.SENT.value)
    moves = (
        select(
            RequestMove.request,
            func.min(RequestMove.occurred_at).filter(is_sent).label("first_sent_at"),
            func.max(RequestMove.occurred_at).filter(is_sent).label("last_sent_at"),
            func.min(RequestMove.occurred_at).filter(is_answer).label("answered_at"),
        )
        .where(RequestMove.jit == jit, RequestMove.party == party)
        .group_by(RequestMove.request)
        .subquery()
    )
    is_out = LegalRequest.direction == Direction.OUT.value
    is_answered_before = moves.c.answered_at < moves.c.last_sent_at
    sent_at = case((is_answered_before, moves.c.first_sent_at), else_=moves.c.last_sent_at)
    begun_at = case((is_out, sent_at), else_=RequestContent.received_at)
    return (
        select(LegalRequest.country, LegalRequest.direction, LegalRequest.state, begun_at.label("begun_at"))
        .add_columns(moves.c.answered_at)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .outerjoin(moves, moves.c.request == LegalRequest.id)
        .where(LegalRequest.jit == jit, LegalRequest.party == party)
        .subquery()
    )
