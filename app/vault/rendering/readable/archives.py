"""Listings of archives. Nothing is unpacked, so the content of every archive is omitted.

The times of a ZIP have no time zone; those of a TAR are UTC.
"""

import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from app import clock
from app.vault.rendering.readable.marks import OMITTED, Reading, note, quoted

MOST_ENTRIES: Final = 20_000
_ENCRYPTED: Final = 0x1
_READ: Final = (".xml", ".rels", "mimetype", "/")


def read_zip(content: bytes) -> Reading:
    """Yield a line for each entry of a ZIP. Raises `BadZipFile`."""
    yield from _listing(_entries(content))
    yield OMITTED


def read_package(content: bytes) -> Reading:
    """Yield a line for each part of an office document, of which text was read. Raises `BadZipFile`.

    Content is omitted if the document embeds pictures, macros or files.
    """
    entries = _entries(content)
    yield from _listing(entries)
    if not all(one.filename.endswith(_READ) for one in entries):
        yield OMITTED


def _entries(content: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.infolist()


def _listing(entries: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    yield note(f"archive with {len(entries):,} entries; times without time zone, as stored") + "\n"
    for one in entries[:MOST_ENTRIES]:
        year, month, day, hour, minute, second = one.date_time
        stored = f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
        encrypted = " | encrypted" if one.flag_bits & _ENCRYPTED else ""
        yield f"{quoted(one.filename)} | {one.file_size:,} bytes | {stored}{encrypted}\n"
    yield from _more(len(entries))


def read_tar(content: bytes) -> Reading:
    """Yield a line for each entry of a TAR. Raises `TarError`."""
    count = 0
    with tarfile.open(fileobj=BytesIO(content), mode="r:") as archive:
        yield note("archive; times in UTC") + "\n"
        for one in archive:
            count += 1
            if count <= MOST_ENTRIES:
                leads = f" → {quoted(one.linkname)}" if one.linkname else ""
                yield f"{quoted(one.name)}{leads} | {one.size:,} bytes | {_stored(one.mtime)}\n"
    yield from _more(count)
    yield OMITTED


def _stored(seconds: float) -> str:
    """Return the time of an entry; a number that is no time stays a number."""
    try:
        return clock.since_1970(int(seconds)).strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, ValueError, OSError):
        return str(seconds)


def _more(count: int) -> Iterator[str]:
    if count > MOST_ENTRIES:
        yield note(f"{count - MOST_ENTRIES:,} more entries are not listed") + "\n"
