"""Make export packages in the worker, one at a time; check the requester's seat and disk space at each step.

An export has an audit log entry of its own, which the package's checkpoint includes.
A cancelled export stops at its next page or while its document is produced. Cancelled, failed and expired exports leave
no file, also after a crash. The verified package is encrypted (`vault/bundle_store.py`) and its plain files are
deleted.
Not here: requests (`services/audit/exports.py`), the queue (`services/audit/export_queue.py`), content (`services/audit/bundles.py`).
"""

import asyncio
import threading
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, or_, select, text, update

from app import clock, log
from app.access import seats
from app.access.exporting import Profile
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Forbidden, NoSpace, Refusal, Unavailable
from app.exports.bundle import Bundle, Written
from app.exports.document.process import Stopped
from app.exports.originals import LeftOut, Original, path_of
from app.exports.seal import Sealing
from app.i18n.phrases import translated
from app.ledger import entries, journal
from app.ledger.checkpoints import Publisher
from app.ledger.facts import ExhibitExported, JitExported, PartyExported
from app.ledger.journal import Ledger
from app.ledger.signing.timestamps import Stamps
from app.ledger.witnesses import registry
from app.locks import ProcessLock, try_lock_process
from app.models import Export, Jit
from app.services.audit import bundle_news, bundles, export_files, export_queue, exports
from app.services.audit.export_queue import PackageStorage, QueuedExport
from app.services.evidence import files
from app.services.sharing import use_limits
from app.vault import reading, threads
from app.vault.bundle_store import BundleStore
from app.vault.keys import KeyGone
from app.vault.places import Place

_SEQUENCED_WITHIN_SECONDS: Final = 30.0
_LOOK_EVERY_SECONDS: Final = 0.02
_COSIGNED_WITHIN_SECONDS: Final = 5.0
_WATCH_EVERY_SECONDS: Final = 0.25
#: Blocks of 1 MiB of an original between two looks at the export and the disk.
_LOOK_EVERY_BLOCKS: Final = 256
#: The transaction that holds the lock is idle while a package is made, which may take minutes.
_AS_LONG_AS_IT_TAKES: Final = text("set local idle_in_transaction_session_timeout = 0")
_STILL_THERE: Final = text("select 1")
_NOT_MADE: Final = "The export failed. Request it again, or tell the operator."
_OVER: Final = ("cancelled", "failed", "expired")
_STATED: Final = ("profile", "language", "zone", "proceeding", "reason")
_logger = log.get("exports")


class ExportCancelled(Exception):  # noqa: N818 - no malfunction
    """The requester cancelled the export, or its content was erased meanwhile, so that it is made again."""


async def make_queued(
    database: Database, publisher: Publisher, stamps: Stamps, seal: Sealing, shelf: PackageStorage, host: str | None
) -> int:
    """Make the next package of the queue, including those that a crash interrupted. Return 1 if there was one.

    `host`: code of the party that runs the server.
    """
    async with database.engine() as lock:
        await lock.execute(_AS_LONG_AS_IT_TAKES)
        if not await try_lock_process(lock, ProcessLock.EXPORTS):
            return 0
        row = await export_queue.first(lock, shelf, publisher.waits)
        if row is None:
            return 0
        try:
            await _make(database, publisher, stamps, seal, shelf, host, row)
        except ExportCancelled:
            await threads.run_out(shelf.store.remove, row.jit, row.id)
        except Exception as error:  # an error must not block the next package
            await lock.execute(_STILL_THERE)  # fails if the lock was lost with the connection; then retried
            if isinstance(error, NoSpace):
                _logger.warning("no room for a bundle", export=str(row.id))
            elif not isinstance(error, Refusal):
                _logger.exception("an export failed", export=str(row.id))
                error = Unavailable(_NOT_MADE, code="bundle-not-made")
            await _fail(database, shelf.store, row, error)
        return 1


async def expire(database: Database, store: BundleStore, kept: timedelta) -> int:
    """Remove the files of expired packages. Return how many.

    Packages without an expiry time are kept for `kept`. Those of closed teams stay, as no others can be made.
    """
    async with database.engine() as session:
        gone = await session.execute(
            update(Export)
            .where(Export.state == "ready", func.coalesce(Export.expires_at, Export.ready_at + kept) <= clock.now())
            .where(select(Jit.id).where(Jit.id == Export.jit, Jit.state != "closed").exists())
            .values(state="expired", version=Export.version + 1)
            .returning(Export.jit, Export.id)
        )
        over = gone.all()
        for row in over:  # before the commit: a failed removal is retried
            await threads.run_out(store.remove, row.jit, row.id)
        return len(over)


async def tidy(database: Database, store: BundleStore, kept: timedelta) -> int:
    """Remove expired packages and leftovers of crashes. Return how many."""
    return await expire(database, store, kept) + await sweep(database, store)


