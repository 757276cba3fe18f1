"""The server's seal: an X.509 certificate and its key, which sign the documents of export packages.

It is given by the operator; otherwise it is self-signed, made on first use and stored beside the ledgers' keys, outside
the database. It proves which server made a document. The content is proved by the ledger.

Not here: signing a document (`pades`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import pkcs12

from app import clock
from app.ledger.signing.authorities import Authorities
from app.vault import durable

_KEPT: Final = "seal.pem"
_BITS: Final = 3072
_LASTS: Final = timedelta(days=20 * 365)
_CLOCKS_DIFFER: Final = timedelta(minutes=5)


class SealError(ValueError):
    """The seal that the operator gave cannot sign. The message says why."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A certificate, its issuers' certificates, and the key, which `repr` omits.

    `authorities`: who stamps its signatures.
    """

    certificates: tuple[x509.Certificate, ...]
    authorities: Authorities
    _key: bytes = field(repr=False)

    @classmethod
    def of(cls, raw: bytes, password: str | None = None, authorities: Authorities | None = None) -> Self:
        """Load from PEM or PKCS#12, the key's own certificate first. Raises `ValueError`, `TypeError`."""
        secret = None if password is None else password.encode()
        found = _of_pem(raw, secret) if b"-----BEGIN" in raw else _of_pkcs12(raw, secret)
        key, certificates = found
        if key.public_key() != certificates[0].public_key():
            raise ValueError("the first certificate is not the key's")
        encoded = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return cls(certificates, authorities or Authorities(()), encoded)

    @classmethod
    def kept(cls, folder: Path, owner: str, authorities: Authorities | None = None) -> Self:
        """Return the self-signed seal in `folder`; create it unless it exists."""
        path = folder / _KEPT
        if not path.exists():
            durable.make_folder(folder)
            durable.write_once(path, self_signed(owner))
        return cls.of(path.read_bytes(), authorities=authorities)

    @property
    def name(self) -> str:
        """The subject of the certificate."""
        return self.certificates[0].subject.rfc4514_string()

    @property
    def fingerprint(self) -> str:
        """The certificate's SHA-256, in hexadecimal, for pinning."""
        return self.certificates[0].fingerprint(hashes.SHA256()).hex()

    @property
    def is_self_signed(self) -> bool:
        """Whether the certificate is self-signed."""
        return self.certificates[0].issuer == self.certificates[0].subject

    def on(self, document: bytes) -> bytes:
        """Return the document (PDF), signed. Blocks, and asks an authority for a token if one is configured."""
        from app.exports import pades  # noqa: PLC0415 - only where it is needed: it costs memory and a second

        return pades.signed(document, self._key, self.certificates, self.authorities)


#: Returns the seal when it is needed, so that a server without exports does not create one.
Sealing = Callable[[], Seal]


def chosen(given: Path | None, password: str | None, folder: Path, owner: str, authorities: Authorities) -> Sealing:
    """Return the operator's seal, read at once, or the one stored in `folder`, read on first use.

    Raises `SealError`.
    """
    if given is None:
        return lru_cache(maxsize=1)(lambda: Seal.kept(folder, owner, authorities))
    try:
        seal = Seal.of(given.read_bytes(), password, authorities)
    except (OSError, ValueError, TypeError) as error:
        raise SealError(f"LIAISON_SEAL: {given.name}: {error}") from error
    return lambda: seal


def _of_pem(raw: bytes, secret: bytes | None) -> tuple[PrivateKeyTypes, tuple[x509.Certificate, ...]]:
    return serialization.load_pem_private_key(raw, secret), tuple(x509.load_pem_x509_certificates(raw))


def _of_pkcs12(raw: bytes, secret: bytes | None) -> tuple[PrivateKeyTypes, tuple[x509.Certificate, ...]]:
    key, certificate, others = pkcs12.load_key_and_certificates(raw, secret)
    if key is None or certificate is None:
        raise ValueError("holds no key with its certificate")
    return key, (certificate, *others)


def self_signed(owner: str) -> bytes:
    """Return a new key and its certificate, PEM. RSA, because every PDF reader supports it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"Liaison seal {owner}"[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(clock.now() - _CLOCKS_DIFFER)
        .not_valid_after(clock.now() + _LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_USAGE, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret + certificate.public_bytes(serialization.Encoding.PEM)


_USAGE: Final = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
