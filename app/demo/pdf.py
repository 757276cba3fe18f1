"""A small PDF 1.4 writer: pages of text, rules and JPEG pictures, in standard fonts, searchable in Latin and Greek.

Here: objects, streams, the cross-reference table, and drawing on one page in points from the lower left corner.
Not here: where on the page things go (`document`), encryption, forms, embedded fonts.
"""

import io
import zlib
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from itertools import groupby

from PIL import Image

from app.demo.typeface import SYMBOL_DIFFERENCES, SYMBOL_TO_UNICODE, Glyph, glyph, width

__all__ = ["HEIGHT", "WIDTH", "Page", "write"]

WIDTH, HEIGHT = 595, 842  # A4
BASE_FONTS = {"Roman": "Times-Roman", "Bold": "Times-Bold", "Mono": "Courier"}
CAPITAL_LIFT = 0.04
HEADLINE = 14


class Page:
    """What stands on one page; `commands` is its content stream so far."""

    def __init__(self) -> None:
        """An empty page."""
        self._commands: list[str] = []
        self._pictures: list[bytes] = []

    def line(self, x: float, y: float, content: str, *, face: str = "roman", size: float = 10.5) -> None:
        """One line of text, its baseline beginning at (x, y)."""
        glyphs = [(character, glyph(character, face)) for character in content]
        for font, run in groupby(glyphs, key=lambda pair: pair[1].font):
            letters = list(run)
            codes = b"".join(found.code for _, found in letters).hex()
            # Symbol has no bold: in headlines its letters are filled and stroked; smaller ones would clog.
            mode = "2 Tr 0.12 w" if face == "bold" and font == "Greek" and size >= HEADLINE else "0 Tr"
            self._commands.append(f"BT /{font} {size:g} Tf {mode} {x:.2f} {y:.2f} Td <{codes}> Tj ET")
            for character, found in letters:
                self._accent(x, y, size, character, found)
                x += found.width * size / 1000

    def _accent(self, x: float, y: float, size: float, character: str, found: Glyph) -> None:
        middle, high = x + found.width * size / 2000, y + size * 0.56
        pen = f"{size * 0.055:.2f} w 1 J"
        if "t" in found.marks:
            left = x - size * 0.05 if character.isupper() else middle - size * 0.02
            high -= size * CAPITAL_LIFT if character.isupper() else 0
            self._commands.append(
                f"{pen} {left:.2f} {high:.2f} m {left + size * 0.09:.2f} {high + size * 0.13:.2f} l S"
            )
        if "d" in found.marks:
            for shift in (-0.11, 0.11):
                dot = middle + shift * size
                self._commands.append(
                    f"{pen} {dot:.2f} {high + size * 0.07:.2f} m {dot:.2f} {high + size * 0.08:.2f} l S"
                )

    def centred(self, y: float, content: str, *, face: str = "roman", size: float = 10.5) -> None:
        """One line of text in the middle of the page."""
        self.line((WIDTH - width(content, face, size)) / 2, y, content, face=face, size=size)

    def rule(self, start: tuple[float, float], end: tuple[float, float], *, grey: float = 0) -> None:
        """A thin straight stroke, black unless told otherwise."""
        path = f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S"
        self._commands.append(f"q {grey:g} G 0.5 w {path} Q")

    def shade(self, corner: tuple[float, float], size: tuple[float, float], grey: float = 0.93) -> None:
        """A filled grey rectangle, to be drawn before what stands on it."""
        self._commands.append(f"q {grey:g} g {corner[0]:.2f} {corner[1]:.2f} {size[0]:.2f} {size[1]:.2f} re f Q")

    def picture(self, jpeg: bytes, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """A JPEG picture in a rectangle."""
        self._pictures.append(jpeg)
        place = f"{size[0]:.2f} 0 0 {size[1]:.2f} {corner[0]:.2f} {corner[1]:.2f} cm"
        self._commands.append(f"q {place} /Picture{len(self._pictures)} Do Q")

    @property
    def stream(self) -> bytes:
        """The content stream."""
        return "\n".join(self._commands).encode("ascii")

    @property
    def pictures(self) -> tuple[bytes, ...]:
        """The JPEG files in the order of their names."""
        return tuple(self._pictures)


def _unicode_map() -> bytes:
    lines = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for code, letter in SYMBOL_TO_UNICODE.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Greek def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(SYMBOL_TO_UNICODE)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


class _Objects:
    """The numbered objects of a file."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def add(self, body: str) -> int:
        self.bodies.append(body.encode("ascii"))
        return len(self.bodies)

    def stream(self, dictionary: str, data: bytes, *, packed: bool = True) -> int:
        if packed:
            data, dictionary = zlib.compress(data, 6), f"{dictionary} /Filter /FlateDecode"
        head = f"<< {dictionary} /Length {len(data)} >>\nstream\n".encode("ascii")
        self.bodies.append(head + data + b"\nendstream")
        return len(self.bodies)

    def file(self, root: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.bodies, start=1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n"
        digest, start = sha256(out).hexdigest()[:32], len(out)
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        count = len(offsets) + 1
        out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode("ascii")
        out += f"trailer\n<< /Size {count} /Root {root} 0 R /Info {info} 0 R /ID [<{digest}> <{digest}>] >>\n".encode(
            "ascii"
        )
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode("ascii"))


def _fonts(objects: _Objects) -> str:
    names = {
        name: objects.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>")
        for name, base in BASE_FONTS.items()
    }
    to_unicode = objects.stream("", _unicode_map())
    encoding = f"<< /Type /Encoding /Differences [{SYMBOL_DIFFERENCES}] >>"
    names["Greek"] = objects.add(
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol /Encoding {encoding} /ToUnicode {to_unicode} 0 R >>"
    )
    return " ".join(f"/{name} {number} 0 R" for name, number in names.items())


def _picture(objects: _Objects, jpeg: bytes) -> int:
    with Image.open(io.BytesIO(jpeg)) as image:
        shape, space = image.size, {"RGB": "DeviceRGB", "L": "DeviceGray"}[image.mode]
    dictionary = f"/Type /XObject /Subtype /Image /Width {shape[0]} /Height {shape[1]} /ColorSpace /{space}"
    return objects.stream(f"{dictionary} /BitsPerComponent 8 /Filter /DCTDecode", jpeg, packed=False)


def _words(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"


def write(pages: Iterable[Page], *, title: str, author: str, created: datetime, language: str = "en") -> bytes:
    """The file. `created` is aware; `language` is a BCP 47 tag."""
    objects = _Objects()
    fonts = _fonts(objects)
    leaves = list(pages)
    tree = len(objects.bodies) + 1 + sum(2 + len(page.pictures) for page in leaves)
    kids = []
    for page in leaves:
        pictures = " ".join(f"/Picture{n} {_picture(objects, jpeg)} 0 R" for n, jpeg in enumerate(page.pictures, 1))
        content = objects.stream("", page.stream)
        resources = f"<< /Font << {fonts} >> /XObject << {pictures} >> >>"
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        kids.append(
            objects.add(f"<< /Type /Page /Parent {tree} 0 R {box} /Resources {resources} /Contents {content} 0 R >>")
        )
    objects.add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    root = objects.add(f"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) >>")
    zone = f"{created:%z}"
    stamp = f"D:{created:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
    info = objects.add(f"<< /Title {_words(title)} /Author {_words(author)} /CreationDate ({stamp}) >>")
    return objects.file(root, info)
