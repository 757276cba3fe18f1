"""Facts of the briefing: what one zone leaves to the next in words."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingNoteWritten(NamedFact):
    """Somebody wrote down what the next ones should know: for their own party, or (null) for the parties of the team."""

    kind: ClassVar[str] = "briefing.note_written"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    note: UUID = subject()
    to_party: str | None = said()
    text: str = said()

    @property
    def about(self) -> UUID | None:
        """Itself."""
        return self.note
