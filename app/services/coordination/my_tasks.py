"""A person's own tasks in all their teams, in one list sorted by deadline.

Each team is read as the person's member there: row-level security is set again for each team.
Not here: changes of tasks (`tasks.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from app.access import seats
from app.access.roles import Permission
from app.access.seats import Person, Seat
from app.database import Reading
from app.models import Jit
from app.services.coordination import task_list
from app.services.coordination.task_list import Behind, Filters, TaskDetails
from app.services.teams import members


@dataclass(frozen=True, slots=True)
class Mine:
    """A task assigned to the person, its team, and the person's member there."""

    jit: Jit
    seat: Seat
    whole: TaskDetails


async def listed(
    session: Reading, person: Person, states: Sequence[str], *, behind: Behind | None, limit: int
) -> tuple[list[Mine], list[Seat]]:
    """Return up to `limit` tasks, next deadline first and those without deadline last.

    Also returns the members as which the teams were read. Teams where the person may not read tasks are skipped.
    """
    found, asked = list[Mine](), list[Seat]()
    filters = Filters(mine=True, states=states)
    for jit, _ in await members.mine(session, person):
        seat = await seats.take(session, person, jit.id)
        if seat is None or not seat.may(Permission.TASK_READ):
            continue
        asked.append(seat)
        wholes = await task_list.listed(session, seat, filters, by_due=True, behind=behind, limit=limit)
        found += [Mine(jit, seat, one) for one in wholes]
    return sorted(found, key=_place)[:limit], asked


def _place(mine: Mine) -> tuple[datetime, UUID]:
    return mine.whole.task.due_at or _NEVER, mine.whole.task.id


_NEVER: Final = datetime.max.replace(tzinfo=UTC)
