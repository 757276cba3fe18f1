"""Codes of authenticator apps (TOTP, RFC 6238): SHA-1, six digits, steps of 30 seconds.

Every app supports these. The server must know the secret itself, so it is stored encrypted (AES-256-GCM, bound to its
account) under a key that is kept outside the database.
Not here: which codes were used already (`services/accounts/second_factors.py`).
"""

import os
import re
from datetime import datetime
from typing import Final
from uuid import UUID

import pyotp
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

STEP_SECONDS: Final = 30
#: Steps before and after the present one that are accepted, because clocks differ (RFC 6238, section 5.2).
_TOLERANCE: Final = 1
_NONCE_BYTES: Final = 12
_CODE: Final = re.compile(r"[0-9]{6}")


class Authenticators:
    """Encrypts the secrets of authenticator apps; all processes with the same key agree."""

    def __init__(self, key: bytes) -> None:
        """Use `key`: 32 secret bytes, kept outside the database."""
        self._cipher = AESGCM(key)

    def seal(self, account: UUID, secret: str) -> bytes:
        """Return the secret as it is stored."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), _label(account))

    def unseal(self, account: UUID, stored: bytes) -> str:
        """Return the secret.

        Raises:
            RuntimeError: It was stored under another key or for another account.
        """
        try:
            return self._cipher.decrypt(stored[:_NONCE_BYTES], stored[_NONCE_BYTES:], _label(account)).decode()
        except InvalidTag:
            raise RuntimeError(
                "The secret of an authenticator app does not match this server's key keys/authenticators.key. "
                "Restore the key from a backup, or remove the app with `liaison account --remove-second-factor`."
            ) from None


def _label(account: UUID) -> bytes:
    return f"liaison-totp/v1\n{account}".encode()


def new_secret() -> str:
    """Return a random secret of 160 bits (RFC 4226, section 4) in base 32."""
    return pyotp.random_base32()


def address(secret: str, email: str) -> str:
    """Return the `otpauth:` address that apps read from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name="Liaison")


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the time step whose code this is, the latest first; `None` if the code is wrong."""
    if not _CODE.fullmatch(code):
        return None
    app, present = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    steps = range(present + _TOLERANCE, present - _TOLERANCE - 1, -1)
    return next((step for step in steps if pyotp.utils.strings_equal(app.generate_otp(step), code)), None)
