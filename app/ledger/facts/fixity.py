"""Facts about fixity: that stored files were compared with their hashes, with what outcome, and that a seat ordered it.

Nobody sees content by it and nothing is given to anybody: neither consultation nor disclosure. What was found is said by the clock,
to all who see the exhibit; who ordered it, the orderer's own party and the originator alone know.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class FixityOrdered(ExhibitFact):
    """A seat ordered a check; what it finds is an entry of its own. `files_stored`: of how many files."""

    kind: ClassVar[str] = "fixity.ordered"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    files_stored: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FixityVerified(ExhibitFact):
    """Every stored file has the hash that was recorded at its receipt. `files`: id, hash and when, of each."""

    kind: ClassVar[str] = "fixity.verified"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    begun_at: str = said()
    ended_at: str = said()
    software: str = said()
    files_checked: int = said()
    bytes_checked: int = said()
    files: list[dict[str, Any]] = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixityFailed(FixityVerified):
    """An incident: files that have another hash than recorded, or cannot be read. `files`: of each also what was found, or why not."""

    kind: ClassVar[str] = "fixity.failed"
    files_failed: int = said()
