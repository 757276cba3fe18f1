"""Run work that would block the event loop in threads: disk, ciphers, hashes. The threads have a lower priority.

Not here: the two threads of an upload (`lanes`).
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
    """Create a thread pool with a lower scheduling priority than the event loop (Linux has a niceness per thread)."""
    return ThreadPoolExecutor(threads, thread_name_prefix=name, initializer=_give_way)


def _give_way() -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _NICER)


_POOL: Final = pool("vault", max(8, 4 * (os.cpu_count() or 1)))


async def run(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run `work` in one of the vault's threads and await its result."""
    return await start(work, *args, **kwargs)


async def run_out(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run `work` to its end, even if the caller is cancelled, so that the caller's locks are held until then."""
    return await ended(start(work, *args, **kwargs))


async def ended(future: "asyncio.Future[T]") -> T:
    """Await the result; a cancelled caller still waits for the end."""
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        while not future.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([future])
        raise


def start(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
    """Start `work` in one of the vault's threads; the caller may await the result later, or never."""
    future = asyncio.get_running_loop().run_in_executor(_POOL, lambda: work(*args, **kwargs))
    future.add_done_callback(heard)
    return future


def heard(future: "asyncio.Future[T]") -> None:
    """Read the exception of a future that nobody awaits, so that asyncio does not report it."""
    if not future.cancelled():
        future.exception()
