"""Background job: finish erasures and transfers: destroy the keys, update rows, write the certificate.

The keys are destroyed first. Rows and certificate follow in one transaction. A decision remains as a row until it is
finished. After a crash at any point, the next run destroys the keys again, which has no further effect, and writes the
one certificate. A file that is being written to delays the erasure; its writer is refused within a second.

If the retention time was over, personal data in the exhibit's ledger entries is erased in the same transaction. A
certificate names the fields (`_erase_fields`). Custody entries of a physical exhibit that still has a custodian are
erased once its custody has ended (`end_ways`).

Not here: decisions of members (`services/retention/erasures.py`).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Interval, Row, Uuid, any_, bindparam, select, text, update
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.retention import ErasureReason
from app.access.sharing.decisions import Level
from app.connections import is_refused
from app.database import Database, Writing
from app.errors import Locked
from app.ledger import journal
from app.ledger.facts import ErasureDecided, EvidenceErased, ReleaseGivenUp
from app.ledger.facts.retention.field_erasures import EvidenceFieldsErased
from app.ledger.journal import Ledger
from app.models import Export, Opening
from app.services import due_items
from app.services.retention import field_erasure_jobs
from app.services.retention.erasures import BEGIN
from app.services.sharing import recalls
from app.vault.bundle_store import BundleStore
from app.vault.places import Place
from app.vault.vault import Vault

#: Method of erasure, as stated in the certificate.
METHOD: Final = "each file's key overwritten and removed, then its sealed bytes and pages removed"
WHY: Final = {
    ErasureReason.TAKEN: "For transfer: every party with access to the original has downloaded every file.",
    ErasureReason.TERM: "For transfer: 28 days have passed since the upload (Reg. (EU) 2023/969 Art. 21).",
}
#: Legal basis for erasing personal data in entries, as named in the certificate.
PROVISION: Final = {
    ErasureReason.REVIEW: "Directive (EU) 2016/680 Art. 5",
    ErasureReason.TAKEN: "Reg. (EU) 2023/969 Art. 21; Directive (EU) 2016/680 Art. 5",
    ErasureReason.TERM: "Reg. (EU) 2023/969 Art. 21; Directive (EU) 2016/680 Art. 5",
}
_WITHDRAWN: Final = "An exhibit whose original it held was erased. Request the export again."
NOBODY_REVIEWS: Final = "The review was due, and the originator has left the team."


async def end_transfers(database: Database) -> int:
    """Decide the erasure of transfers that have ended. Return how many."""
    return await due_items.process_due_items(database, _DUE, lambda row: _decide(database, row))


async def end_left(database: Database) -> int:
    """Decide the erasure of exhibits whose review is due and whose originators have left. Return how many."""
    return await due_items.process_due_items(database, _LEFT, lambda row: _decide_for_left(database, row))


async def _decide_for_left(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        wanted = (await session.execute(_WANTED, {"evidence": row.evidence})).all()
        at = await session.scalar(_ERASE_LEFT, {"evidence": row.evidence, "reason": NOBODY_REVIEWS})
        if at is None:
            return 0
        given_up = [
            ReleaseGivenUp(evidence=row.evidence, party=one.code, level=Level(one.level).word, reason=NOBODY_REVIEWS)
            for one in wanted
        ]
        asked = await recalls.reached(session, row.evidence, at, NOBODY_REVIEWS)
        decided = ErasureDecided(evidence=row.evidence, ground=ErasureReason.REVIEW.value, reason=NOBODY_REVIEWS)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *given_up, *asked, decided)
    return 1


async def finish(database: Database, vault: Vault, store: BundleStore, backups: timedelta) -> int:
    """Finish the erasures that were decided.

    Args:
        database: The database.
        vault: The vault.
        store: The store of export packages.
        backups: How long backups are kept.

    Returns:
        How many erasures were finished.
    """
    return await due_items.process_due_items(
        database, _DECIDED, lambda row: _finish(database, vault, store, row, backups)
    )


async def end_ways(database: Database, store: BundleStore, backups: timedelta) -> int:
    """Erase custody entries of erased exhibits whose physical custody has ended. Return for how many exhibits."""
    return await due_items.process_due_items(database, _WAYS, lambda row: _end_way(database, store, row, backups))


async def _end_way(database: Database, store: BundleStore, row: Row[Any], backups: timedelta) -> int:
    try:
        async with database.engine() as session:
            await field_erasure_jobs.hold_bundles(session)
            ground = await session.scalar(_HOLD_WAY, {"evidence": row.evidence})
            if ground is None:
                return 0
            now = clock.now()
            going = (await session.execute(_GOING, {"evidence": row.evidence})).all()
            told, many = await _certify_fields(session, row, ground, going, now, now + backups) if going else (None, 0)
            erased = {"evidence": row.evidence, "told": told, "many": many}
            await field_erasure_jobs.remove_bundles(store, row.jit, await session.scalars(_ERASE_WAY, erased))
    except DBAPIError as error:
        if not field_erasure_jobs.is_not_now(error):
            raise
        return 0
    return 1


async def _decide(database: Database, row: Row[Any]) -> int:
    """Decide one transfer. The database checks again under the exhibit's lock: a hold set meanwhile prevents it."""
    ground, ledger = ErasureReason(row.ground), Ledger(row.jit, row.ledger_origin)
    binds = {"evidence": row.evidence, "ground": ground.value, "reason": WHY[ground]}
    try:
        async with database.engine() as session:
            wanted = (await session.execute(_WANTED, {"evidence": row.evidence})).all()
            if not await session.scalar(BEGIN, binds):
                return 0
            given_up = [
                ReleaseGivenUp(evidence=row.evidence, party=one.code, level=Level(one.level).word, reason=WHY[ground])
                for one in wanted
            ]
            decided = ErasureDecided(evidence=row.evidence, ground=ground.value, reason=WHY[ground])
            await journal.append_as_system(session, ledger, *given_up, decided)
    except DBAPIError as error:
        if not is_refused(error):
            raise
        return 0
    return 1


