"""Votes that suspend a party. Pure.

Two leaders of two other parties suspend a party, or, with only one other party, two of its leaders. One leader may
suspend it at once; without the second vote this ends after `AT_ONCE`. The suspended party has no vote.
Not here: reading and writing suspensions (`services/teams/suspensions.py`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

#: How long a suspension by one leader lasts without confirmation.
AT_ONCE: Final = timedelta(hours=24)
#: How long a proposal without immediate effect waits for confirmation.
PROPOSED: Final = timedelta(days=7)
#: After a suspension at once that nobody confirmed, leaders of the same party cannot repeat it for this time.
AGAIN: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Voter:
    """A leader and the leader's party."""

    member: UUID
    party: UUID


def denial(target: UUID, first: Voter, second: Voter, others: Collection[UUID]) -> str | None:
    """Return the code of the reason why the two votes do not suspend the party, or `None` if they do.

    Args:
        target: The party to be suspended.
        first: The leader who proposed it.
        second: The leader who confirms it.
        others: Parties that can vote: neither left nor suspended by two votes, with an active leader. A party that
            one leader suspended counts: one leader alone must not reduce the votes that are needed.
    """
    if target in (first.party, second.party):
        return "own-party"
    if first.member == second.member:
        return "same-leader"
    if first.party == second.party and not set(others) <= {target, first.party}:
        return "another-party-needed"
    return None
