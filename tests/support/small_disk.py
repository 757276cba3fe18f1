"""A disk that can be full: a small file system where mounting is possible, otherwise a size limit of the kernel.

With both, `write` fails in the middle, as on a real disk (ENOSPC, EFBIG).
"""

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Disk:
    """The disk below one folder."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self._filler = folder / "filler"
        self._mounted = mounted
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        """From now on nothing more can be written."""
        if not self._mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._limits[1]))
            return
        with self._filler.open("wb", buffering=0) as file:
            for size in (2**20, 4096, 1):
                try:
                    while file.write(bytes(size)) == size:
                        pass
                except OSError:
                    continue

    def empty(self) -> None:
        """There is room again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)
        self._filler.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path, mib: int) -> Iterator[Disk]:
    """The folder on a disk of so many MiB, for the length of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={mib}m,mode=700", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    disk = Disk(folder, mounted=mounted)
    try:
        yield disk
    finally:
        disk.empty()
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
