"""Facts about emergency access: permitted by an originator, used, and reviewed."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakGlassSet(NamedFact):
    """An originator permitted or forbade a party emergency access to its exhibits. Visible to the originator only."""

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
    """A member got emergency access for a life-threatening case, until a time.

    Each access event is an entry of its own.
    """

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
    """The originator reviewed the emergency access: justified or not, and why.

    The party concerned may read it while it sees the exhibit.
    """

    kind: ClassVar[str] = "emergency.reviewed"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.CONCERNED
    link_readers: ClassVar[Readers] = Readers.READABLE
    concerned: UUID = aside()
    emergency: UUID = subject()
    party: str = said()
    verdict: str = said()
    finding: str = said()
