"""Rights to export packages by profile and scope: the complete policy. Pure, deny by default.

A seat also needs the permission to export. Whether an exhibit may be in a package is decided per exhibit
(`sharing/decisions.py`, `Act.BUNDLE`). The database has the same rule in `may_export`.
Not here: what a profile discloses (`exports/profiles.py`).
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from app.access.roles import Role
from app.access.seats import Function, Seat


class Profile(StrEnum):
    """Recipient of a package, which decides what it discloses."""

    COURT = "court"
    SUPERVISORY_AUTHORITY = "supervisory_authority"  # Directive (EU) 2016/680, Art. 25
    MEMBER_STATE = "member_state"  # Regulation (EU) 2023/969, Art. 25(3)
    DEFENCE = "defence"
    STATISTICS = "statistics"
    ARCHIVE = "archive"


class Period(NamedTuple):
    """A period from `since` on and before `until`; `None`: without a beginning or an end."""

    since: datetime | None = None
    until: datetime | None = None


ALWAYS: Final = Period()


class ExportRequest(NamedTuple):
    """Profile, scope and period of a package.

    The scope is exhibits, or a party, or (neither) everything the asking member may read of the team.
    """

    profile: Profile
    exhibits: tuple[UUID, ...] = ()
    party: UUID | None = None
    period: Period = ALWAYS

    @property
    def evidence(self) -> UUID | None:
        """Return the exhibit of a court package of one exhibit, otherwise `None`."""
        return self.exhibits[0] if self.profile is Profile.COURT and len(self.exhibits) == 1 else None


#: Maximum number of exhibits in a package.
MOST_EXHIBITS: Final = 50
OF_EXHIBITS: Final = frozenset({Profile.COURT, Profile.DEFENCE})

SENTENCES: Final = {
    "judicial-seats-only": "Only judicial members can export exhibits for the defence.",
    "auditors-only": "Only auditors can export the package for a supervisory authority.",
    "auditor-only": "Only the auditor of the whole team can export the archive.",
    "team-auditor-only": "Only the auditor of the whole team can export this for the whole team.",
    "own-party-only": "Only members of the party can export this for their party.",
    "leaders-and-auditors-only": "Only leaders and auditors of the party can export this.",
}


def denial(seat: Seat, what: ExportRequest) -> str | None:
    """Return why the seat may not have the package, as a key of `SENTENCES`; `None` if it may.

    Whether each exhibit permits it is checked separately.
    """
    own = what.party is not None and what.party == seat.party
    match what.profile:
        case Profile.COURT:
            return None
        case Profile.DEFENCE:
            return None if seat.function is Function.JUDICIAL and not seat.audits else "judicial-seats-only"
        case Profile.SUPERVISORY_AUTHORITY if not seat.audits:
            return "auditors-only"
        case Profile.SUPERVISORY_AUTHORITY if own or seat.audits_the_jit:
            return None
        case _:
            return _of_own(seat, own=own) if what.party is not None else _of_the_team(seat, what.profile)


def _of_own(seat: Seat, *, own: bool) -> str | None:
    if not own:
        return "own-party-only"
    return None if seat.audits or Role.LEADER in seat.roles else "leaders-and-auditors-only"


def _of_the_team(seat: Seat, profile: Profile) -> str | None:
    if seat.audits_the_jit and profile is not Profile.MEMBER_STATE:
        return None
    return "auditor-only" if profile is Profile.ARCHIVE else "team-auditor-only"


class Offer(NamedTuple):
    """A profile with a scope that a seat may request: `exhibits`, `party` (its own, or any), `team`."""

    profile: Profile
    scope: str


def offers(seat: Seat, parties: Sequence[UUID]) -> list[Offer]:
    """Return what a seat may choose from; exhibits are checked later. `parties`: those of the team."""
    found = list[Offer]()
    for profile in Profile:
        if profile in OF_EXHIBITS:
            if denial(seat, ExportRequest(profile)) is None:
                found.append(Offer(profile, "exhibits"))
            continue
        if denial(seat, ExportRequest(profile)) is None:
            found.append(Offer(profile, "team"))
        if any(denial(seat, ExportRequest(profile, party=party)) is None for party in parties):
            found.append(Offer(profile, "party"))
    return found
