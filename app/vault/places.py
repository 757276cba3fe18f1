"""Define a file's place, the names of its stored objects, and the encryption context of each.

Names are made of identifiers and numbers only: no client input becomes part of a path.
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
    """One stored PATCH: `size_bytes` bytes of plaintext from `offset` on, in the stored object `object`."""

    offset: int
    size_bytes: int
    object: str

    @property
    def end(self) -> int:
        """Offset after the last byte."""
        return self.offset + self.size_bytes


@dataclass(frozen=True, slots=True)
class Place:
    """The identifiers of a file: its JIT, its exhibit, itself."""

    jit: UUID
    evidence: UUID
    file: UUID

    @property
    def ids(self) -> bytes:
        """The three identifiers as 48 raw bytes."""
        return self.jit.bytes + self.evidence.bytes + self.file.bytes

    @property
    def prefix(self) -> str:
        """Common prefix of the names of all objects of this file."""
        return f"{self.jit}/{self.evidence}/{self.file}/"

    def segment_object(self, offset: int) -> str:
        """Return the name of the segment that begins at this offset of the file."""
        return f"{self.prefix}{offset:020d}"

    def segment_context(self, offset: int) -> bytes:
        """Return the context that binds a segment to its file and offset. Frozen format."""
        return b"liaison-file/v1\n" + self.ids + offset.to_bytes(8, "big")

    def rendition_object(self, page: int) -> str:
        """Return the name of a rendition page, counted from 1."""
        return f"{self.prefix}rendition/{page:06d}"

    def rendition_context(self, page: int) -> bytes:
        """Return the context that binds a rendition page to its file and number. Frozen format."""
        return b"liaison-rendition/v1\n" + self.ids + page.to_bytes(8, "big")
