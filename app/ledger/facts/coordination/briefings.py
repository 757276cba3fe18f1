"""Facts about shift notes, which colleagues leave for the next time zone."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import Heard, Led, NamedFact, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingNoteWritten(NamedFact):
    """A member wrote a shift note: for the own party, or (`to_party` null) for all parties of the team."""

    kind: ClassVar[str] = "briefing.note_written"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.NAMED
    note: UUID = subject()
    to_party: str | None = said()
    text: str = said()

    @property
    def about(self) -> UUID | None:
        """The note."""
        return self.note
