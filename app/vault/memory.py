"""Where blocks of bytes lie while they pass: in memory that the process keeps for the next block.

By itself glibc gives each freed block of some hundred KiB back to the system, and the next one is made of new pages, zeroed and
mapped one by one: five times as long as opening a sealed MiB takes. Deliberately not here: how much is under way at a time
(`lanes`, `reading`), which is what bounds memory.
"""

import ctypes
from typing import Final

_TRIM_THRESHOLD: Final = -1  # malloc.h
_MMAP_THRESHOLD: Final = -3
_KEPT_BYTES: Final = 16 * 1024 * 1024
_LARGEST_BLOCK_BYTES: Final = 4 * 1024 * 1024


def keep_freed() -> None:
    """For this process, from here on: up to 16 MiB of freed memory an arena stays. Elsewhere than on glibc nothing happens."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGEST_BLOCK_BYTES)
        mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
