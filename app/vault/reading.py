"""Read any range of a file, decrypted and authenticated, across its segments, in constant memory.

Only the 16 KiB chunks of the range are read, plus a header of 56 bytes for each segment. The next block is decrypted
while the current one is sent.
Not here: who may read, and for how long: the caller stops iterating when access ends.
"""

from bisect import bisect_right
from collections.abc import AsyncGenerator, Iterator, Sequence
from hashlib import sha256 as new_sha256
from typing import Final

from app.vault import threads
from app.vault.encryption import CHUNK_BYTES, HEADER_BYTES, Damaged, Sealed, sealed_bytes
from app.vault.locks import Hold
from app.vault.places import Place, Segment
from app.vault.vault import Vault

BLOCK_BYTES: Final = 1024 * 1024
assert BLOCK_BYTES % CHUNK_BYTES == 0

Block = tuple[Segment, int, int]


async def read(
    vault: Vault, place: Place, segments: Sequence[Segment], start: int = 0, end: int | None = None
) -> AsyncGenerator[bytes]:
    """Read the bytes `start` to `end` (excluded; default: all) of a file.

    Args:
        vault: The vault.
        place: The file.
        segments: All recorded segments of the file, in order.
        start: First byte.
        end: Byte after the last one; the whole rest when `None`.

    Yields:
        Blocks of at most 1 MiB, each authenticated before it is yielded.

    Raises:
        Damaged: Stored bytes differ from what was written, or segments are missing.
        KeyGone: The file was discarded.
        ValueError: The range is not within the file.
    """
    size = segments[-1].end if segments else 0
    end = size if end is None else end
    if not 0 <= start <= end <= size:
        raise ValueError(f"the range {start} to {end} is not within 0 to {size}")
    if start == end:
        return
    opened = _Opened(vault, place, await threads.run(vault.keys.key, place))
    blocks = _blocks(segments, start, end)
    ahead = threads.start(opened.block, next(blocks))
    for block in blocks:
        content = await ahead
        ahead = threads.start(opened.block, block)
        yield content
    yield await ahead


async def sha256(vault: Vault, hold: Hold, segments: Sequence[Segment]) -> str:
    """Return the SHA-256 of the whole file, hexadecimal: from the running state, or by reading everything again.

    Raises:
        Damaged: See `read`.
        KeyGone: See `read`.
    """
    place = hold.place
    running = await threads.run(vault.running.take, place.file, segments[-1].end if segments else 0)
    return running.hexdigest() if running else await rehash(vault, place, segments)


async def rehash(vault: Vault, place: Place, segments: Sequence[Segment]) -> str:
    """Return the SHA-256 of the stored bytes, hexadecimal, reading all of them: about one second per GiB."""
    running = new_sha256()
    async for block in read(vault, place, segments):
        await threads.run(running.update, block)
    return running.hexdigest()


class _Opened:
    """The segment being read; its keys are derived once."""

    def __init__(self, vault: Vault, place: Place, key: bytes) -> None:
        self._objects = vault.objects
        self._place = place
        self._key = key
        self._segment: Segment | None = None
        self._sealed: Sealed | None = None

    def block(self, block: Block) -> bytes:
        segment, start, end = block
        if segment is not self._segment or self._sealed is None:
            self._sealed, self._segment = self._open(segment), segment
        return self._sealed.open(start, end, self._objects.read(segment.object, *self._sealed.span(start, end)))

    def _open(self, segment: Segment) -> Sealed:
        if self._objects.size(segment.object) != sealed_bytes(segment.size_bytes):
            raise Damaged("a stored object is not as long as its record says")
        header = self._objects.read(segment.object, 0, HEADER_BYTES)
        return Sealed(self._key, self._place.segment_context(segment.offset), segment.size_bytes, header)


def _blocks(segments: Sequence[Segment], start: int, end: int) -> Iterator[Block]:
    """Split the range into (segment, from, to within the segment), so that each chunk is read once."""
    index = bisect_right(segments, start, key=lambda segment: segment.offset) - 1
    while start < end:
        if not 0 <= index < len(segments) or not segments[index].offset <= start < segments[index].end:
            raise Damaged("the records of the file leave a gap")
        segment = segments[index]
        within, until = start - segment.offset, min(end, segment.end) - segment.offset
        while within < until:
            stop = min(until, within - within % CHUNK_BYTES + BLOCK_BYTES)
            yield segment, within, stop
            within = stop
        start, index = segment.offset + until, index + 1
