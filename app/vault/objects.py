"""Store sealed bytes under a name, completely or not at all.

An object is staged on disk and then renamed in one step, so a crash leaves no partial object. Keeping an object
replaces an existing one of that name: an object without a database row is an orphan and may be replaced.
Names come only from `places` and are checked again here. Calls block and must run in a thread.
Not here: encryption, and remote object stores (`buckets`).
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
    """A store of sealed objects."""

    def keep(self, staged: "Staged", name: str) -> None:
        """Make the staged bytes the object `name` durably, replacing an existing one."""

    def read(self, name: str, start: int, end: int) -> bytes:
        """Return the bytes `start` to `end`, end excluded. Raises `Damaged` when any of them is missing."""

    def size(self, name: str) -> int:
        """Return the object's length in bytes. Raises `Damaged` when it does not exist."""

    def remove_all(self, prefix: str) -> int:
        """Remove every object of one file; return their number."""


class Staged:
    """A file being written: private, with a random name, removed unless it is kept."""

    def __init__(self, folder: Path) -> None:
        """Create the file, locked so that `sweep` in another process does not remove it."""
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
        """Append all bytes. Raises `OSError` (ENOSPC) when the disk is full."""
        self._go(direct=False)
        self._append(memoryview(content))

    def write_pages(self, pages: memoryview) -> None:
        """Append whole memory pages, bypassing the page cache where the file system allows it (`O_DIRECT`).

        This saves one copy and keeps an upload from evicting the page cache. On other file systems the kernel is asked
        to write the pages now, so that the final sync is short, and to drop them afterwards. Everything written before
        must be whole pages, too.

        Raises:
            OSError: The disk is full (ENOSPC).
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
        """Switch between direct and cached writes."""
        if direct == self._direct:
            return
        flags = fcntl.fcntl(self.descriptor, fcntl.F_GETFL)
        try:
            fcntl.fcntl(self.descriptor, fcntl.F_SETFL, flags ^ os.O_DIRECT)
            self._direct = direct
        except OSError:
            self._may_be_direct = False  # this file system does not support direct writes

    def sync(self) -> None:
        """Make the bytes durable."""
        os.fdatasync(self.descriptor)

    def close(self) -> None:
        """Close the file; remove it unless it was kept."""
        self.path.unlink(missing_ok=True)
        os.close(self.descriptor)


def sweep(folder: Path) -> int:
    """Remove the staged files of dead processes; return their number."""
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
    """Return the name if it is a valid object name. Raises `ValueError`."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not the name of a stored object: {name!r}")
    return name


def checked_prefix(prefix: str) -> str:
    """Return the prefix if it is that of one file's objects. Raises `ValueError`."""
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"not the prefix of a file's objects: {prefix!r}")
    return prefix


class Folder:
    """Objects as files in a folder, which must be on the file system of the staging folder."""

    def __init__(self, root: Path) -> None:
        """Create the folder when it is missing."""
        self._root = root
        durable.make_folder(root)

    def keep(self, staged: Staged, name: str) -> None:
        """Sync the staged file and rename it."""
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
