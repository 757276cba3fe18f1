"""The confined process from outside: started, fed, listened to, ended; with it all that it started.

It gets no environment, so no secret; its words are bounded and belong to a closed form. The time it may take is bounded
here, its processor time and memory from within (`confinement`).

Deliberately not here: what is made (`renderer`), and what becomes of it (`renditions`).
"""

import asyncio
import contextlib
import json
import os
import signal
import struct
import sys
from collections.abc import AsyncIterable, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from app import log

Kind = Literal["text", "image", "pdf", "mark"]

SECONDS: Final = 90.0
MAX_PAGE_BYTES: Final = 32 * 1024 * 1024
MAX_PAGES: Final = 64

_ROOT: Final = Path(__file__).parents[2]
_START: Final = "import sys; sys.path.insert(0, sys.argv[1]); from app.vault.renderer import main; main(sys.argv[2])"
_HEADER: Final = struct.Struct(">cI")
_MEDIA_TYPES: Final = {b"P": "image/png", b"T": "text/plain"}
_PNG: Final = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR"
_PROBLEMS: Final = frozenset({"unreadable", "encrypted", "too-large", "memory"})

_log = log.get("vault.workshop")


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended: `more` when the file holds more than was shown, `problem` a word when it did not end well."""

    more: bool
    problem: str | None


class _Broken(Exception):  # noqa: N818
    """What the process says has not the form that it must have, or it says nothing more."""


Accept = Callable[[str, bytes], Awaitable[None]]


async def work(kind: Kind, request: dict[str, object], content: AsyncIterable[bytes], accept: Accept) -> Answer:
    """Starts one process for one request; each page goes to `accept(media type, bytes)` as it is made.

    Never raises for what the file or the process does: that is the answer's `problem`, and pages made before it stand.
    What `content` and `accept` raise passes through.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        "-c",
        _START,
        str(_ROOT),
        kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    feeding = asyncio.create_task(_feed(process.stdin, request, content))
    try:
        async with asyncio.timeout(SECONDS):
            answer = await _listen(process.stdout, accept)
            await feeding
    except TimeoutError:
        answer = Answer(more=True, problem="time")
    except (_Broken, asyncio.IncompleteReadError):
        answer = Answer(more=True, problem="broken")
    finally:
        feeding.cancel()
        await _end(process)
        await asyncio.gather(feeding, return_exceptions=True)
    if answer.problem:
        _log.info("rendition without success", kind=kind, problem=answer.problem)
    return answer


async def _feed(pipe: asyncio.StreamWriter, request: dict[str, object], content: AsyncIterable[bytes]) -> None:
    """Writes request and content; a process that stops listening has its reasons, and says them itself."""
    try:
        pipe.write(json.dumps(request).encode() + b"\n")
        async for piece in content:
            pipe.write(piece)
            await pipe.drain()
        pipe.close()
    except (BrokenPipeError, ConnectionResetError):
        return


async def _listen(pipe: asyncio.StreamReader, accept: Accept) -> Answer:
    for _ in range(MAX_PAGES + 1):
        letter, size = _HEADER.unpack(await pipe.readexactly(_HEADER.size))
        if size > MAX_PAGE_BYTES:
            raise _Broken
        content = await pipe.readexactly(size)
        if letter == b"E":
            return _answer(content)
        media_type = _MEDIA_TYPES.get(letter)
        if media_type is None or (letter == b"P" and not content.startswith(_PNG)):
            raise _Broken
        await accept(media_type, content)
    raise _Broken


def _answer(content: bytes) -> Answer:
    try:
        said = json.loads(content)
        more, problem = bool(said["more"]), said["problem"]
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise _Broken from wrong
    if problem is not None and problem not in _PROBLEMS:
        raise _Broken
    return Answer(more=more, problem=problem)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
