"""Process all due rows of a query one after the other; log failures and continue.

Each run reads every due row, a page at a time, so rows that fail repeatedly do not block the rows behind them.
The first failure of a row is logged with its traceback. Repeated failures are logged at most once a minute, with a
count, and the operator finds the row among the failed jobs (`liaison jobs`) while it fails.
Not here: what is done with each row (for example `services/retention/erasure_jobs.py`, `services/sharing/consent_jobs.py`).
"""

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, TextClause

from app import clock, log
from app.database import Database
from app.jobs import queue

PAGE: Final = 20
#: Minimum seconds between two log lines about the same row.
_APART: Final = 60.0
_logger = log.get("one by one")


@dataclass(frozen=True, slots=True)
class _Failing:
    """A row whose last attempt failed.

    Attributes:
        error: Class name of the error.
        logged: Monotonic time of the last log line.
        since: Failures since that log line.
        attempts: Failures in a row.
        is_listed: Whether the row is among the failed jobs.
    """

    error: str
    logged: float
    since: int = 0
    attempts: int = 1
    is_listed: bool = False


#: Failing rows by query and row id. Rows that succeeded or that the query stopped returning are removed.
_failing: dict[TextClause, dict[Any, _Failing]] = {}


async def process_due_items(
    database: Database,
    query: TextClause,
    end: Callable[[Any], Awaitable[int]],
    what: str = "erasure",
    **binds: object,
) -> int:
    """Run `end` for each row of the query and continue after errors.

    Args:
        database: The database; the query runs in sessions of the engine role.
        query: Returns at most `:most` rows with an id greater than `:after`, ordered by `id`, with columns `id` and
            `jit`.
        end: Processes one row in its own transaction and returns how many items it processed.
        what: Name of the row id in the log.
        binds: Further parameters of the query.

    Returns:
        The sum of what `end` returned.
    """
    ended, after, failed = 0, None, set[Any]()
    failing = _failing.setdefault(query, {})
    while True:
        async with database.engine() as session:
            rows = (await session.execute(query, {**binds, "most": PAGE, "after": after})).all()
        for row in rows:
            try:
                ended += await end(row)
            except Exception as error:  # noqa: BLE001 - logged, and retried in the next run
                failing[row.id] = await _fail(database, what, row, error, failing.get(row.id))
                failed.add(row.id)
        if len(rows) < PAGE:
            await _forget(database, what, failing, failed)
            return ended
        after = rows[-1].id


async def earliest(database: Database, query: TextClause) -> datetime | None:
    """Return the moment that the query gives: when the next row will be due, or `None`.

    The query leaves out rows that were due long ago, because the last run did not process them.
    """
    async with database.engine() as session:
        moment: datetime | None = (await session.execute(query)).scalar_one()
    return moment


async def _fail(
    database: Database,
    what: str,
    row: Row[Any],
    error: Exception,
    former: _Failing | None,
) -> _Failing:
    """Log a failure; list the row for the operator once it has failed for a minute."""
    failing = _tell(what, row, error, former)
    if former is None or failing.since > 0:
        return failing
    with suppress(Exception):  # the next minute's log line is the next attempt to list it
        await queue.list_item(database, what, str(row.id), failing.attempts, failing.error)
        return replace(failing, is_listed=True)
    return failing


async def _forget(database: Database, what: str, failing: dict[Any, _Failing], failed: Collection[Any]) -> None:
    """Forget the rows that no longer fail."""
    over = {id_: failing.pop(id_) for id_ in failing.keys() - failed}
    listed = [str(id_) for id_, one in over.items() if one.is_listed]
    if listed:
        await queue.unlist_items(database, what, listed)


def _tell(what: str, row: Row[Any], error: Exception, former: _Failing | None) -> _Failing:
    """Log a failure: with traceback if the error is new for this row, and at most once a minute in any case."""
    kind, now = type(error).__name__, clock.monotonic()
    if former is not None and now - former.logged < _APART:
        return replace(former, since=former.since + 1, attempts=former.attempts + 1)
    told = {what: str(row.id), "jit": str(row.jit), "failed": 1 if former is None else former.since + 1}
    if former is None or former.error != kind:
        _logger.error("not ended; trying again", exc_info=error, **told)
    else:
        _logger.warning("still not ended; trying again", error=kind, **told)
    if former is None:
        return _Failing(kind, now)
    return _Failing(kind, now, attempts=former.attempts + 1, is_listed=former.is_listed)
