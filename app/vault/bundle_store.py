"""Custody bundles at rest: each is sealed under a key of its own as a file of the vault is, and lies in a folder of this disk.

While one is made its parts lie in the clear in a folder that nobody else may read; that folder goes with the attempt, and what a
crash left of it with the next look. Removing a bundle destroys its key first.
Deliberately not here: what is in a bundle (`exports/`), when it is made and removed (`services/export_making.py`).
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
#: The folder in which one is made; and what versions without sealing left: a bundle, and parts of one.
_IN_THE_CLEAR: Final = re.compile(rf"\.?{_ID}(?:\.making|\.zip(?:\.partial|\.setting)?)")


class BundleStore:
    """The sealed bundles of all teams. Whatever else lies in the folder stays untouched. But for `read`, calls block."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        """`vault`: has the keys. `folder`: on the file system of the vault's staging folder, made where it is missing."""
        self.folder = folder
        self._vault = replace(vault, objects=Folder(folder))

    @contextmanager
    def making(self, export: UUID) -> Iterator[Path]:
        """A fresh folder for this user alone in which a bundle is made; it goes with all that is in it."""
        folder = self.folder / f".{export}.making"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=durable.PRIVATE_FOLDER)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, jit: UUID, export: UUID, made: Path) -> None:
        """Seal what was made, durably, in place of what a crash left.

        Raises `OSError` when the disk is full, `KeyGone` when it is removed meanwhile.
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
        """Any range of a bundle of this size. Raises as `reading.read` does."""
        place = _place(jit, export)
        whole = Segment(0, size_bytes, place.segment_object(0))
        return reading.read(self._vault, place, [whole], start, end)

    def remove(self, jit: UUID, export: UUID) -> None:
        """Destroy the key of a bundle, then remove its bytes, sealed or not. Repeatable; an attempt to make it is left alone."""
        self._remove_sealed(jit, export)
        self._unsealed(export).unlink(missing_ok=True)

    def clear(self, export: UUID) -> None:
        """Remove what an attempt to make it left. Not while it is made."""
        for name in (f".{export}.making", f".{export}.zip.setting"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / f".{export}.zip.partial").unlink(missing_ok=True)

    def seal_older(self, jit: UUID, export: UUID) -> bool:
        """Seal a bundle that a version without sealing left in the clear; false when there is none."""
        unsealed = self._unsealed(export)
        if not unsealed.exists():
            return False
        self.keep(jit, export, unsealed)
        unsealed.unlink()
        return True

    def sealed(self) -> set[UUID]:
        """The bundles of which anything is kept under a key."""
        return {UUID(path.name) for path in self.folder.glob("*/*") if re.fullmatch(_ID, path.name)}

    def in_the_clear(self) -> set[UUID]:
        """The bundles of which anything lies there that is not sealed."""
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
    """Where a file would lie whose exhibit is the export: no exhibit has its id."""
    return Place(jit, export, export)
