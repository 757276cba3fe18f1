"""Store export packages: each sealed under its own key, as files of the vault are, in a folder on this disk.

While a package is made, its parts are unencrypted in a folder readable by this user only.
That folder is removed when the attempt ends; leftovers of a crash are removed by `clear`.
Removing a package destroys its key first.
Not here: what a package contains (`exports/`), when it is made and removed (`services/audit/export_making.py`).
"""

import re
import shutil
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from app.vault import durable, reading
from app.vault.objects import Folder
from app.vault.places import Place, Segment
from app.vault.sealing import SegmentWriter
from app.vault.vault import Vault

_PIECE_BYTES: Final = 2**20
_ID: Final = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
#: The working folder of a package, and leftovers of versions without sealing: a package, and parts of one.
_IN_THE_CLEAR: Final = re.compile(rf"\.?{_ID}(?:\.making|\.zip(?:\.partial|\.setting)?)")


class BundleStore:
    """The sealed export packages of all teams. Other files in the folder stay untouched. All calls but `read` block."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        """Open the store.

        Args:
            vault: Provides the keys and the staging folder.
            folder: Must be on the file system of the vault's staging folder; created when missing.
        """
        self.folder = folder
        self._vault = replace(vault, objects=Folder(folder))

    @contextmanager
    def making(self, export: UUID) -> Iterator[Path]:
        """Provide an empty folder, private to this user, in which a package is made; it is removed with its content."""
        folder = self.folder / f".{export}.making"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=durable.PRIVATE_FOLDER)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, jit: UUID, export: UUID, made: Path) -> None:
        """Seal a finished package durably, replacing leftovers of a crash.

        Raises:
            OSError: The disk is full.
            KeyGone: The package was removed meanwhile.
        """
        self._remove_sealed(jit, export)
        place = _place(jit, export)
        self._vault.keys.make(place)
        writer = SegmentWriter(self._vault.staging, self._vault.keys.key(place), place.segment_context(0), None)
        try:
            with made.open("rb") as plain:
                while piece := plain.read(_PIECE_BYTES):
                    writer.write([piece])
            writer.keep(self._vault.objects, place.segment_object(0))
        finally:
            writer.close()

    def read(self, jit: UUID, export: UUID, size_bytes: int, start: int, end: int) -> AsyncGenerator[bytes]:
        """Read the bytes `start` to `end` of a package of this size. Raises what `reading.read` raises."""
        place = _place(jit, export)
        whole = Segment(0, size_bytes, place.segment_object(0))
        return reading.read(self._vault, place, [whole], start, end)

    def remove(self, jit: UUID, export: UUID) -> None:
        """Destroy the key of a package, then remove its bytes, sealed or not. Repeatable.

        A running attempt to make the package is not affected.
        """
        self._remove_sealed(jit, export)
        self._unsealed(export).unlink(missing_ok=True)

    def clear(self, export: UUID) -> None:
        """Remove leftovers of an attempt to make a package. Must not be called while it is being made."""
        for name in (f".{export}.making", f".{export}.zip.setting"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / f".{export}.zip.partial").unlink(missing_ok=True)

    def seal_older(self, jit: UUID, export: UUID) -> bool:
        """Seal a package that a version without sealing left unencrypted; return false when there is none."""
        unsealed = self._unsealed(export)
        if not unsealed.exists():
            return False
        self.keep(jit, export, unsealed)
        unsealed.unlink()
        return True

    def sealed(self) -> set[UUID]:
        """Return the ids of the packages that have sealed content."""
        return {UUID(path.name) for path in self.folder.glob("*/*") if re.fullmatch(_ID, path.name)}

    def in_the_clear(self) -> set[UUID]:
        """Return the ids of the packages that have unencrypted content."""
        return {UUID(name[1]) for path in self.folder.glob("*") if (name := _IN_THE_CLEAR.fullmatch(path.name))}

    def _unsealed(self, export: UUID) -> Path:
        return self.folder / f"{export}.zip"

    def _remove_sealed(self, jit: UUID, export: UUID) -> None:
        place = _place(jit, export)
        self._vault.keys.shred(place)
        self._vault.objects.remove_all(place.prefix)
        with suppress(FileNotFoundError):
            (self.folder / str(jit) / str(export)).rmdir()


def _place(jit: UUID, export: UUID) -> Place:
    """Return the place of a package: the export id takes the place of exhibit and file, and no exhibit has that id."""
    return Place(jit, export, export)
