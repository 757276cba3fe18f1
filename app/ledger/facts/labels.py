"""Facts about labels: that an exhibit was labelled, that blanks were printed, of which nothing bears one yet, or that one is void."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLabelled(ExhibitFact):
    """Labels were made for printing, so many of them. What is on one says nothing of the exhibit but its number."""

    kind: ClassVar[str] = "evidence.labelled"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    labels: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLabelsMade(NamedFact):
    """A sheet of blanks was printed, so many: their codes stand in no entry."""

    kind: ClassVar[str] = "label.blanks_made"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    sheet: UUID = subject()
    labels: int = said()

    @property
    def about(self) -> UUID | None:
        """Itself."""
        return self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelVoided(NamedFact):
    """A blank was declared void: nothing bears it, and nothing ever will. Its code may stand here: it is good for nothing any more."""

    kind: ClassVar[str] = "label.voided"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    sheet: UUID = subject()
    label: str = said()
    reason: str = said()

    @property
    def about(self) -> UUID | None:
        """The sheet that it was printed on."""
        return self.sheet
