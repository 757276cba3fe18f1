"""Approvals that a release may need before it takes effect ("gates").

Pure, total, deny by default (`docs/access.md`, Gates).
A pending release has no release row, so no other code has to check gates. `standing` returns the gates. The database
repeats those that guard against other parties and beyond the Union in `standing_gates`.
A change that gives nobody more access (`within` in `access/sharing/consents.py`) needs no approval.
Not here: how each approval is given (`services/sharing/waiting_releases.py`).
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.access.sharing.consents import within
from app.access.sharing.decisions import Conditions


class Gate(StrEnum):
    """An approval that a pending release needs."""

    #: By an administrator, for uploads from outside the Union (Reg. (EU) 2023/969 Art. 17(3), 18).
    VERIFICATION = "verification"
    #: By the uploader, for releases to parties outside the Union (Art. 17(2)).
    ATTESTATION = "attestation"
    #: By another leader of the originator (four eyes).
    SECOND_LEADER = "second_leader"
    #: By the privilege reviewer, for potentially privileged material.
    CLEARANCE = "clearance"
    #: By a leader of each other party that obtained it jointly.
    JOINT = "joint"


#: Kinds of party without gates under the Regulation and Directive (EU) 2016/680, Chapter V. All other kinds have them.
_WITHIN: Final = frozenset({"member_state", "eu_body"})


def beyond_the_union(kind: str) -> bool:
    """Return whether gates apply to this kind of party (Reg. (EU) 2023/969 Art. 17, 18); `True` for unknown kinds."""
    return kind not in _WITHIN


class Demand(StrEnum):
    """Acts for which a party requires a second leader."""

    RELEASE = "release"
    RECALL = "recall"
    #: By a leader; erasure by a background job needs no second leader (Reg. (EU) 2023/969 Art. 21).
    ERASE = "erase"


def takes_away(wanted: Conditions, stood: Conditions) -> bool:
    """Return whether somebody loses access altogether, as by a recall."""
    return not within(replace(stood, level=wanted.level, purposes=wanted.purposes), wanted)


#: What an administrator has to confirm before approving an upload; all items are required.
CHECKLIST: Final = ("agreement", "lawful", "limited", "conditions", "integrity")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Properties of an exhibit and its originator that decide which gates a release has.

    Attributes:
        unverified: The upload is not approved.
        unchecked: The privilege reviewer has not cleared it.
        demands: Acts for which the originator requires a second leader.
        joint: Parties that obtained it with the originator.
    """

    unverified: bool = False
    unchecked: bool = False
    demands: AbstractSet[str] = frozenset()
    joint: AbstractSet[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """Properties of a requested release that decide which gates it has.

    Attributes:
        recipient_kind: Kind of the recipient.
        recipient: The recipient.
        own: The release is to the originator itself.
        by_two: The default sharing rule requires a second leader.
    """

    recipient_kind: str
    recipient: UUID | None = None
    own: bool = False
    by_two: bool = False


def standing(wish: Wish, among: Circumstances) -> tuple[Gate, ...]:
    """Return the gates of this release, in the order of `Gate`."""
    if wish.own:
        return ()
    stands = {
        Gate.VERIFICATION: among.unverified,
        Gate.ATTESTATION: beyond_the_union(wish.recipient_kind),
        Gate.SECOND_LEADER: wish.by_two or Demand.RELEASE in among.demands,
        Gate.CLEARANCE: among.unchecked,
        Gate.JOINT: bool(among.joint) and wish.recipient not in among.joint,
    }
    return tuple(gate for gate in Gate if stands.get(gate, False))
