"""What a download asks for and is called: `Range` (RFC 9110, 14) and `Content-Disposition` (RFC 6266).

Deliberately not here: several ranges in one answer; a request for them is answered with the whole.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from app.errors import OutOfRange

_ONE_RANGE: Final = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `start` to `end` (excluded)."""

    start: int
    end: int
    partial: bool

    @property
    def length(self) -> int:
        """How many bytes."""
        return self.end - self.start


def parse(header: str | None, size: int) -> Span:
    """What `Range` asks of `size` bytes; the whole when it says nothing that we speak. Raises `OutOfRange`."""
    match = _ONE_RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.groups() == ("", ""):
        return Span(0, size, partial=False)
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    if not 0 <= start < end <= size:
        raise OutOfRange(f"The file has {size} bytes.", headers={"Content-Range": f"bytes */{size}"})
    return Span(start, end, partial=True)


def attachment(name: str) -> str:
    """The header that saves under the exhibit's own name, without what a path or a reading direction could hide in it."""
    last = re.split(r"[/\\]", name)[-1]
    safe = _UNSAFE.sub("_", last).strip(". ") or "exhibit"
    ascii_name = safe.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(safe, safe='')}"
