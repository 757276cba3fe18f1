"""Change many tasks in one request: all of them, or none.

Each is changed by the rules of a single change, with an entry of its own.

Not here: the rules of one change (`services/coordination/tasks/tasks.py`).
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from app.access.seats import Seat
from app.database import Writing
from app.errors import Refusal
from app.services import bulk
from app.services.coordination.tasks import tasks
from app.services.coordination.tasks.tasks import Changes


class WantedTask(NamedTuple):
    """A task, and its version that the member saw."""

    task: UUID
    version: int


async def change(session: Writing, seat: Seat, wanted: Sequence[WantedTask], changes: Changes) -> dict[UUID, Refusal]:
    """Make the same changes to each of these tasks.

    They are taken in the order of ids, so that two members do not wait for each other.

    Returns:
        The refusals by task. If there is one, nothing was changed.
    """
    ordered = sorted(wanted)

    async def act(one: WantedTask) -> None:
        await tasks.change(session, seat, one.task, changes, expected=one.version)

    results = await bulk.act_on_each(session, ordered, act)
    return {one.task: result for one, result in zip(ordered, results, strict=True) if isinstance(result, Refusal)}
