"""The gates that may stand before a release: pure, total, deny by default (access.md, Gates).

A gate keeps a wanted release from becoming a row, so that nothing else need ask: the row is the permission.
`standing` says which gates stand. The database says the same (`standing_gates` in `app/schema`), and a test holds the two
together. A change by which nobody gains (`within` in `access/consents.py`) waits for none.
Deliberately not here: what opens a gate (`services/waiting_releases.py` and the acts of each).
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.access.consents import within
from app.access.decisions import Conditions


class Gate(StrEnum):
    """What a wanted release waits for."""

    #: By an administrator, of what came from beyond the Union (Reg. (EU) 2023/969 Art. 17(3), 18).
    VERIFICATION = "verification"
    #: By the uploader, of what goes there (Art. 17(2)).
    ATTESTATION = "attestation"
    #: By another leader of the originator: four eyes.
    SECOND_LEADER = "second_leader"
    #: By the filter seat, of what may be privileged.
    CLEARANCE = "clearance"
    #: By a leader of each other party that obtained it jointly.
    JOINT = "joint"


#: Kinds of party to which the Regulation and Chapter V of Directive (EU) 2016/680 put no gate. Any other has them.
_WITHIN: Final = frozenset({"member_state", "eu_body"})


def beyond_the_union(kind: str) -> bool:
    """Whether the gates of Reg. (EU) 2023/969 Art. 17 and 18 stand before a party of this kind; an unknown kind is beyond."""
    return kind not in _WITHIN


class Demand(StrEnum):
    """For what a party demands a second leader."""

    RELEASE = "release"
    RECALL = "recall"
    #: By a leader; what the clock erases waits for nobody (Reg. (EU) 2023/969 Art. 21).
    ERASE = "erase"


def takes_away(wanted: Conditions, stood: Conditions) -> bool:
    """Whether somebody loses the exhibit altogether, as by a recall. The twin of `takes_away()` in the database."""
    return not within(replace(stood, level=wanted.level, purposes=wanted.purposes), wanted)


#: What an administrator finds in order before it lets data in. All of it, or it does not pass.
CHECKLIST: Final = ("agreement", "lawful", "limited", "conditions", "integrity")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the gates read of an exhibit and its originator.

    `unverified`: no verdict let it in; `unchecked`: no filter cleared it; `demands`: four eyes; `joint`: who obtained it with it.
    """

    unverified: bool = False
    unchecked: bool = False
    demands: AbstractSet[str] = frozenset()
    joint: AbstractSet[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """A wanted release, as far as the gates read it.

    `own`: to the originator itself; `recipient`: to whom else; `by_two`: its standing rule says so.
    """

    recipient_kind: str
    recipient: UUID | None = None
    own: bool = False
    by_two: bool = False


def standing(wish: Wish, among: Circumstances) -> tuple[Gate, ...]:
    """The gates before this release, in the order of `Gate`. The twin of `standing_gates()` in the database."""
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
