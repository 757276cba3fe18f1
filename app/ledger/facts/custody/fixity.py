"""Facts about integrity checks: ordered by a member, and the result of comparing files with their hashes.

A check shows content to nobody, so it is neither consultation nor disclosure. The system records the result, visible to
all who see the exhibit. The order is visible to the ordering party and the originator only.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class FixityOrdered(ExhibitFact):
    """A member ordered a check; its result is an entry of its own. `files_stored`: number of files."""

    kind: ClassVar[str] = "fixity.ordered"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.ACT
    files_stored: int = said()


@dataclass(frozen=True, slots=True, kw_only=True)
class FixityVerified(ExhibitFact):
    """Every stored file has the hash recorded at its receipt. `files`: id, hash and time of check of each."""

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
    """An incident: files have another hash than recorded, or cannot be read.

    `files`: also what was found, or why a file cannot be read.
    """

    kind: ClassVar[str] = "fixity.failed"
    files_failed: int = said()
