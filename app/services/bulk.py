"""Act on many objects in one request: all of them, or none. The refusal of each is its result.

Not here: the acts (`services/sharing/bulk_releases.py`, `services/coordination/tasks/bulk_changes.py`).
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, PreconditionRequired, Refusal, Stale

Wanted = TypeVar("Wanted")
Result = TypeVar("Result")
#: Refusals of one object that are shown in its row. Any other ends the request.
_OF_A_ROW: Final = (NotFound, Forbidden, Conflict, Invalid, Stale, PreconditionRequired)


async def act_on_each(
    session: Writing,
    wanted: Iterable[Wanted],
    act: Callable[[Wanted], Awaitable[Result]],
    *,
    keep: bool = True,
) -> list[Result | Refusal]:
    """Act on each in this order. Undo everything if one is refused, or unless `keep`.

    Returns:
        The result or the refusal of each, in the same order.
    """
    noted = session.appended, session.committed
    results = list[Result | Refusal]()
    async with session.begin_nested() as attempt:
        for one in wanted:
            results.append(await _try(session, one, act))
        if not keep or any(isinstance(result, Refusal) for result in results):
            await attempt.rollback()
            session.appended, session.committed = noted
    return results


def refused(rows: Sequence[Mapping[str, Any]]) -> Conflict:
    """Return the refusal of a request, which contains the refused rows."""
    return Conflict("Some rows were refused. Nothing was changed.", code="rows-refused", extra={"rows": list(rows)})


async def _try(session: Writing, one: Wanted, act: Callable[[Wanted], Awaitable[Result]]) -> Result | Refusal:
    noted = session.appended, session.committed
    try:
        async with session.begin_nested():
            return await act(one)
    except _OF_A_ROW as refusal:
        session.appended, session.committed = noted
        return refusal
