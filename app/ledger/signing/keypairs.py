"""A name and the Ed25519 key that signs under it: base of the ledger's signer and of a witness.

Not here: what each of them signs (`notes.py`, `cosignatures.py`), and where keys are stored (`ledger/keys.py`).
"""

from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A name and an Ed25519 key (a seed of 32 bytes, RFC 8032) for this name only. `repr` omits the seed."""

    name: str
    _key: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def generate(cls, name: str) -> Self:
        """Create a random key. Raises `NoteError` (`notes.py`) for a name that is not allowed in notes."""
        return cls(name, Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> Self:
        """Return the key with this `seed`. Raises `ValueError` unless it has 32 bytes."""
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    def seed(self) -> bytes:
        """Return the 32 secret bytes. Store them outside the database only."""
        return self._key.private_bytes_raw()
