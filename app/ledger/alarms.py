"""What is wrong with a ledger, for whoever must look: kept while it lasts, logged when it is found, counted by the metrics.

The detail is for the operator. Seats learn that something is wrong, which of these things, and since when; not that stored bytes
are damaged (`fixity`), which would tell of exhibits that they do not see.
Deliberately not here: finding it out.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal, get_args
from uuid import UUID

from sqlalchemy import DateTime, bindparam, text

from app import clock, log
from app.database import Database, Reading, Writing

What = Literal["promise", "sequencing", "signing", "recomputation", "timestamp", "clock", "witness", "fixity", "quorum"]
WHATS: Final[tuple[What, ...]] = get_args(What)

_logger = log.get("ledger")


class LedgerDamagedError(RuntimeError):
    """The rows of a ledger and its tree disagree: nothing is built on them until somebody looks."""


async def sound(session: Writing, jit: UUID, what: What, detail: str) -> None:
    """Raise an alarm, or say its news; since when it lasts is kept."""
    _logger.error("a ledger needs somebody to look at it", jit=str(jit), what=what, detail=detail)
    await session.execute(_SOUND, {"jit": jit, "what": what, "detail": detail, "since": clock.now()})


async def end(session: Writing, jit: UUID, what: What) -> None:
    """It is over, if it was."""
    ended = (await session.execute(_END, {"jit": jit, "what": what})).scalar_one_or_none()
    if ended is not None:
        _logger.info("what was wrong with a ledger is over", jit=str(jit), what=what)


async def lasting(session: Reading, jit: UUID) -> Sequence[Any]:
    """(what, since) of a ledger's alarms."""
    return (await session.execute(_LASTING, {"jit": jit})).all()


async def counts(database: Database) -> dict[What, int]:
    """How many ledgers have each alarm, asked as the engine."""
    async with database.engine() as session:
        found: dict[str, int] = {row.what: row.ledgers for row in await session.execute(_COUNTS)}
    return {what: found.get(what, 0) for what in WHATS}


async def of(database: Database, jit: UUID) -> dict[str, tuple[str, datetime]]:
    """A ledger's alarms with their details, asked as the engine: for the operator."""
    async with database.engine() as session:
        rows = await session.execute(text("select what, detail, since from alarms where jit = :jit"), {"jit": jit})
        return {row.what: (row.detail, row.since) for row in rows}


_SOUND: Final = text(
    "insert into alarms (jit, what, detail, since) values (:jit, :what, :detail, :since)"
    " on conflict (jit, what) do update set detail = excluded.detail"
).bindparams(bindparam("since", type_=DateTime(timezone=True)))
_END: Final = text("delete from alarms where jit = :jit and what = :what returning what")
_LASTING: Final = text("select what, since from alarms where jit = :jit order by what")
_COUNTS: Final = text("select what, count(*) as ledgers from alarms group by what")