async def sweep(database: Database, store: BundleStore) -> int:
    """Remove leftovers of crashes and encrypt packages that earlier versions stored in the clear. Return how many.

    All files of cancelled, failed or expired exports are removed. Does nothing while a package is being made, as its
    files
    are in the same place.
    """
    clear, sealed = await asyncio.to_thread(store.in_the_clear), await asyncio.to_thread(store.sealed)
    async with database.engine() as lock:
        if not clear | sealed or not await try_lock_process(lock, ProcessLock.EXPORTS):
            return 0
        left = or_(Export.id.in_(clear), Export.id.in_(sealed) & Export.state.in_(_OVER))
        rows = (await lock.execute(select(Export.jit, Export.id, Export.state).where(left))).all()
        for row in rows:
            await threads.run_out(store.clear, row.id)
            keep = store.seal_older if row.state == "ready" else store.remove
            await threads.run_out(keep, row.jit, row.id)
    return len(rows)


async def _make(
    database: Database,
    publisher: Publisher,
    stamps: Stamps,
    seal: Sealing,
    shelf: PackageStorage,
    host: str | None,
    row: QueuedExport,
) -> None:
    shelf.demand_room(row)  # before an entry records the export
    async with database.writing() as session:
        seat = await _seat(session, row)
        export = await _held(session, row.id, *exports.UNDER_WAY)
        export.state, export.written, export.version = "running", 0, export.version + 1
        if export.entry is None:
            export.entry = await append_own(session, seat, row)
        entry = export.entry
    await _sequenced(database, entry)
    note = await publisher.publish(Ledger(seat.jit, seat.ledger_origin), "export")
    await stamps.stamp(seat.jit, note)
    await _cosigned(database, seat, note)

    async def progress(written: int, total: int) -> None:
        shelf.demand_room(row)
        await _progress(database, row.id, written, total)

    with ExitStack() as opened:
        target = opened.enter_context(shelf.store.making(row.id)) / "bundle.zip"
        async with database.reading() as snapshot:
            seat = await _seat(snapshot, row)
            what = exports.what_of(row)
            wanted = await exports.wanted_of(snapshot, seat, what, entry)
            ask = bundles.RequestedPackage(row, what, wanted, note, host)
            signing = await asyncio.to_thread(seal)
            bundle = await bundles.gather(opened, snapshot, seat, publisher.keys, signing, ask, target, progress)
        try:  # outside the snapshot, as this takes long
            left_out = await _add_originals(database, shelf, row, bundle)
            made = await _sealed(database, row.id, bundle)
            shelf.demand_room(row, made.size_bytes)
            await threads.run_out(shelf.store.keep, row.jit, row.id, made.path)
        except KeyGone as removed:  # the key was removed because content was erased
            raise ExportCancelled from removed
    async with database.writing() as session:
        seat = await _seat(session, row)
        export = await _held(session, row.id, "running")
        if not await export_files.may_still(session, seat, row, left_out):
            raise ExportCancelled  # it is made again, without the originals to which access ended
        _finish(export, made, left_out, None if seat.closed else clock.now() + shelf.kept)
        await bundle_news.tell(session)


def _finish(export: Export, made: Written, left_out: frozenset[UUID], expires_at: datetime | None) -> None:
    """Enter what became of a package that is ready."""
    export.state, export.ready_at, export.version = "ready", clock.now(), export.version + 1
    export.expires_at = expires_at
    export.size_bytes, export.sha256 = made.size_bytes, made.sha256
    export.entries, export.withheld, export.written = made.entries, made.withheld, made.entries
    if export.downloads:
        export.files, export.left_out = made.originals, sorted(left_out)


async def _add_originals(
    database: Database, shelf: PackageStorage, row: QueuedExport, bundle: Bundle
) -> frozenset[UUID]:
    """Add the originals whose download is recorded and still allowed. Return the exhibits that it has none of."""
    if not row.downloads:
        return frozenset()
    async with database.reading() as session:
        found = await export_files.allowed(session, await _seat(session, row), row)
        held = [(one, each) for one in found.exhibits for each in enumerate(one.originals.files, 1)]
        segments = await files.segments_of_all(session, [file.id for _, (_, file) in held])
    shelf.demand_room(row, 2 * found.size_bytes)  # in the package, and in its encrypted copy
    left_out = [one for one in found.exhibits if not one.originals.files]
    for one in left_out:
        reason = translated(one.originals.missing or "", row.language)
        bundle.leave_out(LeftOut(one.exhibit_number, one.evidence, reason))
    for one, (number, file) in held:
        assert file.sha256 is not None
        path = path_of(one.exhibit_number, number, file.name)
        original = Original(path, one.exhibit_number, one.evidence, file.name, file.size_bytes, file.sha256)
        await asyncio.to_thread(bundle.begin_original, original)
        blocks = 0
        async for block in reading.read(shelf.vault, Place(row.jit, one.evidence, file.id), segments[file.id]):
            if blocks % _LOOK_EVERY_BLOCKS == 0:
                shelf.demand_room(row, _LOOK_EVERY_BLOCKS * len(block))
                await _demand_running(database, row.id)
            await asyncio.to_thread(bundle.add_block, block)
            blocks += 1
        await asyncio.to_thread(bundle.end_original)
    return frozenset(one.evidence for one in left_out)


