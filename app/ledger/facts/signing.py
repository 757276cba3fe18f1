"""Facts about parties' own signatures: the keys they name, what they demand, and each signature under a decision.

A key counts for the signatures between its naming and its revocation, by their positions. Deliberately not here: decisions
(`messages.py`), which say by whom they are to be signed.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Fact, Heard, Led, said, subject
from app.ledger.facts.messages import ChannelFact


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact(Fact):
    """A fact about a party's key. `code`: of the party; `public_key`: base64 of its 32 bytes (RFC 8032)."""

    heard: ClassVar[Heard] = Heard.TEAM
    signing_key: UUID = subject()
    code: str = said()
    key_name: str = said()
    public_key: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKeyNamed(KeyFact):
    """A party named a key with which it signs decisions from here on."""

    kind: ClassVar[str] = "signing.key_named"
    led: ClassVar[Led] = Led.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKeyRevoked(KeyFact):
    """A party's key signs nothing from here on; what it signed stays signed."""

    kind: ClassVar[str] = "signing.key_revoked"
    led: ClassVar[Led] = Led.OTHER
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningDemanded(Fact):
    """Which decisions a party signs itself from here on: `none`, those of its `own` seats, or `all` that it takes part in."""

    kind: ClassVar[str] = "signing.demanded"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.TEAM
    jit: UUID = subject()
    code: str = said()
    former: str = said()
    scope: str = said()
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSigned(ChannelFact):
    """A party signed a decision. `decision`: its entry; `statement`: what was signed, exactly; `signature`: base64 of 64 bytes."""

    kind: ClassVar[str] = "decision.signed"
    led: ClassVar[Led] = Led.OTHER
    message: UUID = subject()
    decision: UUID = subject()
    signing_key: UUID = subject()
    code: str = said()
    public_key: str = said()
    statement: str = said()
    signature: str = said()


SIGNING = (SigningKeyNamed, SigningKeyRevoked, SigningDemanded, DecisionSigned)
