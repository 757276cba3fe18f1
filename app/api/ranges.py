"""Parses `Range` (RFC 9110, 14) and builds `Content-Disposition` (RFC 6266) for downloads.

Not here: several ranges in one answer. A request for them gets the whole file.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from app.errors import OutOfRange
from app.i18n.phrases import Phrase

_ONE_RANGE: Final = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes from `start` to `end` (excluded). `partial`: a range was requested."""

    start: int
    end: int
    partial: bool

    @property
    def length(self) -> int:
        """Return the number of bytes."""
        return self.end - self.start

    def covers(self, size: int) -> bool:
        """Return whether these are all bytes of a file of this size."""
        return self.start == 0 and self.end == size


def parse(header: str | None, size: int) -> Span:
    """Return the range that `Range` requests of `size` bytes, or all bytes if the header is absent or unsupported.

    Raises:
        OutOfRange: No byte of the file is in the range.
    """
    match = _ONE_RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.groups() == ("", ""):
        return Span(0, size, partial=False)
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    if not 0 <= start < end <= size:
        raise OutOfRange(Phrase("The file has {size} bytes.", size=size), headers={"Content-Range": f"bytes */{size}"})
    return Span(start, end, partial=True)


def attachment(name: str) -> str:
    """Return the `Content-Disposition` for a file name, without path parts and bidirectional marks."""
    last = re.split(r"[/\\]", name)[-1]
    safe = _UNSAFE.sub("_", last).strip(". ") or "exhibit"
    ascii_name = safe.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(safe, safe='')}"
