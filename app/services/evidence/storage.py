"""Storage quotas: compare the operator's limits with what a party and its team already store.

A file counts with its announced size from announcement until it is discarded, so that two uploads cannot use the same
space.

Not here: free disk space (`vault/space.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app.database import Reading, Writing
from app.errors import NoSpace
from app.i18n.phrases import Phrase
from app.queries import query


@dataclass(frozen=True, slots=True)
class Bounds:
    """Upload limits of this installation.

    Attributes:
        largest: Largest size of one file in bytes.
        silence: How long an upload may receive no data before it expires.
        of_party: Quota of a party in a team in bytes; `None` for no limit.
        of_jit: Quota of a team in bytes; `None` for no limit.
    """

    largest: int
    silence: timedelta
    of_party: int | None
    of_jit: int | None


@dataclass(frozen=True, slots=True)
class PartyUse:
    """Bytes that a party stores in a team, as an operator sees it."""

    jit: UUID
    team: str
    closed: bool
    party: str
    party_name: str
    bytes: int


class QuotaReached(NoSpace):
    """The quota of the party or the team is used up; the disk may still have space."""

    title, code = "Storage limit reached", "quota-reached"


async def use_of_teams(session: Reading) -> Sequence[PartyUse]:
    """Return how much each party of each team stores, as the signed-in operator; newest team first."""
    return await session.fetch_rows(_USE)


_USE: Final = query(PartyUse, "select jit, team, closed, party, party_name, bytes from storage_of_teams()")


async def demand_share(session: Writing, bounds: Bounds, size_bytes: int) -> None:
    """Check that the member's party and team may store so many more bytes.

    `claim_storage()` takes a lock for the team, so announcements run one after the other. The error shows a party its
    own numbers, but not those of the team.

    Raises:
        QuotaReached: One of the quotas does not suffice.
    """
    if bounds.of_party is None and bounds.of_jit is None:
        return
    kept = (await session.execute(text("select of_party, of_jit from claim_storage()"))).one()
    if bounds.of_party is not None and kept.of_party + size_bytes > bounds.of_party:
        raise QuotaReached(
            Phrase(
                "Your party uses {used} of its {limit} bytes in this team; this file has {size_bytes}. Ask the "
                "operator for more storage.",
                used=kept.of_party,
                limit=bounds.of_party,
                size_bytes=size_bytes,
            ),
            extra={"kept_bytes": kept.of_party, "quota_bytes": bounds.of_party},
        )
    if bounds.of_jit is not None and kept.of_jit + size_bytes > bounds.of_jit:
        raise QuotaReached(
            Phrase(
                "This team has no space for {size_bytes} more bytes. Ask the operator for more storage.",
                size_bytes=size_bytes,
            ),
        )
