"""Progress of export packages for the live channel, read as the engine role, without their content.

The worker that makes a package notifies at each step. Not here: who is informed (`realtime/bundles.py`).
"""

from collections.abc import Mapping
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import text

from app.database import Database, Writing

CHANNEL: Final = "liaison_bundles"


class UnfinishedPackage(NamedTuple):
    """A package that is queued or being made: the seat that requested it, its version and progress."""

    seat: UUID
    version: int
    written: int


async def of(database: Database) -> Mapping[UUID, UnfinishedPackage]:
    """Return all packages that are queued or being made, by id."""
    async with database.engine() as session:
        rows = await session.execute(_OF)
        return {row.id: UnfinishedPackage(row.requested_by, row.version, row.written) for row in rows}


async def tell(session: Writing) -> None:
    """Notify listeners on commit, so that they need not wait for their next poll."""
    await session.execute(_TELL, {"channel": CHANNEL})


_OF: Final = text("select id, requested_by, version, written from exports where state in ('queued', 'running')")
_TELL: Final = text("select pg_notify(:channel, '')")
