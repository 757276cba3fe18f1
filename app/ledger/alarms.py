"""Alarms: raise, end and list what is wrong with a ledger. One row for each ledger and kind of alarm.

Each alarm is logged when it is raised and counted by the metrics. Only the operator sees the detail. Members see the
kind of alarm and since when it lasts, but not `fixity` (damaged files), which could reveal exhibits that they
may not see.

Not here: detection, which is done by the callers.
"""

from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args
from uuid import UUID

from app import clock, log
from app.database import Database, Reading, Writing
from app.queries import query, untyped

AlarmKind = Literal[
    "promise",
    "sequencing",
    "signing",
    "unanswered",
    "recomputation",
    "timestamp",
    "clock",
    "witness",
    "fixity",
    "quorum",
]
ALARM_KINDS: Final[tuple[AlarmKind, ...]] = get_args(AlarmKind)

_logger = log.get("ledger")


class LedgerDamagedError(RuntimeError):
    """The rows of a ledger and its tree disagree. Nothing is built on them before an operator has examined them."""


async def sound(session: Writing, jit: UUID, what: AlarmKind, detail: str) -> None:
    """Raise an alarm, or update the detail of one that lasts; `since` stays."""
    _logger.error("a ledger needs somebody to look at it", jit=str(jit), what=what, detail=detail)
    await session.run(_SOUND, jit=jit, what=what, detail=detail, since=clock.now())


async def end(session: Writing, jit: UUID, what: AlarmKind) -> None:
    """End an alarm if it lasts."""
    if await session.fetch_rows(_END, jit=jit, what=what):
        _logger.info("what was wrong with a ledger is over", jit=str(jit), what=what)


class LastingAlarm(NamedTuple):
    """An alarm without its detail."""

    what: AlarmKind
    since: datetime


async def lasting(session: Reading, jit: UUID) -> list[LastingAlarm]:
    """Return each alarm of a ledger."""
    return await session.fetch_rows(_LASTING, jit=jit)


async def counts(database: Database) -> dict[AlarmKind, int]:
    """Count the ledgers that have each alarm, as the engine role."""
    async with database.engine() as session:
        found = {row.what: row.ledgers for row in await session.fetch_rows(_COUNTS)}
    return {what: found.get(what, 0) for what in ALARM_KINDS}


async def of(database: Database, jit: UUID) -> dict[str, tuple[str, datetime]]:
    """Return a ledger's alarms with their details, as the engine role: for the operator."""
    async with database.engine() as session:
        return {row.what: (row.detail, row.since) for row in await session.fetch_rows(_OF, jit=jit)}


async def details(database: Database, what: AlarmKind) -> dict[UUID, str]:
    """Return the details of all alarms of a kind, by JIT, as the engine role: for the operator."""
    async with database.engine() as session:
        return {row.jit: row.detail for row in await session.fetch_rows(_DETAILS, what=what)}


class _DetailRow(NamedTuple):
    jit: UUID
    detail: str


class _CountRow(NamedTuple):
    what: AlarmKind
    ledgers: int


class _AlarmRow(NamedTuple):
    what: AlarmKind
    detail: str
    since: datetime


_SOUND: Final = untyped(
    "insert into alarms (jit, what, detail, since) values (:jit, :what, :detail, :since)"
    " on conflict (jit, what) do update set detail = excluded.detail"
)
_END: Final = untyped("delete from alarms where jit = :jit and what = :what returning what")
_LASTING: Final = query(LastingAlarm, "select what, since from alarms where jit = :jit order by what")
_OF: Final = query(_AlarmRow, "select what, detail, since from alarms where jit = :jit")
_DETAILS: Final = query(_DetailRow, "select jit, detail from alarms where what = :what order by jit")
_COUNTS: Final = query(_CountRow, "select what, count(*) as ledgers from alarms group by what")
