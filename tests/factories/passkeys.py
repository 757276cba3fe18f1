"""An authenticator in software: it makes passkeys and answers challenges as browsers do (W3C Web Authentication)."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_bytes
from typing import Any, Final

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
Key = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


def base64url(value: bytes) -> str:
    """Bytes as base64url without padding."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def unbase64url(text: str) -> bytes:
    """The bytes of a base64url text without padding."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _es256() -> Key:
    return ec.generate_private_key(ec.SECP256R1())


ALGORITHMS: Final[dict[int, Callable[[], Key]]] = {
    -7: _es256,
    -8: ed25519.Ed25519PrivateKey.generate,
    -257: lambda: rsa.generate_private_key(65537, 2048),
}


def _cose(key: Key) -> dict[int, Any]:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        point = key.public_key().public_numbers()
        return {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return {1: 1, 3: -8, -1: 6, -2: key.public_key().public_bytes_raw()}
    numbers = key.public_key().public_numbers()
    return {1: 3, 3: -257, -1: numbers.n.to_bytes(256), -2: numbers.e.to_bytes(3)}


def _signed(key: Key, message: bytes) -> bytes:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(message, ec.ECDSA(SHA256()))
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(message)
    return key.sign(message, padding.PKCS1v15(), SHA256())


@dataclass
class Authenticator:
    """One passkey. Fields can be changed to make answers that must be refused."""

    origin: str
    domain: str
    algorithm: int = -7
    flags: int = PRESENT | VERIFIED
    count: int = 0
    user: str | None = None
    credential: bytes = field(default_factory=lambda: token_bytes(32))
    key: Key = field(init=False)

    def __post_init__(self) -> None:
        """Make the key."""
        self.key = ALGORITHMS[self.algorithm]()

    def register(self, asked: dict[str, Any]) -> dict[str, str]:
        """Answer `POST /api/me/passkeys/challenge`."""
        self.user = asked["user"]
        attested = bytes(16) + len(self.credential).to_bytes(2) + self.credential + cbor2.dumps(_cose(self.key))
        attestation = {"fmt": "none", "attStmt": {}, "authData": self._data(ATTESTED) + attested}
        return {
            "credential": base64url(self.credential),
            "client_data": base64url(self._client_data("webauthn.create", asked["challenge"])),
            "attestation": base64url(cbor2.dumps(attestation)),
        }

    def answer(self, asked: dict[str, Any]) -> dict[str, str]:
        """Answer `POST /api/passkeys/challenge`."""
        self.count += 1
        data, client_data = self._data(), self._client_data("webauthn.get", asked["challenge"])
        answer = {
            "credential": base64url(self.credential),
            "client_data": base64url(client_data),
            "authenticator_data": base64url(data),
            "signature": base64url(_signed(self.key, data + hashlib.sha256(client_data).digest())),
        }
        return answer if self.user is None else answer | {"user": self.user}

    def _data(self, more: int = 0) -> bytes:
        domain = hashlib.sha256(self.domain.encode()).digest()
        return domain + bytes([self.flags | more]) + self.count.to_bytes(4)

    def _client_data(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()
