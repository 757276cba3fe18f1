"""Run the confined process: read one request, write pages, exit.

Started by `workshop`, never imported by the server.
Input: a line of JSON, then the file's bytes until the end of input. Output: frames of one letter, four bytes of length
and content: `P` a PNG page, `T` a page of text, `E` the end, as JSON.
This process does not trust its input, and the server does not trust the output.
Not here: where the bytes come from and where the pages go (`renditions`).
"""

import json
import os
import struct
from collections.abc import Callable, Iterator
from typing import Any, Final

from app.vault.rendering import confinement, plaintext

CPU_SECONDS: Final = 40
MEMORY_BYTES: Final = 1024 * 1024 * 1024
_READ_BYTES: Final = 1024 * 1024

Answer = dict[str, Any]
Work = Callable[[dict[str, Any], bytes], Answer]


def main(kind: str) -> None:  # pragma: no cover - a sealed process can write no coverage data
    """Process one request of this kind: `text`, `image`, `pdf`, `document` or `mark`."""
    confinement.limit(cpu_seconds=CPU_SECONDS, memory_bytes=MEMORY_BYTES)
    work = prepared(kind)
    confinement.seal()
    answer(work, _everything())


_PROBLEMS: Final = {"TooManyPixels": "too-large", "DecompressionBombError": "too-large", "Encrypted": "encrypted"}


def answer(work: Work, asked: bytes) -> None:
    """Do the work and write how it ended, whatever exception a hostile file causes."""
    line, _, content = asked.partition(b"\n")
    try:
        said = work(json.loads(line), content)
    except MemoryError:
        said = {"problem": "memory"}
    except Exception as failed:  # noqa: BLE001 - three parsers raise more kinds of errors than can be listed
        said = {"problem": _PROBLEMS.get(type(failed).__name__, "unreadable")}
    _emit("E", json.dumps({"more": False, "problem": None, **said}).encode())


def prepared(kind: str) -> Work:
    """Import and warm up the libraries for this kind of work: a sealed process can load nothing."""
    if kind == "text":
        plaintext.prepare()
        return _text
    if kind == "document":
        return _reading()
    from app.vault.rendering import pictures  # noqa: PLC0415 - only where needed: it costs memory and time

    pictures.prepare()
    if kind == "image":
        return lambda _, content: _pages("P", iter([pictures.rendition(content)]))
    if kind == "mark":
        return lambda request, content: _pages("P", iter([pictures.mark(content, request["words"])]))
    from app.vault.rendering import documents  # noqa: PLC0415

    documents.prepare()

    def pdf(_: dict[str, Any], content: bytes) -> Answer:
        count, drawn = documents.pages(content)
        return {**_pages("P", drawn), "more": count > documents.MAX_PAGES}

    return pdf


def _reading() -> Work:
    from app.vault.rendering.readable import files  # noqa: PLC0415 - only where needed: it costs memory and time

    files.prepare()

    def read(request: dict[str, Any], content: bytes) -> Answer:
        try:
            text, more = files.text_of(request["reader"], content)
        except Exception:
            if plaintext.decode(content, whole=True) is None:
                raise
            return _text(request, content)  # a text that only begins like a mail or a page
        return _as_text(text, more=more)

    return read


def _text(request: dict[str, Any], content: bytes) -> Answer:
    decoded = plaintext.decode(content, whole=request["whole"])
    if decoded is None:
        return {"problem": "unreadable"}
    return _as_text(_preface(decoded) + decoded.text, more=not request["whole"])


def _as_text(text: str, *, more: bool) -> Answer:
    every = list(plaintext.pages(plaintext.sanitised(text)))
    shown = every[: plaintext.MAX_PAGES]
    return {**_pages("T", (page.encode() for page in shown)), "more": more or len(every) > len(shown)}


def _preface(decoded: plaintext.Decoded) -> str:
    if decoded.certain:
        return ""
    return f"⟦read as {decoded.encoding}, which is a guess: the file does not name its encoding⟧\n\n"


def _pages(letter: str, pages: Iterator[bytes]) -> Answer:
    for page in pages:
        _emit(letter, page)
    return {}


def _emit(letter: str, content: bytes) -> None:
    left = memoryview(letter.encode() + struct.pack(">I", len(content)) + content)
    while left:
        left = left[os.write(1, left) :]


def _everything() -> bytes:  # pragma: no cover - see main
    pieces = bytearray()
    while piece := os.read(0, _READ_BYTES):
        pieces += piece
    return bytes(pieces)
