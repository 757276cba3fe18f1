"""Global search of legal requests and of hearings, newest first. Row-level security decides which exist."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import or_, select

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Hearing, LegalRequest, RequestContent
from app.services.global_search import Hit, Terms
from app.services.requests import instruments, request_list

_OF_HEARINGS: Final = (Hearing.title, Hearing.court, Hearing.proceeding)


async def of(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the requests in which each of the words occurs.

    The number is the title of a request that has no other, or whose content the member does not read.
    """
    if not seat.may(Permission.REQUEST_READ):
        return ()
    query = (
        select(LegalRequest, RequestContent.title)
        .outerjoin(RequestContent, RequestContent.request == LegalRequest.id)
        .where(LegalRequest.jit == seat.jit, *(request_list.contains(word) for word in terms.words))
    )
    rows = (await session.execute(query.order_by(LegalRequest.id.desc()).limit(terms.limit))).all()
    known = await instruments.known_of(session, [request.instrument for request, _ in rows])
    return [
        Hit(
            id=request.id,
            title=title or request.number,
            number=request.number,
            party=request.party,
            state=request.state,
            instrument=instruments.title_of(request.instrument, known.get(request.instrument)),
        )
        for request, title in rows
    ]


async def of_hearings(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return hearings of the member's party: each word occurs in the name, the court or the file number."""
    if not seat.may(Permission.REQUEST_CONTENT_READ):
        return ()
    query = select(Hearing).where(Hearing.jit == seat.jit)
    for word in terms.words:
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in _OF_HEARINGS)))
    rows = (await session.scalars(query.order_by(Hearing.held_at.desc(), Hearing.id).limit(terms.limit))).all()
    return [
        Hit(
            id=one.id,
            title=one.title,
            number=one.proceeding,
            party=one.party,
            at=one.held_at,
            detail=one.court,
        )
        for one in rows
    ]
