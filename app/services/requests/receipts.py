"""Correction of the time at which an incoming request was received, in what is counted from it.

Lock: the row of the request. Not here: whether the time is possible, and its entry (`drafting.change`).
"""

from datetime import datetime
from uuid import UUID

from app.access.requests.states import ItemState, RequestState
from app.access.seats import Seat
from app.database import Writing
from app.services.requests import drafting
from app.services.requests.deadlines import acts


async def correct(session: Writing, seat: Seat, request: UUID, former: datetime, received: datetime) -> None:
    """Count the state of a registered request, its open items and its deadlines from the receipt.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
    """
    found = await drafting.lock_own(session, seat, request)
    if found.state == RequestState.REGISTERED:
        found.since_at = received
    for item in await drafting.items_of(session, found.id):
        if item.state == ItemState.OPEN and item.since_at == former:
            item.since_at = received
    await session.flush()
    await acts.count_from(session, seat, found, former, received)
