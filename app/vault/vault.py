"""Assemble the vault: keys, objects, locks and running hashes over one state folder.

Not here: the data that passes through it (`intake`, `reading`, `renditions`).
"""

import asyncio
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from app.vault import durable, memory, objects, threads
from app.vault.buckets import Bucket
from app.vault.hashing import RunningHashes
from app.vault.keys import Keys
from app.vault.locks import Hold, Locks
from app.vault.objects import Folder, Objects
from app.vault.places import Place


@dataclass(frozen=True, slots=True)
class Vault:
    """The vault of one process; several processes may share the folder."""

    keys: Keys
    objects: Objects
    locks: Locks
    running: RunningHashes
    staging: Path
    rendering: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    marking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(os.cpu_count() or 1))

    @classmethod
    def open(cls, state: Path, objects_url: str | None = None, objects_roots: Path | None = None) -> Self:
        """Open or create the vault below the state folder and remove incomplete files of a crash.

        Args:
            state: The state folder.
            objects_url: Address of an object store (`s3://…`); without it, objects are files below the state folder.
            objects_roots: Certificates to which that of the object store may lead, besides those of the system.

        Raises:
            KeysDamaged: The key folder was altered from outside.
            OSError: The certificates cannot be read.
        """
        memory.keep_freed()
        staging = state / "staging"
        durable.make_folder(staging)
        objects.sweep(staging)
        store: Objects = Bucket(objects_url, objects_roots) if objects_url else Folder(state / "objects")
        return cls(Keys(state / "keys"), store, Locks(state / "locks"), RunningHashes(store), staging)

    async def begin(self, place: Place) -> None:
        """Create the key of a new file. Raises `FileExistsError` when it has one."""
        await threads.run(self.keys.make, place)

    async def discard(self, hold: Hold) -> None:
        """Make the file unreadable at once (its key is destroyed first), then free its space. Repeatable.

        Where no other job completes it, call it before the commit of the row that records it: on failure the row stays,
        and the call is repeated.
        """
        # nobody may start work on the file while its key is being destroyed
        await threads.run_out(self.keys.shred, hold.place)
        self.running.forget(hold.place.file)
        await threads.run(self.objects.remove_all, hold.place.prefix)
