"""Threads for what would stall the event loop: disk, ciphers, hashes.

Deliberately not here: the two lanes of an upload, which belong to it alone (`intake`).
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_POOL: Final = ThreadPoolExecutor(max_workers=max(8, 4 * (os.cpu_count() or 1)), thread_name_prefix="vault")


async def run(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs `work` in one of the vault's threads and waits for it without stalling the loop."""
    return await start(work, *args, **kwargs)


def start(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
    """Starts `work` in one of the vault's threads; the answer is waited for later, or never."""
    future = asyncio.get_running_loop().run_in_executor(_POOL, lambda: work(*args, **kwargs))
    future.add_done_callback(heard)
    return future


def heard(future: "asyncio.Future[T]") -> None:
    """Keeps a failure that nobody waits for any more from being reported as forgotten."""
    if not future.cancelled():
        future.exception()
