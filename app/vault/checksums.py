"""Check the checksum of one PATCH (tus extension `checksum`): name of the algorithm, a space, base64.

It detects damage in transit, not manipulation; therefore SHA-1 and MD5 are accepted, as tus requires.
Not here: the SHA-256 of the whole file, the only hash in the chain of custody (`hashing`, `intake`).
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Self

from app.errors import Malformed, Refusal
from app.i18n.phrases import Phrase

if TYPE_CHECKING:
    from hashlib import _Hash

ALGORITHMS: Final = ("sha256", "sha1", "md5")
"""What `Tus-Checksum-Algorithm` announces."""


class ChecksumDiffers(Refusal):
    """The bytes received differ from the checksum; nothing was kept. tus defines status 460 for this."""

    status: ClassVar[int] = 460
    title, code = "Wrong checksum", "checksum-mismatch"


@dataclass(frozen=True, slots=True)
class Checksum:
    """The expected checksum of one PATCH."""

    algorithm: str
    digest: bytes

    @classmethod
    def parse(cls, header: str) -> Self:
        """Parse the header `Upload-Checksum`, for example `sha256 47DEQ…=`. Raises `Malformed`."""
        algorithm, _, encoded = header.strip().partition(" ")
        if algorithm not in ALGORITHMS:
            raise Malformed(
                Phrase("Use one of these checksums: {algorithms}.", algorithms=list(ALGORITHMS)),
                code="checksum-algorithm",
                field="Upload-Checksum",
            )
        try:
            digest = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            digest = b""
        if len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size:
            raise Malformed("The checksum is not base64 of the right length.", code="checksum", field="Upload-Checksum")
        return cls(algorithm, digest)

    def start(self) -> "_Hash":
        """Return a fresh hash object of this algorithm."""
        return hashlib.new(self.algorithm, usedforsecurity=False)

    def matches(self, running: "_Hash") -> bool:
        """Return whether the hashed bytes have this checksum."""
        return hmac.compare_digest(running.digest(), self.digest)
