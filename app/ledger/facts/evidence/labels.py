"""Facts about labels: printed for an exhibit, printed blank in advance, or declared void."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLabelled(ExhibitFact):
    """Labels were printed; `labels`: how many. A label contains nothing about the exhibit but its number."""

    kind: ClassVar[str] = "evidence.labelled"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    labels: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLabelsMade(NamedFact):
    """A sheet of blank labels was printed; `labels`: how many. Their codes are in no entry."""

    kind: ClassVar[str] = "label.blanks_made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    sheet: UUID = subject()
    labels: int = said()

    @property
    def about(self) -> UUID | None:
        """The sheet."""
        return self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelVoided(NamedFact):
    """A blank label was declared void. Its code may be in the entry, because it cannot be used any more."""

    kind: ClassVar[str] = "label.voided"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    sheet: UUID = subject()
    label: str = said()
    reason: str = said()

    @property
    def about(self) -> UUID | None:
        """The sheet on which it was printed."""
        return self.sheet
