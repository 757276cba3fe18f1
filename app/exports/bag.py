"""Writes a BagIt bag (RFC 8493) into a zip, front to back in bounded memory, hashing each file while writing.

The same content gives the same bytes: no times, no compression that depends on a library's version, fixed file modes.

Not here: which files an export package contains (`bundle`), and reading (`verifier`).
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Final

from app.vault.archive_names import safe_names

DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
NOTE: Final = "bundle.note"

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest date in a zip; the bag's own files state its dates
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3
_CHUNK: Final = 1 << 20


@dataclass(slots=True)
class Sink:
    """Writes one file: to the zip, and through its hash."""

    stream: IO[bytes]
    digest: "hashlib._Hash"
    size_bytes: int = 0

    def write(self, content: bytes) -> None:
        """Append `content` to the file."""
        self.stream.write(content)
        self.digest.update(content)
        self.size_bytes += len(content)


class Bag:
    """A bag being written below one folder of a zip. Files below `data/` are its payload; `seal` closes it."""

    def __init__(self, stream: IO[bytes], folder: str, compression: int = zipfile.ZIP_STORED) -> None:
        """`stream` must be seekable, and readable for `copy` and `twin`; it is left open."""
        self._zip = zipfile.ZipFile(stream, "w", compression)
        self.folder = folder
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self.payload_bytes = 0
        self.add("bagit.txt", DECLARATION)

    @contextmanager
    def file(self, name: str) -> Iterator[Sink]:
        """Open a file to be written in pieces, one file at a time."""
        with self._zip.open(self._member(name), "w", force_zip64=True) as stream:
            sink = Sink(stream, hashlib.sha256())
            yield sink
        self._enter(name, sink.digest.hexdigest(), sink.size_bytes)

    def add(self, name: str, content: bytes) -> None:
        """Add a small file with its whole content."""
        self._zip.writestr(self._member(name), content)
        self._enter(name, hashlib.sha256(content).hexdigest(), len(content))

    def seal(self, info: Sequence[tuple[str, str]], sign: Callable[[str], bytes]) -> None:
        """Write `bag-info.txt` from `info` (label, value), both manifests, and the tag manifest as a signed note.

        `sign` makes the note. It reveals recomputed manifests: a changed file can be hashed again, but not signed
        again.
        """
        oxum = f"{self.payload_bytes}.{len(self._payload)}"
        lines = [f"{label}: {_one_line(value)}\n" for label, value in [*info, ("Payload-Oxum", oxum)]]
        self.add("bag-info.txt", "".join(lines).encode())
        self.add(MANIFEST, _manifest(self._payload))
        tags = _manifest(self._tags)
        self._zip.writestr(self._member(TAG_MANIFEST), tags)
        self._zip.writestr(self._member(NOTE), sign(tags.decode()))
        self._zip.close()

    def size_of(self, name: str) -> int:
        """Return the size in bytes of a file that is already added."""
        return self._zip.getinfo(f"{self.folder}/{name}").file_size

    def copy(self, name: str, write: Callable[[bytes], object]) -> None:
        """Pass a file that is already added to `write`, in pieces."""
        with self._zip.open(f"{self.folder}/{name}") as content:
            for chunk in iter(lambda: content.read(_CHUNK), b""):
                write(chunk)

    def twin(self, stream: IO[bytes], info: Sequence[tuple[str, str]], sign: Callable[[str], bytes]) -> None:
        """Write the bag as it is now, sealed, into another zip, compressed. This bag stays open."""
        other = Bag(stream, self.folder, zipfile.ZIP_DEFLATED)
        try:
            for name in self._payload:
                with other.file(name) as sink:
                    self.copy(name, sink.write)
            other.seal(info, sign)
        finally:
            other.abandon()

    def abandon(self) -> None:
        """Stop writing; an unsealed zip is not a bag. After `seal` it does nothing.

        Without this, `ZipFile` would write its end when it is garbage-collected, into a stream that is closed by then.
        """
        self._zip.fp = None

    def _member(self, name: str) -> zipfile.ZipInfo:
        if safe_names([name]) != [name]:
            raise ValueError(f"{name!r} could not be unpacked everywhere")
        member = zipfile.ZipInfo(f"{self.folder}/{name}", _EPOCH)
        member.create_system, member.external_attr = _UNIX, _MODE
        member.compress_type = self._zip.compression
        return member

    def _enter(self, name: str, digest: str, size_bytes: int) -> None:
        if name.startswith("data/"):
            self._payload[name] = digest
            self.payload_bytes += size_bytes
        else:
            self._tags[name] = digest


def _manifest(hashes: dict[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())).encode()


def _one_line(value: str) -> str:
    """Return a value without line breaks, so that it cannot add a label of its own."""
    return " ".join(value.split())
