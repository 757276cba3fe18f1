"""Making custody bundles, by the worker: one at a time, with the asker's seat and room on the disk looked for again at each step.

An export is itself an entry, inside the checkpoint that its bundle carries. One that is called off stops at its next page, or while
its document is set; one whose time is over, and one that a crash cut short before it was called off, leaves no file. Once it is
verified it is sealed (`vault/bundle_store.py`); what was written in the clear to make it goes.
Deliberately not here: asking for one (`services/exports.py`), whose turn it is (`services/export_queue.py`), what is in it (`services/bundles.py`).
"""

import asyncio
import threading
from contextlib import ExitStack
from datetime import timedelta
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
from app.exports.document.setting import Stopped
from app.exports.seal import Sealing
from app.ledger import entries, journal, witnesses
from app.ledger.checkpoints import Publisher
from app.ledger.facts import ExhibitExported, JitExported, PartyExported
from app.ledger.journal import Ledger
from app.ledger.timestamps import Stamps
from app.models import Export, Jit
from app.services import bundle_news, bundles, export_queue, exports
from app.services.export_queue import Shelf
from app.vault import threads
from app.vault.bundle_store import BundleStore
from app.vault.keys import KeyGone

_SEQUENCED_WITHIN_SECONDS: Final = 30.0
_LOOK_EVERY_SECONDS: Final = 0.02
_COSIGNED_WITHIN_SECONDS: Final = 5.0
_WATCH_EVERY_SECONDS: Final = 0.25
_LOCK: Final = 0x11A150_E79
#: The lock's own transaction says nothing while a bundle is made, which may take minutes.
_AS_LONG_AS_IT_TAKES: Final = text("set local idle_in_transaction_session_timeout = 0")
_STILL_THERE: Final = text("select 1")
_NOT_MADE: Final = "The bundle could not be made. Ask for it again, or tell the operator."
_OVER: Final = ("cancelled", "failed", "expired")
_STATED: Final = ("profile", "language", "zone", "proceeding", "reason")
_logger = log.get("exports")


class CalledOff(Exception):  # noqa: N818 - no malfunction
    """Its asker has called it off; or what it holds was erased meanwhile, and it is made again."""


