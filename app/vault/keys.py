"""Manage the encryption keys: a master key, a key per JIT wrapped by it, a key per file wrapped by the JIT key.

All keys are in one folder, outside the database: `master.key` (32 raw bytes, mode 0600, created at the first start),
`<jit>/jit.wrapped` and `<jit>/<file>.wrapped`. Without this folder the database and the objects cannot be decrypted.
Removing a file's wrapped key makes its bytes, renditions included, permanently unreadable.
Keys are wrapped with AES-256-GCM under the parent key, with the identifiers as associated data (NIST SP 800-38D; random
96-bit nonce, far below 2^32 wrappings per key). AES key wrap (RFC 3394) cannot bind identifiers: a wrapped key copied
over another one would be accepted.
There is no cache, so that a destroyed key is gone at once in every process. Rotation of the master key is not
supported.

Not here: whether the folder belongs to the database (`ledger/state_folder.py`).
"""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import Gone
from app.vault import durable
from app.vault.places import Place

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_MAGIC: Final = b"liaison-wrapped-key/v1\n"
_FINGERPRINT: Final = b"liaison-master-key-fingerprint/v1\n"
_MASTER: Final = "master.key"
_JIT: Final = "jit.wrapped"
_WRAPPED_BYTES: Final = len(_MAGIC) + _NONCE_BYTES + KEY_BYTES + 16


class KeysDamaged(Exception):  # noqa: N818 - states the fact, as refusals do
    """The key folder was altered from outside. Nothing is repaired automatically; restore it from a backup."""


class KeyGone(Gone):
    """The file has no key: it was destroyed, or the folder is incomplete. The folder alone cannot tell which."""

    title, code = "The key of this content is missing", "key-missing"

    def __init__(
        self, detail: str = "The server has no key for this content, so nobody can read it. Tell the operator."
    ) -> None:
        """Create the refusal. `detail`: a sentence that says what to do in the case at hand."""
        super().__init__(detail)


class Keys:
    """The key folder. Every call reads the disk (some ten microseconds), so call it from a thread."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or create it with a fresh master key.

        Raises:
            KeysDamaged: Wrapped keys exist without a master key, or the master key is malformed or readable by others.
        """
        self._folder = folder
        durable.make_folder(folder)
        path = folder / _MASTER
        if not path.exists() and not any(entry.is_dir() for entry in folder.iterdir()):
            durable.write_once(path, os.urandom(KEY_BYTES))
        try:
            master, mode = path.read_bytes(), path.stat().st_mode
        except FileNotFoundError as missing:
            raise KeysDamaged(f"{path} is missing, and keys that it wrapped are there") from missing
        if len(master) != KEY_BYTES:
            raise KeysDamaged(f"{path} is not {KEY_BYTES} bytes long")
        if mode & 0o077:
            raise KeysDamaged(f"{path} can be read by others: its mode must be 0600")
        self._master = AESGCM(master)
        self.fingerprint = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=_FINGERPRINT).derive(master).hex()
        self._withheld: frozenset[UUID] = frozenset()

    @staticmethod
    def are_in(folder: Path) -> bool:
        """Return whether the folder holds a master key."""
        return (folder / _MASTER).exists()

    def holds(self, jit: UUID) -> bool:
        """Return whether the folder holds the key of a JIT.

        Raises:
            KeysDamaged: The master key did not wrap it.
        """
        if not (self._folder / str(jit) / _JIT).exists():
            return False
        self._jit(jit, make=False)
        return True

    def withhold(self, jits: Collection[UUID]) -> None:
        """Create no new key for these JITs: their keys are missing, and a new one would be in the place of the old."""
        self._withheld = frozenset(jits)

    def make(self, place: Place) -> None:
        """Create the key of a new file.

        Raises:
            FileExistsError: It has one.
            KeysDamaged: The key of its JIT is missing, or the folder is not there any more.
        """
        jit = self._jit(place.jit, make=True)
        path = self._path(place)
        if not durable.write_once(path, _wrap(jit, os.urandom(KEY_BYTES), _file_label(place))):
            raise FileExistsError(path)

    def key(self, place: Place) -> bytes:
        """Return the file's key, 32 bytes.

        Raises:
            KeyGone: The key was destroyed or never created.
            KeysDamaged: The key was altered, or all keys of the JIT are missing.
        """
        try:
            wrapped = self._path(place).read_bytes()
        except FileNotFoundError:
            self._demand_folder(place.jit)
            self._jit(place.jit, make=False)  # without it, the whole folder of the JIT is missing
            raise KeyGone from None
        return _unwrap(self._jit(place.jit, make=False), wrapped, _file_label(place))

    def shred(self, place: Place) -> bool:
        """Destroy the file's key, which makes its content unreadable; return false when there was none."""
        return durable.overwrite_and_remove(self._path(place))

    def _path(self, place: Place) -> Path:
        return self._folder / str(place.jit) / f"{place.file}.wrapped"

    def _demand_folder(self, jit: UUID | None = None) -> None:
        """Check that the folder is still there, such as a mounted volume, with the key of the JIT. Raises `KeysDamaged`."""
        if not self.are_in(self._folder):
            raise KeysDamaged(f"{self._folder / _MASTER} is missing: the folder of keys is not there any more")
        if jit in self._withheld:
            raise KeysDamaged(f"{self._folder / str(jit) / _JIT} is missing")

    def _jit(self, jit: UUID, *, make: bool) -> AESGCM:
        path = self._folder / str(jit) / _JIT
        label = b"liaison-jit-key/v1\n" + jit.bytes
        if make and not path.exists():
            self._demand_folder(jit)
            durable.make_folder(path.parent)
            if any(path.parent.glob("*.wrapped")) and not path.exists():
                raise KeysDamaged(f"{path} is missing, and keys that it wrapped are there")
            durable.write_once(path, _wrap(self._master, os.urandom(KEY_BYTES), label))
        try:
            wrapped = path.read_bytes()
        except FileNotFoundError as missing:
            raise KeysDamaged(f"{path} is missing") from missing
        return AESGCM(_unwrap(self._master, wrapped, label))


def _file_label(place: Place) -> bytes:
    return b"liaison-file-key/v1\n" + place.ids


def _wrap(above: AESGCM, key: bytes, label: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return _MAGIC + nonce + above.encrypt(nonce, key, label)


def _unwrap(above: AESGCM, wrapped: bytes, label: bytes) -> bytes:
    if not wrapped.startswith(_MAGIC) or len(wrapped) != _WRAPPED_BYTES:
        raise KeysDamaged("a wrapped key does not have the form of one")
    nonce, sealed = wrapped[len(_MAGIC) :][:_NONCE_BYTES], wrapped[len(_MAGIC) + _NONCE_BYTES :]
    try:
        return above.decrypt(nonce, sealed, label)
    except InvalidTag as wrong:
        raise KeysDamaged("a wrapped key is not the one that was made for this place") from wrong
