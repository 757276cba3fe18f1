"""A loop of its own, in a thread: for what must have its turn while requests are busy.

Deliberately not here: what is done there, and threads for work that does not wait (`vault/threads.py`).
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any


async def apart(name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do `work` in a loop and a thread of its own, until it ends. Raises what it raises.

    Cancelled, it is cancelled there, as often as here, and has ended when this has; meanwhile this loop goes on.
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
                with suppress(RuntimeError):  # its loop is closed: it has just ended by itself
                    there.call_soon_threadsafe(task.cancel)
    if cancelled is not None:
        raise cancelled from ended.exception()
    ended.result()


def _complete(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.get_loop().run_until_complete(task)
