"""Recipients of audit log entries about tasks, action days, actions and channels.

The row-level security policies of `app/schema/coordination/` decide the same about the rows.
Only the author's party and coordinators know a draft, also after it is closed without being announced.
Entries about an announced day go to leaders and contributors of all its parties.
Participants and liaison officers of those parties, and all coordinators of the team, receive them by name.
Entries about an action go to its own party, and to the recipients of the day as far as the action is shared.
Not here: what each member may do (`task_states.py`, `operation_states.py` and `channels.py` in `access/coordination/`).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from app.access.coordination.channels import must_be_named
from app.access.coordination.operation_states import Sharing
from app.access.roles import Role
from app.access.seats import PartyKind
from app.access.sharing.gates import beyond_the_union
from app.errors import Invalid
from app.models import Action, Channel, Operation, Task
from app.services.teams.roster import PartyRow, Roster

#: Recipients of a fact: parties, each with its leaders and contributors (`None`) or with named members.
Hearing = tuple[tuple[UUID, tuple[UUID, ...] | None], ...]
_BY_NAME: Final = frozenset({Role.PARTICIPANT, Role.LIAISON})


def of_task(task: Task, roster: Roster) -> Hearing:
    """Return the recipients of entries about the task: both parties, and by name its members and all coordinators."""
    parties = sorted({task.assigner_party, task.assignee_party})
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for row in roster.seats:
        coordinates = row.state == "seated" and Role.COORDINATOR in row.roles
        if row.party is not None and (coordinates or row.id in {task.assigner, task.assignee, *task.co_assignees}):
            named[row.party].add(row.id)
    return (
        *((party, None) for party in parties),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )


def without(hearing: Hearing, others: Hearing) -> Hearing:
    """Return the recipients that are not among the others: parties, and members by name."""
    parties = {party for party, seats in others if seats is None}
    named = {party: set(seats) for party, seats in others if seats is not None}
    found: list[tuple[UUID, tuple[UUID, ...] | None]] = []
    for party, seats in hearing:
        left = () if seats is None else tuple(one for one in seats if one not in named.get(party, set()))
        if left or (seats is None and party not in parties):
            found.append((party, None if seats is None else left))
    return tuple(found)


def of_both(one: Hearing, other: Hearing, roster: Roster) -> Hearing:
    """Return the recipients of an entry about two objects: those who are recipients of both."""
    both = {party for party, seats in one if seats is None} & {party for party, seats in other if seats is None}
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in roster.seats:
        told = row.party in both and {Role.LEADER, Role.MEMBER} & set(row.roles)
        if row.party is None or told:
            continue
        if all(_receives(row.id, row.party, row.roles, hearing) for hearing in (one, other)):
            named[row.party].append(row.id)
    return (
        *((party, None) for party in sorted(both)),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )


def _receives(member: UUID, of: UUID, roles: Collection[str], hearing: Hearing) -> bool:
    of_party = {Role.LEADER, Role.MEMBER} & set(roles)
    return any(party == of and (of_party if seats is None else member in seats) for party, seats in hearing)


def asked_parties(operation: Operation, roster: Roster) -> list[UUID]:
    """Return the member states that take part: their answers and approvals count. Bodies of the Union have none."""
    acting = {one.id for one in roster.parties if one.kind == PartyKind.MEMBER_STATE}
    return [one for one in operation.parties if one in acting]


def of_operation(operation: Operation, roster: Roster) -> Hearing:
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


def of_line(action: Action, operation: Operation, roster: Roster, *sharings: str) -> Hearing:
    """Return the recipients of entries about the line of the board, at any of these sharings."""
    shared = any(one != Sharing.NONE for one in sharings or (action.sharing,))
    return _of_action(action, operation, roster, shared=shared)


def of_own(action: Action) -> Hearing:
    """Return the recipients of entries that an action's own party keeps to itself."""
    return ((action.party, None),)


def of_plan(action: Action, operation: Operation, roster: Roster) -> Hearing:
    """Return the recipients of entries about an action's plan."""
    return _of_action(action, operation, roster, shared=action.sharing == Sharing.WHOLE)


def _of_action(action: Action, operation: Operation, roster: Roster, *, shared: bool) -> Hearing:
    (own,) = of_own(action)
    return (own, *(one for one in of_operation(operation, roster) if one != own)) if shared else (own,)


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


def channel_parties(channel: Channel, roster: Roster) -> list[PartyRow]:
    """Return the channel's parties that have not left the team and are of the Union, sorted by code."""
    return sorted(
        (
            one
            for one in roster.parties
            if one.status != "left"
            and not beyond_the_union(one.kind)
            and (channel.whole or one.id in set(channel.parties))
        ),
        key=lambda one: one.code,
    )


def channel_seats(channel: Channel, roster: Roster) -> Sequence[Any]:
    """Return the channel's active members except auditors: rows of the roster, sorted by code."""
    among = {one.id for one in channel_parties(channel, roster)}
    return [
        row for row in roster.seats if row.party in among and row.state == "seated" and Role.AUDITOR not in row.roles
    ]


def of_channel(channel: Channel, roster: Roster) -> Hearing:
    """Return the recipients of entries about the channel.

    They are its parties, and by name those members who would not read an entry addressed to their party.
    """
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in channel_seats(channel, roster):
        if must_be_named(row.roles):
            named[row.party].append(row.id)
    parties = sorted(one.id for one in channel_parties(channel, roster))
    return (
        *((party, None) for party in parties),
        *((party, tuple(sorted(named[party]))) for party in parties if named[party]),
    )


def of_decision(channel: Channel, roster: Roster, message: UUID) -> Hearing:
    """Return the recipients for one decision: without parties that joined a team-wide channel after it."""
    told = of_channel(channel, roster)
    return tuple(one for one in told if one[0] < message) if channel.whole else told


def mentioned_seats(channel: Channel, roster: Roster, codes: Sequence[str]) -> list[UUID]:
    """Return the ids of the members with these codes.

    Raises:
        Invalid: A code is not of the channel. The error is the same for other, ended and unknown members.
    """
    known = {row.code: row.id for row in channel_seats(channel, roster)}
    for index, code in enumerate(codes):
        if code not in known:
            raise Invalid("This member does not belong to the channel.", field=f"mentions.{index}")
    return [known[code] for code in dict.fromkeys(codes)]
