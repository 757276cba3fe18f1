"""Run a coroutine in an event loop and thread of its own: for latency-critical work while requests are busy.

Not here: the work itself, and threads for blocking work (`vault/threads.py`).
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any


async def run_in_own_loop(name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `work` in a loop and a thread of its own until it ends. Raises what it raises.

    A cancellation is passed on, each time; this function returns only when `work` has ended. The caller's loop
    continues meanwhile.
    """
    here = asyncio.get_running_loop()
    there = type(here)()
    task = there.create_task(work(), name=name)
    cancelled: asyncio.CancelledError | None = None
    with ThreadPoolExecutor(1, thread_name_prefix=name) as thread:
        ended = here.run_in_executor(thread, _complete, there, task)
        while not ended.done():
            try:
                await asyncio.wait([ended])
            except asyncio.CancelledError as error:
                cancelled = error
                with suppress(RuntimeError):  # the other loop is closed: the work has just ended
                    there.call_soon_threadsafe(task.cancel)
    if cancelled is not None:
        raise cancelled from ended.exception()
    ended.result()


def _complete(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.get_loop().run_until_complete(task)
