"""Gather the content of an export package from the ledger, as one member may read it.

Everything is read page by page in one snapshot.
Files are written in a thread. Memory does not grow with the length of the ledger. Progress is reported between pages.
Not here: the format (`exports/bundle.py`), what a profile discloses (`exports/profiles.py`), and when a package is made
(`services/audit/export_making.py`).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from app import clock
from app.access.exporting import ExportRequest, Profile
from app.access.seats import Seat
from app.database import Reading
from app.exports import profiles, verifier
from app.exports.bundle import Bundle, LedgerKey, Subject
from app.exports.custody import DisclosedEntry
from app.exports.naming import package_name
from app.exports.origins import ExportedOrigin
from app.exports.seal import Seal
from app.exports.setting import Setting
from app.ledger import checkpoints, ending, entries, epochs
from app.ledger.entries import Wanted
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing import timestamps
from app.ledger.signing.notes import Checkpoint, parse
from app.ledger.witnesses import registry
from app.models import AccessLine, Erasure, Evidence, Export, Jit, Party
from app.services.audit import access_log, document_names, receipts, statistics
from app.services.audit import witnesses as parties_witnesses
from app.services.audit.export_queue import QueuedExport
from app.services.evidence import derivations, origins

_COMMITMENTS_AT_ONCE: Final = 10_000
_RECEIPTS_AT_ONCE: Final = 500

Progress = Callable[[int, int], Awaitable[None]]


class RequestedPackage(NamedTuple):
    """A requested package: its row, its profile and scope, the entries it discloses, and its checkpoint.

    `host`: code of the party that runs the server, whose co-signer does not count.
    """

    row: QueuedExport
    what: ExportRequest
    wanted: Wanted
    note: str
    host: str | None


async def gather(
    opened: ExitStack,
    session: Reading,
    seat: Seat,
    keys: LedgerKeys,
    seal: Seal,
    asked: RequestedPackage,
    target: Path,
    progress: Progress,
) -> Bundle:
    """Return the package with everything that has to be read for it.

    The caller seals it after the snapshot has ended. It lasts as long as `opened`.
    `progress` is called between pages and may raise.
    """
    head = Checkpoint.parse(parse(asked.note.encode()).text)
    cosigned = await registry.cosigned(session, seat.jit, asked.note)
    subject = await _subject(session, seat, keys, asked, cosigned)
    total = sum((await entries.count_disclosed(session, seat.jit, asked.wanted, below=head.size)).values())
    receipted: list[DisclosedEntry] = []
    written = 0
    bundle = opened.enter_context(Bundle(target, subject, keys.signer(head.origin), seal))
    async for page in _disclosed(session, seat.jit, asked, head.size):
        await progress(written, total)
        await asyncio.to_thread(bundle.add_entries, page)
        written += len(page)
        if asked.what.profile in profiles.RECEIPTED:
            receipted += page
    async for commitments in _in_lots(entries.commitments(session, seat.jit, head.size)):
        await progress(written, total)
        await asyncio.to_thread(bundle.add_commitments, commitments)
    await _add_tables(session, seat, bundle, asked, head.size)
    for first in range(0, len(receipted), _RECEIPTS_AT_ONCE):
        lot = receipted[first : first + _RECEIPTS_AT_ONCE]
        await progress(written, total)
        for entry, receipt in zip(lot, await receipts.under(session, seat.jit, cosigned, lot), strict=True):
            await asyncio.to_thread(bundle.add_receipt, entry.position, receipt)
    return bundle


async def _subject(session: Reading, seat: Seat, keys: LedgerKeys, asked: RequestedPackage, cosigned: str) -> Subject:
    row, what, head = asked.row, asked.what, Checkpoint.parse(parse(asked.note.encode()).text)
    log = await epochs.log_keys(session, Ledger(seat.jit, head.origin), keys)
    numbers = await _exhibit_numbers(session, what.exhibits)
    return Subject(
        profile=what.profile,
        export=row.id,
        evidence=what.evidence,
        exhibit_number=numbers[0] if what.evidence else None,
        exhibits=() if what.evidence else numbers,
        exhibit_ids=what.exhibits,
        names=await document_names.of_package(session, seat.jit, what.profile, row.language),
        party=await party_code(session, what.party),
        team=(await session.scalars(select(Jit.name).where(Jit.id == seat.jit))).one(),
        made_on=made_on(row),
        checkpoint=cosigned.encode(),
        checkpoints=[kept.encode() for kept in await checkpoints.kept(session, seat.jit, head.size)],
        keys=[LedgerKey(each.key, each.first, each.last, each.note) for each in log],
        tokens=[token.reply for token in await timestamps.of_note(session, seat.jit, asked.note)],
        witnesses=await parties_witnesses.ever(session, seat.jit),
        demanded=await parties_witnesses.demanded(session, seat, asked.host),
        erased_at=await _erased_at(session, what.evidence),
        closed=await _closed(session, seat.jit, head.size),
        setting=await _setting(session, seat, row, named=what.profile not in profiles.NAMELESS),
        period=what.period,
        origins=await origins_of(session, what),
    )


async def origins_of(session: Reading, what: ExportRequest) -> list[ExportedOrigin]:
    """Return the legal requests by which the exhibits of a court package came, as far as the member reads them.

    Those of an exhibit are followed by those of the exhibits that it was derived from, as far as the member sees these.
    """
    if what.profile is not Profile.COURT:
        return []
    query = select(Evidence.id, Evidence.exhibit_number).where(Evidence.id.in_(what.exhibits))
    numbers = {row.id: str(row.exhibit_number) for row in await session.execute(query)}
    sources = await derivations.sources_of(session, what.exhibits)
    came_by = await origins.of(session, {*what.exhibits, *(id_ for each in sources.values() for id_ in each)})
    return [
        ExportedOrigin(evidence=evidence, exhibit=numbers[evidence], source=source, **told.as_exported())
        for evidence in sorted(numbers, key=lambda one: numbers[one])
        for id_, source in ({evidence: None} | dict(sources[evidence])).items()
        for result in came_by.get(id_, ())
        for told in (result, *result.earlier)
    ]


async def openings(session: Reading, jit: UUID) -> list[UUID]:
    """Return the entries that the whole team may read.

    These are the founding, the first entry of each later epoch (they name the ledger's keys), and a closed team's last
    entry.
    """
    positions = [0, *(size for _, size in await epochs.ended(session, jit))]
    last = await ending.of(session, jit)
    positions += [] if last is None else [last.position]
    found = [await entries.at(session, jit, position) for position in dict.fromkeys(positions)]
    return [read.said.id for read in found if read is not None and read.said is not None]


async def count_requests(session: Reading, jit: UUID, what: ExportRequest) -> int | None:
    """Return how many access log lines the package contains; `None` for profiles without the access log."""
    if what.profile is not Profile.MEMBER_STATE:
        return None
    conditions = access_log.of_a_party(jit, what.party, what.period)
    return (await session.scalars(select(func.count()).select_from(AccessLine).where(*conditions))).one()


async def _add_tables(session: Reading, seat: Seat, bundle: Bundle, asked: RequestedPackage, size: int) -> None:
    if asked.what.profile is Profile.STATISTICS:
        bundle.begin_table(verifier.STATISTICS)
        bundle.add_rows(await statistics.of(session, seat.jit, size, asked.what.period))
    elif asked.what.profile is Profile.MEMBER_STATE and asked.what.party is not None:
        bundle.begin_table(verifier.ACCESS)
        bundle.add_rows(verifier.ACCESS_HEADER)
        async for rows in access_log.of_party(session, seat, asked.what.party, asked.what.period):
            await asyncio.to_thread(bundle.add_rows, rows)


async def _setting(session: Reading, seat: Seat, row: QueuedExport, *, named: bool) -> Setting:
    where = (await document_names.of_team(session, seat.jit, row.language)).place(seat.party_code, seat.authority_code)
    who = f"{seat.name} ({seat.code})" if named and seat.name else seat.code
    return Setting(
        language=row.language,
        zone=row.zone,
        proceeding=row.proceeding,
        reason=row.reason if named else None,
        requested_by=", ".join(one for one in (who, where) if one),
    )


async def _exhibit_numbers(session: Reading, exhibits: Sequence[UUID]) -> list[str]:
    query = select(Evidence.exhibit_number).where(Evidence.id.in_(exhibits)).order_by(Evidence.exhibit_number)
    return list(await session.scalars(query)) if exhibits else []


def made_on(row: QueuedExport | Export) -> date:
    """Return the day on which the package was requested, in the time zone of its documents."""
    return row.requested_at.astimezone(ZoneInfo(row.zone)).date()


async def file_name(session: Reading, row: Export) -> str:
    """Return the name under which a package is downloaded, which is that of its folder."""
    exhibits = row.exhibits if row.evidence is None else [row.evidence]
    numbers, party = await _exhibit_numbers(session, exhibits or ()), await party_code(session, row.party)
    team = (await session.scalars(select(Jit.name).where(Jit.id == row.jit))).one()
    return package_name(team, row.profile, row.id, made_on(row), numbers, party) + ".zip"


async def party_code(session: Reading, party: UUID | None) -> str | None:
    """Return the code of a party of the team."""
    return None if party is None else (await session.scalars(select(Party.code).where(Party.id == party))).one()


async def _erased_at(session: Reading, evidence: UUID | None) -> str | None:
    query = select(Erasure.destroyed_at).where(Erasure.evidence == evidence)
    at = None if evidence is None else (await session.scalars(query)).one_or_none()
    return None if at is None else clock.rfc3339(at)


async def _closed(session: Reading, jit: UUID, size: int) -> tuple[str, int] | None:
    """Return time and position of the last entry, if the ledger of this size is closed."""
    last = await ending.of(session, jit)
    return None if last is None or last.position >= size else (clock.rfc3339(last.at), last.position)


async def _disclosed(
    session: Reading, jit: UUID, asked: RequestedPackage, size: int
) -> AsyncIterator[list[DisclosedEntry]]:
    """Yield the entries to disclose, in order of position, page by page."""
    profile, position = asked.what.profile, -1
    while True:
        page = await entries.disclosed_after(session, jit, position, entries.PAGE, asked.wanted, below=size)
        yield [
            receipts.disclosed(read, profiles.fields_of(profile, read.said.canonical, asked.row.id))
            for read in page
            if read.said
        ]
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
