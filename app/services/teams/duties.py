"""Duties of members of the own party: what stays behind when a membership ends, and is to reassign."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.access.coordination import task_states
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Evidence, Handover, Member, PhysicalCustody, Release, Task
from app.services.teams import member_changes

#: At most this many tasks, handovers and items are listed, and at most this many members.
MOST: Final = 100
_OPEN_TASKS: Final = ("open", "in_progress", "blocked")


@dataclass(frozen=True, slots=True)
class Duty:
    """A task, or the exhibit of a handover or of an item: identifier, number and title."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties that a member leaves behind, as their own party sees them.

    Attributes:
        tasks: How many open tasks are assigned to the member.
        named_in: How many releases name the member.
        last_leader: Whether no other leader remains.
        open_tasks: These tasks, the oldest first.
        handovers: Exhibits that the member offers or was offered, while the handover is open.
        items: Physical exhibits that the member holds.
    """

    tasks: int
    named_in: int
    last_leader: bool
    open_tasks: Sequence[Duty]
    handovers: Sequence[Duty]
    items: Sequence[Duty]


@dataclass(frozen=True, slots=True)
class LeftDuties:
    """How many tasks, handovers and items a member left whose membership has ended."""

    member: Member
    count: int


async def read(session: Reading, seat: Seat, member: UUID) -> Duties:
    """Return what this member leaves, or has left, behind.

    Raises:
        NotFound: The team has no such member.
        Forbidden: The member is of another party.
    """
    found = await member_changes.find(session, seat, member)
    member_changes.demand_own(seat, found)
    assigned = _is_open_task_of(seat, found.id)
    named = select(func.count()).where(Release.jit == seat.jit, Release.seats.contains([found.id]))
    exhibits = select(Evidence.id, Evidence.exhibit_number, Evidence.title).where(Evidence.jit == seat.jit)
    offered = select(Handover.evidence).where(_is_open_handover_of(seat, found.id))
    held = select(PhysicalCustody.evidence).where(_is_item_of(seat, found.id))
    return Duties(
        tasks=await session.scalar(select(func.count()).where(assigned)) or 0,
        named_in=await session.scalar(named) or 0,
        last_leader=await member_changes.is_last_leader(session, found),
        open_tasks=await _listed(session, select(Task.id, Task.number, Task.title).where(assigned).order_by(Task.id)),
        handovers=await _listed(session, exhibits.where(Evidence.id.in_(offered)).order_by(Evidence.id)),
        items=await _listed(session, exhibits.where(Evidence.id.in_(held)).order_by(Evidence.id)),
    )


async def list_left(session: Reading, seat: Seat) -> list[LeftDuties]:
    """Return the ended members of the leader's party whose tasks, handovers or items nobody has taken over."""
    if not seat.may(Permission.MEMBER_CHANGE) or seat.party is None:
        return []
    ended = select(Member.id).where(Member.jit == seat.jit, Member.party == seat.party, Member.state == "ended")
    former = (await session.scalars(ended)).all()
    left = [LeftDuties(member, count) for member, count in await session.execute(_left(seat, former))] if former else []
    return left[:MOST]


def _left(seat: Seat, former: Sequence[UUID]) -> Select[Member, int]:
    """Select members with what they left. Each count is of rows that the leader sees."""
    counted = (
        select(func.count()).where(_is_open_task_of(seat, Member.id)).correlate(Member).scalar_subquery()
        + select(func.count()).where(_is_open_handover_of(seat, Member.id)).correlate(Member).scalar_subquery()
        + select(func.count()).where(_is_item_of(seat, Member.id)).correlate(Member).scalar_subquery()
    )
    return select(Member, counted).where(Member.id.in_(former), counted > 0).order_by(Member.code)


def _is_open_task_of(seat: Seat, member: UUID | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    return (
        (Task.jit == seat.jit)
        & (Task.assignee_party == seat.party)
        & task_states.is_assigned_to(member)
        & Task.state.in_(_OPEN_TASKS)
    )


def _is_open_handover_of(seat: Seat, member: UUID | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    is_of = (Handover.offered_by == member) | (Handover.to_seat == member)
    return (Handover.jit == seat.jit) & (Handover.state == "offered") & is_of


def _is_item_of(seat: Seat, member: UUID | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    return (PhysicalCustody.jit == seat.jit) & (PhysicalCustody.seat == member)


async def _listed(session: Reading, query: Select[UUID, str, str]) -> list[Duty]:
    return [Duty(one, number, title) for one, number, title in await session.execute(query.limit(MOST))]
