"""SHA-256 of files that are still arriving: the running state between one PATCH and the next.

A hash's state cannot be saved, so it lives in memory; after a restart, or when another process took a PATCH, the file
is read again from storage when it is complete (`reading.sha256`). A state belongs to one stored message: it is bound to
the header of the segment that it ends with, whose salt no second writing can have, so a state left over from a PATCH
that was never recorded can not be mistaken for the one that was.

Deliberately not here: hashing as the bytes pass (`intake`).
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.vault.encryption import HEADER_BYTES, Damaged
from app.vault.objects import Objects

if TYPE_CHECKING:
    from hashlib import _Hash

_FILES_KEPT: Final = 1024
_STATES_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class _State:
    end: int
    object: str
    header: bytes
    running: "_Hash"


class RunningHashes:
    """The last states of the last files, a few hundred bytes each. Safe among threads."""

    def __init__(self, objects: Objects) -> None:
        """`objects` is where the segments rest."""
        self._objects = objects
        self._states: OrderedDict[UUID, list[_State]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, file: UUID, end: int) -> "_Hash | None":
        """A copy of the state of this file's first `end` bytes, or none. Reads a header from storage."""
        if end == 0:
            return sha256()
        with self._lock:
            known = [state for state in self._states.get(file, ()) if state.end == end]
        for state in known:
            try:
                if self._objects.read(state.object, 0, HEADER_BYTES) == state.header:
                    return state.running.copy()
            except Damaged:
                continue
        return None

    def put(self, file: UUID, end: int, name: str, header: bytes, running: "_Hash") -> None:
        """Remembers the state after the segment `name`, and the one before it, in case its record fails."""
        with self._lock:
            before = [state for state in self._states.pop(file, []) if state.end < end]
            self._states[file] = [*before[1 - _STATES_KEPT :], _State(end, name, header, running.copy())]
            while len(self._states) > _FILES_KEPT:
                self._states.popitem(last=False)

    def forget(self, file: UUID) -> None:
        """The file is complete or discarded."""
        with self._lock:
            self._states.pop(file, None)
