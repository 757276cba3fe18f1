"""Exhibits that a seat may know of (for many seats at once), and releases and copies of one exhibit.

Live updates use `sees`, on rows read by the engine role. The page uses the scopes to tell "none" from "not visible".
Not here: what a seat may do with an exhibit (`decisions.py`), and reads through row-level security.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from app.access.seats import Seat
from app.access.sharing.decisions import Conditions, Exhibit, Level, level_of
from app.database import Writing
from app.queries import query


class Scope(StrEnum):
    """Which rows of an exhibit a seat reads: of every party, of its own party, or none."""

    ALL = "all"
    OWN = "own"
    NONE = "none"


def scope_of_releases(seat: Seat, exhibit: Exhibit) -> Scope:
    """Return whose releases of a visible exhibit the seat reads. Same rule as the policy of `releases`."""
    return Scope.ALL if seat.audits_the_jit or exhibit.obtained_by(seat) else Scope.OWN


def scope_of_copies(seat: Seat, exhibit: Exhibit, own: Conditions | None, now: datetime) -> Scope:
    """Return whose copies of a visible exhibit the seat reads. Same rule as the policy of `copies`.

    Args:
        seat: The member.
        exhibit: The exhibit.
        own: The release of the member's party, if any.
        now: The time of the reading.
    """
    if exhibit.obtained_by(seat):
        return Scope.ALL if own is not None and level_of(seat, own, now) is Level.HELD else Scope.NONE
    return Scope.NONE if seat.party is None else Scope.OWN


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
