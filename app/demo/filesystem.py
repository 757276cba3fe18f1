"""A tiny file system: a FAT12 volume as a raw image, with long names, folders and files that were deleted.

Here: the layout on disk (boot sector, two tables, root folder, clusters of one sector). Not here: partition tables and
FAT16 or FAT32, which no exhibit needs. A deleted file loses its first letter and its chain, as a real driver leaves it;
its bytes stay where they were, so that an examiner can find them.
"""

import struct
from dataclasses import dataclass, field
from datetime import datetime

from app.demo.content import Content

__all__ = ["Volume"]

SECTOR = 512
ROOT_ENTRIES = 112
FATS = 2
FAT_SECTORS = 4
RESERVED = 1
MEDIA = 0xF8  # a fixed disk
LAST = 0xFFF
DELETED = b"\xe5"
ARCHIVE, DIRECTORY, LABEL, LONG_NAME = 0x20, 0x10, 0x08, 0x0F
LONG_NAME_PART = 13
DATA_START = RESERVED + FATS * FAT_SECTORS + ROOT_ENTRIES * 32 // SECTOR


def _stamp(at: datetime) -> tuple[int, int]:
    """FAT's time and date words: two-second steps, local time without a zone."""
    return at.hour << 11 | at.minute << 5 | at.second // 2, (at.year - 1980) << 9 | at.month << 5 | at.day


def _entry(short: bytes, attributes: int, at: datetime, cluster: int = 0, size: int = 0) -> bytes:
    time, day = _stamp(at)
    return struct.pack("<11sBBBHHHHHHHI", short, attributes, 0, 0, time, day, day, 0, time, day, cluster, size)


def _short_checksum(short: bytes) -> int:
    total = 0
    for byte in short:
        total = ((total & 1) << 7) + (total >> 1) + byte & 0xFF
    return total


def _long_entries(name: str, short: bytes) -> bytes:
    """The entries that hold the long name, last part first, as they stand before the short one."""
    units = name.encode("utf-16-le")
    parts = -(-len(name) // LONG_NAME_PART)
    if len(name) % LONG_NAME_PART:
        units = (units + b"\0\0").ljust(parts * LONG_NAME_PART * 2, b"\xff")
    out = b""
    for number in range(parts, 0, -1):
        part = units[(number - 1) * 26 : number * 26]
        order = number | (0x40 if number == parts else 0)
        head = struct.pack("<B10sBBB", order, part[:10], LONG_NAME, 0, _short_checksum(short))
        out += head + part[10:22] + b"\0\0" + part[22:26]
    return out


@dataclass(slots=True)
class _Folder:
    entries: bytearray = field(default_factory=bytearray)
    count: int = 0


class Volume:
    """A volume to be filled and then written out; paths are `FOLDER/name.ext`, one level deep."""

    def __init__(self, label: str, *, sectors: int, serial: int, at: datetime) -> None:
        """An empty volume of that many sectors, formatted at `at`."""
        self._label = label.upper().encode("ascii").ljust(11)[:11]
        self._sectors, self._serial, self._at = sectors, serial, at
        self._table = [MEDIA | 0xF00, LAST] + [0] * (sectors - DATA_START)
        self._data = bytearray((sectors - DATA_START) * SECTOR)
        self._next = 2
        self._root = _Folder(bytearray(_entry(self._label, LABEL, at)))
        self._folders: dict[str, _Folder] = {}

    def add(self, path: str, data: bytes, at: datetime, *, deleted: bool = False) -> None:
        """Write a file into the root or into a folder, which is made when first named."""
        folder_name, _, name = path.rpartition("/")
        folder = self._root
        if folder_name:
            folder = self._folders.setdefault(folder_name, _Folder())
        folder.count += 1
        stem, _, extension = name.rpartition(".")
        letters = "".join(c for c in stem.upper() if c.isascii() and c.isalnum())[:6] or "FILE"
        short = f"{letters}~{folder.count}".encode().ljust(8) + extension.upper().encode().ljust(3)[:3]
        first = self._store(data, keep=not deleted)
        lines = _long_entries(name, short) + _entry(short, ARCHIVE, at, first, len(data))
        if deleted:
            lines = b"".join(DELETED + lines[i + 1 : i + 32] for i in range(0, len(lines), 32))
        folder.entries += lines

    def image(self, name: str) -> Content:
        """The volume as a raw image; the folders are written now, the last step."""
        for folder_name, folder in self._folders.items():
            self._write_folder(folder_name, folder)
        self._folders = {}
        tables = self._packed_table() * FATS
        root = bytes(self._root.entries).ljust(ROOT_ENTRIES * 32, b"\0")
        return Content(name, "application/x-fat-image", self._boot_sector() + tables + root + bytes(self._data))

    def _store(self, data: bytes, *, keep: bool = True) -> int:
        """Write bytes into the next free clusters and return the first (0 for no bytes)."""
        count = -(-len(data) // SECTOR)
        first = self._next
        if first + count > len(self._table):
            raise ValueError("the volume is full")
        start = (first - 2) * SECTOR
        self._data[start : start + len(data)] = data
        if keep:
            for cluster in range(first, first + count):
                self._table[cluster] = cluster + 1 if cluster < first + count - 1 else LAST
        self._next += count
        return first if count else 0

    def _write_folder(self, name: str, folder: _Folder) -> None:
        here = self._next
        dots = _entry(b".".ljust(11), DIRECTORY, self._at, here) + _entry(b"..".ljust(11), DIRECTORY, self._at)
        self._store((dots + bytes(folder.entries)).ljust(SECTOR, b"\0"))
        self._root.entries += _entry(name.upper().encode().ljust(11), DIRECTORY, self._at, here)

    def _packed_table(self) -> bytes:
        """Twelve bits a cluster, two clusters in three bytes."""
        out = bytearray()
        padded = [*self._table, 0] if len(self._table) % 2 else self._table
        for low, high in zip(padded[::2], padded[1::2], strict=True):
            out += (low | high << 12).to_bytes(3, "little")
        return bytes(out).ljust(FAT_SECTORS * SECTOR, b"\0")

    def _boot_sector(self) -> bytes:
        shape = struct.pack(
            "<HBHBHHBHHHII", SECTOR, 1, RESERVED, FATS, ROOT_ENTRIES, self._sectors, MEDIA, FAT_SECTORS, 32, 2, 0, 0
        )
        extended = struct.pack("<BBBI11s8s", 0x80, 0, 0x29, self._serial, self._label, b"FAT12   ")
        return (b"\xeb\x3c\x90MSWIN4.1" + shape + extended).ljust(SECTOR - 2, b"\0") + b"\x55\xaa"
