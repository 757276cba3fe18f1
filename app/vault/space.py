"""Check free disk space below the state folder, minus the reserve that uploads leave for everything else.

Not here: quotas of parties and teams (`services/evidence/storage.py`). Remote object stores do not report their space.
"""

import os
from pathlib import Path
from typing import Final

from app.errors import NoSpace
from app.i18n.phrases import Phrase

ADVICE: Final = "Tell the operator. The upload can continue once there is space."


def room(folder: Path, reserve: int) -> int:
    """Return how many bytes may still be written; 0 when the reserve is reached."""
    found = os.statvfs(folder)
    return max(0, found.f_bavail * found.f_frsize - reserve)


def demand(folder: Path, reserve: int, size_bytes: int, unchanged: str) -> None:
    """Refuse when `size_bytes` do not fit.

    The remaining space is not stated: it would tell each team how much the others upload.

    Args:
        folder: A folder on the disk.
        reserve: Bytes that must stay free.
        size_bytes: Bytes to be written.
        unchanged: The sentence that says what was left unchanged.

    Raises:
        NoSpace: The bytes do not fit.
    """
    if size_bytes > room(folder, reserve):
        raise NoSpace(
            Phrase(
                "The server has no space for {size_bytes} bytes. {unchanged} {advice}",
                size_bytes=size_bytes,
                unchanged=unchanged,
                advice=ADVICE,
            )
        )
