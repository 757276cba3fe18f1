"""One sealed message: C2SP chunked encryption (c2sp.org/chunked-encryption), the instance Cobblestone-256.

A message is salt (24 bytes), commitment (32), then chunks of 16 KiB, each followed by its tag of 16 bytes; the last
chunk is always shorter and may be empty. Key, base nonce and commitment come from HKDF-Expand (SHA-512) over the file's
key, the salt and the context. `cryptography` writes messages; this module reads any part of one, because the release
in use decrypts from the beginning only. `tests/vault/test_encryption.py` holds the two against each other.

The length of a message is what its writer recorded, never what the stored object claims to be: so the last chunk is
known, and an object that was cut or extended is refused.

Deliberately not here: where the bytes lie, and which context is bound (`places`).
"""

import hmac
from typing import Final

from cryptography.cobblestone import Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

CHUNK_BYTES: Final = 16 * 1024
TAG_BYTES: Final = 16
SALT_BYTES: Final = 24
HEADER_BYTES: Final = SALT_BYTES + 32
SEALED_CHUNK_BYTES: Final = CHUNK_BYTES + TAG_BYTES
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_INFO: Final = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"


class Damaged(Exception):  # noqa: N818 - states the fact, as refusals do
    """Stored bytes are missing or are not what was written. None of them was returned."""


def sealed_bytes(size_bytes: int) -> int:
    """How long the sealed form of a message of `size_bytes` is."""
    return HEADER_BYTES + size_bytes + TAG_BYTES * (size_bytes // CHUNK_BYTES + 1)


def seal(key: bytes, context: bytes, content: bytes) -> bytes:
    """A whole small message, sealed with a fresh salt."""
    encryptor = Cobblestone256Encryptor(key, context)
    return encryptor.update(content) + encryptor.finalize()


class Sealed:
    """A sealed message of `size_bytes`, of which any chunks can be opened. Derives its keys once."""

    def __init__(self, key: bytes, context: bytes, size_bytes: int, header: bytes) -> None:
        """`header` is the first 56 bytes. Raises `Damaged` when it does not commit to this key and context."""
        if len(header) != HEADER_BYTES:
            raise Damaged("the header is cut")
        material = HKDFExpand(
            hashes.SHA512(),
            _KEY_BYTES + _NONCE_BYTES + HEADER_BYTES - SALT_BYTES,
            _INFO + header[:SALT_BYTES] + context,
        ).derive(key)
        if not hmac.compare_digest(material[_KEY_BYTES + _NONCE_BYTES :], header[SALT_BYTES:]):
            raise Damaged("the message was sealed with another key, for another place, or its header was altered")
        self._gcm = AESGCM(material[:_KEY_BYTES])
        self._nonce = int.from_bytes(material[_KEY_BYTES : _KEY_BYTES + _NONCE_BYTES], "big")
        self.size_bytes = size_bytes

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The sealed bytes (from, to) of the chunks that hold the plaintext `start` to `end`, end excluded.

        A span up to the end takes in the last chunk, also when that is empty: it is what proves the message's length.
        """
        since = HEADER_BYTES + start // CHUNK_BYTES * SEALED_CHUNK_BYTES
        whole = sealed_bytes(self.size_bytes)
        if end == self.size_bytes:
            return since, whole
        return since, min(whole, HEADER_BYTES + (max(start, end - 1) // CHUNK_BYTES + 1) * SEALED_CHUNK_BYTES)

    def open(self, start: int, end: int, sealed: bytes) -> bytes:
        """The plaintext `start` to `end`, from the bytes that `span(start, end)` names.

        Every chunk is authenticated, also where only a part of it is asked for. Raises `Damaged`.
        """
        since, until = self.span(start, end)
        if len(sealed) != until - since:
            raise Damaged("the stored object is cut")
        first = start // CHUNK_BYTES
        count = -(-len(sealed) // SEALED_CHUNK_BYTES)
        plain = bytearray(len(sealed) - count * TAG_BYTES)
        view, target = memoryview(sealed), memoryview(plain)
        try:
            for index in range(count):
                nonce = (self._nonce ^ (first + index)).to_bytes(_NONCE_BYTES, "big")
                self._gcm.decrypt_into(
                    nonce,
                    view[index * SEALED_CHUNK_BYTES : (index + 1) * SEALED_CHUNK_BYTES],
                    None,
                    target[index * CHUNK_BYTES : (index + 1) * CHUNK_BYTES],
                )
        except InvalidTag as altered:
            raise Damaged("a chunk of the stored object was altered") from altered
        skipped = start - first * CHUNK_BYTES
        return bytes(target[skipped : skipped + end - start])
