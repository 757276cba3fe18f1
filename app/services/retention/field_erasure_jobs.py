"""Background job: finish field erasures. Delete values and salts and append the certificate, in one transaction.

A decision remains until it is finished: after a crash at any point, the next run finds it unchanged. It waits for its
ledger position, and while a legal hold exists. Stored export packages that contain the erased fields are removed before
the transaction commits, so that a crash leaves none.

Not here: decisions of members (`services/retention/field_erasures.py`).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, Uuid, bindparam, text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.connections import is_refused
from app.database import Database, Writing
from app.ledger import journal
from app.ledger.facts import OPENED_LATER, Fact
from app.ledger.facts.retention.field_erasures import EvidenceFieldErased, FieldErased
from app.ledger.journal import Ledger
from app.services import due_items
from app.vault import threads
from app.vault.bundle_store import BundleStore

#: Method of erasure, as stated in the certificate.
METHOD: Final = "value and salt deleted from the ledger's fields, and the bundles kept here that held them removed"


async def finish(database: Database, store: BundleStore, backups: timedelta) -> int:
    """Finish the field erasures that were decided.

    Args:
        database: The database.
        store: The store of export packages.
        backups: How long backups are kept.

    Returns:
        How many erasures were finished.
    """
    return await due_items.process_due_items(database, _DUE, lambda row: _finish(database, store, row, backups))


async def _finish(database: Database, store: BundleStore, row: Row[Any], backups: timedelta) -> int:
    """Finish one erasure. The database checks again: a withdrawn or held one is not carried out."""
    now = clock.now()
    expires = now + backups
    try:
        async with database.engine() as session:
            await hold_bundles(session)
            certificate = await _certificate(session, row, now, expires)
            (appended,) = await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), certificate)
            erased = {"wanted": row.id, "told": appended.id, "expires": expires}
            await remove_bundles(store, row.jit, await session.scalars(_ERASE, erased))
    except DBAPIError as error:
        if not is_not_now(error):
            raise
        return 0
    return 1


async def remove_bundles(store: BundleStore, jit: UUID, exports: Iterable[UUID]) -> None:
    """Remove stored export packages before the transaction commits that records it, so that a crash leaves none.

    An export that is being made stops by itself.
    """
    for export in exports:
        await threads.run_out(store.remove, jit, export)


async def hold_bundles(session: Writing) -> None:
    """Block the start and end of exports until the transaction ends.

    Call this before a certificate locks the ledger chain: exports take their locks in this order.
    """
    await session.execute(_PATIENCE)
    await session.execute(_HOLD)


def is_not_now(error: DBAPIError) -> bool:
    """Return whether the next run may succeed: the database refused it, or another transaction holds a lock."""
    return any(is_refused(error, state) for state in _NOT_NOW)


async def _certificate(session: Writing, row: Row[Any], now: datetime, expires: datetime) -> Fact:
    said: dict[str, Any] = {
        "entry": row.entry,
        "position": row.position,
        "names": list(row.names),
        "ground": row.ground,
        "legal_basis": row.legal_basis,
        "decided_by": row.decided_by,
        "confirmed_by": row.confirmed_by,
        "decided_at": clock.rfc3339(row.decided_at),
        "approval": row.approval,
        "erased_at": clock.rfc3339(now),
        "method": METHOD,
        "last_backup_expires": clock.rfc3339(expires),
    }
    if row.kind in OPENED_LATER:
        return EvidenceFieldErased(evidence=row.evidence, **said)
    return FieldErased(hearers=(await session.execute(_HEARERS, {"entry": row.entry})).all(), **said)


_DUE: Final = text(
    """
    select f.id, f.jit, f.entry, f.names, f.ground, f.legal_basis, f.decided_at, h.kind, h.evidence, j.ledger_origin,
           target.position, decision.position as approval, first.code as decided_by, second.code as confirmed_by
      from field_erasures f join headers h on h.entry = f.entry join jits j on j.id = f.jit
      join positions target on target.entry = f.entry join positions decision on decision.entry = f.approval
      join members first on first.id = f.wanted_by left join members second on second.id = f.confirmed_by
     where f.approval is not null and f.erased_at is null and not must_stand(f.entry)
       and (cast(:after as uuid) is null or f.id > :after) order by f.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_HEARERS: Final = text(
    "select party, level, authorities, seats, mentions from entry_audience where entry = :entry order by id"
)
#: SQLSTATEs to retry later: insufficient_privilege (refused), lock_not_available, deadlock_detected.
_NOT_NOW: Final = ("42501", "55P03", "40P01")
_PATIENCE: Final = text("set local lock_timeout = '500ms'")
_HOLD: Final = text("select hold_bundles()")
_ERASE: Final = text("select erase_fields(:wanted, :told, :expires)").bindparams(
    bindparam("wanted", type_=Uuid), bindparam("told", type_=Uuid), bindparam("expires", type_=DateTime(timezone=True))
)
