"""Receive a request body in one pass: hash it, seal it, store it durably.

Two threads per upload (`lanes`) process the batches of a body in order: one hashes, the other seals and writes. The
event loop waits while they are two batches behind, so a fast sender is slowed down and memory use stays constant.
The bytes of a PATCH become one message with a fresh salt in one stored object. No nonce is reused, even when a PATCH is
repeated at an offset where an orphan object exists.
An interrupted body keeps what arrived as a segment, so that the sender can resume there, unless it has a checksum or is
smaller than `Terms.keep_from`. The same holds when the disk's free space reaches the reserve. A refused body (checksum,
length) keeps nothing.
Not here: whether the sender may upload, the current offset of the file, and the row that records the segment.
"""

import asyncio
import errno
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import Final

from app.errors import Conflict, Invalid, NoSpace
from app.i18n.phrases import Phrase
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
    """A PATCH without any bytes."""

    title, code = "The part is empty", "empty-chunk"


class BeyondTheEnd(Conflict):
    """More bytes than the announced length of the file; nothing of this chunk was kept."""

    title, code = "The part exceeds the announced length", "beyond-the-end"


class PieceTooSmall(Invalid):
    """A complete PATCH below the minimum size that does not end the file; nothing was kept."""

    title, code = "The part is too small", "piece-too-small"


@dataclass(frozen=True, slots=True)
class UploadTerms:
    """The limits for one request body."""

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
    """The result of receiving a body."""

    segment: Segment | None
    """What is stored and now needs its row; none when nothing was kept."""

    sha256: str | None
    """Of the whole file up to the segment's end, hexadecimal; none when the running state was lost (`reading.sha256`)."""

    cut: bool
    """Whether the body broke off: its sender is gone, or will come again."""

    full: bool = False
    """Whether it was we who broke off, because the room on the disk ends."""


def demand_length(terms: UploadTerms, size: int) -> None:
    """Refuse a body of a size that is not allowed.

    Raises:
        EmptyChunk: The body is empty.
        PieceTooSmall: It is below the minimum and does not end the file.
        BeyondTheEnd: It exceeds the announced length.
    """
    if size == 0:
        raise EmptyChunk
    if size > terms.room:
        raise BeyondTheEnd
    if size < min(terms.keep_from, terms.room):
        raise PieceTooSmall(
            Phrase("Send at least {keep_from} bytes at a time, or the rest of the file.", keep_from=terms.keep_from),
            extra={"least_bytes": terms.keep_from},
        )


async def receive(vault: Vault, hold: Hold, offset: int, body: AsyncIterable[bytes], terms: UploadTerms) -> Received:
    """Store the bytes of `body` as the file's segment at `offset`; durable on return.

    When it raises or is cancelled, nothing of the body is kept. Exceptions of `body` not in `terms.cut_by` pass
    through.

    Raises:
        EmptyChunk: The body is empty.
        PieceTooSmall: The body is below the minimum and does not end the file.
        BeyondTheEnd: The body exceeds the announced length.
        ChecksumDiffers: The checksum differs.
        NoSpace: The disk is full.
        KeyGone: The file was discarded.
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
            raise NoSpace(
                Phrase("The storage is full. This part was not stored. {advice}", advice=space.ADVICE)
            ) from failed
        raise
    finally:
        lanes.close()
    if running is not None:
        vault.running.put(place.file, offset + size, name, header, running)
    return Received(Segment(offset, size, name), running.hexdigest() if running else None, cut=cut, full=full)


async def _pour(vault: Vault, body: AsyncIterable[bytes], lanes: Lanes, terms: UploadTerms) -> tuple[int, bool, bool]:
    """Pass the body to the lanes; return its size, whether it was interrupted, and whether by lack of space."""
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


def _is_kept(size: int, lanes: Lanes, terms: UploadTerms, *, cut: bool) -> bool:
    """Return whether the received bytes become a segment. Raises when the sender must be told that they do not."""
    if cut:
        return terms.checksum is None and size >= max(terms.keep_from, 1)
    demand_length(terms, size)
    if not lanes.is_as_promised():
        raise ChecksumDiffers
    return True
