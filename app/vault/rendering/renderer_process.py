"""Start, feed, read and end the confined process (`renderer`) and all processes that it started.

It gets no environment, so no secrets; its output is bounded and must have a closed form. The elapsed time is bounded
here, CPU time and memory in `confinement`. Time that it waits for its caller does not count against the file.
Not here: what is made (`renderer`), and what happens to it (`renditions`).
"""

import asyncio
import contextlib
import json
import os
import signal
import struct
import sys
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from app import clock, log

Kind = Literal["text", "image", "pdf", "document", "mark"]

SECONDS: Final = 90.0
MAX_PAGE_BYTES: Final = 32 * 1024 * 1024
MAX_PAGES: Final = 64

_ROOT: Final = Path(__file__).parents[3]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from app.vault.rendering.renderer import main; main(sys.argv[2])"
)
_HEADER: Final = struct.Struct(">cI")
_MEDIA_TYPES: Final = {b"P": "image/png", b"T": "text/plain"}
_PNG: Final = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR"
_PROBLEMS: Final = frozenset({"unreadable", "encrypted", "too-large", "memory"})

_log = log.get("vault.workshop")


@dataclass(frozen=True, slots=True)
class Answer:
    """How the work ended: `more` when the file has more than was shown, `problem` a code when it failed."""

    more: bool
    problem: str | None


class _Broken(Exception):  # noqa: N818
    """The process's output is malformed or ended early."""


class Late(Exception):  # noqa: N818 - states the fact, as refusals do
    """Input or storage of a page took too long. It is not the file's fault; the work is tried again."""


Accept = Callable[[str, bytes], Awaitable[None]]


@dataclass(slots=True)
class _Waits:
    """The process's waits for its caller: how many at this moment, and the seconds so far."""

    now: int = 0
    seconds: float = 0.0

    @contextlib.contextmanager
    def one(self) -> Iterator[None]:
        began = clock.monotonic()
        self.now += 1
        try:
            yield
        finally:
            self.now -= 1
            self.seconds += clock.monotonic() - began

    def excuse(self) -> bool:
        """Return whether a process that did not end in time may not be blamed for it."""
        return self.now > 0 or self.seconds > SECONDS / 2


async def work(kind: Kind, request: Mapping[str, object], content: AsyncIterable[bytes], accept: Accept) -> Answer:
    """Start one process for one request and pass each page to `accept(media type, bytes)` as it is made.

    Failures of the file or the process are returned as the answer's `problem`; pages made before remain. Exceptions of
    `content` and `accept` pass through at once.

    Raises:
        Late: The time was over because `content` or `accept` were slow.
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
    waits = _Waits()
    feeding = asyncio.create_task(_feed(process.stdin, request, content, waits))
    listening = asyncio.create_task(_listen(process.stdout, accept, waits))
    try:
        await asyncio.wait({feeding, listening}, timeout=SECONDS, return_when=asyncio.FIRST_EXCEPTION)
        answer = _ended(feeding, listening, waits)
    finally:
        feeding.cancel()
        listening.cancel()
        await _end(process)
        await asyncio.gather(feeding, listening, return_exceptions=True)
    if answer.problem:
        _log.info("rendition without success", kind=kind, problem=answer.problem)
    return answer


def _ended(feeding: "asyncio.Task[None]", listening: "asyncio.Task[Answer]", waits: _Waits) -> Answer:
    """Return the answer of the process; an exception of feeding takes precedence over it."""
    if feeding.done():
        feeding.result()
    if listening.done():
        try:
            answer = listening.result()
        except (_Broken, asyncio.IncompleteReadError):
            return Answer(more=True, problem="broken")
        if feeding.done():
            return answer
    if waits.excuse():
        raise Late("the process had too little of its time")
    return Answer(more=True, problem="time")


async def _feed(
    pipe: asyncio.StreamWriter, request: Mapping[str, object], content: AsyncIterable[bytes], waits: _Waits
) -> None:
    """Write request and content; when the process stops reading, its own answer gives the reason."""
    pipe.write(json.dumps(request).encode() + b"\n")
    pieces = aiter(content)
    while True:
        with waits.one():
            piece = await anext(pieces, None)
        if piece is None:
            pipe.close()
            return
        try:
            pipe.write(piece)
            await pipe.drain()
        except (BrokenPipeError, ConnectionResetError):  # the pipe's errors; what `content` raises is not caught
            return


async def _listen(pipe: asyncio.StreamReader, accept: Accept, waits: _Waits) -> Answer:
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
        with waits.one():
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
