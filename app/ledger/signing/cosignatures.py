"""Cosignatures of witnesses on checkpoints (C2SP `tlog-cosignature` v1.0.1, Ed25519, signature type 0x04).

A cosignature states that at this second this was the largest tree of the ledger that the witness had seen. It also
states that this tree continues every earlier one that the witness had seen. It is one more signature line of the note.

Not here: when a witness may cosign (`witnesses/witnessing.py`), and which witnesses a team accepts (`witnesses/registry.py`).
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Final

from app.ledger.signing.keypairs import KeyPair
from app.ledger.signing.notes import NoteError, Signature, VerifierKey, parse, signature_line

_TIME_BYTES: Final = 8
_LATEST: Final = 2**63 - 1
_VALUE_BYTES: Final = _TIME_BYTES + 64


@dataclass(frozen=True, slots=True)
class CosignerKey(VerifierKey):
    """A witness's name and public key. Raises `NoteError` if either is invalid."""

    kind: ClassVar[bytes] = b"\x04"

    def verify(self, signature: bytes, text: bytes) -> None:
        """Raise `NoteError` unless `signature` (time and 64 bytes) is this witness's over the checkpoint `text`."""
        VerifierKey.verify(self, signature[_TIME_BYTES:], _message(time_of(signature), text))


@dataclass(frozen=True, slots=True)
class Cosigner(KeyPair):
    """A witness: its key cosigns checkpoints and signs nothing else."""

    verifier: CosignerKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verifier", CosignerKey(self.name, self._key.public_key().public_bytes_raw()))

    def line(self, text: str, at: int) -> str:
        """Return the cosignature line over a checkpoint's text at `at` (seconds since 1970), with its LF."""
        value = at.to_bytes(_TIME_BYTES, "big") + self._key.sign(_message(at, text.encode()))
        return signature_line(self.name, base64.b64encode(self.verifier.id + value).decode())


def time_of(signature: bytes) -> int:
    """Return the time in a cosignature, in seconds since 1970. Raises `NoteError` for a malformed one."""
    at = int.from_bytes(signature[:_TIME_BYTES], "big")
    if len(signature) != _VALUE_BYTES or at > _LATEST:
        raise NoteError("a cosignature is a time and 64 bytes")
    return at


def cosignatures(note: bytes, keys: Iterable[CosignerKey]) -> dict[CosignerKey, tuple[int, str]]:
    """Return time and line of each witness among `keys` that cosigned the note. Lines of others are ignored.

    Raises `NoteError` for a malformed note, and if the line of one of `keys` is wrong.
    """
    parsed, known = parse(note), {(key.name, key.id): key for key in keys}
    found = {}
    for each in parsed.signatures:
        key = known.get((each.name, each.key_id))
        if key is not None:
            key.verify(each.value, parsed.text.encode())
            found[key] = (time_of(each.value), line_of(each))
    return found


def line_of(signature: Signature) -> str:
    """Return the line of a signature as it was in its note, with its LF."""
    return signature_line(signature.name, base64.b64encode(signature.key_id + signature.value).decode())


def _message(at: int, text: bytes) -> bytes:
    return f"cosignature/v1\ntime {at}\n".encode() + text
