"""Creates the empty tree of a new ledger, in the transaction that founds the team.

Not here: the key, which is on disk before (`ledger/keys.py`), and entry 0, which the journal writes.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.database import Writing
from app.ledger.keys import FIRST_EPOCH


def origin_of(ledger_name: str, jit: UUID) -> str:
    """Return the origin of a new ledger. It never changes, even if the server gets another name."""
    return f"{ledger_name}/jits/{jit}/{FIRST_EPOCH}"


async def begin(session: Writing, jit: UUID) -> None:
    """Insert the empty tree. The sequencer extends it."""
    await session.execute(_EMPTY, {"jit": jit})


_EMPTY: Final = text("insert into trees (jit, size, edge) values (:jit, 0, ''::bytea)")
