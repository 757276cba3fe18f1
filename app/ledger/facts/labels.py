"""Facts about labels: that an exhibit was labelled."""

from dataclasses import dataclass
from typing import ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, said


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLabelled(ExhibitFact):
    """Labels were made for printing, so many of them. What is on one says nothing of the exhibit but its number."""

    kind: ClassVar[str] = "evidence.labelled"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    labels: int = said()
