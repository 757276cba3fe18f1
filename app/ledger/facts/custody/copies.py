"""Facts about downloaded copies: their holder is asked about them after a recall or withdrawal, and answers.

They are entries of the exhibit, visible to its originator and to those members of the holder's party who could see it
when it was downloaded. The holder may not read the number in the exhibit's chain, which would reveal how many entries
followed.

Not here: the download itself (`evidence.taken`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFact(ExhibitFact):
    """A fact about one copy. `holding`: the row of the copy, which determines the audience."""

    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.HOLDER
    link_readers: ClassVar[Readers] = Readers.READABLE
    holding: Any = aside()
    copy: UUID = subject()
    party: str = said()
    custodian: str = said()
    file_number: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAsked(CopyFact):
    """The downloaded exhibit was recalled or withdrawn; its holder is asked what happened to the copy."""

    kind: ClassVar[str] = "copy.asked"
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAnswered(CopyFact):
    """The holder answered: destroyed, or kept for the reason in `because`."""

    kind: ClassVar[str] = "copy.answered"
    answer: str = said()
    because: str | None = said()
