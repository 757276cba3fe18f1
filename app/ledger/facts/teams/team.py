"""Facts about the team: founding, epochs, phases, parties, members."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, NamedFact, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class JitFounded(Fact):
    """Entry 0 of a ledger. `keys`: C2SP verifier keys of the log; `quorum`: 0 until witnesses exist."""

    kind: ClassVar[str] = "jit.founded"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    name: str = said()
    reference: str = said()
    agreement_signed_on: str = said()
    parties: list[str] = said()
    keys: list[str] = said()
    quorum: int = said(default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochBegun(Fact):
    """The first entry of a later epoch, begun because signed entries are lost or to replace the key; says why.

    Attributes:
        former: The epoch before: origin, key, and the size and root that could be restored.
        known: The signed heads whose entries are lost, verbatim.
        voucher: The former key's voucher for the new key.
    """

    kind: ClassVar[str] = "epoch.begun"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    epoch: int = said()
    reason: str = said()
    former: dict[str, Any] = said()
    known: list[str] = said()
    parties: list[str] = said()
    keys: list[str] = said()
    voucher: str = said()
    quorum: int = said(default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAdded(Fact):
    """A party joined; `authorities` by code and name."""

    kind: ClassVar[str] = "party.added"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    name: str = said()
    party_kind: str = said()
    authorities: list[dict[str, Any]] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberProposed(Fact):
    """A member was proposed; nobody has accepted yet."""

    kind: ClassVar[str] = "member.proposed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    name: str = said()
    party: str | None = said()
    authority: str | None = said()
    roles: list[str] = said()
    function: str = said()
    until: str | None = said(default=None)
    seconded_to: str | None = said(default=None)
    entrustment: str | None = said(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSeated(Fact):
    """A member became active under this name.

    `confirmed_by`: members, or words that state how (founding, one-time code).
    """

    kind: ClassVar[str] = "member.seated"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    roles: list[str] = said()
    confirmed_by: list[str] = said()
    name: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSuspended(Fact):
    """A member was suspended by its party and cannot act until resumed. The reason is visible to that party only."""

    kind: ClassVar[str] = "member.suspended"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    reason: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberResumed(MemberSuspended):
    """A suspended member may act again."""

    kind: ClassVar[str] = "member.resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEnded(MemberSuspended):
    """A membership ended: by a leader of its party, or automatically at its end time, without another reason."""

    kind: ClassVar[str] = "member.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTimed(MemberSuspended):
    """The end time of a membership was set or changed; null: no end time."""

    kind: ClassVar[str] = "member.timed"
    until: str | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRenamed(MemberSuspended):
    """A leader confirmed another name of a member; the member acts under it from now on."""

    kind: ClassVar[str] = "member.renamed"
    former: str = said()
    name: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRolesProposed(NamedFact):
    """Other roles were proposed for a member; they change once a leader of its party confirms.

    Visible to the member's party and to the proposing member, with the reason.
    """

    kind: ClassVar[str] = "member.roles_proposed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    member: UUID = subject()
    code: str = said()
    reason: str = said()
    former: list[str] = said()
    roles: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRolesChanged(MemberSuspended):
    """A leader confirmed the proposed roles of a member; the member acts by them from now on."""

    kind: ClassVar[str] = "member.roles_changed"
    former: list[str] = said()
    roles: list[str] = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRolesWithdrawn(MemberRolesProposed):
    """The proposal of other roles was withdrawn or rejected; the member keeps the former ones."""

    kind: ClassVar[str] = "member.roles_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class JitPhaseMoved(Fact):
    """The team moved to another phase under a clause of the agreement. In the trial phase nothing new is added."""

    kind: ClassVar[str] = "jit.phase_moved"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    former: str = said()
    phase: str = said()
    clause: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySuspended(Fact):
    """A second leader confirmed the suspension of a party under a clause: none of its members can act."""

    kind: ClassVar[str] = "party.suspended"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    clause: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySuspensionProposed(PartySuspended):
    """A leader proposed to suspend a party. `until`: when the proposal ends unless a second leader confirms it."""

    kind: ClassVar[str] = "party.suspension_proposed"
    until: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySuspendedAtOnce(PartySuspensionProposed):
    """A leader suspended a party at once, until `until` unless a second leader confirms it."""

    kind: ClassVar[str] = "party.suspended_at_once"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySuspensionLapsed(Fact):
    """A proposed suspension ended without a second vote. A party that was suspended at once takes part again."""

    kind: ClassVar[str] = "party.suspension_lapsed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyResumed(PartySuspended):
    """A suspended party takes part again."""

    kind: ClassVar[str] = "party.resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingAgreed(Fact):
    """The clause of the agreement about leaving parties was entered; `party` null: for any party."""

    kind: ClassVar[str] = "leaving.agreed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    agreed: UUID = subject()
    party: str | None = said()
    contributed: str = said()
    received: str = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLeaving(Fact):
    """A party's leaving was declared, with its time.

    Exhibits that it contributed and received follow the clause: stay, freeze, withdraw.
    """

    kind: ClassVar[str] = "party.leaving"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    effective_at: str = said()
    contributed: str = said()
    received: str = said()
    clause: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStaying(Fact):
    """The declaration that a party leaves was withdrawn in time."""

    kind: ClassVar[str] = "party.staying"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLeft(Fact):
    """A party left and its memberships ended. The consequences for each exhibit are entries of that exhibit."""

    kind: ClassVar[str] = "party.left"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    contributed: str = said()
    received: str = said()
    clause: str = said()
