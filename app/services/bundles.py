"""What goes into a custody bundle: gathered from the ledger as one seat may read it, in one snapshot, page by page.

Files are written in a thread; memory stays flat however long the ledger is. Deliberately not here: the format
(`exports/bundle.py`) and when a bundle is made (`services/exports.py`).
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Reading
from app.exports.bundle import Bundle, LedgerKey, Subject, Written
from app.exports.custody import DisclosedEntry
from app.ledger import checkpoints, entries
from app.ledger.notes import Checkpoint, Signer, parse
from app.models import Evidence, Jit
from app.services import receipts

_COMMITMENTS_AT_ONCE: Final = 10_000
_RECEIPTS_AT_ONCE: Final = 500


async def write(session: Reading, seat: Seat, signer: Signer, row: Any, note: str, target: Path) -> Written:  # noqa: ANN401
    """Write the bundle of the export `row` under the checkpoint `note`. Raises `BundleError`."""
    head = Checkpoint.parse(parse(note.encode()).text)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    subject = Subject(
        profile=row.profile,
        export=row.id,
        evidence=row.evidence,
        exhibit_number=await _exhibit_number(session, row.evidence),
        team=(await session.scalars(select(Jit.name).where(Jit.id == seat.jit))).one(),
        made_on=clock.now().date(),
        checkpoint=note.encode(),
        checkpoints=[kept.encode() for kept in await checkpoints.kept(session, seat.jit, head.size)],
        keys=[LedgerKey(signer.verifier)],
    )
    receipted: list[DisclosedEntry] = []
    with Bundle(target, subject, signer) as bundle:
        async for page in _disclosed(session, seat, row.evidence, head.size):
            await asyncio.to_thread(bundle.add_entries, page)
            if row.evidence is not None:  # of a whole ledger, the commitments prove as much in less room
                receipted += page
        async for commitments in _in_lots(entries.commitments(session, seat.jit, head.size)):
            await asyncio.to_thread(bundle.add_commitments, commitments)
        for first in range(0, len(receipted), _RECEIPTS_AT_ONCE):
            lot = receipted[first : first + _RECEIPTS_AT_ONCE]
            for entry, receipt in zip(lot, await receipts.under(session, seat.jit, note, lot), strict=True):
                await asyncio.to_thread(bundle.add_receipt, entry.position, receipt)
        return await asyncio.to_thread(bundle.seal)


async def _exhibit_number(session: Reading, evidence: UUID | None) -> str | None:
    if evidence is None:
        return None
    return (await session.scalars(select(Evidence.exhibit_number).where(Evidence.id == evidence))).one()


async def _disclosed(
    session: Reading, seat: Seat, evidence: UUID | None, size: int
) -> AsyncIterator[list[DisclosedEntry]]:
    """The entries to disclose, in the order of their positions, page by page."""
    position = -1
    if evidence is not None:  # the founding too, which names the ledger's key, for whoever may read it: the whole team
        first = await entries.disclosed_after(session, seat.jit, position, 1, None)
        yield [receipts.disclosed(read) for read in first if read.position == 0]
    while True:
        page = await entries.disclosed_after(session, seat.jit, position, entries.PAGE, evidence)
        yield [receipts.disclosed(read) for read in page if read.position is not None and read.position < size]
        if len(page) < entries.PAGE:
            return
        position = page[-1].position or 0


async def _in_lots(commitments: AsyncIterator[bytes]) -> AsyncIterator[list[bytes]]:
    lot: list[bytes] = []
    async for commitment in commitments:
        lot.append(commitment)
        if len(lot) == _COMMITMENTS_AT_ONCE:
            yield lot
            lot = []
    yield lot
