"""Renditions: made after a file is ready, by the worker; recorded page by page.

Deliberately not here: the confined process that makes them (`vault/renditions.py`) and who may read (`services/openings.py`).
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, text, update

from app import log
from app.database import Database
from app.errors import Locked, Refusal
from app.models import File, Rendition, Segment
from app.vault import places, renditions
from app.vault.encryption import Damaged
from app.vault.places import Place
from app.vault.vault import Vault

_BATCH: Final = 20
_logger = log.get("renditions")


async def make_pending(database: Database, vault: Vault) -> int:
    """Make what waits, one file after the other. Returns how many files were looked at."""
    return await _make(database, vault, File.renditions == "pending")


async def make_of(database: Database, vault: Vault, evidence: UUID) -> int:
    """The same for one exhibit, now."""
    return await _make(database, vault, (File.renditions == "pending") & (File.evidence == evidence))


async def _make(database: Database, vault: Vault, which: ColumnElement[bool]) -> int:
    columns = (File.id, File.jit, File.evidence, File.media_type)
    async with database.engine() as session:
        waiting = (await session.execute(select(*columns).where(which).order_by(File.id).limit(_BATCH))).all()
    for row in waiting:
        try:
            await _make_one(database, vault, row)
        except Locked:
            continue
    return len(waiting)


async def _make_one(database: Database, vault: Vault, row: Any) -> None:  # noqa: ANN401 - a row of the query above
    place = Place(row.jit, row.evidence, row.id)
    with vault.locks.hold(place) as hold:
        async with database.engine() as session:
            recorded = await session.scalars(select(Segment).where(Segment.file == row.id).order_by(Segment.at_offset))
            segments = [places.Segment(one.at_offset, one.size_bytes, one.object) for one in recorded]
        try:
            made = await renditions.make(vault, hold, segments, row.media_type or "")
        except (Damaged, Refusal) as broken:
            _logger.warning("no rendition", file=str(row.id), problem=type(broken).__name__)
            made = renditions.Made((), more=False, problem=type(broken).__name__)
        async with database.engine() as session:
            await session.execute(delete(Rendition).where(Rendition.file == row.id))
            for page in made.pages:
                await session.execute(
                    _INSERT, {"file": row.id, "jit": row.jit, "evidence": row.evidence} | _columns(page)
                )
            await session.execute(
                update(File).where(File.id == row.id).values(renditions="made" if made.pages else "none")
            )


def _columns(page: renditions.Page) -> dict[str, Any]:
    return {"page": page.page, "media_type": page.media_type, "size": page.size_bytes, "object": page.object}


_INSERT: Final = text(
    "insert into renditions (file, page, jit, evidence, media_type, size_bytes, object)"
    " values (:file, :page, :jit, :evidence, :media_type, :size, :object)"
)
