"""The checksum of one PATCH, as the tus extension `checksum` has it: an algorithm's name, a space, base64.

Guards against damage on the way, against nobody's malice: hence SHA-1 and MD5 are admitted, as tus demands and asks.
Deliberately not here: the hash of the whole file, which is SHA-256 and the only one that custody knows.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Self

from app.errors import Malformed, Refusal

if TYPE_CHECKING:
    from hashlib import _Hash

ALGORITHMS: Final = ("sha256", "sha1", "md5")
"""What `Tus-Checksum-Algorithm` announces."""


class ChecksumDiffers(Refusal):
    """What arrived is not what the sender sent; nothing of it was kept. tus gives this a status of its own."""

    status: ClassVar[int] = 460
    title, code = "The checksum differs: send this part again", "checksum-mismatch"


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one PATCH hash to."""

    algorithm: str
    digest: bytes

    @classmethod
    def parse(cls, header: str) -> Self:
        """From `Upload-Checksum`, for example `sha256 47DEQ…=`. Raises `Malformed`."""
        algorithm, _, encoded = header.strip().partition(" ")
        if algorithm not in ALGORITHMS:
            raise Malformed(
                f"Checksums are {', '.join(ALGORITHMS)}.", code="checksum-algorithm", field="Upload-Checksum"
            )
        try:
            digest = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            digest = b""
        if len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size:
            raise Malformed("The checksum is not base64 of that length.", code="checksum", field="Upload-Checksum")
        return cls(algorithm, digest)

    def start(self) -> "_Hash":
        """A fresh hash of this algorithm."""
        return hashlib.new(self.algorithm, usedforsecurity=False)

    def matches(self, running: "_Hash") -> bool:
        """Whether the bytes hashed are the bytes promised."""
        return hmac.compare_digest(running.digest(), self.digest)
