"""The last entry of a ledger: whether it is there, and where it stands.

Deliberately not here: who ends a ledger (`services/closing.py`), and what refuses the next entry (`refuse_closed`).
"""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from app.database import Reading


class Ending(NamedTuple):
    """The entry with which a ledger ended, once it has its position."""

    position: int
    at: datetime


async def of(session: Reading, jit: UUID) -> Ending | None:
    """The end of a team's ledger, or None."""
    row = (await session.execute(_LAST, {"jit": jit})).one_or_none()
    return None if row is None else Ending(row.position, row.at)


_LAST: Final = text(
    "select p.position, h.at from headers h join positions p on p.entry = h.entry"
    " where h.jit = :jit and h.kind = 'jit.closed' and exists (select 1 from jits j where j.id = h.jit and j.state = 'closed')"
)
