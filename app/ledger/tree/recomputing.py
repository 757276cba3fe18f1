"""Daily recomputation: checks published entries against their commitments, and these against the signed root.

A round goes through one ledger in pages, once a day, and stores its progress. Bodies and fields are hashed in the
database, by a function that returns only where something differs, so the engine role reads no content.

Not here: entries that are sequenced and not published; the publisher checks those before it signs (`ledger/checkpoints.py`).
"""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, bindparam, text

from app import clock
from app.database import Database, Reading, Writing
from app.ledger import alarms
from app.ledger.alarms import LedgerDamagedError
from app.ledger.signing.notes import Checkpoint, parse
from app.ledger.tree import nodes
from app.ledger.tree.merkle import HASH_BYTES, Frontier, leaf_hash

EVERY: Final = timedelta(hours=24)
PAGE: Final = 2_000
_NAMED: Final = 5


async def turn(database: Database, every: timedelta = EVERY) -> int:
    """Check one page of one ledger whose round is due or running. Return the number of entries; 0 if none is due."""
    async with database.engine() as session:
        await session.execute(_BEGIN, {"now": clock.now(), "before": clock.now() - every})
        row = (await session.execute(_NEXT)).one_or_none()
        return 0 if row is None else await _page(session, row)


async def finished_at(session: Reading, jit: UUID) -> datetime | None:
    """Return when the last round of a ledger ended; None before the first, and while one is running."""
    found = await session.execute(text("select finished_at from recomputations where jit = :jit"), {"jit": jit})
    at: datetime | None = found.scalar_one_or_none()
    return at


async def _page(session: Writing, row: Row[Any]) -> int:
    behind = min(row.position + PAGE, row.target)
    found = row.found or await _differences(session, row.jit, row.position, behind)
    frontier = Frontier.from_bytes(row.position, row.edge)
    try:
        for commitment in _split(await nodes.commitments(session, row.jit, row.position, behind)):
            frontier.append(leaf_hash(commitment))
        if behind == row.target:
            found = found or await _other_root(session, row, frontier)
    except LedgerDamagedError as error:
        found, behind, frontier = found or str(error), row.target, Frontier()
    done = behind == row.target
    if done and found:
        await alarms.sound(session, row.jit, "recomputation", found)
    elif done:
        await alarms.end(session, row.jit, "recomputation")
    reached = {"position": behind, "edge": frontier.to_bytes(), "found": found}
    await session.execute(_REACHED, {"jit": row.jit, "finished": clock.now() if done else None, **reached})
    return int(behind - row.position)


async def _differences(session: Writing, jit: UUID, first: int, behind: int) -> str | None:
    """Return text that names the first few entries that differ from their commitments; None if there are none."""
    rows = (await session.execute(_DIFFERING, {"jit": jit, "first": first, "behind": behind})).all()
    if not rows:
        return None
    named = ", ".join(f"position {row.place}: {row.what}" for row in rows[:_NAMED])
    return named if len(rows) <= _NAMED else f"{named} and {len(rows) - _NAMED} more"


async def _other_root(session: Writing, row: Row[Any], frontier: Frontier) -> str | None:
    notes = await session.execute(_NOTES, {"jit": row.jit, "size": row.target})
    roots = {Checkpoint.parse(parse(one.note.encode()).text).root for one in notes}
    return None if roots == {frontier.root()} else f"the root of size {row.target} is not the one that was signed"


def _split(commitments: bytes) -> list[bytes]:
    return [commitments[at : at + HASH_BYTES] for at in range(0, len(commitments), HASH_BYTES)]


# Start a round for each ledger with a checkpoint whose last round has ended and began before `:before`.
_BEGIN: Final = text(
    """
    insert into recomputations (jit, started_at, target, position, edge)
    select t.jit, :now, c.size, 0, ''::bytea
      from trees t join lateral (select max(size) as size from checkpoints c where c.jit = t.jit) c on c.size > 0
    on conflict (jit) do update
       set started_at = excluded.started_at, target = excluded.target, position = 0, edge = '', found = null, finished_at = null
     where recomputations.finished_at is not null and recomputations.started_at <= :before
    """
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("before", type_=DateTime(timezone=True)))
_NEXT: Final = text(
    "select * from recomputations where finished_at is null order by started_at, jit limit 1 for update skip locked"
)
_REACHED: Final = text(
    "update recomputations set position = :position, edge = :edge, found = :found, finished_at = :finished where jit = :jit"
).bindparams(bindparam("finished", type_=DateTime(timezone=True)))
_DIFFERING: Final = text("select place, what from differing(:jit, :first, :behind) order by place, what")
_NOTES: Final = text("select note from checkpoints where jit = :jit and size = :size")
