"""Background job: make the renditions of ready files and record them page by page.

The result `none` is final, so it is recorded only if the file itself has no renditions or its key is removed. Other
errors leave the file pending: temporary read errors, or damaged bytes or keys that may be restored. The file is retried
at growing intervals and does not delay others.

Not here: the confined process that makes renditions (`vault/renditions.py`) and who may read them
(`services/custody/openings.py`).
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, select, text, true, update

from app import clock, log
from app.database import Database
from app.errors import Locked
from app.models import File, Rendition, Segment
from app.vault import places, renditions
from app.vault.places import Place
from app.vault.vault import Vault

_PAGE: Final = 100
#: Seconds before a file that failed is tried again; twice as many after each further failure.
_AGAIN, _AT_MOST = 5.0, 3600.0
_logger = log.get("renditions")


@dataclass(frozen=True, slots=True)
class _Failing:
    """A file whose renditions failed: the error, the pause in seconds, and the monotonic time of the next attempt."""

    error: str
    pause: float
    until: float


#: Failures by file id; files that are done or no longer pending are removed.
_failing: dict[UUID, _Failing] = {}


async def make_pending(database: Database, vault: Vault, *, scans: bool = False) -> int:
    """Make all pending renditions, one file after the other.

    Args:
        database: The database.
        vault: The vault.
        scans: Whether files are scanned for malware: those that were not scanned yet are left for later.

    Returns:
        How many files were done, without those that others hold or that failed.
    """
    made, waiting = 0, set[UUID]()
    ready = (File.renditions == "pending") & (File.scan.is_not(None) if scans else true())
    async for row in _waiting(database, ready):
        waiting.add(row.id)
        failed = _failing.get(row.id)
        if failed is None or failed.until <= clock.monotonic():
            made += await _try(database, vault, row)
    for over in _failing.keys() - waiting:
        del _failing[over]
    return made


async def make_of(database: Database, vault: Vault, evidence: UUID) -> int:
    """Make the pending renditions of one exhibit now. Return how many files were done."""
    which = (File.renditions == "pending") & (File.evidence == evidence)
    return sum([await _try(database, vault, row) async for row in _waiting(database, which)])


async def _waiting(database: Database, which: ColumnElement[bool]) -> AsyncIterator[Any]:
    """Yield all matching files, a page at a time, so that failing files do not block those after them."""
    query = select(File.id, File.jit, File.evidence, File.media_type).where(which).order_by(File.id).limit(_PAGE)
    page = query
    while True:
        async with database.engine() as session:
            rows = (await session.execute(page)).all()
        for row in rows:
            yield row
        if len(rows) < _PAGE:
            return
        page = query.where(File.id > rows[-1].id)


async def _try(database: Database, vault: Vault, row: Row[Any]) -> int:
    """Process one file. An error that is not the file's leaves it pending for a later attempt."""
    try:
        made = await _make_one(database, vault, row)
    except Locked:
        return 0
    except Exception as error:  # noqa: BLE001 - it is logged
        _failing[row.id] = _tell(row, error, _failing.get(row.id))
        return 0
    _failing.pop(row.id, None)
    return made


def _tell(row: Row[Any], error: Exception, former: _Failing | None) -> _Failing:
    """Log a failure and return the next pause. The traceback is logged only if the error is new."""
    kind, pause = type(error).__name__, _AGAIN if former is None else min(2 * former.pause, _AT_MOST)
    told = {"file": str(row.id), "jit": str(row.jit), "seconds": pause}
    if former is None or former.error != kind:
        _logger.error("pages cannot be made now; trying again", exc_info=error, **told)
    else:
        _logger.warning("pages still cannot be made; trying again", error=kind, **told)
    return _Failing(kind, pause, clock.monotonic() + pause)


async def _make_one(database: Database, vault: Vault, row: Row[Any]) -> int:
    """Make the renditions of one file. Return 0 if another worker did so since the query.

    Raises:
        KeyGone: Its key is missing. It stays pending, because the key may be restored.
        Locked: Another process holds the file.
    """
    place = Place(row.jit, row.evidence, row.id)
    with vault.locks.hold(place) as hold:
        async with database.engine() as session:
            still = select(File.id).where(File.id == row.id, File.renditions == "pending")
            if await session.scalar(still) is None:
                return 0
            recorded = await session.scalars(select(Segment).where(Segment.file == row.id).order_by(Segment.at_offset))
            segments = [places.Segment(one.at_offset, one.size_bytes, one.object) for one in recorded]
        made = await renditions.make(vault, hold, segments, row.media_type or "")
        async with database.engine() as session:
            await session.execute(delete(Rendition).where(Rendition.file == row.id))
            for page in made.pages:
                await session.execute(
                    _INSERT, {"file": row.id, "jit": row.jit, "evidence": row.evidence} | _columns(page)
                )
            await session.execute(
                update(File)
                .where(File.id == row.id)
                .values(renditions="made" if made.pages else "none", shown_in_part=made.more)
            )
    return 1


def _columns(page: renditions.Page) -> dict[str, Any]:
    return {"page": page.page, "media_type": page.media_type, "size": page.size_bytes, "object": page.object}


_INSERT: Final = text(
    "insert into renditions (file, page, jit, evidence, media_type, size_bytes, object)"
    " values (:file, :page, :jit, :evidence, :media_type, :size, :object)"
)
