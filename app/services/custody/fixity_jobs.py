"""Background job for integrity checks: read each stored file again and compare it with its recorded hash.

Order of work: ordered checks, then checks already begun, then exhibits with the oldest check. Every second run starts
with the oldest check, so that orders cannot delay the schedule without end.

One exhibit is checked at a time, file by file, at a limited rate. Results of single files are stored, so that the job
resumes after a restart. When all files are read, one ledger entry reports the result. Every chunk is authenticated, so
unreadable bytes are detected as well as changed ones. Erased exhibits are skipped. Quarantined and privileged ones are
checked, because nobody sees content.

Not here: files with a differing hash that await a decision, and ordering checks (`services/custody/fixity.py`).
"""

import asyncio
import errno
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import DateTime, Row, bindparam, text

from app import VERSION, clock, log
from app.database import Database, Writing
from app.ledger import alarms, journal
from app.ledger.facts import FixityFailed, FixityVerified
from app.ledger.journal import Ledger
from app.vault import reading, threads
from app.vault.encryption import Damaged
from app.vault.keys import KeyGone
from app.vault.locks import FileInUse
from app.vault.places import Place, Segment
from app.vault.vault import Vault

SOFTWARE: Final = f"Liaison {VERSION}"
_BATCH: Final = 20
_NAMED: Final = 5
_logger = log.get("fixity")


@dataclass(slots=True)
class Pace:
    """Limit reading to so many bytes a second. Unused capacity is not saved.

    Attributes:
        bytes_per_second: The limit.
        free_at: When the next bytes may be read, on the monotonic clock.
        plan_first: Whether the next run starts with scheduled checks.
    """

    bytes_per_second: float
    free_at: float = 0.0
    plan_first: bool = False

    async def spend(self, size: int) -> None:
        """Account for bytes that were read; return when the next bytes may be read."""
        now = clock.monotonic()
        self.free_at = max(self.free_at, now) + size / self.bytes_per_second
        await asyncio.sleep(self.free_at - now)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of reading one file: its hash, or why there is none."""

    begun_at: datetime
    found: str | None
    problem: str | None


async def turn(database: Database, vault: Vault, every: timedelta | None, pace: Pace) -> int:
    """Check the first exhibit due; if it cannot be checked now, try the next.

    Args:
        database: The database.
        vault: The vault.
        every: Interval of scheduled checks; `None` to run only orders and checks already begun.
        pace: The rate limit, shared by all runs of a worker.

    Returns:
        The number of exhibits for which work was done, 0 or 1.
    """
    asked = {"before": clock.now() - every if every else None, "most": _BATCH, "plan_first": pace.plan_first}
    pace.plan_first = not pace.plan_first  # repeated orders must not delay scheduled checks
    async with database.engine() as session:
        due = (await session.execute(_DUE, asked)).all()
        await _end_alarms(session)
    for row in due:
        try:
            with vault.locks.hold(Place(row.jit, row.evidence, file=row.evidence)):
                done = await _check(database, vault, pace, row)
        except FileInUse:  # another worker checks this exhibit
            continue
        except Exception:
            _logger.exception("an exhibit cannot be checked now; the next one is", evidence=str(row.evidence))
            continue
        if done:
            return 1
    return 0


async def _check(database: Database, vault: Vault, pace: Pace, due: Row[Any]) -> bool:
    """Check the remaining files of one exhibit, then append its entry. Return whether there was anything to do."""
    async with database.engine() as session:
        if await session.scalar(_SINCE, {"evidence": due.evidence}) != due.since:
            return False  # another worker finished it since the query
        files = (await session.execute(_FILES, {"evidence": due.evidence})).all()
    for file in files:
        async with database.engine() as session:
            rows = (await session.execute(_SEGMENTS, {"file": file.id})).all()
        segments = [Segment(row.at_offset, row.size_bytes, row.object) for row in rows]
        outcome = await _read(vault, Place(due.jit, due.evidence, file.id), segments, file.size_bytes, pace)
        kept = {"file": file.id, "jit": due.jit, "evidence": due.evidence, "size": file.size_bytes}
        kept |= {"begun": outcome.begun_at, "now": clock.now()}
        async with database.engine() as session:
            await session.execute(_KEEP, kept | {"found": outcome.found, "problem": outcome.problem})
    async with database.engine() as session:
        return await _enter(session, due)


async def _read(vault: Vault, place: Place, segments: list[Segment], size: int, pace: Pace) -> Outcome:
    """Read a file from the first to the last byte. Errors that are not the file's are raised."""
    begun_at, running = clock.now(), sha256()
    if (segments[-1].end if segments else 0) != size:
        return Outcome(begun_at, None, "its recorded segments are not as long as the file was")
    try:
        async for block in reading.read(vault, place, segments):
            await threads.run(running.update, block)
            await pace.spend(len(block))
    except Damaged as damage:
        return Outcome(begun_at, None, str(damage))
    except KeyGone:
        return Outcome(begun_at, None, "its key is missing")
    except OSError as error:
        if error.errno != errno.EIO:  # only EIO is a fault of the medium; other errors are retried
            raise
        return Outcome(begun_at, None, "the medium gives a read error")
    return Outcome(begun_at, running.hexdigest(), None)


