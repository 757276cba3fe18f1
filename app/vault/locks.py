"""One writer a file: who comes second is refused or, for moments, waits; in this process and in any other on this disk.

A lock is `flock` on a small file, so it ends with the process that held it, however that ends.
Deliberately not here: hosts that share no disk; there the database's row of the file decides.
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
    """Another request is writing to this file at this moment."""

    title, code = "The file is being written to at this moment", "file-in-use"


@dataclass(frozen=True, slots=True)
class Hold:
    """The proof that its bearer is the only writer of this file. `Locks.hold` alone gives it."""

    place: Place


class Locks:
    """A folder of lock files."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder when it is missing."""
        self._folder = folder
        durable.make_folder(folder)

    @contextmanager
    def hold(self, place: Place) -> Iterator[Hold]:
        """Holds the file while the block runs. Raises `FileInUse` at once when somebody else does."""
        path = self._folder / f"{place.file}.lock"
        descriptor = _lock(path)
        try:
            yield Hold(place)
        finally:
            path.unlink(missing_ok=True)
            os.close(descriptor)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Waits until nobody else has this lock file, which stays, and keeps it while the block runs. Blocks."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, durable.PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Whether this open file is now locked by us."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def still_named(descriptor: int, path: Path) -> bool:
    """Whether `path` still names the open file: whoever held it before may have removed the name meanwhile."""
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
