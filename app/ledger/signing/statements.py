"""Builds the text that a party signs for a decision, and reads and writes keys and signatures in common formats.

A statement is nine lines of ASCII, each with its LF (`docs/ledger-format.md`, *Signatures of parties*). It binds the
entry of the decision by its commitment, and the text by the hash in the entry. If the text is erased later, the
signature stays valid and nothing remains from which the text could be guessed. The party is one of the lines, so no
other party can present the signature as its own.

Not here: private keys, which never reach the server.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.ledger.signing.canonical import commitment
from app.ledger.signing.notes import NoteError, VerifierKey, decode_base64

HEADING: Final = "liaison-decision/v1"
SIGNATURE_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class Committed:
    """A decision's entry, as it was committed. `text`: base64 of the hash of its field `text`."""

    ledger: str
    entry: UUID
    commitment: bytes
    text: str


def committed(salt: bytes, canonical_bytes: bytes) -> Committed:
    """Return these values for the entry with this salt and these canonical bytes."""
    entry = json.loads(canonical_bytes)
    return Committed(entry["ledger"], UUID(entry["id"]), commitment(canonical_bytes, salt), entry["fields"]["text"])


def statement(party: str, channel: UUID, decision: UUID, version: int, committed: Committed) -> str:
    """Return the text that a party signs."""
    return (
        f"{HEADING}\n"
        f"ledger {committed.ledger}\n"
        f"party {party}\n"
        f"channel {channel}\n"
        f"decision {decision}\n"
        f"version {version}\n"
        f"entry {committed.entry}\n"
        f"commitment {base64.b64encode(committed.commitment).decode()}\n"
        f"text {committed.text}\n"
    )


def public_key(pem: str) -> bytes:
    """Return the 32 bytes of an Ed25519 public key in PEM, as openssl writes it. Raises `NoteError`."""
    try:
        key = serialization.load_pem_public_key(pem.strip().encode())
    except (ValueError, UnsupportedAlgorithm):
        raise NoteError("not a public key in PEM") from None
    if not isinstance(key, Ed25519PublicKey):
        raise NoteError("not an Ed25519 key")
    public = key.public_bytes_raw()
    VerifierKey("party", public)
    return public


def pem_of(public: bytes) -> str:
    """Return the key as PEM for openssl."""
    key = Ed25519PublicKey.from_public_bytes(public)
    form, encoding = serialization.PublicFormat.SubjectPublicKeyInfo, serialization.Encoding.PEM
    return key.public_bytes(encoding, form).decode()


def fingerprint(public: bytes) -> str:
    """Return the SHA-256 of the key in DER, in hexadecimal: `openssl pkey -pubin -outform DER | sha256sum`."""
    key = Ed25519PublicKey.from_public_bytes(public)
    form, encoding = serialization.PublicFormat.SubjectPublicKeyInfo, serialization.Encoding.DER
    return hashlib.sha256(key.public_bytes(encoding, form)).hexdigest()


def written(raw: bytes) -> str:
    """Return the base64 of a key or a signature, as entries hold it."""
    return base64.b64encode(raw).decode()


def detached(encoded: str) -> bytes:
    """Decode a signature in base64 with any line breaks. Raises `NoteError`."""
    signature = decode_base64("".join(encoded.split()))
    if len(signature) != SIGNATURE_BYTES:
        raise NoteError("an Ed25519 signature has 64 bytes")
    return signature


def is_signed(public: bytes, signature: bytes, text: str) -> bool:
    """Return whether the key signed exactly this text."""
    try:
        VerifierKey("party", public).verify(signature, text.encode())
    except NoteError:
        return False
    return True
