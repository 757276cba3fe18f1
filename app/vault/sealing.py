"""Write one segment: seal it batch by batch into a staged file.

Use from one thread at a time. Not here: where the bytes come from (`intake`).
"""

import mmap
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.cobblestone import Cobblestone256Encryptor

from app.vault.checksums import Checksum
from app.vault.encryption import HEADER_BYTES
from app.vault.objects import PAGE_BYTES, Objects, Staged

Piece = bytes | bytearray | memoryview

_BLOCK_BYTES: Final = 1024 * 1024
#: A block that is nearly full, and a piece of at most 1 MiB, sealed.
_BUFFER_BYTES: Final = 2 * _BLOCK_BYTES + 64 * 1024


class SegmentWriter:
    """Seals batches under a fresh salt, in constant memory."""

    def __init__(self, staging: Path, key: bytes, context: bytes, checksum: Checksum | None) -> None:
        """Stage an empty file."""
        self._encryptor = Cobblestone256Encryptor(key, context)
        self._checksum = checksum
        self._digest = checksum.start() if checksum else None
        self._buffer = memoryview(mmap.mmap(-1, _BUFFER_BYTES, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
        self._filled = 0
        self._header = b""
        self._staged = Staged(staging)

    def write(self, batch: Sequence[Piece]) -> None:
        """Seal and write the pieces, at most 1 MiB each, in order. Raises `OSError` when the disk is full."""
        for piece in batch:
            if self._digest is not None:
                self._digest.update(piece)
            self._filled += self._encryptor.update_into(piece, self._buffer[self._filled :])
            if self._filled >= _BLOCK_BYTES:
                self._write_pages()

    def is_as_promised(self) -> bool:
        """Return whether the checksum, if there is one, matches the written bytes."""
        return self._checksum is None or self._digest is None or self._checksum.matches(self._digest)

    def keep(self, objects: Objects, name: str) -> bytes:
        """End the message and make it a stored object durably; return its header, which is unique."""
        self._keep_header()
        self._staged.write(self._buffer[: self._filled])
        self._staged.write(self._encryptor.finalize())
        objects.keep(self._staged, name)
        return self._header

    def close(self) -> None:
        """Close the writer; remove the staged file unless it was kept."""
        self._staged.close()

    def _write_pages(self) -> None:
        """Write the whole memory pages of the buffer; the rest begins the next block."""
        self._keep_header()
        whole = self._filled - self._filled % PAGE_BYTES
        self._staged.write_pages(self._buffer[:whole])
        self._buffer[: self._filled - whole] = self._buffer[whole : self._filled]
        self._filled -= whole

    def _keep_header(self) -> None:
        self._header = self._header or bytes(self._buffer[:HEADER_BYTES])
