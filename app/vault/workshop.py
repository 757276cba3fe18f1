"""The confined process from outside: started, fed, listened to, ended; with it all that it started.

It gets no environment, so no secret; its words are bounded and belong to a closed form. The time it may take is bounded
here, its processor time and memory from within (`confinement`). What it waits for its caller is not held against the file.

Deliberately not here: what is made (`renderer`), and what becomes of it (`renditions`).
"""

import asyncio
import contextlib
import json
import os
import signal
import struct
import sys
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from app import clock, log

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


class Late(Exception):  # noqa: N818 - states the fact, as refusals do
    """What was to be read, or a page that was to be kept, took too long: no fault of the file, which is tried again."""


Accept = Callable[[str, bytes], Awaitable[None]]


@dataclass(slots=True)
class _Waits:
    """What the process waits for its caller: for how many things at this moment, and for how long so far."""

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
        """Whether a process that did not end in time is not to be judged by that."""
        return self.now > 0 or self.seconds > SECONDS / 2


async def work(kind: Kind, request: dict[str, object], content: AsyncIterable[bytes], accept: Accept) -> Answer:
    """Starts one process for one request; each page goes to `accept(media type, bytes)` as it is made.

    Never raises for what the file or the process does: that is the answer's `problem`, and pages made before it stand.
    What `content` and `accept` raise passes through, at once; `Late` where the time was over for want of them.
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
    """Who is fed badly says nothing of the file: what feeding raised comes before what the process made of it."""
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
    pipe: asyncio.StreamWriter, request: dict[str, object], content: AsyncIterable[bytes], waits: _Waits
) -> None:
    """Writes request and content; a process that stops listening has its reasons, and says them itself."""
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
        except (BrokenPipeError, ConnectionResetError):  # the pipe's; what `content` raises is not caught
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
