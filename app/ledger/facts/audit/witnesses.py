"""Facts about witnesses, which parties name to cosign the ledger's checkpoints. Visible to the whole team."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessNamed(Fact):
    """A party named its witness.

    `vkey`: the C2SP verifier key (type 04) by which its cosignatures count from now on.
    """

    kind: ClassVar[str] = "witness.named"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    witness: UUID = subject()
    code: str = said()
    vkey: str = said()
    url: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessRemoved(Fact):
    """A party's witness is not asked any more; its cosignatures remain."""

    kind: ClassVar[str] = "witness.removed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    witness: UUID = subject()
    code: str = said()
    vkey: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessExcused(Fact):
    """An operator confirmed that signing does not wait for a party's witness, which does not answer.

    `size`: of the checkpoint published last, which it was asked about.
    """

    kind: ClassVar[str] = "witness.excused"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    witness: UUID = subject()
    code: str = said()
    vkey: str = said()
    size: int = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumAgreed(Fact):
    """A clause of the agreement sets how many parties' witnesses, without the host's, have to cosign a checkpoint."""

    kind: ClassVar[str] = "witness.quorum"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    former: int = said()
    quorum: int = said()
    clause: str = said()
    reason: str = said()
