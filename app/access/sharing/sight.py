"""Check for many seats and exhibits at once whether a seat may know of an exhibit.

Live updates use this, on rows read by the engine role.
Not here: what a seat may do with an exhibit (`decisions.py`), and reads through row-level security.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from app.access.seats import Seat
from app.access.sharing.decisions import Conditions, Level, level_of
from app.database import Writing
from app.queries import query

#: Releases by exhibit and party.
Releases = Mapping[tuple[UUID, UUID], Conditions]


async def releases_of(session: Writing, exhibits: Collection[UUID]) -> Releases:
    """Return the releases of these exhibits, with the columns that `sees` needs."""
    rows = await session.fetch_rows(_RELEASES, exhibits=list(exhibits))
    return {(row.evidence, row.party): row.conditions for row in rows}


def sees(seat: Seat, exhibit: UUID, releases: Releases, now: datetime) -> bool:
    """Return whether the exhibit exists for this seat, according to its party's release."""
    release = None if seat.party is None else releases.get((exhibit, seat.party))
    return release is not None and level_of(seat, release, now) >= Level.LISTED


class _ReleaseRow(NamedTuple):
    evidence: UUID
    party: UUID
    level: int
    authorities: Sequence[UUID] | None
    seats: Sequence[UUID] | None
    not_before: datetime | None
    until: datetime | None

    @property
    def conditions(self) -> Conditions:
        return Conditions(self.party, self.level, self.authorities, self.seats, self.not_before, self.until)


_RELEASES: Final = query(
    _ReleaseRow,
    "select evidence, party, level, authorities, seats, not_before, until from releases where evidence = any(:exhibits)",
)
