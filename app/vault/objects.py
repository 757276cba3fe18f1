"""Stored objects: sealed bytes under a name, whole or not at all.

An object is staged on disk first and then kept under its name in one step, so a crash leaves no half of one. Keeping
replaces what bore the name: an object that no row records is an orphan, and the next one of the same name takes its
place. Names come from `places` alone and are checked again here.

Calls block; they belong in a thread. Deliberately not here: encryption, and object stores by address (`buckets`).
"""

import contextlib
import errno
import fcntl
import mmap
import os
import re
from pathlib import Path
from typing import Final, Protocol

from app import clock
from app.vault import durable, locks
from app.vault.encryption import Damaged

_ID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_NAME: Final = re.compile(rf"{_ID}/{_ID}/{_ID}/(?:rendition/[0-9]{{6}}|[0-9]{{20}})")
_PREFIX: Final = re.compile(rf"{_ID}/{_ID}/{_ID}/")

PAGE_BYTES: Final = mmap.PAGESIZE
_WRITEBACK_BYTES: Final = 8 * 1024 * 1024


class Objects(Protocol):
    """What a store of sealed objects does."""

    def keep(self, staged: "Staged", name: str) -> None:
        """Makes the staged bytes the object `name`, durably, replacing an older one."""

    def read(self, name: str, start: int, end: int) -> bytes:
        """The bytes `start` to `end`, end excluded. Raises `Damaged` when the object lacks any of them."""

    def size(self, name: str) -> int:
        """How long the object is. Raises `Damaged` when there is none."""

    def remove_all(self, prefix: str) -> int:
        """Removes every object of one file; how many there were."""


class Staged:
    """A file being written: private, without a name that means anything, gone when it is not kept."""

    def __init__(self, folder: Path) -> None:
        """Creates the file, locked, so that `sweep` of another process lets it be."""
        self._written = self._begun = 0
        self._direct, self._may_be_direct = False, True
        while True:
            self.path = folder / f"{clock.new_id().hex}.part"
            self.descriptor = os.open(
                self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, durable.PRIVATE_FILE
            )
            if locks.try_lock(self.descriptor) and locks.still_named(self.descriptor, self.path):
                return
            os.close(self.descriptor)

    def write(self, content: memoryview | bytes) -> None:
        """Appends all of it. Raises `OSError` (ENOSPC) when the disk is full."""
        self._go(direct=False)
        self._append(memoryview(content))

    def write_pages(self, pages: memoryview) -> None:
        """Appends whole pages of memory, behind whole pages, past the page cache where the file system lets us.

        They are not copied once more then, nor does an upload push everything else out of the cache. Elsewhere the kernel is
        asked to begin writing them now, so that the sync at the end finds little left, and to drop them once clean.
        Raises `OSError` (ENOSPC) when the disk is full.
        """
        assert not (len(pages) | self._written) % PAGE_BYTES, "whole pages"
        self._go(direct=self._may_be_direct)
        self._append(pages)
        if not self._direct and self._written - self._begun >= _WRITEBACK_BYTES:
            os.posix_fadvise(self.descriptor, self._begun, self._written - self._begun, os.POSIX_FADV_DONTNEED)
            self._begun = self._written

    def _append(self, left: memoryview) -> None:
        while left:
            try:
                wrote = os.write(self.descriptor, left)
            except OSError as refused:
                if refused.errno != errno.EINVAL or not self._direct:
                    raise
                self._may_be_direct = False
                self._go(direct=False)
            else:
                self._written += wrote
                left = left[wrote:]

    def _go(self, *, direct: bool) -> None:
        """What is written from here on goes past the page cache, or through it."""
        if direct == self._direct:
            return
        flags = fcntl.fcntl(self.descriptor, fcntl.F_GETFL)
        try:
            fcntl.fcntl(self.descriptor, fcntl.F_SETFL, flags ^ os.O_DIRECT)
            self._direct = direct
        except OSError:
            self._may_be_direct = False  # this file system keeps no file past the cache

    def sync(self) -> None:
        """Makes the bytes durable."""
        os.fdatasync(self.descriptor)

    def close(self) -> None:
        """Ends it; what was not kept is removed."""
        self.path.unlink(missing_ok=True)
        os.close(self.descriptor)


def sweep(folder: Path) -> int:
    """Removes what processes that died left in the staging folder; how many files there were."""
    swept = 0
    for path in folder.glob("*.part"):
        with contextlib.suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
            try:
                if locks.try_lock(descriptor):
                    path.unlink()
                    swept += 1
            finally:
                os.close(descriptor)
    return swept


def checked(name: str) -> str:
    """The name, when it is one of ours. Raises `ValueError`."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a stored object: {name!r}")
    return name


def checked_prefix(prefix: str) -> str:
    """The prefix of one file's objects. Raises `ValueError`."""
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"not the prefix of a file's objects: {prefix!r}")
    return prefix


class Folder:
    """Objects as files below a folder; the staging folder must lie on the same file system."""

    def __init__(self, root: Path) -> None:
        """Makes the folder when it is missing."""
        self._root = root
        durable.make_folder(root)

    def keep(self, staged: Staged, name: str) -> None:
        """Syncs the staged file and gives it its name."""
        staged.sync()
        durable.move(staged.path, self._root / checked(name))

    def read(self, name: str, start: int, end: int) -> bytes:
        """See `Objects.read`."""
        descriptor = self._open(name)
        try:
            content = os.pread(descriptor, end - start, start)
        finally:
            os.close(descriptor)
        if len(content) != end - start:
            raise Damaged("the stored object is cut")
        return content

    def size(self, name: str) -> int:
        """See `Objects.size`."""
        descriptor = self._open(name)
        try:
            return os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)

    def remove_all(self, prefix: str) -> int:
        """See `Objects.remove_all`."""
        folder = self._root / checked_prefix(prefix)
        removed = 0
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
                removed += 1
        if folder.exists():
            folder.rmdir()
            durable.sync_folder(folder.parent)
        return removed

    def _open(self, name: str) -> int:
        try:
            return os.open(self._root / checked(name), os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError as missing:
            raise Damaged("a stored object is missing") from missing
