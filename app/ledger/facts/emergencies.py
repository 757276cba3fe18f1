"""Facts about break-glass: allowed by an originator, broken in an emergency, and what its review found."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakGlassSet(NamedFact):
    """Whether a party may open what another contributed in an emergency: told to the one that decided alone."""

    kind: ClassVar[str] = "break_glass.set"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    party: UUID = subject()
    recipient: str = said()
    allowed: bool = said()
    level: str = said()
    clause: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyBegun(ExhibitFact):
    """A seat was let in for a life-threatening case, until a moment. Each opening is an entry of its own."""

    kind: ClassVar[str] = "emergency.begun"
    led: ClassVar[Led] = Led.DISCLOSURE
    heard: ClassVar[Heard] = Heard.ACT
    emergency: UUID = subject()
    party: str = said()
    level: str = said()
    until: str = said()
    reason: str = said()
    review_due_at: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyReviewed(ExhibitFact):
    """The originator found it justified or not, and says why. The party concerned hears it while it sees the exhibit."""

    kind: ClassVar[str] = "emergency.reviewed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    link_readers: ClassVar[Readers] = Readers.READABLE
    concerned: UUID = aside()
    emergency: UUID = subject()
    party: str = said()
    verdict: str = said()
    finding: str = said()
