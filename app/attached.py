"""Run a child process that has lower priority and ends with this process, however that ends.

The child's standard input ends when this process does, and the child then exits.
Not here: what the child does.
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
    """Run a module of this program, with `ATTACHED` after its arguments; end it with the block."""
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
        start_new_session=True,  # so that Ctrl-C in the terminal reaches only this process
    )
    try:
        with suppress(ProcessLookupError):  # from the beginning, because most of the start-up is loading the program
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)
        yield process
    finally:
        if process.returncode is None:
            await _end(process)


async def input_ended() -> None:
    """Wait, in such a child process, until the parent has ended or closes standard input."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the process; the next one repeats the interrupted work."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        async with asyncio.timeout(ENDS_WITHIN_SECONDS):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
