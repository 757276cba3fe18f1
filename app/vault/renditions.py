"""Make and read renditions: pages of text or pictures to view in a browser instead of the original.

A rendition is made once, after the upload, in a confined process. It is stored sealed under the file's own key, so it
becomes unreadable with the file.
Each page is marked at the moment of access with reader and time: across a picture, and in each row of a text. Without a
rendition a file cannot be viewed. A mark does not stop a reader from retyping a text.
Not here: the confined process (`renderer`), who may view, and the rows that record pages.
"""

import hmac
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from hashlib import shake_256
from typing import Final

from cryptography.cobblestone import Cobblestone256Decryptor
from cryptography.exceptions import InvalidTag

from app.errors import Unavailable
from app.vault import reading, sniffing, threads
from app.vault.encryption import Damaged, seal, sealed_bytes
from app.vault.locks import Hold
from app.vault.objects import Staged
from app.vault.places import Place, Segment
from app.vault.rendering import renderer_process
from app.vault.rendering.readable.kinds import READERS
from app.vault.vault import Vault

MAX_DRAWN_BYTES: Final = 64 * 1024 * 1024
"""A larger picture, PDF or office document gets no rendition: it must fit the confined process's memory."""

MAX_TEXT_BYTES: Final = 4 * 1024 * 1024
"""Of a text, this much is shown."""

MARK_END: Final = " \u2502 "
"""Between a row's mark, which does not contain it, and what the row shows."""

_LEAST_COLUMNS, _MOST_COLUMNS = 56, 80
_BROKEN_AT_RANDOM: Final = 16  # of 256 lines that are short enough for a row
_PLACE_TO_BREAK: Final = re.compile(r"[ ,;|]+")  # no name, number or address that fits a row is cut

_MARK: Final = re.compile(r"[\x20-\x7e\u00b7\u2013\u2014]{1,200}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page, counted from 1: a stored object with `size_bytes` of plaintext."""

    page: int
    media_type: str
    size_bytes: int
    object: str


@dataclass(frozen=True, slots=True)
class Made:
    """The result: no pages when this media type has no rendition, or `problem` gives the reason."""

    pages: tuple[Page, ...]
    more: bool
    problem: str | None


class NoMark(Unavailable):
    """A picture could not be marked; it is not delivered unmarked."""

    title, code = "Preview not available", "page-not-prepared"


async def make(vault: Vault, hold: Hold, segments: Sequence[Segment], media_type: str) -> Made:
    """Make and store the pages of a complete file, one rendition at a time per process. Repeatable.

    Raises what `reading.read` and the store raise.

    Raises:
        Late: Input or storage was too slow; this says nothing about the file (`workshop.Late`).
    """
    kind, size = sniffing.family(media_type), segments[-1].end
    if kind is None:
        return Made((), more=False, problem=None)
    if kind == "document" and size > MAX_DRAWN_BYTES and sniffing.is_text(media_type):
        kind = "text"
    if kind != "text" and size > MAX_DRAWN_BYTES:
        return Made((), more=False, problem="too-large")
    place, pages = hold.place, list[Page]()
    key = await threads.run(vault.keys.key, place)

    async def accept(page_type: str, content: bytes) -> None:
        number = len(pages) + 1
        await threads.run(_store, vault, key, place, number, content)
        pages.append(Page(number, page_type, len(content), place.rendition_object(number)))

    end = min(size, MAX_TEXT_BYTES) if kind == "text" else size
    async with vault.rendering:
        content = reading.read(vault, place, segments, 0, end)
        asked = {"whole": end == size, "reader": READERS.get(media_type)}
        answer = await renderer_process.work(kind, asked, content, accept)
    return Made(tuple(pages), answer.more, answer.problem)


async def read(vault: Vault, place: Place, page: Page, mark: str) -> bytes:
    """Return a page for one reader, marked.

    Args:
        vault: The vault.
        place: The file.
        page: The page.
        mark: Printable ASCII, dots and dashes, at most 200 characters.

    Raises:
        Damaged: Stored bytes differ from what was written.
        KeyGone: The file was discarded.
        NoMark: The page could not be marked.
        ValueError: The mark has other characters.
    """
    if not _MARK.fullmatch(mark):
        raise ValueError("not a mark")
    if page.media_type != "image/png":
        return await threads.run(_marked_text, vault, place, page, mark)
    return await watermark(vault, await threads.run(_load, vault, place, page), mark)


async def watermark(vault: Vault, content: bytes, words: str) -> bytes:
    """Mark a PNG of our own: `words` faintly across it and legibly in a strip below. Raises `NoMark`."""
    marked: list[bytes] = []

    async def accept(_: str, page: bytes) -> None:
        marked.append(page)

    async with vault.marking:
        answer = await renderer_process.work("mark", {"words": words}, _once(content), accept)
    if answer.problem or len(marked) != 1:
        raise NoMark
    return marked[0]


def rows(text: str, secret: bytes) -> Iterator[str]:
    """Split a page of text into display rows; `secret` decides the cuts, so that they are always the same.

    The rows do not reveal the kind of line end, a final line end, tabs, trailing spaces or repeated empty lines. They
    also do not reveal which rows are lines of the file: long lines and some short ones are cut at varying columns.
    """
    draws = iter(shake_256(secret).digest(len(text) + 1))
    above: str | None = None
    for line in map(str.rstrip, text.expandtabs().rstrip().split("\n")):
        if line or above != "":
            yield from _rows_of(line, draws)
        above = line


def _rows_of(line: str, draws: Iterator[int]) -> Iterator[str]:
    start = len(line) - len(line.lstrip())
    shown = 0
    for draw in draws:
        last = shown + _MOST_COLUMNS
        places = [found.end() for found in _PLACE_TO_BREAK.finditer(line, max(start, shown), last)]
        fitting = shown + _LEAST_COLUMNS + draw % (_MOST_COLUMNS - _LEAST_COLUMNS + 1)
        if places and draw < _BROKEN_AT_RANDOM:
            cut = places[draw % len(places)]
        elif len(line) <= fitting:
            cut = len(line)
        else:
            cut = max((place for place in places if place <= fitting), default=min([*places, last, len(line)]))
        yield line[shown:cut].rstrip()
        shown = cut
        if shown >= len(line):
            return


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _store(vault: Vault, key: bytes, place: Place, number: int, content: bytes) -> None:
    staged = Staged(vault.staging)
    try:
        staged.write(seal(key, place.rendition_context(number), content))
        vault.objects.keep(staged, place.rendition_object(number))
    finally:
        staged.close()


def _marked_text(vault: Vault, place: Place, page: Page, words: str) -> bytes:
    """Return a page of text with `words` in each row. Also applies to pages stored before rows were marked."""
    text = _load(vault, place, page).decode(errors="replace")
    secret = hmac.digest(vault.keys.key(place), b"rows of " + place.rendition_context(page.page), "sha256")
    return "".join(f"{words}{MARK_END}{row}\n" for row in rows(text, secret)).encode()


def _load(vault: Vault, place: Place, page: Page) -> bytes:
    key, sealed = vault.keys.key(place), vault.objects.read(page.object, 0, sealed_bytes(page.size_bytes))
    decryptor = Cobblestone256Decryptor(key, place.rendition_context(page.page))
    try:
        return decryptor.update(sealed) + decryptor.finalize()
    except InvalidTag as altered:
        raise Damaged("a rendition's page is not what was written") from altered
