"""Ending what is due, one thing after the other: what fails is logged, and nothing else that is due waits for it.

A turn goes through everything, a page at a time, so that however many fail again and again, those behind them have their turn. The
first failure of each is logged whole; while it fails again and again, turn after turn, a line a minute counts how often.
Deliberately not here: what is ended, and what of it is not to be done now (`services/erasure_clock.py`, `services/consent_clock.py` …).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import TextClause

from app import clock, log
from app.database import Database

PAGE: Final = 20
#: Seconds between two lines about the same.
_APART: Final = 60.0
_logger = log.get("one by one")


@dataclass(frozen=True, slots=True)
class _Failing:
    """Something that failed when it was tried last: with which error, when that was logged, and how often it failed since."""

    error: str
    logged: float
    since: int = 0


#: By query and id. What ended, or is to be ended no more, is in none.
_failing: dict[TextClause, dict[Any, _Failing]] = {}


async def end_all(
    database: Database, query: TextClause, end: Callable[[Any], Awaitable[int]], what: str = "erasure", **binds: object
) -> int:
    """End each row of the query, which asks for `most` of them behind the id `after`, by `id`. Returns how many ended.

    `what`: as the log names one; `binds`: what else the query asks.
    """
    ended, after, failed = 0, None, set[Any]()
    failing = _failing.setdefault(query, {})
    while True:
        async with database.engine() as session:
            rows = (await session.execute(query, {**binds, "most": PAGE, "after": after})).all()
        for row in rows:
            try:
                ended += await end(row)
            except Exception as error:  # noqa: BLE001 - it is told; the next turn tries it again
                failing[row.id] = _tell(what, row, error, failing.get(row.id))
                failed.add(row.id)
        if len(rows) < PAGE:
            for over in failing.keys() - failed:
                del failing[over]
            return ended
        after = rows[-1].id


def _tell(what: str, row: Any, error: Exception, former: _Failing | None) -> _Failing:  # noqa: ANN401 - a row of the query
    """With its traceback where it is new, or the error is another one; a minute apart, whichever it is."""
    kind, now = type(error).__name__, clock.monotonic()
    if former is not None and now - former.logged < _APART:
        return replace(former, since=former.since + 1)
    told = {what: str(row.id), "jit": str(row.jit), "failed": 1 if former is None else former.since + 1}
    if former is None or former.error != kind:
        _logger.error("not ended; trying again", exc_info=error, **told)
    else:
        _logger.warning("still not ended; trying again", error=kind, **told)
    return _Failing(kind, now)
