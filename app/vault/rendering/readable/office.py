"""Text of office documents: word processing, presentations and OpenDocument text, part by part.

Pictures, layout, macros and embedded files are not read; the archive's listing names them.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from app.vault.rendering.readable import archives, xml_text
from app.vault.rendering.readable.marks import Reading, note

#: The parts with text, in the order in which a person reads them.
_PARTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"word/document\.xml",
        r"word/(?:header|footer)\d*\.xml",
        r"word/(?:footnotes|endnotes|comments)\.xml",
        r"ppt/slides/slide(\d+)\.xml",
        r"ppt/notesSlides/notesSlide(\d+)\.xml",
        r"content\.xml",
    )
)
_BLOCK: Final = 64 * 1024
_MOST_BYTES: Final = 256 * 1024 * 1024


def read(content: bytes) -> Reading:
    """Yield the text of a document, each part after a note with its name; then the names of its other parts.

    Raises:
        BadZipFile: It is no archive.
        Refused: A part is not XML as office programs write it.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        named = {_place(one.filename): one for one in archive.infolist() if _place(one.filename) is not None}
        for place in sorted(one for one in named if one is not None):
            yield note(named[place].filename) + "\n"
            yield from xml_text.read(_blocks(archive, named[place]))
            yield "\n"
    yield from archives.read_package(content)


def _place(name: str) -> tuple[int, int, str] | None:
    for order, pattern in enumerate(_PARTS):
        if found := pattern.fullmatch(name):
            return order, int(found[1]) if pattern.groups else 0, name
    return None


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    left = _MOST_BYTES
    with archive.open(part) as opened:
        while left > 0 and (block := opened.read(_BLOCK)):
            left -= len(block)
            yield block
    if left <= 0:
        raise xml_text.Refused
