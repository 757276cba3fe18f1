"""Whose a channel is, by the roster: its parties, its seats, and who hears what is decided in it.

Deliberately not here: who may read (row-level security; `access/channels.py` is its twin for one seat).
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.access.channels import must_be_named
from app.access.gates import beyond_the_union
from app.access.roles import Role
from app.errors import Invalid
from app.services.roster import PartyRow, Roster
from app.services.task_people import Hearing


def parties_of(channel: Any, roster: Roster) -> list[PartyRow]:  # noqa: ANN401 - a row of `channels`
    """Its parties that are of the team still, by code."""
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
    """Its seats: rows of the roster, by code."""
    among = {one.id for one in parties_of(channel, roster)}
    return [
        row for row in roster.seats if row.party in among and row.state == "seated" and Role.AUDITOR not in row.roles
    ]


def hearing(channel: Any, roster: Roster) -> Hearing:  # noqa: ANN401
    """Who hears what is decided: each party, and by name those of it who would not hear otherwise."""
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
    """The same of one decision: who joined the team later knows nothing of what was said to all of it before."""
    told = hearing(channel, roster)
    return tuple(one for one in told if one[0] < message) if channel.whole else told


def mentioned(channel: Any, roster: Roster, codes: Sequence[str]) -> list[UUID]:  # noqa: ANN401
    """The seats with these codes. Raises `Invalid`, the same for one of others, one that ended and one that never was."""
    known = {row.code: row.id for row in seats_of(channel, roster)}
    for index, code in enumerate(codes):
        if code not in known:
            raise Invalid("Nobody of this channel has this seat. Nothing was said.", field=f"mentions.{index}")
    return [known[code] for code in dict.fromkeys(codes)]
