"""Facts about signatures of parties: their keys, which decisions they sign, and each signature of a decision.

A key counts for signatures whose positions are between those of its naming and its revocation.

Not here: decisions (`messages.py`), which name the parties that are to sign them.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.coordination.messages import ChannelFact
from app.ledger.facts.fact import Fact, Heard, Led, said, subject


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
    """A party named a key with which it signs decisions from now on."""

    kind: ClassVar[str] = "signing.key_named"
    led: ClassVar[Led] = Led.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKeyRevoked(KeyFact):
    """A party revoked a key; earlier signatures remain valid."""

    kind: ClassVar[str] = "signing.key_revoked"
    led: ClassVar[Led] = Led.OTHER
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningDemanded(Fact):
    """Which decisions a party signs from now on.

    `none`, those of its `own` members, or `all` in which it takes part.
    """

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
    """A party signed a decision.

    `decision`: its entry; `statement`: the exact text signed; `signature`: base64 of 64 bytes.
    """

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
