"""Stream several files as one ZIP, stored without compression, in constant memory.

The first member, `SHA256SUMS`, lists the hash of each file as `sha256sum --check` reads it.
Not here: who may read the files, and for how long: the caller stops iterating when access ends.
"""

import zipfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Final, cast

from app.vault.archive_names import safe_names

SUMS: Final = "SHA256SUMS"
#: At most this many files are sent as one ZIP.
MOST_FILES: Final = 10_000
_MODE: Final = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the ZIP.

    Attributes:
        name: Its name as the sender gave it; it may contain folders.
        sha256: Its hash, hexadecimal.
        blocks: Its bytes.
    """

    name: str
    sha256: str
    blocks: AsyncGenerator[bytes]


async def stream(members: Sequence[Member], made_at: datetime) -> AsyncGenerator[bytes]:
    """Yield the bytes of a ZIP with these files. `made_at` is the time of its members, in UTC."""
    names = safe_names([member.name for member in members], [SUMS])
    moment = made_at.astimezone(UTC).timetuple()[:6]
    sink = _Sink()
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_STORED) as archive:
        sums = "".join(f"{member.sha256}  {name}\n" for member, name in zip(members, names, strict=True))
        archive.writestr(_info(SUMS, moment), sums)
        for member, name in zip(members, names, strict=True):
            async with aclosing(member.blocks) as blocks:
                with archive.open(_info(name, moment), "w", force_zip64=True) as entry:
                    async for block in blocks:
                        entry.write(block)
                        yield sink.take()
            yield sink.take()
    yield sink.take()


def _info(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    info = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    info.external_attr = _MODE
    return info


class _Sink:
    """A stream that cannot seek: `ZipFile` writes sizes behind each file. Written bytes wait until they are taken."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, content: bytes) -> int:
        self._parts.append(bytes(content))
        return len(content)

    def flush(self) -> None:
        """Do nothing: `ZipFile` calls it."""

    def take(self) -> bytes:
        content = b"".join(self._parts)
        self._parts.clear()
        return content
