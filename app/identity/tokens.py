"""Tokens for scripts: JWT (RFC 7519) signed with ES256, read strictly.

A token names a row of `sessions` by its `jti`, so that it ends when that row does. python-jose accepts a token without
an audience or an expiry unless told otherwise: every claim is demanded here, and the algorithm is ours, not the token's.
Deliberately not here: whether that row is there (`services/sessions.py`).
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
    """What a token that holds says: whose it is, and which row of `sessions` it names."""

    account: UUID
    session: UUID


class Tokens:
    """The signing key of this server, and what is signed with it."""

    def __init__(self, private: bytes) -> None:
        """`private`: a P-256 private key, PEM."""
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
        """The key in this file, made (mode 0600, durable) when there is none."""
        return cls(kept_secret(path, _new_key))

    def issue(self, account: UUID, session: UUID, now: datetime, minutes: int) -> str:
        """A token for the account, whose `jti` is the session's id."""
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
        """What the token says. Raises `Unauthenticated` for anything but a token of ours in its time."""
        if len(token) > _LONGEST:
            raise Unauthenticated("This token does not hold.")
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self._public, algorithms=[_ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=_STRICT
            )
            return Claims(account=UUID(claims["sub"]), session=UUID(claims["jti"]))
        except (JWTError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
            raise Unauthenticated("This token does not hold: it has ended, or it is not one of this server.") from wrong


def _new_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
