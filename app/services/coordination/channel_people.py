"""Parties and members of a channel, and the recipients of audit log entries about it.

Not here: read access (row-level security); `access/channels.py` decides the same for one member.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.access.channels import must_be_named
from app.access.gates import beyond_the_union
from app.access.roles import Role
from app.errors import Invalid
from app.services.coordination.task_people import Hearing
from app.services.teams.roster import PartyRow, Roster


def parties_of(channel: Any, roster: Roster) -> list[PartyRow]:  # noqa: ANN401 - a row of `channels`
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


def seats_of(channel: Any, roster: Roster) -> list[Any]:  # noqa: ANN401
    """Return the channel's active members except auditors: rows of the roster, sorted by code."""
    among = {one.id for one in parties_of(channel, roster)}
    return [
        row for row in roster.seats if row.party in among and row.state == "seated" and Role.AUDITOR not in row.roles
    ]


def hearing(channel: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Return the recipients of entries about the channel.

    They are its parties, and by name those members who would not read an entry addressed to their party.
    """
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in seats_of(channel, roster):
        if must_be_named(row.roles):
            named[row.party].append(row.id)
    parties = sorted(one.id for one in parties_of(channel, roster))
    return (
        *((party, None) for party in parties),
        *((party, tuple(sorted(named[party]))) for party in parties if named[party]),
    )


def hearing_of(channel: Any, roster: Roster, message: UUID) -> Hearing:  # noqa: ANN401
    """Return the recipients for one decision: without parties that joined a team-wide channel after it."""
    told = hearing(channel, roster)
    return tuple(one for one in told if one[0] < message) if channel.whole else told


def mentioned(channel: Any, roster: Roster, codes: Sequence[str]) -> list[UUID]:  # noqa: ANN401
    """Return the ids of the members with these codes.

    Raises:
        Invalid: A code is not of the channel. The error is the same for other, ended and unknown members.
    """
    known = {row.code: row.id for row in seats_of(channel, roster)}
    for index, code in enumerate(codes):
        if code not in known:
            raise Invalid("Nobody of this channel has this seat. Nothing was said.", field=f"mentions.{index}")
    return [known[code] for code in dict.fromkeys(codes)]
