"""Write files so that after a crash either all bytes are there or none.

To survive a loss of power, the file is synced first, then its folder.
"""

import os
from pathlib import Path

from app import clock

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create `folder` and missing parents durably, readable by this user only."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def write_once(path: Path, content: bytes) -> bool:
    """Write a small new file; return false, changing nothing, when it exists.

    The bytes are complete and synced before the name appears: another process sees the whole file or none.
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
    """Write a small file, replacing an existing one: after a crash the old or the new content is there, complete."""
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
    """Rename a synced draft to `path` durably, replacing an existing file."""
    make_folder(path.parent)
    draft.replace(path)
    sync_folder(path.parent)


def overwrite_and_remove(path: Path) -> bool:
    """Overwrite a small file with random bytes and remove it durably; return false when it does not exist.

    On flash and copy-on-write storage old blocks may survive; only the removal is certain there.
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
