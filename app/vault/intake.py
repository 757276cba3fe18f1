"""A request's body, taken in one pass: hashed, sealed, stored, durable.

Two lanes, a thread each, take the batches of a body in order: one hashes, the other seals and writes. The loop only
hands over; it waits when the lanes are two batches behind, so a fast sender is slowed and memory stays flat. The bytes
of a PATCH become one message with a fresh salt in one stored object: nothing is ever sealed twice under the same nonce,
also when a PATCH is repeated at an offset where an orphan lies.

A body that breaks off keeps what arrived, as a whole segment, so that the sender resumes there. A body that is refused
(checksum, length) keeps nothing.

Deliberately not here: whether the sender may, at which offset the file stands, and the row that records the segment.
"""

import asyncio
import errno
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import Final

from app.errors import Conflict, Invalid, NoSpace
from app.vault import threads
from app.vault.checksums import Checksum, ChecksumDiffers
from app.vault.lanes import BATCH_BYTES, Batch, Lanes
from app.vault.locks import Hold
from app.vault.places import MAX_OFFSET, Segment
from app.vault.sealing import SegmentWriter
from app.vault.vault import Vault

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class EmptyChunk(Invalid):
    """A PATCH without a byte."""

    title, code = "The chunk is empty", "empty-chunk"


class BeyondTheEnd(Conflict):
    """More bytes than the file was announced with; nothing of this chunk was kept."""

    title, code = "The chunk reaches beyond the announced length", "beyond-the-end"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one body."""

    room: int
    """Bytes that the file still lacks: more are refused."""

    promised: int | None = None
    """Content-Length, when there is one: fewer count as broken off."""

    checksum: Checksum | None = None

    keep_from: int = 1
    """A body that breaks off below this many bytes keeps nothing, so that segments never run out."""

    cut_by: tuple[type[Exception], ...] = (ConnectionError,)
    """What the body raises when its sender is gone."""

    patience: float = 30.0
    """Seconds without a byte after which the sender counts as gone."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a body."""

    segment: Segment | None
    """What is stored and now needs its row; none when nothing was kept."""

    sha256: str | None
    """Of the whole file up to the segment's end, hexadecimal; none when the running state was lost (`reading.sha256`)."""

    cut: bool
    """Whether the body broke off: its sender is gone, or will come again."""


async def receive(vault: Vault, hold: Hold, offset: int, body: AsyncIterable[bytes], terms: Terms) -> Received:
    """Takes the bytes of `body` as the file's segment at `offset`; durable when this returns.

    Raises `EmptyChunk`, `BeyondTheEnd`, `ChecksumDiffers`, `NoSpace`, `KeyGone`; then, and when it is cancelled,
    nothing of the body is kept. What `body` raises and `terms.cut_by` does not name passes through, likewise.
    """
    if not 0 <= offset <= MAX_OFFSET - max(terms.room, 0):
        raise BeyondTheEnd
    place = hold.place
    key = await threads.run(vault.keys.key, place)
    running = await threads.run(vault.running.take, place.file, offset)
    lanes = Lanes(running)
    try:
        await lanes.open(lambda: SegmentWriter(vault.staging, key, place.segment_context(offset), terms.checksum))
        size, cut = await _pour(body, lanes, terms)
        if not await _is_kept(size, lanes, terms, cut=cut):
            return Received(None, None, cut=True)
        name = place.segment_object(offset)
        header = await lanes.keep(vault.objects, name)
    except OSError as failed:
        if failed.errno in _FULL:
            raise NoSpace from failed
        raise
    finally:
        lanes.close()
    if running is not None:
        vault.running.put(place.file, offset + size, name, header, running)
    return Received(Segment(offset, size, name), running.hexdigest() if running else None, cut=cut)


async def _pour(body: AsyncIterable[bytes], lanes: Lanes, terms: Terms) -> tuple[int, bool]:
    """Hands the body to the lanes; how many bytes it had, and whether it broke off."""
    clock = asyncio.get_running_loop().time
    pieces, size, batch = aiter(body), 0, Batch()
    gone: tuple[type[Exception], ...] = (TimeoutError, *terms.cut_by)
    while True:
        try:
            async with asyncio.timeout(terms.patience) as patience:
                while batch.size < BATCH_BYTES:
                    piece = await anext(pieces)
                    size += len(piece)
                    if size > terms.room:
                        raise BeyondTheEnd
                    batch.add(piece)
                    patience.reschedule(clock() + terms.patience)
        except StopAsyncIteration:
            cut = terms.promised is not None and size < terms.promised
            break
        except gone:
            cut = True
            break
        batch = await lanes.push(batch)
    await lanes.push(batch)
    await lanes.settle()
    return size, cut


async def _is_kept(size: int, lanes: Lanes, terms: Terms, *, cut: bool) -> bool:
    """Whether what arrived becomes a segment. Raises when the sender must be told that it does not."""
    if cut:
        return terms.checksum is None and size >= max(terms.keep_from, 1)
    if size == 0:
        raise EmptyChunk
    if not lanes.is_as_promised():
        raise ChecksumDiffers
    return True
