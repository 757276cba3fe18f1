"""Challenges of passkeys: random values that an authenticator signs, valid for five minutes and for one purpose.

A challenge carries its time and a proof (HMAC-SHA-256) of what it was issued for, so an unanswered one leaves no state.
Not here: that none is answered twice (`services/accounts/passkeys.py`).
"""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

LASTS: Final = timedelta(minutes=5)
_RANDOM_BYTES, _TIME_BYTES = 16, 8
_SAID_BYTES: Final = _RANDOM_BYTES + _TIME_BYTES


class Challenges:
    """Issues and recognises the challenges of one installation; all processes with the same key agree."""

    def __init__(self, key: bytes) -> None:
        """Use `key`: 32 secret bytes, kept outside the database."""
        self._key = key

    def issue(self, purpose: str, origin: str, now: datetime) -> bytes:
        """Return a new challenge of 56 bytes.

        Args:
            purpose: Names the act and, if known, the account; the same text recognises the challenge.
            origin: The page's origin.
            now: The present time.
        """
        said = secrets.token_bytes(_RANDOM_BYTES) + int(now.timestamp()).to_bytes(_TIME_BYTES)
        return said + self._proof(purpose, origin, said)

    def is_valid(self, challenge: bytes, purpose: str, origin: str, now: datetime) -> bool:
        """Return whether the challenge was issued here for this purpose and origin, at most five minutes ago."""
        said, proof = challenge[:_SAID_BYTES], challenge[_SAID_BYTES:]
        if not hmac.compare_digest(self._proof(purpose, origin, said), proof):
            return False
        age = int(now.timestamp()) - int.from_bytes(said[_RANDOM_BYTES:])
        return age <= LASTS.total_seconds()

    def _proof(self, purpose: str, origin: str, said: bytes) -> bytes:
        label = f"liaison-challenge/v1\n{purpose}\n{origin}\n".encode()
        return hmac.new(self._key, label + said, sha256).digest()
