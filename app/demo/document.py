"""Documents as authorities write them: letters, reports, protocols, hearings, as PDF of as many pages as they need.

Here: blocks of text and their layout over A4 pages, with a head, a foot and page numbers. Not here: bytes of the
format (`pdf`) and what the documents say (`papers`).
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PIL import Image

from app.demo.content import Content
from app.demo.pdf import HEIGHT, WIDTH, Page, write
from app.demo.typeface import width

__all__ = ["Block", "Code", "Facts", "Figure", "Heading", "Paper", "Paragraph", "Signatures", "Table", "document"]

LEFT, RIGHT, TOP, BOTTOM = 68, WIDTH - 68, HEIGHT - 96, 82
SIZE, LEADING = 10.5, 14.2
SMALL, SMALL_LEADING = 9, 11.8


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and a value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of a share of the width each (they add up to 1), a heading row, rows."""

    shares: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines in a monospaced face, as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A JPEG picture and what it shows."""

    picture: Content
    caption: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side, with who signs under each."""

    names: tuple[str, ...]


Block = Heading | Paragraph | Facts | Table | Code | Figure | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands around the text: who writes, under which number, the title, when, how it is marked."""

    authority: str
    reference: str
    title: str
    created: datetime
    marking: str = ""
    language: str = "en"


def _wrap(text: str, face: str, size: float, room: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer, face, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


class _Layout:
    """Pages as they fill, from the top down."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.turn()

    def turn(self) -> None:
        self.page, self.y = Page(), float(TOP)
        self.pages.append(self.page)

    def need(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self.turn()

    def place(self, block: Block) -> None:
        match block:
            case Heading(text):
                self.need(48)
                self.y -= 10
                self.lines(text, face="bold", size=11.5, leading=16)
            case Paragraph(text):
                self.lines(text)
                self.y -= 6
            case Code(text):
                for line in text.splitlines():
                    self.lines(line or " ", face="mono", size=8, leading=10)
                self.y -= 8
            case Facts(rows):
                for row in rows:
                    self.row(row, (0.3, 0.7), size=SIZE, leading=LEADING)
                self.y -= 8
            case Table():
                self.table(block)
            case Figure(picture, caption):
                self.figure(picture, caption)
            case Signatures(names):
                self.signatures(names)

    def lines(self, text: str, *, face: str = "roman", size: float = SIZE, leading: float = LEADING) -> None:
        for line in _wrap(text, face, size, RIGHT - LEFT) if face != "mono" else [text]:
            self.need(leading)
            self.y -= leading
            self.page.line(LEFT, self.y, line, face=face, size=size)

    def row(
        self, cells: tuple[str, ...], shares: tuple[float, ...], *, size: float, leading: float, face: str = "roman"
    ) -> None:
        room = RIGHT - LEFT
        wrapped = [_wrap(cell, face, size, room * share - 8) for cell, share in zip(cells, shares, strict=True)]
        height = leading * max(len(lines) for lines in wrapped)
        self.need(height)
        x = float(LEFT)
        for lines, share in zip(wrapped, shares, strict=True):
            for number, line in enumerate(lines, start=1):
                self.page.line(x, self.y - number * leading, line, face=face, size=size)
            x += room * share
        self.y -= height

    def table(self, table: Table) -> None:
        self.need(4 * LEADING)
        self.page.shade((LEFT - 4, self.y - SMALL_LEADING - 5), (RIGHT - LEFT + 8, SMALL_LEADING + 4))
        self.row(table.head, table.shares, size=SMALL, leading=SMALL_LEADING, face="bold")
        self.y -= 6
        for cells in table.rows:
            self.row(cells, table.shares, size=SMALL, leading=SMALL_LEADING)
            self.y -= 3
            self.page.rule((LEFT - 4, self.y), (RIGHT + 4, self.y), grey=0.75)
            self.y -= 2
        self.y -= 10

    def figure(self, picture: Content, caption: str) -> None:
        with Image.open(io.BytesIO(picture.data)) as image:
            ratio = image.height / image.width
        across = min(float(RIGHT - LEFT), 300 / ratio)
        self.need(across * ratio + 40)
        self.y -= across * ratio + 8
        self.page.picture(picture.data, (LEFT, self.y), (across, across * ratio))
        self.lines(caption, size=SMALL, leading=SMALL_LEADING)
        self.y -= 10

    def signatures(self, names: tuple[str, ...]) -> None:
        self.need(80)
        self.y -= 52
        room = (RIGHT - LEFT) / len(names)
        for number, name in enumerate(names):
            x = LEFT + number * room
            self.page.rule((x, self.y), (x + room - 24, self.y))
            for step, line in enumerate(_wrap(name, "roman", SMALL, room - 24), start=1):
                self.page.line(x, self.y - step * SMALL_LEADING, line, size=SMALL)
        self.y -= 30


def document(name: str, paper: Paper, blocks: Iterable[Block]) -> Content:
    """The PDF file: title, blocks in order, and on each page authority, number, marking and page."""
    layout = _Layout()
    layout.lines(paper.title, face="bold", size=15, leading=20)
    layout.y -= 8
    for block in blocks:
        layout.place(block)
    for number, page in enumerate(layout.pages, start=1):
        page.line(LEFT, HEIGHT - 56, paper.authority, face="bold", size=SMALL)
        page.line(RIGHT - width(paper.reference, "roman", SMALL), HEIGHT - 56, paper.reference, size=SMALL)
        page.rule((LEFT, HEIGHT - 62), (RIGHT, HEIGHT - 62))
        page.rule((LEFT, 62), (RIGHT, 62))
        page.line(LEFT, 48, paper.marking, size=SMALL)
        foot = f"{number} / {len(layout.pages)}"
        page.line(RIGHT - width(foot, "roman", SMALL), 48, foot, size=SMALL)
    data = write(
        layout.pages, title=paper.title, author=paper.authority, created=paper.created, language=paper.language
    )
    return Content(name, "application/pdf", data)
