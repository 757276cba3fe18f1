"""The first moment of a ledger: its empty tree, in the transaction of the founding.

Deliberately not here: the key (`ledger/keys.py`), which is durable before, and entry 0, which the journal writes.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.database import Writing
from app.ledger.keys import FIRST_EPOCH


def origin_of(ledger_name: str, jit: UUID) -> str:
    """The origin of a new ledger: fixed from here on, whatever the server is called later."""
    return f"{ledger_name}/jits/{jit}/{FIRST_EPOCH}"


async def begin(session: Writing, jit: UUID) -> None:
    """Enter the empty tree. The sequencer extends it."""
    await session.execute(_EMPTY, {"jit": jit})


_EMPTY: Final = text("insert into trees (jit, size, edge) values (:jit, 0, ''::bytea)")