async def _finish(
    database: Database,
    vault: Vault,
    store: BundleStore,
    row: Row[Any],
    backups: timedelta,
) -> int:
    async with database.engine() as session:
        files = list(await session.scalars(_FILES, {"evidence": row.evidence}))
    try:
        for file in files:
            with vault.locks.hold(Place(row.jit, row.evidence, file)) as hold:
                await vault.discard(hold)
    except Locked:
        return 0
    ledger = Ledger(row.jit, row.ledger_origin)
    try:
        async with database.engine() as session:
            await field_erasure_jobs.hold_bundles(
                session
            )  # before the certificate locks the chain: same order as exports
            said = await _certify(session, row.evidence, ledger, backups)
            if said is None:
                return 0
            await field_erasure_jobs.remove_bundles(store, row.jit, await _withdraw_originals(session, row.evidence))
            if row.fields:
                await _erase_fields(session, row, said, store)
    except DBAPIError as error:
        if not field_erasure_jobs.is_not_now(error):
            raise
        return 0
    return 1


async def _certify(session: Writing, evidence: UUID, ledger: Ledger, backups: timedelta) -> Row[Any] | None:
    """Append the certificate and return its data; `None` if another worker finished the erasure."""
    said = (await session.execute(_FINISH, {"evidence": evidence, "backups": backups})).one_or_none()
    if said is None:
        return None
    certificate = EvidenceErased(
        evidence=evidence,
        ground=said.ground,
        decided_by=said.decided_by,
        decided_at=clock.rfc3339(said.decided_at),
        erased_at=clock.rfc3339(said.erased_at),
        method=METHOD,
        keys_destroyed=said.keys,
        last_backup_expires=clock.rfc3339(said.last_backup_expires),
        files=said.files,
    )
    await journal.append_as_system(session, ledger, certificate)
    return said


async def _withdraw_originals(session: Writing, evidence: UUID) -> Sequence[UUID]:
    """Withdraw the export packages that hold originals of an erased exhibit; return the finished ones.

    Packages that are being made begin again, without these originals.
    """
    holds = select(Opening.id).where(Opening.id == any_(Export.downloads), Opening.evidence == evidence).exists()
    await session.execute(
        update(Export).where(Export.state == "running", holds).values(state="queued", version=Export.version + 1)
    )
    withdrawn = update(Export).where(Export.state == "ready", holds)
    values = {"state": "failed", "problem": _WITHDRAWN, "problem_code": "originals-erased"}
    return (
        await session.scalars(withdrawn.values(values | {"version": Export.version + 1}).returning(Export.id))
    ).all()


