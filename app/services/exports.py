"""Custody bundles: asked for, made by the worker with the requester's seat taken again at each step, fetched.

An export is itself an entry, inside the checkpoint that its bundle carries. Deliberately not here: the bundle's format
(`exports/bundle.py`).
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text, update

from app import clock, log
from app.access import seats
from app.access.decisions import Act, decide
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, NotFound, Refusal, Unavailable
from app.exports.setting import AS_EVER, Setting
from app.ledger import entries, journal, witnesses
from app.ledger.checkpoints import Publisher
from app.ledger.facts import ExhibitExported, JitExported
from app.ledger.journal import Ledger
from app.ledger.timestamps import Stamps
from app.models import Evidence, Export, Release
from app.services import bundles, releases
from app.services.terms import conditions, facts_of
from app.services.zones import zone_of

_SEQUENCED_WITHIN_SECONDS: Final = 30.0
_LOOK_EVERY_SECONDS: Final = 0.02
_COSIGNED_WITHIN_SECONDS: Final = 5.0
_LOCK: Final = 0x11A150_E79
_NOT_MADE: Final = "The bundle could not be made. Ask for it again, or tell the operator."
_ROW: Final = [getattr(Export, name) for name in ("id", "jit", "requested_by", "account", "evidence", "profile")] + [
    getattr(Export, name) for name in ("language", "zone", "proceeding", "reason")
]
_logger = log.get("exports")


async def request(
    session: Writing, seat: Seat, profile: str, evidence: UUID | None, asked: Setting = AS_EVER
) -> Export:
    """Queue a bundle. `court`: of one exhibit, for its originator and auditors; `archive`: for the JIT's auditor.

    Raises `Invalid` for a zone that is none.
    """
    await _demand_may(session, seat, evidence)
    export = Export(
        id=clock.new_id(),
        jit=seat.jit,
        requested_by=seat.id,
        account=seat.account,
        evidence=evidence,
        entry=None,
        profile=profile,
        state="queued",
        requested_at=clock.now(),
        ready_at=None,
        size_bytes=None,
        sha256=None,
        entries=None,
        withheld=None,
        problem=None,
        problem_code=None,
        language=asked.language,
        zone=zone_of(asked.zone, field="zone"),
        proceeding=asked.proceeding,
        reason=asked.reason,
        version=1,
    )
    session.add(export)
    await session.flush()
    return export


async def mine(session: Reading, before: UUID | None, limit: int) -> Sequence[Export]:
    """The seat's own exports, newest first."""
    query = select(Export).order_by(Export.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(Export.id < before))).all()


