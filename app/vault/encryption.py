"""Seal and open one message: C2SP chunked encryption (c2sp.org/chunked-encryption), instance Cobblestone-256.

A message is salt (24 bytes), commitment (32), then chunks of 16 KiB, each followed by its tag of 16 bytes. The last
chunk is always shorter than 16 KiB and may be empty. Key, base nonce and commitment come from HKDF-Expand (SHA-512)
over the file key, the salt and the context.
`cryptography` writes messages. This module reads any part of one, because the release in use decrypts only from the
beginning. `tests/vault/test_encryption.py` compares both implementations.
The length of a message is the recorded one, not that of the stored object. Therefore the last chunk is known, and a
truncated or extended object is refused.
Not here: where the bytes are stored, and the contexts (`places`).
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
    """Stored bytes are missing or differ from what was written. None of them was returned."""


def sealed_bytes(size_bytes: int) -> int:
    """Return the length of the sealed form of a message of `size_bytes`."""
    return HEADER_BYTES + size_bytes + TAG_BYTES * (size_bytes // CHUNK_BYTES + 1)


def seal(key: bytes, context: bytes, content: bytes) -> bytes:
    """Seal a small message in one call, with a fresh salt."""
    encryptor = Cobblestone256Encryptor(key, context)
    return encryptor.update(content) + encryptor.finalize()


class Sealed:
    """A sealed message of `size_bytes`, from which any range can be read. Derives its keys once."""

    def __init__(self, key: bytes, context: bytes, size_bytes: int, header: bytes) -> None:
        """Derive the keys of the message.

        Args:
            key: File key, 32 bytes.
            context: Context that the message was sealed with (`places`).
            size_bytes: Length of the plaintext.
            header: The first 56 bytes of the message.

        Raises:
            Damaged: The header does not commit to this key and context.
        """
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
        """Return the sealed range (from, to) of the chunks that hold the plaintext `start` to `end`, end excluded.

        A range up to the end includes the last chunk even when it is empty, because that chunk proves the message's
        length.
        """
        since = HEADER_BYTES + start // CHUNK_BYTES * SEALED_CHUNK_BYTES
        whole = sealed_bytes(self.size_bytes)
        if end == self.size_bytes:
            return since, whole
        return since, min(whole, HEADER_BYTES + (max(start, end - 1) // CHUNK_BYTES + 1) * SEALED_CHUNK_BYTES)

    def open(self, start: int, end: int, sealed: bytes) -> bytes:
        """Decrypt the plaintext `start` to `end` from the sealed bytes of `span(start, end)`.

        Every chunk is authenticated, even if only a part of it is returned.

        Raises:
            Damaged: The bytes are truncated or altered.
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
