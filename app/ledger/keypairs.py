"""A name and the key that signs under it: what a ledger's signer and a witness have in common.

Deliberately not here: what each of them signs (`notes.py`, `cosignatures.py`), and where keys are kept (`keys.py`).
"""

from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A name and an Ed25519 key (a seed of 32 bytes, RFC 8032) that serves it and no other. The seed never shows in `repr`."""

    name: str
    _key: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, name: str) -> Self:
        """A new key from the system's randomness. Raises `NoteError` (`notes.py`) for a name that no note can hold."""
        return cls(name, Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> Self:
        """The key kept as `seed`. Raises `ValueError` unless it has 32 bytes."""
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    def seed(self) -> bytes:
        """The 32 secret bytes, to be kept outside the database."""
        return self._key.private_bytes_raw()