async def find(session: Reading, export: UUID, *, held: bool = False) -> Export:
    """One of the seat's own; `held` until the transaction ends. Raises `NotFound`."""
    query = select(Export).where(Export.id == export)
    found = (await session.scalars(query.with_for_update() if held else query)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def ready(session: Reading, seat: Seat, export: UUID) -> Export:
    """One that can be fetched, by a seat that may still have it. Raises `NotFound`, `Forbidden`, `Conflict`."""
    found = await find(session, export)
    if found.state != "ready":
        raise Conflict("The bundle is not ready.", code="not-ready", extra={"state": found.state})
    await _demand_may(session, seat, found.evidence)
    return found


async def make_queued(database: Database, publisher: Publisher, stamps: Stamps, folder: Path) -> int:
    """Make the oldest queued bundle; what a crash left running is made again. Returns 1 when there was one."""
    async with database.engine() as lock:
        if not (await lock.execute(text("select pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})).scalar_one():
            return 0
        row = (
            await lock.execute(
                select(*_ROW).where(Export.state.in_(("queued", "running"))).order_by(Export.id).limit(1)
            )
        ).one_or_none()
        if row is None:
            return 0
        try:
            await _make(database, publisher, stamps, folder, row)
        except Refusal as refusal:
            await _fail(database, folder, row.id, refusal)
        except Exception:  # whatever it was, the next one in the queue does not wait for it
            _logger.exception("an export failed", export=str(row.id))
            await _fail(database, folder, row.id, Unavailable(_NOT_MADE, code="bundle-not-made"))
        return 1


async def _make(database: Database, publisher: Publisher, stamps: Stamps, folder: Path, row: Any) -> None:  # noqa: ANN401 - a row of the queue
    async with database.writing() as session:
        seat = await _seat(session, row)
        export = await find(session, row.id)
        export.state, export.version = "running", export.version + 1
        if export.entry is None:
            export.entry = await _append(session, seat, row)
    await _sequenced(database, export.entry)
    ledger = Ledger(seat.jit, seat.ledger_origin)
    note = await publisher.publish(ledger, "export")
    await stamps.stamp(seat.jit, note)
    await _cosigned(database, seat, note)
    async with database.reading() as snapshot:
        seat = await _seat(snapshot, row)
        made = await bundles.write(snapshot, seat, publisher.keys, row, note, folder / f"{row.id}.zip")
    async with database.writing() as session:
        await _seat(session, row)
        export = await find(session, row.id, held=True)
        if export.state != "running":  # what it holds was erased meanwhile: it is made again
            return
        export.state, export.ready_at, export.version = "ready", clock.now(), export.version + 1
        export.size_bytes, export.sha256 = made.size_bytes, made.sha256
        export.entries, export.withheld = made.entries, made.withheld


async def _append(session: Writing, seat: Seat, row: Any) -> UUID:  # noqa: ANN401
    stated = {name: getattr(row, name) for name in ("profile", "language", "zone", "proceeding", "reason")}
    if row.evidence is not None:
        fact = ExhibitExported(evidence=row.evidence, export=row.id, purpose="AUDIT", **stated)
        return (await journal.append(session, seat, fact))[0].id
    heads = await entries.exhibit_heads(session, seat.jit)
    archived = JitExported(export=row.id, heads=heads, purpose="AUDIT", **stated)
    return (await journal.append(session, seat, archived))[0].id


async def _seat(session: Reading, row: Any) -> Seat:  # noqa: ANN401
    seat = await seats.take_again(session, row.requested_by, row.account, row.jit)
    if seat is None:
        raise Forbidden("The seat that asked for this bundle has ended.", code="asker-gone")
    await _demand_may(session, seat, row.evidence)
    return seat


async def _demand_may(session: Reading, seat: Seat, evidence: UUID | None) -> None:
    """Asked when it is requested, at each step of making it and when it is fetched. Raises `NotFound`, `Forbidden`."""
    if not seat.may(Permission.EXPORT_MAKE):
        raise Forbidden(
            "The role of the seat that asked for this bundle does not include it any more.", code="role-may-not"
        )
    if evidence is not None:
        exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
        if exhibit is None:
            raise NotFound
        _demand_court(seat, exhibit, await releases.rows_of(session, evidence))
    elif not seat.audits_the_jit:
        raise Forbidden("Only the auditor of the whole team exports its archive.", code="auditor-only")


def _demand_court(seat: Seat, exhibit: Evidence, rows: Sequence[Release]) -> None:
    decision = decide(seat, facts_of(exhibit), [conditions(row) for row in rows], clock.now(), Act.BUNDLE)
    if decision.allowed:
        return
    if "court_use_not_consented" in decision.because:
        raise Forbidden(
            f"{exhibit.exhibit_number} bears H1: it enters no bundle for a court without its originator's consent. "
            "Ask the originator for its use in court. Nothing was exported.",
            code="h1-needs-consent",
            about=exhibit.id,
        )
    raise Forbidden(
        "Only its originator, auditors, and parties with its consent to use in court export the custody of an exhibit.",
        code="originator-only",
        about=exhibit.id,
    )


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


async def _fail(database: Database, folder: Path, export: UUID, why: Refusal) -> None:
    (folder / f"{export}.zip").unlink(missing_ok=True)  # its asker lost the right after it was written
    async with database.engine() as session:
        await session.execute(
            update(Export)
            .where(Export.id == export)
            .values(state="failed", problem=why.detail, problem_code=why.code, version=Export.version + 1)
        )