async def _demand_running(database: Database, export: UUID) -> None:
    """Raise `ExportCancelled` if the export is not being made any more."""
    async with database.engine() as session:
        query = select(Export.id).where(Export.id == export, Export.state == "running")
        if (await session.execute(query)).one_or_none() is None:
            raise ExportCancelled


async def _sealed(database: Database, export: UUID, bundle: Bundle) -> Written:
    """Produce the document and verify the package, while watching for cancellation. Raises `CalledOff`."""
    called_off = threading.Event()
    watching = asyncio.create_task(_watch(database, export, called_off))
    try:
        return await asyncio.to_thread(bundle.seal, called_off.is_set)
    except Stopped as stop:
        raise ExportCancelled from stop
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(database: Database, export: UUID, called_off: threading.Event) -> None:
    """Poll until the package is made or the export is cancelled."""
    while not called_off.is_set():
        await asyncio.sleep(_WATCH_EVERY_SECONDS)
        try:
            await _demand_running(database, export)
        except ExportCancelled:
            called_off.set()


async def _held(session: Writing, export: UUID, *states: str) -> Export:
    """Lock and return the row if it is in one of these states. Raises `CalledOff`."""
    query = select(Export).where(Export.id == export, Export.state.in_(states)).with_for_update()
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise ExportCancelled
    return found


async def _progress(database: Database, export: UUID, written: int, total: int) -> None:
    """Store and announce the progress. Raises `CalledOff`."""
    async with database.engine() as session:
        said = await session.execute(
            update(Export)
            .where(Export.id == export, Export.state == "running")
            .values(written=written, total=total)
            .returning(Export.id)
        )
        if said.one_or_none() is None:
            raise ExportCancelled
        await bundle_news.tell(session)


async def append_own(session: Writing, seat: Seat, row: Export | QueuedExport) -> UUID:
    """Append the export's audit log entry, and return its id.

    An export of several exhibits first appends one entry per exhibit.
    """
    stated = {name: getattr(row, name) for name in _STATED}
    if row.evidence is not None:
        fact = _of_exhibit(row, row.evidence, stated)
        return (await journal.append(session, seat, fact))[0].id
    party = await bundles.party_code(session, row.party)
    if row.exhibits is not None:
        exhibits = sorted(row.exhibits)  # sorted, so that chains are locked in one order
        facts = [_of_exhibit(row, one, stated) for one in exhibits]
        appended = await journal.append(session, seat, *facts)
        heads = {str(one): entry.n for one, entry in zip(exhibits, appended, strict=True)}
    elif row.profile == Profile.STATISTICS:
        heads = {}
    else:
        heads = dict(await entries.exhibit_heads(session, seat.jit))
    whole: dict[str, Any] = {"export": row.id, "heads": heads, "party": party, "purpose": "AUDIT"} | stated
    whole |= {name: clock.rfc3339(at) for name in ("since", "until") if (at := getattr(row, name)) is not None}
    own = JitExported(**whole) if seat.party is None else PartyExported(hearing=((seat.party, (seat.id,)),), **whole)
    return (await journal.append(session, seat, own))[0].id


def _of_exhibit(row: Export | QueuedExport, evidence: UUID, stated: dict[str, Any]) -> ExhibitExported:
    limits = use_limits.in_entry(one for one in row.limits_of_use if one["evidence"] == str(evidence))
    return ExhibitExported(evidence=evidence, export=row.id, purpose="AUDIT", limits_of_use=limits, **stated)


async def _seat(session: Reading, row: QueuedExport) -> Seat:
    seat = await seats.take_again(session, row.requested_by, row.account, row.jit)
    if seat is None:
        raise Forbidden("The membership that requested this export has ended.", code="asker-gone")
    await exports.demand_may(session, seat, exports.what_of(row))
    return seat


async def _sequenced(database: Database, entry: UUID) -> None:
    """Wait until the export's entry has its position."""
    async with asyncio.timeout(_SEQUENCED_WITHIN_SECONDS):
        while not await entries.is_sequenced(database, entry):  # noqa: ASYNC110 - the event is in another process
            await asyncio.sleep(_LOOK_EVERY_SECONDS)


async def _cosigned(database: Database, seat: Seat, note: str) -> None:
    """Wait up to 5 s for co-signers. Missing cosignatures are stated in the package."""
    until = clock.monotonic() + _COSIGNED_WITHIN_SECONDS
    while clock.monotonic() < until:
        async with database.engine() as session:
            if not await registry.awaited(session, seat.jit, note):
                return
        await asyncio.sleep(5 * _LOOK_EVERY_SECONDS)


async def _fail(database: Database, store: BundleStore, row: QueuedExport, why: Refusal) -> None:
    await threads.run_out(store.remove, row.jit, row.id)  # the right may have ended after the file was written
    async with database.engine() as session:
        await session.execute(
            update(Export)
            .where(Export.id == row.id, Export.state.in_(exports.UNDER_WAY))
            .values(state="failed", problem=why.detail, problem_code=why.code, version=Export.version + 1)
        )
        await bundle_news.tell(session)
