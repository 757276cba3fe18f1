"""What a bundle of each profile discloses of what its asker may read: which entries, and which of their fields.

The fields are the verifier's own lists, which checks that a bundle keeps to them: written and checked cannot drift apart.
Deliberately not here: who may ask (`access/exporting.py`), and what a seat may read: row-level security says it.
"""

import json
from typing import Final
from uuid import UUID

from app.access.exporting import OF_EXHIBITS, Profile, What
from app.exports import verifier
from app.ledger.entries import Wanted
from app.ledger.facts import FACTS, Led

#: Kinds that are consultations or disclosures, whose log a supervisory authority reads.
SUPERVISED: Final = tuple(dict.fromkeys(fact.kind for fact in FACTS if fact.led in {Led.CONSULTATION, Led.DISCLOSURE}))
#: Profiles in which people appear by their seats' codes alone.
NAMELESS: Final = frozenset({Profile.DEFENCE, Profile.STATISTICS})
#: Profiles whose few entries carry receipts; of others, the commitments prove as much in less room.
RECEIPTED: Final = OF_EXHIBITS


def wanted(what: What, acted: str | None) -> Wanted:
    """The entries that the profile names. `acted`: the code of the party that the bundle is about."""
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
    """The fields that it discloses at most; None: all that the asker reads."""
    return verifier.PROMISED.get(profile)


def fields_of(profile: Profile, canonical: bytes, export: UUID) -> frozenset[str] | None:
    """Those that it discloses at most of one entry. `export`: the bundle's own."""
    if fields(profile) is None:
        return None
    entry = json.loads(canonical)
    return verifier.promised(profile, entry["kind"], entry["subject"].get("export") == str(export))