async def make_queued(database: Database, publisher: Publisher, stamps: Stamps, seal: Sealing, shelf: Shelf) -> int:
    """Make the bundle whose turn it is; what a crash left running is made again. Returns 1 when there was one."""
    async with database.engine() as lock:
        await lock.execute(_AS_LONG_AS_IT_TAKES)
        if not (await lock.execute(text("select pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})).scalar_one():
            return 0
        row = await export_queue.first(lock, shelf)
        if row is None:
            return 0
        try:
            await _make(database, publisher, stamps, seal, shelf, row)
        except CalledOff:
            await threads.run_out(shelf.store.remove, row.jit, row.id)
        except Exception as error:  # whatever it was, the next one in the queue does not wait for it
            await lock.execute(_STILL_THERE)  # else the database fell meanwhile, and the lock with it: it is made again
            if isinstance(error, NoSpace):
                _logger.warning("no room for a bundle", export=str(row.id))
            elif not isinstance(error, Refusal):
                _logger.exception("an export failed", export=str(row.id))
                error = Unavailable(_NOT_MADE, code="bundle-not-made")
            await _fail(database, shelf.store, row, error)
        return 1


async def expire(database: Database, store: BundleStore, kept: timedelta) -> int:
    """Remove the files of bundles whose time is over; of those made before there was one, `kept` after they were. Returns how many.

    A closed team's stay: no other is made.
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
        for row in over:  # before it is said: what cannot be removed is tried again
            await threads.run_out(store.remove, row.jit, row.id)
        return len(over)


async def tidy(database: Database, store: BundleStore, kept: timedelta) -> int:
    """Both: remove what is over, and what a crash left."""
    return await expire(database, store, kept) + await sweep(database, store)


async def sweep(database: Database, store: BundleStore) -> int:
    """Remove what a crash left of bundles, and seal those that lie there in the clear from before. Returns of how many.

    Of those that were called off, or given up, since, all goes: nobody makes them again. Not while one is made: what lies there
    then may be its own.
    """
    clear, sealed = await asyncio.to_thread(store.in_the_clear), await asyncio.to_thread(store.sealed)
    async with database.engine() as lock:
        if (
            not clear | sealed
            or not (await lock.execute(text("select pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})).scalar_one()
        ):
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
    shelf: Shelf,
    row: Any,  # noqa: ANN401 - a row of the queue
) -> None:
    shelf.demand_room(row)  # before an entry says that it was made
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
            ask = bundles.Asked(row, what, await exports.wanted_of(snapshot, seat, what, entry), note)
            signing = await asyncio.to_thread(seal)
            bundle = await bundles.gather(opened, snapshot, seat, publisher.keys, signing, ask, target, progress)
        made = await _sealed(database, row.id, bundle)  # no snapshot waits for that
        shelf.demand_room(row, made.size_bytes)
        try:
            await threads.run_out(shelf.store.keep, row.jit, row.id, made.path)
        except KeyGone as removed:  # with what was erased meanwhile
            raise CalledOff from removed
    async with database.writing() as session:
        seat = await _seat(session, row)
        export = await _held(session, row.id, "running")
        export.state, export.ready_at, export.version = "ready", clock.now(), export.version + 1
        export.expires_at = None if seat.closed else clock.now() + shelf.kept
        export.size_bytes, export.sha256 = made.size_bytes, made.sha256
        export.entries, export.withheld, export.written = made.entries, made.withheld, made.entries
        await bundle_news.tell(session)


async def _sealed(database: Database, export: UUID, bundle: Bundle) -> Written:
    """A document is set, and all is verified; whoever calls it off meanwhile is heard. Raises `CalledOff`."""
    called_off = threading.Event()
    watching = asyncio.create_task(_watch(database, export, called_off))
    try:
        return await asyncio.to_thread(bundle.seal, called_off.is_set)
    except Stopped as stop:
        raise CalledOff from stop
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(database: Database, export: UUID, called_off: threading.Event) -> None:
    """Until it is made: look whether anybody wants it still."""
    query = select(Export.id).where(Export.id == export, Export.state == "running")
    while not called_off.is_set():
        await asyncio.sleep(_WATCH_EVERY_SECONDS)
        async with database.engine() as session:
            if (await session.execute(query)).one_or_none() is None:
                called_off.set()


async def _held(session: Writing, export: UUID, *states: str) -> Export:
    """The row, locked, while it is in one of these states. Raises `CalledOff`."""
    query = select(Export).where(Export.id == export, Export.state.in_(states)).with_for_update()
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise CalledOff
    return found


async def _progress(database: Database, export: UUID, written: int, total: int) -> None:
    """Say how far it is, between pages. Raises `CalledOff`."""
    async with database.engine() as session:
        said = await session.execute(
            update(Export)
            .where(Export.id == export, Export.state == "running")
            .values(written=written, total=total)
            .returning(Export.id)
        )
        if said.one_or_none() is None:
            raise CalledOff
        await bundle_news.tell(session)


async def append_own(session: Writing, seat: Seat, row: Any) -> UUID:  # noqa: ANN401
    """The export's own entry; of several exhibits, one of each before it."""
    stated = {name: getattr(row, name) for name in _STATED}
    if row.evidence is not None:
        fact = ExhibitExported(evidence=row.evidence, export=row.id, purpose="AUDIT", **stated)
        return (await journal.append(session, seat, fact))[0].id
    party = await bundles.party_code(session, row.party)
    if row.exhibits is not None:
        exhibits = sorted(row.exhibits)  # chains are locked in one order
        facts = [ExhibitExported(evidence=one, export=row.id, purpose="AUDIT", **stated) for one in exhibits]
        appended = await journal.append(session, seat, *facts)
        heads = {str(one): entry.n for one, entry in zip(exhibits, appended, strict=True)}
    elif row.profile == Profile.STATISTICS:
        heads = {}
    else:
        heads = dict(await entries.exhibit_heads(session, seat.jit))
    whole = {"export": row.id, "heads": heads, "party": party, "purpose": "AUDIT"} | stated
    own = JitExported(**whole) if seat.party is None else PartyExported(hearing=((seat.party, (seat.id,)),), **whole)
    return (await journal.append(session, seat, own))[0].id


async def _seat(session: Reading, row: Any) -> Seat:  # noqa: ANN401
    seat = await seats.take_again(session, row.requested_by, row.account, row.jit)
    if seat is None:
        raise Forbidden("The seat that asked for this bundle has ended.", code="asker-gone")
    await exports.demand_may(session, seat, exports.what_of(row))
    return seat


async def _sequenced(database: Database, entry: UUID) -> None:
    """Wait until the export's own entry has its position."""
    async with asyncio.timeout(_SEQUENCED_WITHIN_SECONDS):
        while not await entries.is_sequenced(database, entry):  # noqa: ASYNC110 - the event is in another process
            await asyncio.sleep(_LOOK_EVERY_SECONDS)


async def _cosigned(database: Database, seat: Seat, note: str) -> None:
    """Give the witnesses a moment: what they have not cosigned by then is missing from the bundle, and it says so."""
    until = clock.monotonic() + _COSIGNED_WITHIN_SECONDS
    while clock.monotonic() < until:
        async with database.engine() as session:
            if not await witnesses.awaited(session, seat.jit, note):
                return
        await asyncio.sleep(5 * _LOOK_EVERY_SECONDS)


async def _fail(database: Database, store: BundleStore, row: Any, why: Refusal) -> None:  # noqa: ANN401
    await threads.run_out(store.remove, row.jit, row.id)  # its asker lost the right after it was written
    async with database.engine() as session:
        await session.execute(
            update(Export)
            .where(Export.id == row.id, Export.state.in_(exports.UNDER_WAY))
            .values(state="failed", problem=why.detail, problem_code=why.code, version=Export.version + 1)
        )
        await bundle_news.tell(session)
