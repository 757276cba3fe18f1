"""Global search of members by name and code."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Member
from app.services.global_search import Hit, Terms


async def of(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the members whose name or code contains each of the words, by code."""
    if not seat.may(Permission.MEMBER_READ):
        return ()
    query: Any = select(Member).where(Member.jit == seat.jit, Member.state != "ended").order_by(Member.code)
    for word in terms.words:
        found = Member.name.icontains(word, autoescape=True) | Member.code.icontains(word, autoescape=True)
        query = query.where(found)
    rows = await session.scalars(query.limit(terms.limit))
    return [Hit(id=one.id, title=one.name, number=one.code, party=one.party, state=one.state) for one in rows]
