"""Members to whom a task can be assigned.

Not here: the assignment (`services/coordination/tasks/tasks.py`).
"""

from dataclasses import dataclass
from uuid import UUID

from app.access.roles import Permission, Role, permissions_of
from app.access.seats import Seat
from app.errors import Invalid
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Assignee:
    """The ids of a member to whom a task can be assigned, and of its party."""

    id: UUID
    party: UUID


def assignee_of(roster: Roster, seat: Seat, code: str) -> Assignee:
    """Return the active member with this code, if the member may assign tasks to it. Raises `Invalid`, `Conflict`."""
    row = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if row is None or row.party is None or Permission.TASK_WORK not in permissions_of(Role(role) for role in row.roles):
        raise Invalid("Tasks cannot be assigned to this member.", field="assignee")
    if row.party != seat.party and Role.COORDINATOR not in seat.roles:
        raise Invalid(
            "Only coordinators can assign tasks to other parties. Choose a member of your party.",
            code="own-party-only",
            field="assignee",
        )
    party = roster.party(roster.party_code(row.party), "assignee")
    rosters.demand_within(party)
    return Assignee(row.id, row.party)
