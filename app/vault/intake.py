"""A request's body, taken in one pass: hashed, sealed, stored, durable.

Two lanes, a thread each, take the batches of a body in order: one hashes, the other seals and writes. The loop only
hands over; it waits when the lanes are two batches behind, so a fast sender is slowed and memory stays flat. The bytes
of a PATCH become one message with a fresh salt in one stored object: nothing is ever sealed twice under the same nonce,
also when a PATCH is repeated at an offset where an orphan lies.

A body that breaks off keeps what arrived, as a whole segment, so that the sender resumes there; so does one that meets
the end of the room on the disk. A body that is refused (checksum, length) keeps nothing.

Deliberately not here: whether the sender may, at which offset the file stands, and the row that records the segment.
"""

import asyncio
import errno
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import Final

from app.errors import Conflict, Invalid, NoSpace
from app.vault import space, threads
from app.vault.checksums import Checksum, ChecksumDiffers
from app.vault.lanes import BATCH_BYTES, Batch, Lanes
from app.vault.locks import Hold
from app.vault.places import MAX_OFFSET, Segment
from app.vault.sealing import SegmentWriter
from app.vault.vault import Vault

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LOOK_EVERY_BYTES: Final = 16 * 2**20


class EmptyChunk(Invalid):
    """A PATCH without a byte."""

    title, code = "The chunk is empty", "empty-chunk"


class BeyondTheEnd(Conflict):
    """More bytes than the file was announced with; nothing of this chunk was kept."""

    title, code = "The chunk reaches beyond the announced length", "beyond-the-end"


class PieceTooSmall(Invalid):
    """A whole PATCH that is too small for what the file still lacks; nothing of it was kept."""

    title, code = "The piece is too small", "piece-too-small"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one body."""

    room: int
    """Bytes that the file still lacks: more are refused."""

    promised: int | None = None
    """Content-Length, when there is one: fewer count as broken off."""

    checksum: Checksum | None = None

    keep_from: int = 1
    """A body below this many bytes that does not end the file keeps nothing, so that segments never run out."""

    reserve: int = 0
    """Bytes that stay free on the disk: a body that meets them ends there."""

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

    full: bool = False
    """Whether it was we who broke off, because the room on the disk ends."""


def demand_length(terms: Terms, size: int) -> None:
    """Whether a body of so many bytes makes sense. Raises `EmptyChunk`, `PieceTooSmall`, `BeyondTheEnd`."""
    if size == 0:
        raise EmptyChunk
    if size > terms.room:
        raise BeyondTheEnd
    if size < min(terms.keep_from, terms.room):
        raise PieceTooSmall(
            f"Send at least {terms.keep_from} bytes at a time, or the rest. Nothing of this piece was kept.",
            extra={"least_bytes": terms.keep_from},
        )


async def receive(vault: Vault, hold: Hold, offset: int, body: AsyncIterable[bytes], terms: Terms) -> Received:
    """Takes the bytes of `body` as the file's segment at `offset`; durable when this returns.

    Raises `EmptyChunk`, `PieceTooSmall`, `BeyondTheEnd`, `ChecksumDiffers`, `NoSpace`, `KeyGone`; then, and when it is
    cancelled, nothing of the body is kept. What `body` raises and `terms.cut_by` does not name passes through, likewise.
    """
    if not 0 <= offset <= MAX_OFFSET - max(terms.room, 0):
        raise BeyondTheEnd
    place = hold.place
    key = await threads.run(vault.keys.key, place)
    running = await threads.run(vault.running.take, place.file, offset)
    lanes = Lanes(running)
    try:
        await lanes.open(lambda: SegmentWriter(vault.staging, key, place.segment_context(offset), terms.checksum))
        size, cut, full = await _pour(vault, body, lanes, terms)
        if not _is_kept(size, lanes, terms, cut=cut):
            return Received(None, None, cut=True, full=full)
        name = place.segment_object(offset)
        header = await lanes.keep(vault.objects, name)
    except OSError as failed:
        if failed.errno in _FULL:
            raise NoSpace(f"The store is full. Nothing of this piece was kept. {space.ADVICE}") from failed
        raise
    finally:
        lanes.close()
    if running is not None:
        vault.running.put(place.file, offset + size, name, header, running)
    return Received(Segment(offset, size, name), running.hexdigest() if running else None, cut=cut, full=full)


async def _pour(vault: Vault, body: AsyncIterable[bytes], lanes: Lanes, terms: Terms) -> tuple[int, bool, bool]:
    """Hands the body to the lanes; how many bytes it had, whether it broke off, and whether for want of room."""
    clock = asyncio.get_running_loop().time
    pieces, batch, size, looked = aiter(body), Batch(), 0, 0
    cut = full = False
    gone: tuple[type[Exception], ...] = (TimeoutError, *terms.cut_by)
    while not full:
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
        if size - looked >= _LOOK_EVERY_BYTES:
            looked, needed = size, min(_LOOK_EVERY_BYTES, terms.room - size)
            full = cut = await threads.run(space.room, vault.staging, terms.reserve) < needed
    await lanes.push(batch)
    await lanes.settle()
    return size, cut, full


def _is_kept(size: int, lanes: Lanes, terms: Terms, *, cut: bool) -> bool:
    """Whether what arrived becomes a segment. Raises when the sender must be told that it does not."""
    if cut:
        return terms.checksum is None and size >= max(terms.keep_from, 1)
    demand_length(terms, size)
    if not lanes.is_as_promised():
        raise ChecksumDiffers
    return True
