"""Answers to legal requests: one act registers the exhibit, links it to its item, and moves the item.

Locks: the row of the request and of those that it follows.
"""

from uuid import UUID

from app.access.seats import Seat
from app.database import Writing
from app.services.evidence import registration
from app.services.evidence.registration import Registration
from app.services.requests import exhibits, links, moves
from app.services.requests.moves import NewMove


async def register(
    session: Writing, seat: Seat, request: UUID, item: UUID, exhibit: Registration, what: NewMove | None
) -> UUID:
    """Register an exhibit as the answer to an item: the exhibit, its link, and the move of the item. Return its id.

    Args:
        session: The transaction.
        seat: The member.
        request: The request.
        item: The item that the exhibit answers.
        exhibit: The exhibit.
        what: The move of the item; `None` if its state stays.

    Raises:
        NotFound: The request or a parent of the exhibit is absent or invisible.
        Forbidden, Conflict, Invalid: As `exhibits.link_result`, `moves.move_item` and `registration.register`. Nothing is saved.
    """
    await links.lock_with_earlier(session, seat, request)
    made = (await registration.register(session, seat, exhibit)).evidence.id
    await exhibits.link_result(session, seat, request, item, made)
    if what is not None:
        await moves.move_item(session, seat, request, item, what)
    return made
