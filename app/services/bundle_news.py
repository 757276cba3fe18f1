"""Which bundles are being made and how far each is, for the live channel: as the engine, and nothing of what is in them.

Who makes one says so at each step. Deliberately not here: who is told (`realtime/bundles.py`).
"""

from collections.abc import Mapping
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from app.database import Database, Writing

CHANNEL: Final = "liaison_bundles"


class UnderWay(NamedTuple):
    """A bundle that is queued or being made: whose it is, and how far."""

    seat: UUID
    version: int
    written: int


async def of(database: Database) -> Mapping[UUID, UnderWay]:
    """All of them: the index of the queue holds no others."""
    async with database.engine() as session:
        rows = await session.execute(_OF)
        return {row.id: UnderWay(row.requested_by, row.version, row.written) for row in rows}


async def tell(session: Writing) -> None:
    """Whoever follows need not wait for the next look. Heard once the transaction has ended, which is its maker's own."""
    await session.execute(_TELL, {"channel": CHANNEL})


_OF: Final = text("select id, requested_by, version, written from exports where state in ('queued', 'running')")
_TELL: Final = text("select pg_notify(:channel, '')")
