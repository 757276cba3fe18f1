"""One segment while it is written: sealed batch by batch into a staged file.

Used from one thread at a time. Deliberately not here: where the bytes come from (`intake`).
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.cobblestone import Cobblestone256Encryptor

from app.vault.checksums import Checksum
from app.vault.encryption import HEADER_BYTES
from app.vault.objects import Objects, Staged

Piece = bytes | bytearray | memoryview

_BUFFER_BYTES: Final = 1024 * 1024 + 64 * 1024
_SLACK_BYTES: Final = 16 * 1024 + 1024
_WRITEBACK_BYTES: Final = 8 * 1024 * 1024


class SegmentWriter:
    """Seals what it is given under a fresh salt, in constant memory."""

    def __init__(self, staging: Path, key: bytes, context: bytes, checksum: Checksum | None) -> None:
        """Stages an empty file."""
        self._encryptor = Cobblestone256Encryptor(key, context)
        self._checksum = checksum
        self._digest = checksum.start() if checksum else None
        self._buffer = bytearray(_BUFFER_BYTES)
        self._filled = 0
        self._written = 0
        self._header = b""
        self._started = 0
        self._staged = Staged(staging)

    def write(self, batch: Sequence[Piece]) -> None:
        """Seals and writes the pieces, of at most 1 MiB each, in order. Raises `OSError` when the disk is full."""
        for piece in batch:
            if self._digest is not None:
                self._digest.update(piece)
            if self._filled + len(piece) + len(piece) // 1024 + _SLACK_BYTES > _BUFFER_BYTES:
                self._flush()
            self._filled += self._encryptor.update_into(piece, memoryview(self._buffer)[self._filled :])
        self._flush()

    def is_as_promised(self) -> bool:
        """Whether the checksum, if there is one, agrees with what was written."""
        return self._checksum is None or self._digest is None or self._checksum.matches(self._digest)

    def keep(self, objects: Objects, name: str) -> bytes:
        """Ends the message and makes it a stored object, durably; its header, which no other message has."""
        self._staged.write(self._encryptor.finalize())
        objects.keep(self._staged, name)
        return self._header

    def close(self) -> None:
        """Ends it; what was not kept is removed."""
        self._staged.close()

    def _flush(self) -> None:
        self._header = self._header or bytes(self._buffer[:HEADER_BYTES])
        self._staged.write(memoryview(self._buffer)[: self._filled])
        self._written += self._filled
        self._filled = 0
        if self._written - self._started >= _WRITEBACK_BYTES:
            # Asks the kernel to begin writing these pages now, and to drop them once clean, so that the sync at the
            # end finds little left and an upload does not push everything else out of the page cache.
            os.posix_fadvise(
                self._staged.descriptor, self._started, self._written - self._started, os.POSIX_FADV_DONTNEED
            )
            self._started = self._written
