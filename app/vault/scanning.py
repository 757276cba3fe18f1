"""Ask a malware scanner about the bytes of a file: ClamAV's daemon, through its socket (`man clamd`, INSTREAM).

The scanner gets the decrypted bytes, so it runs on this machine: a Unix socket, or a port of a loopback address.
Not here: which files are scanned and what follows (`services/evidence/scans.py`).
"""

import asyncio
import re
import struct
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

#: Seconds to connect, to take one block, and to answer once all bytes were sent.
_CONNECT, _TAKE, _ANSWER = 5.0, 60.0, 600.0
_MOST_ANSWERED: Final = 4096
_T = TypeVar("_T")
_FOUND: Final = re.compile(r"stream: (.+) FOUND")
#: ClamAV reports a file that exceeds its limits in this way, if it is told to (`AlertExceedsMax yes`).
_EXCEEDED: Final = "Heuristics.Limits.Exceeded"


class ScanResult(StrEnum):
    """Answer of the scanner. `too_large`: the file exceeds a limit of the scanner, so it was not scanned whole."""

    CLEAN = "clean"
    FOUND = "found"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Scan:
    """The answer about one file. `finding`: the scanner's name of what it found; `None` otherwise."""

    result: ScanResult
    finding: str | None = None


class ScannerAway(Exception):  # noqa: N818 - a state, not a fault
    """The scanner cannot be reached, is too slow, or answers with an error. This says nothing about the file."""


async def version(address: str) -> str:
    """Return the version of the scanner and of its signatures.

    Such as `ClamAV 1.4.3/27800/Fri Dec  4 09:00:00 2026`.

    Args:
        address: `unix:/path/of/socket`, or a loopback host and port.

    Raises:
        ScannerAway: It does not answer.
    """
    reader, writer = await _connect(address)
    try:
        writer.write(b"zVERSION\0")
        return _printable(await _answer(reader, _CONNECT))
    finally:
        writer.close()


async def answers(address: str | None) -> bool | None:
    """Return whether the scanner answers; `None` if there is none."""
    if address is None:
        return None
    try:
        await version(address)
    except ScannerAway:
        return False
    return True


async def scan(address: str, blocks: AsyncIterator[bytes]) -> Scan:
    """Send a file to the scanner and return its answer.

    Args:
        address: As for `version`.
        blocks: The bytes of the file.

    Raises:
        ScannerAway: It does not answer, or with an error. Whatever `blocks` raises is raised, too.
    """
    reader, writer = await _connect(address)
    try:
        # A scanner whose limit is exceeded answers and closes before it has taken everything.
        with suppress(ConnectionError):
            await _send(writer, blocks)
        return _read(await _answer(reader, _ANSWER))
    finally:
        writer.close()


async def _send(writer: asyncio.StreamWriter, blocks: AsyncIterator[bytes]) -> None:
    writer.write(b"zINSTREAM\0")
    async for block in blocks:
        writer.write(struct.pack("!I", len(block)) + block)
        await _in_time(writer.drain(), _TAKE)
    writer.write(struct.pack("!I", 0))
    await _in_time(writer.drain(), _TAKE)


async def _connect(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, _, port = address.rpartition(":")
    opening = (
        asyncio.open_unix_connection(address.removeprefix("unix:"), limit=_MOST_ANSWERED)
        if address.startswith("unix:")
        else asyncio.open_connection(host, int(port), limit=_MOST_ANSWERED)
    )
    try:
        return await asyncio.wait_for(opening, _CONNECT)
    except OSError as error:  # TimeoutError is one
        raise ScannerAway("it cannot be reached") from error


async def _answer(reader: asyncio.StreamReader, seconds: float) -> str:
    try:
        return (await _in_time(reader.readuntil(b"\0"), seconds)).rstrip(b"\0").decode("utf-8", "replace").strip()
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError) as error:
        raise ScannerAway("it gave no answer") from error


async def _in_time(work: Awaitable[_T], seconds: float) -> _T:
    try:
        return await asyncio.wait_for(work, seconds)
    except TimeoutError as error:
        raise ScannerAway("it is too slow") from error


def _read(answer: str) -> Scan:
    if answer == "stream: OK":
        return Scan(ScanResult.CLEAN)
    if found := _FOUND.fullmatch(answer):
        name = _printable(found[1])
        return Scan(ScanResult.TOO_LARGE) if name.startswith(_EXCEEDED) else Scan(ScanResult.FOUND, name)
    if "size limit exceeded" in answer:
        return Scan(ScanResult.TOO_LARGE)
    raise ScannerAway("it answered with an error")


def _printable(text: str) -> str:
    return "".join(letter if letter.isascii() and letter.isprintable() else "?" for letter in text)[:200]
