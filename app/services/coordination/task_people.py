"""Relation of a member to a task, and recipients of its audit log entries.

The row-level security policies of `tasks` (`app/schema/coordination/tasks.sql`) decide the same.
Not here: what each member may do (`access/task_states.py`, `services/coordination/tasks.py`).
"""

from collections import defaultdict
from typing import Any
from uuid import UUID

from app.access.roles import Role
from app.services.teams.roster import Roster

#: Recipients of a fact: parties, each with its leaders and contributors (`None`) or with named members.
Hearing = tuple[tuple[UUID, tuple[UUID, ...] | None], ...]


def of(task: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries about the task: both parties, and by name both members and all coordinators."""
    parties = sorted({task.assigner_party, task.assignee_party})
    named: dict[UUID, set[UUID]] = defaultdict(set)
    for row in roster.seats:
        coordinates = row.state == "seated" and Role.COORDINATOR in row.roles
        if row.party is not None and (coordinates or row.id in {task.assigner, task.assignee}):
            named[row.party].add(row.id)
    return (
        *((party, None) for party in parties),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )


def of_both(one: Hearing, other: Hearing, roster: Roster) -> Hearing:
    """Return the recipients of an entry about two objects: those who are recipients of both."""
    both = {party for party, seats in one if seats is None} & {party for party, seats in other if seats is None}
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in roster.seats:
        told = row.party in both and {Role.LEADER, Role.MEMBER} & set(row.roles)
        if row.party is not None and not told and _hears(row, one) and _hears(row, other):
            named[row.party].append(row.id)
    return (
        *((party, None) for party in sorted(both)),
        *((party, tuple(sorted(seats))) for party, seats in sorted(named.items())),
    )


def _hears(row: Any, hearing: Hearing) -> bool:  # noqa: ANN401 - a row of the roster
    whole = {Role.LEADER, Role.MEMBER} & set(row.roles)
    return any(party == row.party and (whole if seats is None else row.id in seats) for party, seats in hearing)
