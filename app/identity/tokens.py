"""Issue and read tokens for scripts: JWT (RFC 7519) signed with ES256, validated strictly.

The `jti` of a token is the id of a row of `sessions`, and the token ends with that row. python-jose by default accepts
tokens without audience or expiry. Therefore every claim is required here, and the algorithm is fixed.
Not here: whether the row exists (`services/accounts/sessions.py`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, Self
from uuid import UUID

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import JWTError, jwt

from app.errors import Unauthenticated
from app.identity.secrets import kept_secret

AUDIENCE: Final = "liaison"
ISSUER: Final = "liaison"
_ALGORITHM: Final = "ES256"
_LONGEST: Final = 2048
_STRICT: Final = {f"require_{claim}": True for claim in ("aud", "exp", "iat", "sub", "iss", "jti")}


@dataclass(frozen=True, slots=True)
class Claims:
    """The content of a valid token: the account, and the id of its row in `sessions`."""

    account: UUID
    session: UUID


class Tokens:
    """Signs and reads tokens with the key of this server."""

    def __init__(self, private: bytes) -> None:
        """Load `private`: a P-256 private key, PEM. Raises `TypeError` for another key."""
        key = serialization.load_pem_private_key(private, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
            raise TypeError("the key of tokens is not a P-256 private key")
        self._private = private.decode("ascii")
        self._public = (
            key.public_key()
            .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
            .decode("ascii")
        )

    @classmethod
    def open(cls, path: Path) -> Self:
        """Load the key from this file; create it (mode 0600, synced) when missing."""
        return cls(kept_secret(path, _new_key))

    def issue(self, account: UUID, session: UUID, now: datetime, minutes: int) -> str:
        """Return a token for the account, valid for `minutes`, whose `jti` is the session's id."""
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(account),
            "jti": str(session),
            "iat": now,
            "exp": now + timedelta(minutes=minutes),
        }
        return str(jwt.encode(claims, self._private, algorithm=_ALGORITHM))

    def read(self, token: str) -> Claims:
        """Return the claims of the token.

        Raises:
            Unauthenticated: The token is not one of this server, or has expired.
        """
        if len(token) > _LONGEST:
            raise Unauthenticated("Invalid token.")
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self._public, algorithms=[_ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=_STRICT
            )
            return Claims(account=UUID(claims["sub"]), session=UUID(claims["jti"]))
        except (JWTError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
            raise Unauthenticated("The token has expired or belongs to another server.") from wrong


def _new_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