async def _erase_fields(session: Writing, row: Row[Any], said: Row[Any], store: BundleStore) -> None:
    """Erase personal data in the exhibit's entries and the stored export packages that contain it.

    All of it is erased in this transaction, or nothing.
    """
    going = (await session.execute(_GOING, {"evidence": row.evidence})).all()
    if not going:
        return
    told, many = await _certify_fields(session, row, said.ground, going, said.erased_at, said.last_backup_expires)
    erased = {"evidence": row.evidence, "told": told, "many": many, "expires": said.last_backup_expires}
    await field_erasure_jobs.remove_bundles(store, row.jit, await session.scalars(_ERASE_FIELDS, erased))


async def _certify_fields(
    session: Writing,
    row: Row[Any],
    ground: str,
    going: Sequence[Any],
    at: datetime,
    expires: datetime,
) -> tuple[UUID, int]:
    """Append the certificate for the fields in `going`; return its entry and the number of fields."""
    certificate = EvidenceFieldsErased(
        evidence=row.evidence,
        ground=ground,
        legal_basis=PROVISION[ErasureReason(ground)],
        approval=await session.scalar(_APPROVAL, {"evidence": row.evidence}),
        erased_fields=[{"entry": str(one.entry), "position": one.place, "names": list(one.names)} for one in going],
        erased_at=clock.rfc3339(at),
        method=field_erasure_jobs.METHOD,
        last_backup_expires=clock.rfc3339(expires),
    )
    (appended,) = await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), certificate)
    return appended.id, sum(len(one.names) for one in going)


_DUE: Final = text(
    "select d.evidence, d.evidence as id, d.jit, d.ground, j.ledger_origin"
    " from due_erasures(:after, :most) d join jits j on j.id = d.jit order by d.evidence"
).bindparams(bindparam("after", type_=Uuid))
_LEFT: Final = text(
    "select d.evidence, d.evidence as id, d.jit, j.ledger_origin"
    " from due_of_left(:after, :most) d join jits j on j.id = d.jit order by d.evidence"
).bindparams(bindparam("after", type_=Uuid))
_ERASE_LEFT: Final = text("select at from erase_of_left(:evidence, :reason)")
_WANTED: Final = text(
    "select p.code, w.level from waiting_releases w join parties p on p.jit = w.jit and p.id = w.party"
    " where w.evidence = :evidence order by w.id"
)
# An erasure that includes fields waits for the ledger position of its decision: its certificate names it.
_DECIDED: Final = text(
    "select e.evidence, e.evidence as id, e.jit, e.fields, j.ledger_origin from erasures e join jits j on j.id = e.jit"
    " where e.destroyed_at is null and (cast(:after as uuid) is null or e.evidence > :after) and (not e.fields or exists (select 1 from headers h join positions p on p.entry = h.entry"
    " where h.evidence = e.evidence and h.kind = 'evidence.erasure_decided')) order by e.evidence limit :most"
).bindparams(bindparam("after", type_=Uuid))
_APPROVAL: Final = text(
    "select p.position from headers h join positions p on p.entry = h.entry"
    " where h.evidence = :evidence and h.kind = 'evidence.erasure_decided'"
)
_GOING: Final = text("select entry, place, names from fields_to_erase(:evidence)")
_ERASE_FIELDS: Final = text("select erase_fields_with(:evidence, :told, :many, :expires)").bindparams(
    bindparam("evidence", type_=Uuid),
    bindparam("told", type_=Uuid),
    bindparam("expires", type_=DateTime(timezone=True)),
)
_WAYS: Final = text(
    "select d.evidence, d.evidence as id, d.jit, j.ledger_origin"
    " from due_ways(:after, :most) d join jits j on j.id = d.jit order by d.evidence"
).bindparams(bindparam("after", type_=Uuid))
_HOLD_WAY: Final = text("select hold_way(:evidence)")
_ERASE_WAY: Final = text("select erase_way_with(:evidence, :told, :many)").bindparams(bindparam("told", type_=Uuid))
_FILES: Final = text("select id from files where evidence = :evidence order by id")
_FINISH: Final = text("select * from finish_erasure(:evidence, :backups)").bindparams(
    bindparam("backups", type_=Interval)
)
