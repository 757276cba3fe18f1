"""Room on the disk: what is free below the state folder, less what uploads leave to everything else there.

Deliberately not here: quotas of parties and teams (`services/storage.py`), and object stores, which tell nobody.
"""

import os
from pathlib import Path
from typing import Final

from app.errors import NoSpace

ADVICE: Final = "Tell the operator; the upload can be continued once there is room."


def room(folder: Path, reserve: int) -> int:
    """How many bytes may still be written; 0 when the reserve is touched."""
    found = os.statvfs(folder)
    return max(0, found.f_bavail * found.f_frsize - reserve)


def demand(folder: Path, reserve: int, size_bytes: int, unchanged: str) -> None:
    """Raises `NoSpace` when `size_bytes` do not fit; `unchanged` is the sentence that says what was left as it was.

    How much is left is not told: it would tell each team what the others send.
    """
    if size_bytes > room(folder, reserve):
        raise NoSpace(f"The server has no room for {size_bytes} bytes at this moment. {unchanged} {ADVICE}")
