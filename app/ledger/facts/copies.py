"""Facts about copies that were taken: asked after at a recall or withdrawal, and answered for.

They are entries of the exhibit, heard by its originator and by who of the holder's party knew it when it was taken. The holder
does not read their place in the exhibit's chain: it would tell how much was done with the exhibit since. Deliberately not here:
the taking itself (`evidence.taken`).
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, aside, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFact(ExhibitFact):
    """A fact about one copy. `holding`: its row, which says who hears."""

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
    """What was taken is recalled or withdrawn: its holder is asked what became of it."""

    kind: ClassVar[str] = "copy.asked"
    reason: str = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAnswered(CopyFact):
    """Its holder says: destroyed, or kept, because."""

    kind: ClassVar[str] = "copy.answered"
    answer: str = said()
    because: str | None = said()
