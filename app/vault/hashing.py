"""Keep the running SHA-256 of a file between its PATCH requests.

The state of a hash cannot be saved, so it stays in memory. After a restart, or when another process received a PATCH,
the complete file is read again from storage (`reading.sha256`).
A state is bound to the header of the last segment, whose salt is unique. So a state left by a PATCH that was never
recorded is not used for the one that was.
Not here: hashing the bytes of a request body (`intake`).
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
    """Keeps the last states of the last files, a few hundred bytes each. Thread-safe."""

    def __init__(self, objects: Objects) -> None:
        """Use `objects` to read the headers of segments."""
        self._objects = objects
        self._states: OrderedDict[UUID, list[_State]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, file: UUID, end: int) -> "_Hash | None":
        """Return a copy of the state of this file's first `end` bytes, or none. Reads a header from storage."""
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
        """Store the state after the segment `name`, and keep the previous one in case the segment is not recorded."""
        with self._lock:
            before = [state for state in self._states.pop(file, []) if state.end < end]
            self._states[file] = [*before[1 - _STATES_KEPT :], _State(end, name, header, running.copy())]
            while len(self._states) > _FILES_KEPT:
                self._states.popitem(last=False)

    def forget(self, file: UUID) -> None:
        """Drop the states of a file that is complete or discarded."""
        with self._lock:
            self._states.pop(file, None)
