"""Tune the memory allocator (glibc): keep freed blocks for the next blocks.

By default glibc returns each freed block of some hundred KiB to the system. The next block then needs new zeroed pages,
which takes five times as long as decrypting 1 MiB.
Not here: the limits of memory use, which are the batches and blocks in progress (`lanes`, `reading`).
"""

import ctypes
from typing import Final

_TRIM_THRESHOLD: Final = -1  # malloc.h
_MMAP_THRESHOLD: Final = -3
_KEPT_BYTES: Final = 16 * 1024 * 1024
_LARGEST_BLOCK_BYTES: Final = 4 * 1024 * 1024


def keep_freed() -> None:
    """Keep up to 16 MiB of freed memory per arena in this process. Without glibc it does nothing."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGEST_BLOCK_BYTES)
        mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
