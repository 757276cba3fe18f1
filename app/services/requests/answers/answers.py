"""Answers to legal requests: one act registers the exhibit, links it, moves its item and limits its use.

Locks: the row of the request and of those that it follows.
"""

from dataclasses import dataclass
from uuid import UUID

from app.access.seats import Seat
from app.database import Writing
from app.errors import Invalid
from app.models import LegalRequest
from app.services.evidence import registration
from app.services.evidence.registration import Registration
from app.services.requests import drafting, exhibits, links, moves
from app.services.requests.drafting import Changes
from app.services.requests.moves import NewMove


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an item of a request.

    Attributes:
        item: The item that the exhibit answers.
        exhibit: The exhibit.
        move: The move of the item; `None` if its state stays.
        conditions: Limits of use of the results of the item; `None` if they stay.
    """

    item: UUID
    exhibit: Registration
    move: NewMove | None
    conditions: str | None = None


async def register(session: Writing, seat: Seat, request: UUID, answer: Answer) -> UUID:
    """Register an exhibit as the answer to an item: the exhibit, its link, the move and the limits. Return its id.

    Raises:
        NotFound: The request or a parent of the exhibit is absent or invisible.
        Forbidden, Conflict, Invalid: As `drafting.change`, `exhibits.link_result`, `moves.move_item` and
            `registration.register`. Nothing is saved.
    """
    found = await links.lock_with_earlier(session, seat, request)
    made = (await registration.register(session, seat, answer.exhibit)).evidence.id
    if answer.conditions is not None:
        await _limit(session, seat, found, answer.item, answer.conditions)
    await exhibits.link_result(session, seat, request, answer.item, made)
    if answer.move is not None:
        await moves.move_item(session, seat, request, answer.item, answer.move)
    return made


async def _limit(session: Writing, seat: Seat, request: LegalRequest, item: UUID, conditions: str) -> None:
    """State limits of use of an item before its new result is linked; earlier results get them, too. Raises `Invalid`."""
    if item not in {one.id for one in await drafting.items_of(session, request.id)}:
        raise Invalid("This item does not belong to this request.", field="item")
    version = (await drafting.content_of(session, request)).version
    limits = Changes(item_conditions={item: conditions})
    if await drafting.change(session, seat, request.id, limits, expected=version):
        await exhibits.correct_limits(session, seat, request.id)
