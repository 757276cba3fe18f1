"""Reads the last entry of a closed ledger.

Not here: closing a team (`services/ending/closing.py`), and rejection of later entries (SQL function `refuse_closed`).
"""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from app.database import Reading


class Ending(NamedTuple):
    """The last entry of a ledger, once it has its position."""

    position: int
    at: datetime


async def of(session: Reading, jit: UUID) -> Ending | None:
    """Return the end of a team's ledger; None if it is not closed or the entry has no position yet."""
    row = (await session.execute(_LAST, {"jit": jit})).one_or_none()
    return None if row is None else Ending(row.position, row.at)


_LAST: Final = text(
    "select p.position, h.at from headers h join positions p on p.entry = h.entry"
    " where h.jit = :jit and h.kind = 'jit.closed' and exists (select 1 from jits j where j.id = h.jit and j.state = 'closed')"
)
