"""Ending what was decided, one thing after the other: what fails is logged, and nothing that is decided waits for it.

A turn goes through everything, a page at a time, so that however many fail again and again, those behind them have their turn.
Deliberately not here: what is ended, and what of it is not to be done now (`services/erasure_clock.py`, `services/field_erasure_clock.py`).
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from sqlalchemy import TextClause

from app import log
from app.database import Database

PAGE: Final = 20
_logger = log.get("erasures")


async def end_all(database: Database, query: TextClause, end: Callable[[Any], Awaitable[int]]) -> int:
    """End each row of the query, which asks for `most` of them behind the id `after`, by `id`. Returns how many ended."""
    ended, after = 0, None
    while True:
        async with database.engine() as session:
            rows = (await session.execute(query, {"most": PAGE, "after": after})).all()
        for row in rows:
            try:
                ended += await end(row)
            except Exception:  # the next turn tries it again
                _logger.exception("an erasure was not ended; trying again", erasure=str(row.id), jit=str(row.jit))
        if len(rows) < PAGE:
            return ended
        after = rows[-1].id
