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
from app.exports.setting import Setting
from app.ledger import checkpoints, entries, epochs, timestamps, witnesses
from app.ledger.entries import Read
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.notes import Checkpoint, parse
from app.models import Erasure, Evidence, Jit
from app.services import receipts
from app.services import witnesses as parties_witnesses

_COMMITMENTS_AT_ONCE: Final = 10_000
_RECEIPTS_AT_ONCE: Final = 500


async def write(session: Reading, seat: Seat, keys: LedgerKeys, row: Any, note: str, target: Path) -> Written:  # noqa: ANN401
    """Write the bundle of the export `row` under the checkpoint `note`. Raises `BundleError`."""
    head = Checkpoint.parse(parse(note.encode()).text)
    cosigned = await witnesses.cosigned(session, seat.jit, note)
    ledger = Ledger(seat.jit, head.origin)
    log = await epochs.log_keys(session, ledger, keys)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    subject = Subject(
        profile=row.profile,
        export=row.id,
        evidence=row.evidence,
        exhibit_number=await _exhibit_number(session, row.evidence),
        team=(await session.scalars(select(Jit.name).where(Jit.id == seat.jit))).one(),
        made_on=clock.now().date(),
        checkpoint=cosigned.encode(),
        checkpoints=[kept.encode() for kept in await checkpoints.kept(session, seat.jit, head.size)],
        keys=[LedgerKey(each.key, each.first, each.last, each.note) for each in log],
        tokens=[token.reply for token in await timestamps.of_note(session, seat.jit, note)],
        witnesses=await parties_witnesses.ever(session, seat.jit),
        erased_at=await _erased_at(session, row.evidence),
        setting=_setting(seat, row),
    )
    receipted: list[DisclosedEntry] = []
    with Bundle(target, subject, keys.signer(head.origin)) as bundle:
        async for page in _disclosed(session, seat, row.evidence, head.size):
            await asyncio.to_thread(bundle.add_entries, page)
            if row.evidence is not None:  # of a whole ledger, the commitments prove as much in less room
                receipted += page
        async for commitments in _in_lots(entries.commitments(session, seat.jit, head.size)):
            await asyncio.to_thread(bundle.add_commitments, commitments)
        for first in range(0, len(receipted), _RECEIPTS_AT_ONCE):
            lot = receipted[first : first + _RECEIPTS_AT_ONCE]
            for entry, receipt in zip(lot, await receipts.under(session, seat.jit, cosigned, lot), strict=True):
                await asyncio.to_thread(bundle.add_receipt, entry.position, receipt)
        return await asyncio.to_thread(bundle.seal)


def _setting(seat: Seat, row: Any) -> Setting:  # noqa: ANN401
    where = "/".join(code for code in (seat.party_code, seat.authority_code) if code)
    return Setting(
        language=row.language,
        zone=row.zone,
        proceeding=row.proceeding,
        reason=row.reason,
        requested_by=", ".join(one for one in (seat.name, seat.code, where) if one),
    )


async def _exhibit_number(session: Reading, evidence: UUID | None) -> str | None:
    if evidence is None:
        return None
    return (await session.scalars(select(Evidence.exhibit_number).where(Evidence.id == evidence))).one()


async def _erased_at(session: Reading, evidence: UUID | None) -> str | None:
    query = select(Erasure.destroyed_at).where(Erasure.evidence == evidence)
    at = None if evidence is None else (await session.scalars(query)).one_or_none()
    return None if at is None else clock.rfc3339(at)


async def _disclosed(
    session: Reading, seat: Seat, evidence: UUID | None, size: int
) -> AsyncIterator[list[DisclosedEntry]]:
    """The entries to disclose, in the order of their positions, page by page."""
    heads = await _openings(session, seat.jit) if evidence is not None else []
    position = -1
    while True:
        page = await entries.disclosed_after(session, seat.jit, position, entries.PAGE, evidence)
        last = len(page) < entries.PAGE
        position = size if last else page[-1].position or 0
        due = [read for read in heads if read.position is not None and read.position <= position]
        heads = heads[len(due) :]
        shown = sorted([*due, *page], key=lambda read: read.position or 0)
        yield [receipts.disclosed(read) for read in shown if read.position is not None and read.position < size]
        if last:
            return


async def _openings(session: Reading, jit: UUID) -> list[Read]:
    """The founding and the first entry of each later epoch, which name the ledger's keys: the whole team may read them."""
    positions = [0, *(size for _, size in await epochs.ended(session, jit))]
    found = [await entries.at(session, jit, position) for position in dict.fromkeys(positions)]
    return [read for read in found if read is not None and read.said is not None]


async def _in_lots(commitments: AsyncIterator[bytes]) -> AsyncIterator[list[bytes]]:
    lot: list[bytes] = []
    async for commitment in commitments:
        lot.append(commitment)
        if len(lot) == _COMMITMENTS_AT_ONCE:
            yield lot
            lot = []
    yield lot
