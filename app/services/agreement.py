"""What a team's agreement says of the team itself, in its one row: read and locked by whoever enters something else.

Deliberately not here: what is entered (`phases.py`, `witnesses.py`).
"""

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Writing
from app.errors import Stale
from app.models import Jit


async def taken(session: Writing, seat: Seat) -> Jit:
    """The team's own row, locked: before anything else that is locked, so that two acts on the team itself wait in one order."""
    query = select(Jit).where(Jit.id == seat.jit).with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(query)).one()


async def held(session: Writing, seat: Seat, expected: int, unchanged: str) -> Jit:
    """The team's own row, locked, to be changed. Raises `Stale` where it is not the version that was looked at."""
    jit = await taken(session, seat)
    if jit.version != expected:
        current = {"state": jit.state, "quorum": jit.quorum, "version": jit.version}
        raise Stale(f"The team was changed meanwhile. {unchanged}", extra={"current": current})
    return jit
