"""What the worker does to end an erasure, and a transfer: keys destroyed first, rows and certificate after, in one transaction.

A decision is a row that stays until it is finished: after a crash at any moment the next turn destroys again, which changes
nothing where it was done, and writes the one certificate. A file that somebody writes to at this moment is waited for; its
writer is refused within a second. Deliberately not here: decisions of people (`services/erasures.py`).
"""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Interval, bindparam, text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.decisions import Level
from app.access.retention import Ground
from app.connections import is_refused
from app.database import Database, Writing
from app.errors import Locked
from app.ledger import journal
from app.ledger.facts import ErasureDecided, EvidenceErased, ReleaseGivenUp
from app.ledger.journal import Ledger
from app.services import recalls
from app.services.erasures import BEGIN
from app.vault.places import Place
from app.vault.vault import Vault

#: How, as the certificate says it.
METHOD: Final = "each file's key overwritten and removed, then its sealed bytes and pages removed"
WHY: Final = {
    Ground.TAKEN: "For transfer: every party to which the original was released has taken every file.",
    Ground.TERM: "For transfer: 28 days have passed since the upload (Reg. (EU) 2023/969 Art. 21).",
}
NOBODY_REVIEWS: Final = "Its review was due, and its originator has left the team."
_BATCH: Final = 20


async def end_transfers(database: Database) -> int:
    """Decide what the clock decides. Returns how many transfers ended."""
    async with database.engine() as session:
        due = (await session.execute(_DUE, {"most": _BATCH})).all()
    return sum([await _decide(database, row) for row in due])


async def end_left(database: Database) -> int:
    """Decide what nobody reviews any more, because its originator has left. Returns how many exhibits."""
    async with database.engine() as session:
        due = (await session.execute(_LEFT, {"most": _BATCH})).all()
    return sum([await _decide_for_left(database, row) for row in due])


async def _decide_for_left(database: Database, row: Any) -> int:  # noqa: ANN401 - a row of the query below
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
        decided = ErasureDecided(evidence=row.evidence, ground=Ground.REVIEW.value, reason=NOBODY_REVIEWS)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), *given_up, *asked, decided)
    return 1


async def finish(database: Database, vault: Vault, backups: timedelta) -> int:
    """End what was decided. `backups`: how long they are kept. Returns how many erasures ended."""
    async with database.engine() as session:
        decided = (await session.execute(_DECIDED, {"most": _BATCH})).all()
    return sum([await _finish(database, vault, row, backups) for row in decided])


async def _decide(database: Database, row: Any) -> int:  # noqa: ANN401 - a row of the query below
    """The database looks once more, under the exhibit's lock: a hold that was set meanwhile keeps it."""
    ground, ledger = Ground(row.ground), Ledger(row.jit, row.ledger_origin)
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


async def _finish(database: Database, vault: Vault, row: Any, backups: timedelta) -> int:  # noqa: ANN401
    async with database.engine() as session:
        files = list(await session.scalars(_FILES, {"evidence": row.evidence}))
    try:
        for file in files:
            with vault.locks.hold(Place(row.jit, row.evidence, file)) as hold:
                await vault.discard(hold)
    except Locked:
        return 0
    async with database.engine() as session:
        return await _certify(session, row.evidence, Ledger(row.jit, row.ledger_origin), backups)


async def _certify(session: Writing, evidence: UUID, ledger: Ledger, backups: timedelta) -> int:
    said = (await session.execute(_FINISH, {"evidence": evidence, "backups": backups})).one_or_none()
    if said is None:
        return 0
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
    return 1


_DUE: Final = text(
    "select distinct on (d.evidence) d.evidence, d.jit, d.ground, j.ledger_origin from due_erasures(:most) d"
    " join jits j on j.id = d.jit"
)
_LEFT: Final = text("select d.evidence, d.jit, j.ledger_origin from due_of_left(:most) d join jits j on j.id = d.jit")
_ERASE_LEFT: Final = text("select at from erase_of_left(:evidence, :reason)")
_WANTED: Final = text(
    "select p.code, w.level from waiting_releases w join parties p on p.jit = w.jit and p.id = w.party"
    " where w.evidence = :evidence order by w.id"
)
_DECIDED: Final = text(
    "select e.evidence, e.jit, j.ledger_origin from erasures e join jits j on j.id = e.jit"
    " where e.destroyed_at is null order by e.evidence limit :most"
)
_FILES: Final = text("select id from files where evidence = :evidence order by id")
_FINISH: Final = text("select * from finish_erasure(:evidence, :backups)").bindparams(
    bindparam("backups", type_=Interval)
)
