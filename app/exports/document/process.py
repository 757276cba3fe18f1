"""Runs a program of our own with an input in memory, a time limit, and a way to end it early.

The input is a file in memory that the process reads as its standard input. It is complete before the process starts:
a process that starts slowly finds all of it, and nothing is written to a disk. It needs Linux, as the confinement of the
process does (`vault/rendering/confinement.py`).

Not here: which program (`setting.py`).
"""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Final

from app import clock

_ASK_EVERY_SECONDS: Final = 0.1


class OutOfTime(RuntimeError):  # noqa: N818 - states the fact
    """The process needed more time than it had, and was ended."""


class Stopped(RuntimeError):  # noqa: N818 - no malfunction
    """The result is not needed any more, and the process was ended."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ended by itself or by a signal: its exit code (negative: a signal), output and error output."""

    code: int
    output: bytes
    errors: bytes


def run(command: Sequence[str], given: bytes, seconds: float, stopped: Callable[[], bool] = bool) -> Ended:
    """Run a process with a given standard input and return how it ended. Blocks.

    Args:
        command: The program and its arguments.
        given: Its standard input, of any length.
        seconds: After this time the process is killed.
        stopped: Called meanwhile, in this thread; the process is killed when it returns true.

    Raises:
        OutOfTime: It took longer than `seconds`.
        Stopped: `stopped` returned true.
    """
    until = clock.monotonic() + seconds
    with (
        _in_memory(given) as source,
        subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"LC_ALL": "C.UTF-8"},
            cwd="/",
        ) as process,
    ):
        try:
            output, errors = _ended(process, until, stopped)
        except BaseException:
            process.kill()
            raise
        return Ended(process.returncode, output, errors)


def _ended(process: subprocess.Popen[bytes], until: float, stopped: Callable[[], bool]) -> tuple[bytes, bytes]:
    """Wait for the end of a process and return its output and error output. Raises as `run`."""
    while True:
        try:
            return process.communicate(timeout=_ASK_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            if clock.monotonic() >= until:
                raise OutOfTime from None
            if stopped():
                raise Stopped from None


@contextmanager
def _in_memory(content: bytes) -> Iterator[IO[bytes]]:
    """Open a file without a name, which is only in memory and contains `content`, at its beginning."""
    with os.fdopen(os.memfd_create("input", os.MFD_CLOEXEC), "w+b") as file:
        file.write(content)
        file.seek(0)
        yield file