async def _enter(session: Writing, due: Row[Any]) -> bool:
    """Append the result once. The lock on the exhibit's `fixity` row ensures that one worker takes all results.

    Nothing is reported for an exhibit that was erased meanwhile. Return whether the check is finished.
    """
    state = {"evidence": due.evidence}
    held = (await session.execute(_HOLD, state)).one_or_none()
    if held is not None and held.status != "erased" and (await session.execute(_FILES, state)).first() is not None:
        return False  # a new file arrived, or a worker without a shared disk (and lock) is checking: not complete yet
    rows = (await session.execute(_TAKE, state)).all()
    if held is None or held.status == "erased" or not (rows or await session.scalar(_STORED, state)):
        await session.execute(_FORGET_ORDERS, state)
        await session.execute(_FORGET, state)
        return True
    if not rows:
        return False
    begun_at, failed = min(row.begun_at for row in rows), [row for row in rows if row.found != row.expected]
    await session.execute(_SETTLE, state | {"begun": begun_at})
    verdict = "failed" if failed else "verified"
    await session.execute(_REACHED, state | {"now": clock.now(), "verdict": verdict})
    said = {
        "evidence": due.evidence,
        "begun_at": clock.rfc3339(begun_at),
        "ended_at": clock.rfc3339(max(row.checked_at for row in rows)),
        "software": SOFTWARE,
        "files_checked": len(rows),
        "bytes_checked": sum(row.size_bytes for row in rows),
    }
    ledger = Ledger(due.jit, due.ledger_origin)
    if not failed:
        files = [_as_found(row) for row in rows]
        await journal.append_as_system(session, ledger, FixityVerified(**said, files=files))
        return True
    files = [_as_found(row) | {"found": row.found, "problem": row.problem} for row in rows]
    await journal.append_as_system(session, ledger, FixityFailed(**said, files=files, files_failed=len(failed)))
    named = ", ".join(str(row.file) for row in failed[:_NAMED])
    detail = f"{len(failed)} of {len(rows)} stored files of exhibit {due.evidence} are damaged: {named}"
    await alarms.sound(session, due.jit, "fixity", detail)
    return True


def _as_found(row: Row[Any]) -> dict[str, Any]:
    return {"file": str(row.file), "sha256": row.expected, "checked_at": clock.rfc3339(row.checked_at)}


async def _end_alarms(session: Writing) -> None:
    """End the alarm of each team that has no damaged exhibit left, because they were restored or erased."""
    for jit in list(await session.scalars(_OVER)):
        await alarms.end(session, jit, "fixity")


def _moments(*names: str) -> list[Any]:
    return [bindparam(name, type_=DateTime(timezone=True)) for name in names]


_DUE: Final = text(
    """
    select q.evidence, q.jit, f.since, j.ledger_origin from (
      select evidence, jit, 0 as rank, min(ordered_at) as at from fixity_orders group by evidence, jit
      union all
      select evidence, jit, 1, min(begun_at) from fixity_found group by evidence, jit
      union all
      (select x.evidence, x.jit, case when cast(:plan_first as boolean) then -1 else 2 end, x.since
         from fixity x join jits o on o.id = x.jit and o.state <> 'closed'
        where x.since <= :before order by x.since limit :most)
    ) q join jits j on j.id = q.jit and j.state <> 'closed' left join fixity f on f.evidence = q.evidence order by q.rank, q.at limit :most
    """
).bindparams(*_moments("before"))
_SINCE: Final = text("select since from fixity where evidence = :evidence")
_FILES: Final = text(
    "select f.id, f.size_bytes from files f where f.evidence = :evidence and f.state = 'ready'"
    " and not exists (select 1 from fixity_found x where x.file = f.id) order by f.id"
)
_STORED: Final = text("select exists (select 1 from files f where f.evidence = :evidence and f.state = 'ready')")
_SEGMENTS: Final = text("select at_offset, size_bytes, object from segments where file = :file order by at_offset")
_KEEP: Final = text(
    "insert into fixity_found (file, jit, evidence, begun_at, checked_at, size_bytes, found, problem)"
    " values (:file, :jit, :evidence, :begun, :now, :size, :found, :problem) on conflict do nothing"
).bindparams(*_moments("begun", "now"))
_HOLD: Final = text(
    "select e.status from fixity x join evidence e on e.id = x.evidence where x.evidence = :evidence for update of x"
)
_TAKE: Final = text("select * from take_fixity(:evidence)")
_SETTLE: Final = text("delete from fixity_orders where evidence = :evidence and ordered_at <= :begun").bindparams(
    *_moments("begun")
)
_FORGET_ORDERS: Final = text("delete from fixity_orders where evidence = :evidence")
_FORGET: Final = text("delete from fixity where evidence = :evidence")
_REACHED: Final = text(
    "update fixity set since = :now, checked_at = :now, verdict = :verdict where evidence = :evidence"
).bindparams(*_moments("now"))
_OVER: Final = text(
    "select a.jit from alarms a where a.what = 'fixity' and not exists ("
    "select 1 from fixity x join evidence e on e.id = x.evidence"
    " where x.jit = a.jit and x.verdict = 'failed' and e.status <> 'erased')"
)
