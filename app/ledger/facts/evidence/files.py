"""Facts about the files of an exhibit. All values are visible from level `readable` on."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.ledger.facts.fact import ExhibitFact, Heard, Led, Readers, said, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReceived(ExhibitFact):
    """A file is complete and durable. `reason`: why it is kept although its hash differs from the declared one."""

    kind: ClassVar[str] = "file.received"
    led: ClassVar[Led] = Led.COLLECTION
    heard: ClassVar[Heard] = Heard.EXHIBIT
    file: UUID = subject()
    name: str = said(Readers.READABLE)
    size_bytes: int = said(Readers.READABLE)
    sha256: str = said(Readers.READABLE)
    declared_sha256: str | None = said(Readers.READABLE)
    media_type: str | None = said(Readers.READABLE)
    segments: int = said(Readers.READABLE)
    reason: str | None = said(Readers.READABLE, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHashDiffered(FileReceived):
    """A complete file does not have its declared hash.

    It is set aside until its party decides; only its party may read this.
    """

    kind: ClassVar[str] = "file.hash_differed"
    heard: ClassVar[Heard] = Heard.ACT


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDiscarded(ExhibitFact):
    """A file with a different hash was erased, by decision of a leader of its party."""

    kind: ClassVar[str] = "file.discarded"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.ACT
    file: UUID = subject()
    name: str = said(Readers.READABLE)
    sha256: str | None = said(Readers.READABLE)
    reason: str = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMalwareFound(ExhibitFact):
    """The malware scanner found something in a file, which stays as it is and is never rendered.

    `finding`: the scanner's name of it. `software`: the scanner, with the version of its signatures.
    """

    kind: ClassVar[str] = "file.malware_found"
    led: ClassVar[Led] = Led.OTHER
    heard: ClassVar[Heard] = Heard.EXHIBIT
    file: UUID = subject()
    finding: str = said(Readers.READABLE)
    software: str = said(Readers.READABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileExpired(ExhibitFact):
    """An upload stopped and expired before it was complete; what had arrived was erased.

    The system records it without names; the party of the exhibit finds the file by its id.
    """

    kind: ClassVar[str] = "file.expired"
    led: ClassVar[Led] = Led.ERASURE
    heard: ClassVar[Heard] = Heard.ACT
    file: UUID = subject()
    size_bytes: int = said(Readers.READABLE)
    received_bytes: int = said(Readers.READABLE)
