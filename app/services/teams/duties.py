"""Duties that a member of the own party has: what stays behind when the membership ends."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.access.coordination import task_states
from app.access.seats import Seat
from app.database import Reading
from app.models import Release, Task
from app.services.teams import member_changes

_OPEN_TASKS: Final = ("open", "in_progress", "blocked")


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties that a member leaves behind, as their own party sees them.

    `tasks`: open tasks; `named_in`: releases that name the member; `last_leader`: whether no other leader remains.
    """

    tasks: int
    named_in: int
    last_leader: bool


async def read(session: Reading, seat: Seat, member: UUID) -> Duties:
    """Return what would be left behind if this member's seat ended.

    Raises:
        NotFound: The team has no such member.
        Forbidden: The member is of another party.
    """
    found = await member_changes.find(session, seat, member)
    member_changes.demand_own(seat, found)
    tasks = select(func.count()).where(
        Task.jit == seat.jit, task_states.is_assigned_to(found.id), Task.state.in_(_OPEN_TASKS)
    )
    named = select(func.count()).where(Release.jit == seat.jit, Release.seats.contains([found.id]))
    return Duties(
        tasks=await session.scalar(tasks) or 0,
        named_in=await session.scalar(named) or 0,
        last_leader=await member_changes.is_last_leader(session, found),
    )
