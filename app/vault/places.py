"""Where a file belongs, what its stored objects are called, and which context binds each of them.

Names come from identifiers and numbers alone: nothing that a client says ever becomes part of a path.
Deliberately not here: reading or writing any of it.
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

MAX_SEGMENTS: Final = 10_000
"""A file is a list of at most this many segments."""

MAX_OFFSET: Final = 2**63 - 1
"""Offsets and sizes are kept as signed 64-bit integers."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What one PATCH brought: `size_bytes` bytes of plaintext from `offset` on, in the stored object `object`."""

    offset: int
    size_bytes: int
    object: str

    @property
    def end(self) -> int:
        """The offset behind the last byte."""
        return self.offset + self.size_bytes


@dataclass(frozen=True, slots=True)
class Place:
    """A file's place: its JIT, its exhibit, itself."""

    jit: UUID
    evidence: UUID
    file: UUID

    @property
    def ids(self) -> bytes:
        """The three identifiers as 48 raw bytes."""
        return self.jit.bytes + self.evidence.bytes + self.file.bytes

    @property
    def prefix(self) -> str:
        """What the names of all objects of this file begin with."""
        return f"{self.jit}/{self.evidence}/{self.file}/"

    def segment_object(self, offset: int) -> str:
        """The stored object that begins at this offset of the file."""
        return f"{self.prefix}{offset:020d}"

    def segment_context(self, offset: int) -> bytes:
        """Binds a segment to its file and offset: a frozen format."""
        return b"liaison-file/v1\n" + self.ids + offset.to_bytes(8, "big")

    def rendition_object(self, page: int) -> str:
        """The stored object of a rendition's page, counted from 1."""
        return f"{self.prefix}rendition/{page:06d}"

    def rendition_context(self, page: int) -> bytes:
        """Binds a rendition's page to its file and number: a frozen format."""
        return b"liaison-rendition/v1\n" + self.ids + page.to_bytes(8, "big")
