"""The vault, put together: keys, objects, locks and running hashes over one state folder.

Deliberately not here: what passes through it (`intake`, `reading`, `renditions`).
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
    """One for a process; several processes may share the folder."""

    keys: Keys
    objects: Objects
    locks: Locks
    running: RunningHashes
    staging: Path
    rendering: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    marking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(os.cpu_count() or 1))

    @classmethod
    def open(cls, state: Path, objects_url: str | None = None) -> Self:
        """Opens or makes the vault below the state folder, and removes what a crash left half written.

        `objects_url` names an object store (`s3://…`); without it, objects are files below the state folder.
        Raises `KeysDamaged`.
        """
        memory.keep_freed()
        staging = state / "staging"
        durable.make_folder(staging)
        objects.sweep(staging)
        store: Objects = Bucket(objects_url) if objects_url else Folder(state / "objects")
        return cls(Keys(state / "keys"), store, Locks(state / "locks"), RunningHashes(store), staging)

    async def begin(self, place: Place) -> None:
        """Makes the key of a new file. Raises `FileExistsError` when it has one."""
        await threads.run(self.keys.make, place)

    async def discard(self, hold: Hold) -> None:
        """Makes the file unreadable at once (its key goes first), then frees its space. Repeatable.

        Where nobody else finishes it, it comes before the commit of what says so: then the record stays, and it is done again.
        """
        await threads.run_out(self.keys.shred, hold.place)  # nobody may begin anything with the file while its key goes
        self.running.forget(hold.place.file)
        await threads.run(self.objects.remove_all, hold.place.prefix)
