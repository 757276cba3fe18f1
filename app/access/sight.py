"""Whether seats may know of exhibits: asked for many at once by what tells of them live, of rows that the engine reads.

Deliberately not here: what a seat may do with an exhibit (`decisions.py`), and what a seat reads itself, through row-level security.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from app.access.decisions import Conditions, Level, level_of
from app.access.seats import Seat
from app.database import Writing

#: What each party was released, by exhibit and party.
Releases = Mapping[tuple[UUID, UUID], Conditions]


async def releases_of(session: Writing, exhibits: Collection[UUID]) -> Releases:
    """The releases of these exhibits, as far as `sees` reads them."""
    rows = await session.fetch(_RELEASES, list(exhibits))
    return {(row["evidence"], row["party"]): Conditions(*row[1:]) for row in rows}  # its fields, in their order


def sees(seat: Seat, exhibit: UUID, releases: Releases, now: datetime) -> bool:
    """Whether the exhibit exists for this seat, by the release of its party."""
    release = None if seat.party is None else releases.get((exhibit, seat.party))
    return release is not None and level_of(seat, release, now) >= Level.LISTED


_RELEASES: Final = (
    "select evidence, party, level, authorities, seats, not_before, until from releases where evidence = any($1)"
)
