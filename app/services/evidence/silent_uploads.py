"""Background job: end uploads that received no data for too long, erase their bytes, append a ledger entry.

Requests refuse an upload from the moment it expires, whether or not this job has run. The key is destroyed before the
record is updated: after a crash in between, the next run finds the same upload again and finishes it.

Not here: uploads that their sender cancels (`services/evidence/files.py`).
"""

from typing import Any, Final

from sqlalchemy import Row, Uuid, bindparam, text

from app import clock
from app.database import Database
from app.errors import Locked
from app.ledger import journal
from app.ledger.facts import FileExpired
from app.ledger.journal import Ledger
from app.services import due_items
from app.vault.places import Place
from app.vault.vault import Vault


async def end_silent(database: Database, vault: Vault) -> int:
    """End all expired uploads and return how many. An upload that is being written to is skipped."""
    return await due_items.process_due_items(
        database, _EXPIRED, lambda row: _end(database, vault, row), "upload", now=clock.now()
    )


async def _end(database: Database, vault: Vault, row: Row[Any]) -> int:
    place = Place(row.jit, row.evidence, row.id)
    now = {"file": row.id, "now": clock.now()}
    try:
        with vault.locks.hold(place) as hold:
            async with database.engine() as session:
                if (await session.execute(_STILL, now)).one_or_none() is None:
                    return 0
            await vault.discard(hold)
            async with database.engine() as session:
                ended = (await session.execute(_END, now)).one_or_none()
                if ended is None:
                    return 0
                await session.execute(_FORGET, {"file": row.id})
                fact = FileExpired(
                    evidence=row.evidence, file=row.id, size_bytes=ended.size_bytes, received_bytes=ended.received_bytes
                )
                await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    except Locked:
        return 0
    return 1


_EXPIRED: Final = text(
    "select f.id, f.jit, f.evidence, j.ledger_origin from files f join jits j on j.id = f.jit"
    " where f.expires_at <= :now and (cast(:after as uuid) is null or f.id > :after) order by f.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
_STILL: Final = text("select id from files where id = :file and expires_at <= :now")
_END: Final = text(
    "update files set state = 'discarded', renditions = 'none', expires_at = null, version = version + 1"
    " where id = :file and expires_at <= :now returning size_bytes, received_bytes"
)
_FORGET: Final = text("delete from segments where file = :file")
