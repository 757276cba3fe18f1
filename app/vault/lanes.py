"""Run the two threads of one upload: one hashes, the other seals and writes, each in order.

`hashlib`, the cipher and the disk release the GIL while they work, so both threads run in parallel with the event loop.
Not here: where batches come from and what is kept (`intake`).
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

from app.vault.objects import Objects
from app.vault.sealing import Piece, SegmentWriter
from app.vault.threads import ended, heard, pool

if TYPE_CHECKING:
    from hashlib import _Hash

T = TypeVar("T")

BATCH_BYTES: Final = 1024 * 1024
_SMALL_BYTES: Final = 16 * 1024
_BATCHES_AHEAD: Final = 2


class Batch:
    """About 1 MiB of a body, as the pieces in which it came; only small pieces are copied."""

    def __init__(self) -> None:
        """Start empty."""
        self.pieces: list[Piece] = []
        self.size = 0

    def add(self, piece: bytes) -> None:
        """Append a piece: small ones are joined, large ones divided."""
        self.size += len(piece)
        if len(piece) < _SMALL_BYTES:
            last = self.pieces[-1] if self.pieces else None
            if isinstance(last, bytearray) and len(last) < BATCH_BYTES // 2:
                last += piece
            elif piece:
                self.pieces.append(bytearray(piece))
        elif len(piece) <= BATCH_BYTES:
            self.pieces.append(piece)
        else:
            view = memoryview(piece)
            self.pieces += [view[start : start + BATCH_BYTES] for start in range(0, len(piece), BATCH_BYTES)]


class Lanes:
    """The two threads of one upload. `close` must always be called."""

    def __init__(self, running: "_Hash | None") -> None:
        """Start the threads. `running` is the file's hash so far; without it nothing is hashed."""
        self._running = running
        self._hashing = pool("hash", 1) if running is not None else None
        self._sealing = pool("seal", 1)
        self._ahead: deque[asyncio.Future[object]] = deque()
        self._writer: SegmentWriter | None = None

    async def open(self, make: Callable[[], SegmentWriter]) -> None:
        """Create the writer in the thread in which it will work."""

        def work() -> None:
            self._writer = make()

        await self._start(self._sealing, work)

    async def push(self, batch: Batch) -> Batch:
        """Pass a batch to both threads and return an empty one. Waits while the threads are two batches behind."""
        pieces, writer = batch.pieces, self._open_writer()
        if pieces:
            if self._hashing is not None:
                self._ahead.append(self._start(self._hashing, lambda: self._hash(pieces)))
            self._ahead.append(self._start(self._sealing, lambda: writer.write(pieces)))
        while len(self._ahead) > 2 * _BATCHES_AHEAD:
            await self._ahead.popleft()
        return Batch()

    async def settle(self) -> None:
        """Wait until everything passed on is hashed and written."""
        while self._ahead:
            await self._ahead.popleft()

    def is_as_promised(self) -> bool:
        """Return whether the checksum matches. Call after `settle`."""
        return self._open_writer().is_as_promised()

    async def keep(self, objects: Objects, name: str) -> bytes:
        """Make the written bytes a stored object and return its header. Call after `settle`.

        A cancelled caller still waits for the end: its lock on the file must be held until the object has its name.
        Otherwise this object could replace the next writer's.
        """
        writer = self._open_writer()
        return await ended(self._start(self._sealing, lambda: writer.keep(objects, name)))

    def close(self) -> None:
        """Stop the threads after their last task and remove what was not kept. Does not wait."""
        self._sealing.submit(lambda: self._writer.close() if self._writer else None)
        self._sealing.shutdown(wait=False)
        if self._hashing is not None:
            self._hashing.shutdown(wait=False)

    def _open_writer(self) -> SegmentWriter:
        assert self._writer is not None, "open comes first"
        return self._writer

    def _hash(self, pieces: list[Piece]) -> None:
        assert self._running is not None
        for piece in pieces:
            self._running.update(piece)

    def _start(self, lane: ThreadPoolExecutor, work: Callable[[], T]) -> "asyncio.Future[T]":
        future = asyncio.get_running_loop().run_in_executor(lane, work)
        future.add_done_callback(heard)
        return future
