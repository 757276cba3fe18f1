"""Writing so that a crash leaves the whole or nothing.

Here are the few calls that make a name and its bytes survive a loss of power: the file is synced, then its folder.
Deliberately not here: what is written, and encryption.
"""

import os
from pathlib import Path

from app import clock

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def sync_folder(folder: Path) -> None:
    """Makes the names in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes `folder` and what is missing above it, readable by this user alone, durably."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def write_once(path: Path, content: bytes) -> bool:
    """Writes a small file that nobody has written yet; false, and nothing changed, when it exists already.

    The bytes are complete and synced before the name appears, so a second process sees all of them or no file.
    """
    draft = path.with_name(f".{clock.new_id().hex}.draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
    finally:
        draft.unlink()
    sync_folder(path.parent)
    return True


def write_over(path: Path, content: bytes) -> None:
    """Writes a small file, replacing what bore its name before: after a crash it is the old one or the new one, whole."""
    draft = path.with_name(f".{clock.new_id().hex}.draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        move(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def move(draft: Path, path: Path) -> None:
    """Gives a synced draft its name, replacing what bore it before, durably."""
    make_folder(path.parent)
    draft.replace(path)
    sync_folder(path.parent)


def overwrite_and_remove(path: Path) -> bool:
    """Overwrites a small file with random bytes, then removes it, durably; false when there was none.

    On flash and on copy-on-write storage old blocks may survive the overwriting; removing is then all that is certain.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        return False
    try:
        os.pwrite(descriptor, os.urandom(os.fstat(descriptor).st_size), 0)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    path.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True
