"""One's tasks in all of one's teams: each team asked as one's seat in it, and then put in one order.

Row-level security is told anew for each team, so that none answers for another. Deliberately not here: any change.
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
from app.services import members, task_list
from app.services.task_list import Behind, Filters, Whole


@dataclass(frozen=True, slots=True)
class Mine:
    """A task of one's own, the team it is in, and one's seat there."""

    jit: Jit
    seat: Seat
    whole: Whole


async def listed(
    session: Reading, person: Person, states: Sequence[str], *, behind: Behind | None, limit: int
) -> tuple[list[Mine], list[Seat]]:
    """Up to `limit`, the next deadlines first and those without one last; and the seats that were asked."""
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
