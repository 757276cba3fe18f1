"""Facts about the team itself: founding, parties, seats."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, Readers, said, subject


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
    """The first entry of a ledger's later epoch, which begins when what was signed cannot be restored, and says why.

    `former`: the epoch before, by origin, key, and the size and root that could be restored; `known`: the signed heads of
    which entries are lost, verbatim; `voucher`: the former key's word for the new one.
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
    """A seat was proposed; nobody sits on it yet."""

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
    """A seat was taken under this name; `confirmed_by` are seats, or words that say how (founding, one-time code)."""

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
    """A seat was suspended by its party: nobody acts from it until it is resumed. Why is its own party's affair."""

    kind: ClassVar[str] = "member.suspended"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    member: UUID = subject()
    code: str = said()
    reason: str = said(Readers.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberResumed(MemberSuspended):
    """A suspended seat may act again."""

    kind: ClassVar[str] = "member.resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEnded(MemberSuspended):
    """A seat ended: by a leader of its party, or by the clock, which gives no reason but the time."""

    kind: ClassVar[str] = "member.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTimed(MemberSuspended):
    """When a seat ends by itself was set, put off or brought forward; null: it does not end by itself."""

    kind: ClassVar[str] = "member.timed"
    until: str | None = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRenamed(MemberSuspended):
    """A leader confirmed another name of a seat's person: from here on the seat acts under it."""

    kind: ClassVar[str] = "member.renamed"
    former: str = said()
    name: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class JitPhaseMoved(Fact):
    """The team moved to another phase, as a clause of the agreement says: in the trial phase nothing new enters."""

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
    """A party was suspended by an administrator, as a clause of the agreement says: none of its seats acts."""

    kind: ClassVar[str] = "party.suspended"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    clause: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyResumed(PartySuspended):
    """A suspended party takes part again."""

    kind: ClassVar[str] = "party.resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingAgreed(Fact):
    """What a clause of the agreement says of a party that leaves: `party`, or any, where it is null, was entered."""

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
    """That a party leaves at a moment was declared. What it contributed and received follows the clause: stay, freeze, withdraw."""

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
    """A party that was to leave does not: the declaration was withdrawn before its moment."""

    kind: ClassVar[str] = "party.staying"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLeft(Fact):
    """The moment came: the party is none any more, and its seats end. What follows for each exhibit is an entry of that exhibit."""

    kind: ClassVar[str] = "party.left"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    party: UUID = subject()
    code: str = said()
    contributed: str = said()
    received: str = said()
    clause: str = said()
