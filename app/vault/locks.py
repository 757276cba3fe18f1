"""Admit one writer per file, across all processes on this host: a second one is refused, or waits (`turn`).

A lock is `flock` on a small file, so the kernel releases it when its process ends.
Hosts without a shared disk are not covered; there the file's database row decides.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import Locked
from app.vault import durable
from app.vault.places import Place


class FileInUse(Locked):
    """Another request is writing to this file."""

    title, code = "The file is being written", "file-in-use"


@dataclass(frozen=True, slots=True)
class Hold:
    """Proof that its holder is the only writer of this file. Only `Locks.hold` creates it."""

    place: Place


class Locks:
    """A folder of lock files."""

    def __init__(self, folder: Path) -> None:
        """Create the folder when it is missing."""
        self._folder = folder
        durable.make_folder(folder)

    @contextmanager
    def hold(self, place: Place) -> Iterator[Hold]:
        """Lock the file while the block runs. Raises `FileInUse` at once when it is locked already."""
        path = self._folder / f"{place.file}.lock"
        descriptor = _lock(path)
        try:
            yield Hold(place)
        finally:
            path.unlink(missing_ok=True)
            os.close(descriptor)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Wait for an exclusive lock on the file `path` and hold it while the block runs. Blocks; the lock file stays."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, durable.PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Try to lock this open file without waiting; return whether that succeeded."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def still_named(descriptor: int, path: Path) -> bool:
    """Return whether `path` still names the open file: the previous holder may have removed the name meanwhile."""
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(named, os.fstat(descriptor))


def _lock(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, durable.PRIVATE_FILE)
        if not try_lock(descriptor):
            os.close(descriptor)
            raise FileInUse
        if still_named(descriptor, path):
            return descriptor
        os.close(descriptor)
