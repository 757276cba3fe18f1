"""Parses and builds the headers of resumable uploads (tus 1.0).

Source: the resumable upload protocol 1.0.x, core and the extensions creation, creation-with-upload, checksum,
expiration and termination. The routes are in `api/evidence/files.py`.
"""

import base64
import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Annotated, Final

from fastapi import Header

from app.errors import Invalid, Malformed, Refusal
from app.i18n.phrases import Phrase
from app.services.evidence.files import NAME_LIMIT
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
    """The client uses another version of tus."""

    status, title, code = 412, "Unsupported protocol version", "tus-version"


def demand_version(version: str | None) -> None:
    """Check that the client uses tus 1.0.0. Raises `WrongVersion`."""
    if version != VERSION:
        raise WrongVersion(Phrase("Send Tus-Resumable: {version}.", version=VERSION), headers={"Tus-Version": VERSION})


def capabilities(most: int) -> dict[str, str]:
    """Return the headers of an OPTIONS answer. `most` is the largest file size in bytes."""
    return {
        "Tus-Resumable": VERSION,
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(most),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def offset(stands_at: int, expires_at: datetime | None = None) -> dict[str, str]:
    """Return the headers with the offset of an upload, and its expiry if it can expire (RFC 9110, 5.6.7)."""
    until = {} if expires_at is None else {"Upload-Expires": format_datetime(expires_at.astimezone(UTC), usegmt=True)}
    return RESUMABLE | {"Upload-Offset": str(stands_at)} | until


def number(text: str | None, header: str) -> int:
    """Return a number of bytes. Raises `Malformed`, naming the header, also for numbers above 2^63 - 1."""
    if text is None or not _NUMBER.fullmatch(text) or int(text) > _MOST:
        raise Malformed(Phrase("{header} must be a whole number of bytes.", header=header), field=header)
    return int(text)


def metadata(header: str) -> dict[str, str]:
    """Return the pairs of `Upload-Metadata`.

    Raises `Malformed` for repeated keys and values that are not base64 of UTF-8.
    """
    pairs: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        if key in pairs:
            raise Malformed(Phrase("Upload-Metadata contains {key} twice.", key=key), field="Upload-Metadata")
        try:
            pairs[key] = base64.b64decode(value, validate=True).decode()
        except ValueError:  # also for non-ASCII text, for which b64decode raises a plain ValueError
            raise Malformed(
                Phrase("Upload-Metadata: {key} is not base64 of UTF-8.", key=key), field="Upload-Metadata"
            ) from None
    return pairs


def name(text: str | None) -> str:
    """Return the file name given by the sender: one line of any text. It is never used as a path. Raises `Invalid`."""
    if not text or not text.strip():
        raise Invalid("Give the file name as filename in Upload-Metadata.", field="filename")
    if len(text) > NAME_LIMIT or _CONTROL.search(text):
        raise Invalid(
            Phrase("A file name has at most {name_limit} characters and no control characters.", name_limit=NAME_LIMIT),
            field="filename",
        )
    return text


def declared_hash(text: str | None) -> str | None:
    """Return the expected SHA-256 in lower-case hexadecimal. Raises `Invalid`."""
    if text is None:
        return None
    value = text.strip().lower()
    if not _SHA256.fullmatch(value):
        raise Invalid("A declared SHA-256 has 64 hexadecimal digits.", field="sha256")
    return value


def least_piece(remaining: int, pieces: int) -> int:
    """Return the least number of bytes of the next piece, unless it is the last one.

    The first 32 pieces may have any size, so slow connections and small files are not affected. Later pieces have at
    least 1 MiB, which limits the number of database rows. Once half of `MAX_SEGMENTS` pieces are used, each must carry
    its share of the remaining bytes. So the pieces suffice for the whole file.

    Args:
        remaining: Bytes of the file that have not arrived.
        pieces: Number of pieces that have arrived.
    """
    if pieces < _FREE_PIECES:
        return 1
    share = -(-remaining // max(1, MAX_SEGMENTS - pieces))
    return max(_MIB, share) if pieces >= MAX_SEGMENTS // 2 else _MIB
