"""The headers of tus 1.0, parsed strictly and made.

Source: the resumable upload protocol 1.0.x, core and the extensions creation, creation-with-upload, checksum, expiration
and termination. No routes here.
"""

import base64
import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Annotated, Final

from fastapi import Header

from app.errors import Invalid, Malformed, Refusal
from app.services.files import NAME_LIMIT
from app.vault.checksums import ALGORITHMS
from app.vault.places import MAX_SEGMENTS

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,checksum,expiration,termination"
RESUMABLE: Final = {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}
CONTENT_TYPE: Final = "application/offset+octet-stream"

_MIB: Final = 2**20
_FREE_PIECES: Final = 32
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,18}")
_MOST: Final = 2**63 - 1
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

Resumable = Annotated[str | None, Header(alias="Tus-Resumable")]


class WrongVersion(Refusal):
    """A client that speaks another tus."""

    status, title, code = 412, "Another protocol version", "tus-version"


def demand_version(version: str | None) -> None:
    """Raises `WrongVersion` unless the client speaks 1.0.0."""
    if version != VERSION:
        raise WrongVersion(f"Send Tus-Resumable: {VERSION}.", headers={"Tus-Version": VERSION})


def capabilities(most: int) -> dict[str, str]:
    """What OPTIONS answers."""
    return {
        "Tus-Resumable": VERSION,
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(most),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def offset(stands_at: int, expires_at: datetime | None = None) -> dict[str, str]:
    """Where the upload stands, and, of one that can still expire, when it would (RFC 9110, 5.6.7)."""
    until = {} if expires_at is None else {"Upload-Expires": format_datetime(expires_at.astimezone(UTC), usegmt=True)}
    return RESUMABLE | {"Upload-Offset": str(stands_at)} | until


def number(text: str | None, header: str) -> int:
    """A count of bytes. Raises `Malformed` naming the header, also beyond 2^63 - 1."""
    if text is None or not _NUMBER.fullmatch(text) or int(text) > _MOST:
        raise Malformed(f"{header} must be a whole number of bytes. Nothing was kept.", field=header)
    return int(text)


def metadata(header: str) -> dict[str, str]:
    """The pairs of `Upload-Metadata`. Raises `Malformed` for what is not base64 of UTF-8, or repeated."""
    pairs: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        if key in pairs:
            raise Malformed(f"Upload-Metadata names {key} twice.", field="Upload-Metadata")
        try:
            pairs[key] = base64.b64decode(value, validate=True).decode()
        except ValueError:  # also of letters beyond ASCII, of which base64 says no more than that
            raise Malformed(f"Upload-Metadata: {key} is not base64 of UTF-8.", field="Upload-Metadata") from None
    return pairs


def name(text: str | None) -> str:
    """What the sender calls the file: any text of one line; no path is ever made of it. Raises `Invalid`."""
    if not text or not text.strip():
        raise Invalid("Give the file's name as filename in Upload-Metadata.", field="filename")
    if len(text) > NAME_LIMIT or _CONTROL.search(text):
        raise Invalid(f"A name has at most {NAME_LIMIT} characters and no control characters.", field="filename")
    return text


def declared_hash(text: str | None) -> str | None:
    """The SHA-256 that the file should have, lower-case hexadecimal. Raises `Invalid`."""
    if text is None:
        return None
    value = text.strip().lower()
    if not _SHA256.fullmatch(value):
        raise Invalid("A declared SHA-256 has 64 hexadecimal digits.", field="sha256")
    return value


def least_piece(remaining: int, pieces: int) -> int:
    """The fewest bytes that the next piece must have, unless it is the last, of a file that has so many pieces.

    The first may have any size, so that a slow line and a small file lose nothing. From then on a piece is at least 1 MiB:
    nobody fills the database with crumbs. Once half of all pieces are used, each carries its share of what remains: so
    they never run out before the file is whole.
    """
    if pieces < _FREE_PIECES:
        return 1
    share = -(-remaining // max(1, MAX_SEGMENTS - pieces))
    return max(_MIB, share) if pieces >= MAX_SEGMENTS // 2 else _MIB
