"""Text of the XML parts of office documents, read as a stream: paragraphs, cells and rows, and deleted text.

Names of elements are those of Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300); prefixes do not matter. A
document type is refused, so no entity is expanded.
"""

from collections.abc import Iterable
from typing import Final
from xml.parsers import expat

from app.vault.rendering.readable.marks import note, quoted

_SPACE: Final = "\x1f"  # between namespace and name; it cannot occur in XML
_TEXTS: Final = frozenset({"t"})
_PARAGRAPHS: Final = frozenset({"p", "h"})
_OPEN_DOCUMENT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n"}
_CELLS: Final = frozenset({"tc", "table-cell"})
_ROWS: Final = frozenset({"tr", "table-row"})
_MOST_SPACES: Final = 100


class Refused(Exception):  # noqa: N818 - states the fact
    """The part is not XML as office programs write it."""


class _Reader:
    """Handlers of the parser. They collect pieces of text in `found`."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text = 0  # open elements whose characters count
        self._deleted = 0
        self._cells = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        space, local = _split(name)
        if local in _TEXTS or (local in _PARAGRAPHS and space == _OPEN_DOCUMENT):
            self._text += 1
        elif local == "delText":
            self._deleted += 1
        elif local in _CELLS:
            self._cells += 1
        elif local in _BREAKS:
            self.found.append(" " if self._cells else _BREAKS[local])
        elif local == "s" and space == _OPEN_DOCUMENT:
            count = attributes.get(f"{_OPEN_DOCUMENT}{_SPACE}c", "1")
            self.found.append(" " * min(int(count) if count.isascii() and count.isdecimal() else 1, _MOST_SPACES))

    def end(self, name: str) -> None:
        """End an element."""
        space, local = _split(name)
        if local in _TEXTS or (local in _PARAGRAPHS and space == _OPEN_DOCUMENT):
            self._text -= 1
        elif local == "delText":
            self._deleted -= 1
        if local in _PARAGRAPHS:
            self.found.append(" " if self._cells else "\n")
        elif local in _CELLS:
            self._cells -= 1
            self.found.append(" | ")
        elif local in _ROWS:
            self.found.append("\n")

    def characters(self, text: str) -> None:
        """Take text, if it is text of the document."""
        if self._deleted:
            self.found.append(note(f"deleted: {text}"))
        elif self._text:
            self.found.append(quoted(text))


def read(blocks: Iterable[bytes]) -> Iterable[str]:
    """Yield the text of a part.

    Raises:
        Refused: The bytes are no XML, or declare a document type.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=_SPACE)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for block in blocks:
            parser.Parse(block)
            yield "".join(reader.found)
            reader.found.clear()
        parser.Parse(b"", True)  # noqa: FBT003 - it takes no keywords
    except expat.ExpatError as wrong:
        raise Refused from wrong
    yield "".join(reader.found)


def _refuse(*_: object) -> None:
    raise Refused


def _split(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(_SPACE)
    return space, local
