"""The reading of a file, and at most so much of it as can be shown."""

import codecs
import contextlib
import email.quoprimime  # noqa: F401 - loaded by the mail parser when it is first needed, which is too late
import encodings
import pkgutil
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final

from app.vault.rendering import plaintext
from app.vault.rendering.readable import archives, mail, markup, office, tables
from app.vault.rendering.readable.kinds import Reader
from app.vault.rendering.readable.marks import OMITTED, Reading, note, quoted

MOST_CHARACTERS: Final = plaintext.PAGE_CHARACTERS * plaintext.MAX_PAGES


def _page(content: bytes) -> Reading:
    decoded = plaintext.decode(content, whole=True)
    if decoded is None:
        raise ValueError("no text")
    yield markup.read(decoded.text)
    yield "\n" + note("source of the page") + "\n"
    yield quoted(decoded.text)


_READINGS: Final[Mapping[Reader, Callable[[bytes], Reading]]] = {
    "mail": mail.read,
    "page": _page,
    "office": office.read,
    "table": tables.read,
    "zip": archives.read_zip,
    "tar": archives.read_tar,
}


def text_of(reader: Reader, content: bytes) -> tuple[str, bool]:
    """Return the reading of a file, at most `MOST_CHARACTERS` of it, and whether the file holds more than that.

    Args:
        reader: The one for the media type of the file (`kinds.READERS`).
        content: The whole file.

    Raises:
        Exception: The file is not what its first bytes say; each parser raises its own.
    """
    pieces, size, more = list[str](), 0, False
    for piece in _READINGS[reader](content):
        if piece is OMITTED:
            more = True
            continue
        pieces.append(piece)
        size += len(piece)
        if size > MOST_CHARACTERS:
            return "".join(pieces)[:MOST_CHARACTERS], True
    return "".join(pieces), more


_MAIL: Final = b"""From: =?utf-8?q?A?= <a@example.org>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>=C3=A9</p>
--b
Content-Type: application/pdf; name="a.pdf"
Content-Transfer-Encoding: base64

YQ==
--b--
"""


def prepare() -> None:
    """Load all codecs, and read a small file of each kind, so that everything loaded lazily is loaded."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError):
            codecs.lookup(module.name)
    plaintext.prepare()
    text_of("mail", _MAIL)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<p><t>a</t></p>")
    text_of("office", made.getvalue())
    with contextlib.suppress(Exception):  # no spreadsheet: the parser has loaded what it needs to say so
        text_of("table", made.getvalue())
