"""Background job: ask the malware scanner about each complete file, once.

Malware is evidence: a file with a finding stays as it is. It is never rendered, its pages from before are removed, and its
original is downloaded only with an acknowledgement (`services/custody/openings.py`). The finding is an entry in the
audit log, and leaders of the originator are notified.
While a scanner is configured, no file is rendered before it was scanned (`services/evidence/renditions.py`). A scanner that
does not answer delays previews and is shown on the operator's page.

Not here: the protocol (`vault/scanning.py`).
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Select, delete, select, update

from app import clock, log
from app.database import Database, Reading
from app.errors import Locked
from app.ledger import journal
from app.ledger.facts import FileMalwareFound
from app.ledger.journal import Ledger
from app.models import File, Jit, Rendition, Segment
from app.vault import places, reading, scanning
from app.vault.encryption import Damaged
from app.vault.keys import KeyGone
from app.vault.places import Place
from app.vault.scanning import Scan, ScannerAway, ScanResult
from app.vault.vault import Vault

_PAGE: Final = 50
_logger = log.get("scans")


async def scan_pending(database: Database, vault: Vault, address: str, largest: int) -> int:
    """Scan all files that were not scanned, oldest first.

    A file that cannot be read or scanned now is left for a later run and does not delay others. If the scanner is away,
    the run ends.

    Args:
        database: The database.
        vault: The vault.
        address: The scanner (`vault/scanning.py`).
        largest: Bytes of the largest file that the scanner takes.

    Returns:
        How many files have a result now.
    """
    done, after = 0, UUID(int=0)
    while True:
        async with database.engine() as session:
            rows = (await session.execute(_waiting(after))).all()
        for row in rows:
            try:
                software = await scanning.version(address)
            except ScannerAway as error:
                _logger.warning("files cannot be scanned now; trying again", error=str(error))
                return done
            try:
                done += await _scan_one(database, vault, address, largest, software, row)
            except Locked:
                continue
            except (ScannerAway, Damaged, KeyGone, OSError):
                _logger.exception("a file cannot be scanned now; the next one is", file=str(row.id))
        if len(rows) < _PAGE:
            return done
        after = rows[-1].id


def _waiting(after: UUID) -> Select[UUID, UUID, UUID, str]:
    columns = (File.id, File.jit, File.evidence, Jit.ledger_origin)
    query = select(*columns).join(Jit, Jit.id == File.jit).where(File.scan.is_(None), File.state == "ready")
    return query.where(Jit.state != "closed", File.id > after).order_by(File.id).limit(_PAGE)


async def _scan_one(
    database: Database, vault: Vault, address: str, largest: int, software: str, row: Row[UUID, UUID, UUID, str]
) -> int:
    """Scan one file and record the result. Return 0 if another worker did so, or if it was erased meanwhile."""
    place = Place(row.jit, row.evidence, row.id)
    with vault.locks.hold(place):
        async with database.engine() as session:
            still = select(File.id).where(File.id == row.id, File.scan.is_(None), File.state == "ready")
            if await session.scalar(still) is None:
                return 0
            segments = await _segments(session, row.id)
        if segments[-1].end > largest:
            return await _record(database, row, Scan(ScanResult.TOO_LARGE), software)
        found = await scanning.scan(address, reading.read(vault, place, segments))
        return await _record(database, row, found, software)


async def _segments(session: Reading, file: UUID) -> Sequence[places.Segment]:
    rows = await session.scalars(select(Segment).where(Segment.file == file).order_by(Segment.at_offset))
    return [places.Segment(one.at_offset, one.size_bytes, one.object) for one in rows]


async def _record(database: Database, row: Row[UUID, UUID, UUID, str], found: Scan, software: str) -> int:
    """Record a result. With a finding, the pages go, and an entry is appended in the same transaction."""
    values: dict[str, Any] = {"scan": found.result.value, "finding": found.finding, "scanner": software}
    if found.result is ScanResult.FOUND:
        values["renditions"] = "none"
    change = update(File).where(File.id == row.id, File.scan.is_(None), File.state == "ready")
    async with database.engine() as session:
        done = await session.execute(change.values(scanned_at=clock.now(), **values).returning(File.id))
        if done.one_or_none() is None:
            return 0
        if found.finding is not None:
            await session.execute(delete(Rendition).where(Rendition.file == row.id))
            fact = FileMalwareFound(evidence=row.evidence, file=row.id, finding=found.finding, software=software)
            await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1
