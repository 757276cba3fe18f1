"""Which channels have something new, for the live channel: as the engine, and nothing of what it is.

Each change in a channel beats its pulse, in the database and in the transaction of the change. Deliberately not here: who is
told (`realtime/talk.py`).
"""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database

CHANNEL: Final = "liaison_talk"


class Beating(NamedTuple):
    """A channel: for whom it is, and how often anything in it has changed."""

    jit: UUID
    whole: bool
    parties: frozenset[UUID]
    beats: int


async def of(database: Database, jits: Collection[UUID]) -> Mapping[UUID, Beating]:
    """Every channel of these teams."""
    async with database.engine() as session:
        rows = await session.execute(_OF, {"jits": list(jits)})
        return {row.id: Beating(row.jit, row.whole, frozenset(row.parties), row.beats) for row in rows}


async def tell(database: Database) -> None:
    """Other processes need not wait for their next look."""
    async with database.engine() as session:
        await session.execute(_TELL, {"channel": CHANNEL})


_OF: Final = text(
    """
    select c.id, c.jit, c.whole, c.parties, p.beats from channels c join pulses p on p.channel = c.id
     where c.jit = any(:jits)
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
_TELL: Final = text("select pg_notify(:channel, '')")
