"""A BagIt bag (RFC 8493) in a zip, written front to back in bounded memory; each file is hashed as it passes.

The same content gives the same bytes: no clocks, no compression whose result depends on a library's version, fixed modes.
Deliberately not here: what the files of a custody bundle are (`bundle`), and reading (`verifier`).
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Final

DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
NOTE: Final = "bundle.note"

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can state: a bag's dates stand in its own files
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3
_CHUNK: Final = 1 << 20


@dataclass(slots=True)
class Sink:
    """Where the bytes of one file go: to the zip, and through its hash."""

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
        """A file to be written in pieces. One at a time."""
        with self._zip.open(self._member(name), "w", force_zip64=True) as stream:
            sink = Sink(stream, hashlib.sha256())
            yield sink
        self._enter(name, sink.digest.hexdigest(), sink.size_bytes)

    def add(self, name: str, content: bytes) -> None:
        """A small file, whole."""
        self._zip.writestr(self._member(name), content)
        self._enter(name, hashlib.sha256(content).hexdigest(), len(content))

    def seal(self, info: Sequence[tuple[str, str]], sign: Callable[[str], bytes]) -> None:
        """Write `bag-info.txt` with `info` (label, value), both manifests, and the tag manifest again as a note by `sign`.

        The note makes recomputed manifests visible: whoever changes a file can hash it, but not sign it.
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
        """How long a file is that is in already."""
        return self._zip.getinfo(f"{self.folder}/{name}").file_size

    def copy(self, name: str, write: Callable[[bytes], object]) -> None:
        """Hand a file that is in already to `write`, in pieces."""
        with self._zip.open(f"{self.folder}/{name}") as content:
            for chunk in iter(lambda: content.read(_CHUNK), b""):
                write(chunk)

    def twin(self, stream: IO[bytes], info: Sequence[tuple[str, str]], sign: Callable[[str], bytes]) -> None:
        """The bag as it is now, sealed, in another zip, compressed; this one goes on."""
        other = Bag(stream, self.folder, zipfile.ZIP_DEFLATED)
        try:
            for name in self._payload:
                with other.file(name) as sink:
                    self.copy(name, sink.write)
            other.seal(info, sign)
        finally:
            other.abandon()

    def abandon(self) -> None:
        """Write nothing more: what is not sealed is no bag. After `seal` it does nothing.

        A zip that is forgotten would be finished whenever memory is tidied up, in a stream that is closed by then.
        """
        self._zip.fp = None

    def _member(self, name: str) -> zipfile.ZipInfo:
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
    """A value without line breaks, so that no value can add a label of its own."""
    return " ".join(value.split())
