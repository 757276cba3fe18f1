"""Export profiles: which entries, and which of their fields, a package of each profile discloses.

A package never discloses more than its requester may read. The lists of fields are those of the verifier, which checks
that a package keeps to them, so writing and checking cannot differ.

Not here: who may export (`access/exporting.py`), and what a member may read (row-level security).
"""

import json
from dataclasses import replace
from typing import Final
from uuid import UUID

from app.access.exporting import OF_EXHIBITS, ExportRequest, Profile
from app.exports import verifier
from app.ledger.entries import Wanted
from app.ledger.facts import FACTS, Led

#: Kinds of the operations that a supervisory authority may examine (Directive (EU) 2016/680, Art. 25(1)).
SUPERVISED: Final = tuple(dict.fromkeys(fact.kind for fact in FACTS if fact.led is not Led.OTHER))
#: Profiles in which members appear by their codes only.
NAMELESS: Final = frozenset({Profile.DEFENCE, Profile.STATISTICS})
#: Profiles with receipts, which have few entries; for others, the commitments prove the same in less space.
RECEIPTED: Final = OF_EXHIBITS


def wanted(what: ExportRequest, acted: str | None) -> Wanted:
    """Return the entries that profile and period select. `acted`: the code of the party that the package is about."""
    return replace(_of_profile(what, acted), since=what.period.since, until=what.period.until)


def _of_profile(what: ExportRequest, acted: str | None) -> Wanted:
    match what.profile:
        case Profile.COURT | Profile.DEFENCE:
            return Wanted(evidence=what.exhibits)
        case Profile.SUPERVISORY_AUTHORITY:
            return Wanted(kinds=SUPERVISED, acted=acted)
        case Profile.MEMBER_STATE:
            return Wanted(acted=acted)
        case Profile.STATISTICS:
            return Wanted(kinds=())
        case Profile.ARCHIVE:
            return Wanted()


def fields(profile: Profile) -> frozenset[str] | None:
    """Return the fields that the profile may disclose; None: all that the requester may read."""
    return verifier.PROMISED.get(profile)


def fields_of(profile: Profile, canonical: bytes, export: UUID) -> frozenset[str] | None:
    """Return the fields of one entry that the profile may disclose. `export`: the id of this export."""
    if fields(profile) is None:
        return None
    entry = json.loads(canonical)
    return verifier.promised(profile, entry["kind"], entry["subject"].get("export") == str(export))
