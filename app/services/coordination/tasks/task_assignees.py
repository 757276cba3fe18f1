"""The members to whom a task is assigned: the assignee, and co-assignees of the same party.

Not here: the assignment (`services/coordination/tasks/tasks.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.access.roles import Permission, Role, permissions_of
from app.access.seats import Seat
from app.errors import Invalid
from app.models import Task
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Assignee:
    """The ids of a member to whom a task can be assigned, and of its party."""

    id: UUID
    party: UUID


@dataclass(frozen=True, slots=True)
class Assignees:
    """The assignee of a task, and the ids of its co-assignees, which belong to the same party."""

    assignee: Assignee
    others: tuple[UUID, ...] = ()


def of_new(roster: Roster, seat: Seat, code: str, others: Sequence[str]) -> Assignees:
    """Return the members of a new task by their codes. Raises `Invalid`, `Conflict`."""
    assignee = assignee_of(roster, seat, code)
    return Assignees(assignee, _others(roster, seat, assignee, others, kept=()))


def of_changed(task: Task, roster: Roster, seat: Seat, code: str | None, others: Sequence[str] | None) -> Assignees:
    """Return the members of a task after a change. `None`: as before.

    Co-assignees stay if the party stays, and need no check, as their memberships may have ended since.

    Raises:
        Invalid: A member is not acceptable; names the field.
        Conflict: The party is beyond the Union.
    """
    assignee = Assignee(task.assignee, task.assignee_party)
    if code is not None and code != roster.seat_code(task.assignee):
        assignee = assignee_of(roster, seat, code)
    kept = task.co_assignees if assignee.party == task.assignee_party else []
    if others is None:
        return Assignees(assignee, tuple(one for one in kept if one != assignee.id))
    return Assignees(assignee, _others(roster, seat, assignee, others, kept=kept))


def _others(
    roster: Roster, seat: Seat, assignee: Assignee, codes: Sequence[str], kept: Collection[UUID]
) -> tuple[UUID, ...]:
    standing = {roster.seat_code(one): one for one in kept}
    found = list[UUID]()
    for index, code in enumerate(codes):
        field = f"co_assignees.{index}"
        one = standing.get(code) or assignee_of(roster, seat, code, field=field, party=assignee.party).id
        if one == assignee.id or one in found:
            raise Invalid("Name each assignee once.", field=field)
        found.append(one)
    return tuple(found)


def assignee_of(
    roster: Roster, seat: Seat, code: str, *, field: str = "assignee", party: UUID | None = None
) -> Assignee:
    """Return the active member with this code, if the member may assign tasks to it. Raises `Invalid`, `Conflict`.

    `field`: named by refusals; `party`: the only party whose members are accepted.
    """
    row = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if row is None or row.party is None or Permission.TASK_WORK not in permissions_of(Role(role) for role in row.roles):
        raise Invalid("Tasks cannot be assigned to this member.", field=field)
    if party is not None and row.party != party:
        raise Invalid("Choose a member of the assignee's party.", code="assignees-party-only", field=field)
    if row.party != seat.party and Role.COORDINATOR not in seat.roles:
        raise Invalid(
            "Only coordinators can assign tasks to other parties. Choose a member of your party.",
            code="own-party-only",
            field=field,
        )
    rosters.demand_within(roster.party(roster.party_code(row.party), field))
    return Assignee(row.id, row.party)
