"""A process that belongs to this one: it gives way to it and ends with it, however that ends.

Its standard input ends when this process does, and it ends then. Deliberately not here: what it does there.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, Final

ATTACHED: Final = "--attached"
"""Tells the process that it is one."""
_ROOT: Final = Path(__file__).resolve().parent.parent
ENDS_WITHIN_SECONDS: Final = 5.0
"""One that has not ended by itself then is killed."""
_NICER: Final = 10


@asynccontextmanager
async def attached(
    module: str,
    *arguments: str,
    environment: Mapping[str, str],
    stdout: int | None = None,
    stderr: IO[bytes] | None = None,
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a module of this program with `ATTACHED` behind its arguments; end it with the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        module,
        *arguments,
        ATTACHED,
        stdin=asyncio.subprocess.PIPE,
        stdout=stdout,
        stderr=stderr,
        env={**environment, "PYTHONPATH": str(_ROOT)},
        start_new_session=True,  # what is typed at the terminal is said to this process
    )
    try:
        with suppress(ProcessLookupError):  # from the start, most of which is loading the program
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)
        yield process
    finally:
        if process.returncode is None:
            await _end(process)


async def input_ended() -> None:
    """Wait, in such a process, until the one that it belongs to has ended, or asks it to."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


async def _end(process: asyncio.subprocess.Process) -> None:
    """What it was at is begun again by the next one."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        async with asyncio.timeout(ENDS_WITHIN_SECONDS):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
