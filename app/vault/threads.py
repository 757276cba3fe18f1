"""Threads for what would stall the event loop: disk, ciphers, hashes. They give way to it.

Deliberately not here: the two lanes of an upload, which belong to it alone (`intake`).
"""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_NICER: Final = 10


def pool(name: str, threads: int) -> ThreadPoolExecutor:
    """Threads that compute, and that give way to whoever answers requests: Linux knows a niceness for each thread."""
    return ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=_give_way)


def _give_way() -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _NICER)


_POOL: Final = pool("vault", max(8, 4 * (os.cpu_count() or 1)))


async def run(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs `work` in one of the vault's threads and waits for it without stalling the loop."""
    return await start(work, *args, **kwargs)


async def run_out(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The same, to its end: what its caller holds outlasts the work, also when the caller is cancelled meanwhile."""
    return await ended(start(work, *args, **kwargs))


async def ended(future: "asyncio.Future[T]") -> T:
    """What came of it; a caller that is cancelled meanwhile still waits for its end."""
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        while not future.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([future])
        raise


def start(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
    """Starts `work` in one of the vault's threads; the answer is waited for later, or never."""
    future = asyncio.get_running_loop().run_in_executor(_POOL, lambda: work(*args, **kwargs))
    future.add_done_callback(heard)
    return future


def heard(future: "asyncio.Future[T]") -> None:
    """Keeps a failure that nobody waits for any more from being reported as forgotten."""
    if not future.cancelled():
        future.exception()
