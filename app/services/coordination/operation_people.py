"""Relation of a member to an action day or action, and recipients of their audit log entries.

The row-level security policies of `app/schema/coordination/action_days.sql` and `actions.sql` decide the same.
Only the author's party and coordinators know a draft, also after it is closed without being announced.
Entries about an announced day go to leaders and contributors of all its parties.
Participants and liaison officers of those parties, and all coordinators of the team, receive them by name.
Entries about an action go to its own party, and to the recipients of the day as far as the action is shared.
Not here: what each member may do (`access/operation_states.py`, the services).
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from app.access.operation_states import Sharing
from app.access.roles import Role
from app.access.seats import PartyKind
from app.services.coordination.task_people import Hearing
from app.services.teams.roster import Roster

_BY_NAME: Final = frozenset({Role.PARTICIPANT, Role.LIAISON})


def asked(operation: Any, roster: Roster) -> list[UUID]:  # noqa: ANN401
    """Return the member states that take part: their answers and approvals count. Bodies of the Union have none."""
    acting = {one.id for one in roster.parties if one.kind == PartyKind.MEMBER_STATE}
    return [one for one in operation.parties if one in acting]


def of(operation: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries about the day."""
    parties = {operation.author_party}
    if operation.told_at is not None:
        parties |= set(operation.parties)
    return _hearing(roster, parties, everywhere=frozenset({Role.COORDINATOR}), within=_BY_NAME)


def of_party(party: UUID, roster: Roster) -> Hearing:
    """Return the recipients of entries that a party keeps to its own members who take part."""
    return _hearing(roster, {party}, everywhere=frozenset(), within=_BY_NAME)


def of_protected(party: UUID, told: Collection[UUID]) -> Hearing:
    """Return the recipients of an entry of the deconfliction list: its party, and the parties it informs."""
    return tuple((one, None) for one in sorted({party, *told}))


def of_line(action: Any, operation: Any, roster: Roster, *sharings: str) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries about the line of the board, at any of these sharings."""
    shared = any(one != Sharing.NONE for one in sharings or (action.sharing,))
    return _of_action(action, operation, roster, shared=shared)


def of_own(action: Any) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries that an action's own party keeps to itself."""
    return ((action.party, None),)


def of_plan(action: Any, operation: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries about an action's plan."""
    return _of_action(action, operation, roster, shared=action.sharing == Sharing.WHOLE)


def _of_action(action: Any, operation: Any, roster: Roster, *, shared: bool) -> Hearing:  # noqa: ANN401
    (own,) = of_own(action)
    return (own, *(one for one in of(operation, roster) if one != own)) if shared else (own,)


def _hearing(
    roster: Roster, parties: Collection[UUID], *, everywhere: frozenset[Role], within: frozenset[Role]
) -> Hearing:
    """Build recipients: parties by their leaders and contributors, and members by name.

    `everywhere`: roles named in the whole team; `within`: roles named in these parties.
    """
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for row in roster.seats:
        roles = {Role(role) for role in row.roles}
        wanted = roles & everywhere or (row.party in parties and roles & within)
        if wanted and row.state == "seated" and row.party is not None:
            named[row.party].add(row.id)
    return (
        *((party, None) for party in sorted(parties)),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )
