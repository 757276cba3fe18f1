"""Read the change counters (pulses) of channels for the live connection, as the engine role and without content.

Each change in a channel increments its pulse by a trigger, in the same transaction.
Not here: who is notified (`realtime/chat.py`).
"""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database

CHANNEL: Final = "liaison_talk"


class Beating(NamedTuple):
    """A channel's team, its parties (`whole`: all of them), and its number of changes."""

    jit: UUID
    whole: bool
    parties: frozenset[UUID]
    beats: int


async def of(database: Database, jits: Collection[UUID]) -> Mapping[UUID, Beating]:
    """Return every channel of these teams, by id."""
    async with database.engine() as session:
        rows = await session.execute(_OF, {"jits": list(jits)})
        return {row.id: Beating(row.jit, row.whole, frozenset(row.parties), row.beats) for row in rows}


async def tell(database: Database) -> None:
    """Notify other processes, so that they need not wait for their next poll."""
    async with database.engine() as session:
        await session.execute(_TELL, {"channel": CHANNEL})


_OF: Final = text(
    """
    select c.id, c.jit, c.whole, c.parties, p.beats from channels c join pulses p on p.channel = c.id
     where c.jit = any(:jits)
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
_TELL: Final = text("select pg_notify(:channel, '')")
