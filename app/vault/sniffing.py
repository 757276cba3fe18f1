"""Determine a file's media type from its first bytes, never from its name.

A closed table of constants gives the same answer on every machine; hostile bytes reach a parser only as decoded text
(JSON, CSV). Unknown types are `application/octet-stream`, unless the bytes are text.
Not here: the content of archives, and renditions.
"""

import csv
import json
import re
from collections.abc import Sequence
from typing import Final, Literal

from app.vault import reading
from app.vault.places import Place, Segment
from app.vault.rendering.plaintext import decode
from app.vault.rendering.readable.kinds import READERS
from app.vault.signatures import BITMAP_HEADERS, BRANDS, IN_ZIP, RIFF, SIGNATURES
from app.vault.vault import Vault

HEAD_BYTES: Final = 40 * 1024
"""How much of a file's beginning is enough."""

UNKNOWN: Final = "application/octet-stream"

Family = Literal["text", "image", "pdf", "document"]

_TEXTS: Final = frozenset({"application/json", "application/xml", "message/rfc822", "image/svg+xml", "application/rtf"})
_IMAGES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/tiff", "image/webp", "image/bmp"})
_MAIL: Final = re.compile(
    r"(?:From|To|Date|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|X-[\w-]+):",
    re.IGNORECASE,
)
_HTML: Final = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML: Final = re.compile(r"\s*<\?xml\b")
_SVG: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.IGNORECASE)


async def of_file(vault: Vault, place: Place, segments: Sequence[Segment]) -> str:
    """Return the media type of a stored file. Raises what `reading.read` raises."""
    end = min(HEAD_BYTES, segments[-1].end)
    return media_type(b"".join([block async for block in reading.read(vault, place, segments, 0, end)]))


def family(kind: str) -> Family | None:
    """Return which kind of rendition this media type gets; none when it gets none."""
    if kind == "application/pdf":
        return "pdf"
    if kind in _IMAGES:
        return "image"
    if kind in READERS:
        return "document"
    return "text" if is_text(kind) else None


def is_text(kind: str) -> bool:
    """Return whether files of this media type are text, which can be shown as it is."""
    return kind.startswith("text/") or kind in _TEXTS


def media_type(head: bytes) -> str:
    """Return the media type of a file that begins with these bytes: the whole file, or its first `HEAD_BYTES`."""
    for offset, signature, answer in SIGNATURES:
        if head.startswith(signature, offset):
            return answer
    return _boxed(head) or _looser(head) or _written(head) or UNKNOWN


def _boxed(head: bytes) -> str | None:
    """Recognise containers, by the bytes that name their content."""
    if head.startswith(b"RIFF"):
        return RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return next((answer for brand, answer in BRANDS if head.startswith(brand, 8)), "video/mp4")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((answer for name, answer in IN_ZIP if name in head), "application/zip")
    return None


def _looser(head: bytes) -> str | None:
    """Recognise signatures too short to be sufficient alone, and PDF whose signature is not at the beginning."""
    if head.startswith(b"BM") and _number(head, 14, 4) in BITMAP_HEADERS and head[6:10] == bytes(4):
        return "image/bmp"
    if head.startswith(b"\x53\xef", 0x438) and _number(head, 0x44C, 4) in {0, 1}:
        return "application/x-ext-image"
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith(b"\x55\xaa", 510) and head[446] in {0x00, 0x80} and any(head[450:454]):
        return "application/x-raw-disk-image"
    return None


def _number(head: bytes, offset: int, size: int) -> int:
    return int.from_bytes(head[offset : offset + size], "little")


def _written(head: bytes) -> str | None:
    """Recognise kinds of text; return none when the bytes are not text."""
    decoded = decode(head, whole=len(head) < HEAD_BYTES)
    if decoded is None:
        return None
    text = decoded.text
    lines = text.lstrip().splitlines()[:6]
    for pattern, answer in ((_HTML, "text/html"), (_SVG, "image/svg+xml"), (_XML, "application/xml")):
        if pattern.match(text):
            return answer
    if sum(bool(_MAIL.match(line)) for line in lines) > 1:
        return "message/rfc822"
    if _is_json(text, whole=len(head) < HEAD_BYTES):
        return "application/json"
    return "text/csv" if _is_table(lines) else "text/plain"


def _is_json(text: str, *, whole: bool) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return False
    except json.JSONDecodeError as wrong:
        return not whole and (wrong.msg.startswith("Unterminated string") or wrong.pos > len(text) - 1024)
    return True


def _is_table(lines: list[str]) -> bool:
    """Return whether there are at least two rows with the same number of cells, more than one."""
    rows = lines[: max(2, len(lines) - 1)]  # the last one may be incomplete
    for separator in ",;\t":
        try:
            widths = [len(row) for row in csv.reader(rows, delimiter=separator)]
        except csv.Error:
            continue
        if len(widths) > 1 and widths[0] > 1 and len(set(widths)) == 1:
            return True
    return False
