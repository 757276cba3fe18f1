"""A loop of its own, in a thread: for what must have its turn while requests are busy.

Deliberately not here: what is done there, and threads for work that does not wait (`vault/threads.py`).
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any


async def apart(name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do `work` in a loop and a thread of its own, until it ends. Raises what it raises; cancelled, it ends before this does."""
    here = asyncio.get_running_loop()
    there = type(here)()
    task = there.create_task(work(), name=name)
    with ThreadPoolExecutor(1, thread_name_prefix=name) as thread:
        ended = here.run_in_executor(thread, _complete, there, task)
        try:
            await asyncio.shield(ended)
        except asyncio.CancelledError:
            with suppress(RuntimeError):  # its loop is closed: it has just ended by itself
                there.call_soon_threadsafe(task.cancel)
            with suppress(asyncio.CancelledError):
                await ended
            raise


def _complete(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    try:
        loop.run_until_complete(task)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
