"""Lock a team's own row before a change to the team itself.

Not here: the changes (`phases.py`, `services/ending/closing.py`, `services/audit/witnesses.py`).
"""

from sqlalchemy import select

from app.access.seats import Seat
from app.database import Writing
from app.errors import Stale
from app.models import Jit


async def lock(session: Writing, seat: Seat) -> Jit:
    """Lock and return the team's row.

    Take this lock before any other row lock, so that acts on the team cannot deadlock.
    """
    query = select(Jit).where(Jit.id == seat.jit).with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(query)).one()


async def lock_version(session: Writing, seat: Seat, expected: int) -> Jit:
    """Lock the team's row for a change of the team.

    Raises:
        Stale: The row has another version than the one the user saw.
    """
    jit = await lock(session, seat)
    if jit.version != expected:
        current = {"state": jit.state, "quorum": jit.quorum, "version": jit.version}
        raise Stale("Another user changed the team. Reload it.", extra={"current": current})
    return jit
