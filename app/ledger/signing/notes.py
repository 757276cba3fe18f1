"""Signed notes and checkpoints (C2SP `signed-note` v1.0.0, `tlog-checkpoint` v1.0.0): parse, sign and verify.

A note is a text, an empty line, and a line for each signature. A checkpoint is a note whose text has three lines: the
ledger's origin, the tree's size, its root. Only Ed25519 (signature type 0x01) is supported here.

Parsing is stricter than in other implementations, so that a checkpoint has one form only. The last empty line
separates. LF is the only control character and the final one is present. Base64 is canonical. A size has neither sign
nor leading zero. No key signs twice. There are no extension lines. Keys of small order, whose signatures verify for any
text, are refused.

Not here: cosignatures of witnesses (0x04, `cosignatures.py`). Without their keys their lines are kept and ignored, like
those of any unknown key.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.ledger.signing.keypairs import KeyPair

ED25519: Final = b"\x01"
"""The signature type of a plain Ed25519 signature over the note's text."""

KEY_BYTES: Final = 32
KEY_ID_BYTES: Final = 4
ROOT_BYTES: Final = 32
MAX_NOTE_BYTES: Final = 1_000_000
MAX_SIGNATURES: Final = 100
MAX_SIZE: Final = 2**63 - 1

_DASH: Final = "\N{EM DASH} "
_OTHER_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_NOT_IN_NAMES: Final = re.compile(r"[\s+\x7f]")
_DECIMAL: Final = re.compile(r"0|[1-9][0-9]{0,18}")

_FIELD: Final = 2**255 - 19  # RFC 8032, 5.1: the prime p and the curve's constant d
_D: Final = -121665 * pow(121666, -1, _FIELD) % _FIELD
_SMALL_ORDER: Final = frozenset(  # y coordinates of the eight points whose order divides 8: five values
    int.from_bytes(bytes.fromhex(y), "little")
    for y in (
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    )
)


class NoteError(ValueError):
    """A note, key or checkpoint is malformed, or not signed by an accepted key. The message says what is wrong."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A name and its Ed25519 public key (32 bytes, RFC 8032). Raises `NoteError` if either is invalid."""

    kind: ClassVar[bytes] = ED25519
    name: str
    public: bytes

    def __post_init__(self) -> None:
        _demand_name(self.name)
        _demand_sound(self.public)

    @property
    def id(self) -> bytes:
        """First four bytes of SHA-256(name || LF || type || public key). An identifier that authenticates nothing."""
        return hashlib.sha256(self.name.encode() + b"\n" + self.kind + self.public).digest()[:KEY_ID_BYTES]

    def __str__(self) -> str:
        """Return the C2SP form, `<name>+<key id in hexadecimal>+<base64 of type and key>`."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self.kind + self.public).decode()}"

    @classmethod
    def parse(cls, vkey: str) -> Self:
        """Parse the C2SP form. Raises `NoteError`, also when the key id does not fit the key."""
        name, _, rest = vkey.partition("+")
        key_id, _, material = rest.partition("+")
        encoded = decode_base64(material)
        if encoded[:1] != cls.kind:
            raise NoteError(f"not an Ed25519 verifier key of type {cls.kind.hex()}")
        key = cls(name, encoded[1:])
        if key_id != key.id.hex():
            raise NoteError("the key id is not this key's")
        return key

    def verify(self, signature: bytes, text: bytes) -> None:
        """Raise `NoteError` unless `signature` (64 bytes, without key id) is this key's over `text`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            raise NoteError(f"the signature of {self.name} is wrong") from None


@dataclass(frozen=True, slots=True)
class Signer(KeyPair):
    """Signs notes under its name."""

    #: The public key, checked once: a promise is signed for every entry.
    verifier: VerifierKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verifier", VerifierKey(self.name, self._key.public_key().public_bytes_raw()))

    def signature(self, text: bytes) -> str:
        """Return the base64 of key id and signature over `text`, as in a signature line."""
        return base64.b64encode(self.verifier.id + self._key.sign(text)).decode()

    def line(self, text: bytes) -> str:
        """Return the signature line over a note's text, with its LF."""
        return signature_line(self.name, self.signature(text))


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line. `value` is what follows the key id: 64 bytes for Ed25519, anything for other types."""

    name: str
    key_id: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A well-formed note. It is not verified: use `verify`."""

    text: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a ledger: `size` leaves under `root` (32 bytes). Raises `NoteError` for invalid values."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        _demand_name(self.origin)
        if not 0 <= self.size <= MAX_SIZE or len(self.root) != ROOT_BYTES:
            raise NoteError("no size or no root of a tree")

    @property
    def text(self) -> str:
        """The note's text: three lines, each with its LF."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the checkpoint with exactly this text. Raises `NoteError`."""
        match text.split("\n"):
            case [origin, size, root, ""] if _DECIMAL.fullmatch(size):
                return cls(origin, int(size), decode_base64(root))
        raise NoteError("a checkpoint has three lines: origin, size, root")


def sign(text: str, *signers: Signer) -> bytes:
    """Return the note: `text`, which ends in LF, and a line for each signer.

    Raises `NoteError` if the result would not parse.
    """
    note = text.encode() + b"\n" + "".join(signer.line(text.encode()) for signer in signers).encode()
    if parse(note).text != text:
        raise NoteError("the text would not come back as it is")
    return note


def parse(note: bytes) -> Note:
    """Parse a note without verifying it. Raises `NoteError` unless it is exactly as C2SP `signed-note` requires."""
    if len(note) > MAX_NOTE_BYTES:
        raise NoteError("the note is too long")
    try:
        content = note.decode()
    except UnicodeDecodeError:
        raise NoteError("the note is not UTF-8") from None
    if _OTHER_CONTROL.search(content):
        raise NoteError("the note has a control character other than LF")
    text, separator, lines = content.rpartition("\n\n")
    if not separator or not lines.endswith("\n"):
        raise NoteError("a note is a text, an empty line, and signature lines that end in LF")
    signatures = tuple(_signature(line) for line in lines[:-1].split("\n"))
    if len(signatures) > MAX_SIGNATURES:
        raise NoteError("the note has too many signatures")
    if len({(each.name, each.key_id) for each in signatures}) < len(signatures):
        raise NoteError("a key has signed twice")
    return Note(text + "\n", signatures)


def log_signed(note: bytes) -> bytes:
    """Return a checkpoint's note up to the ledger's own signature, exactly those bytes: what authorities stamp.

    Raises `NoteError` for a note without that signature.
    """
    parsed = parse(note)
    end = len(parsed.text.encode()) + 1
    line = note[end : note.index(b"\n", end) + 1]
    if not parsed.signatures or parsed.signatures[0].name != parsed.text.partition("\n")[0]:
        raise NoteError("the ledger's own signature is not the first")
    return note[:end] + line


def verify(note: bytes, keys: Iterable[VerifierKey]) -> tuple[Note, tuple[VerifierKey, ...]]:
    """Return the note, and which of `keys` signed it: at least one. Lines of other keys are ignored.

    Raises `NoteError` if none of `keys` signed, and if the line of any of them is wrong.
    """
    parsed = parse(note)
    known = {(key.name, key.id): key for key in keys}
    signed = []
    for signature in parsed.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is not None:
            key.verify(signature.value, parsed.text.encode())
            signed.append(key)
    if not signed:
        raise NoteError("signed by none of the known keys")
    return parsed, tuple(signed)


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """Return the checkpoint as a signed note.

    Raises `NoteError` unless the key has the ledger's name: a key signs for one ledger only.
    """
    if signer.name != checkpoint.origin:
        raise NoteError(f"the key of {signer.name} does not sign for {checkpoint.origin}")
    return sign(checkpoint.text, signer)


def open_checkpoint(note: bytes, keys: Iterable[VerifierKey]) -> Checkpoint:
    """Return the checkpoint in a note that a key of its own ledger signed. Raises `NoteError`."""
    parsed, signed = verify(note, keys)
    checkpoint = Checkpoint.parse(parsed.text)
    if all(key.name != checkpoint.origin for key in signed):
        raise NoteError(f"not signed by a key of {checkpoint.origin}")
    return checkpoint


def signature_line(name: str, encoded: str) -> str:
    """Return the line of a signature that is already in base64, with its LF."""
    return f"{_DASH}{name} {encoded}\n"


def decode_base64(text: str) -> bytes:
    """Decode standard base64 with padding, in canonical spelling (RFC 4648, sections 3.5 and 4).

    Raises `NoteError`.
    """
    try:
        raw = binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        raise NoteError("not base64") from None
    if base64.b64encode(raw).decode() != text:
        raise NoteError("base64 in a spelling that is not canonical")
    return raw


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH):
        raise NoteError("a signature line starts with an em dash and a space")
    _demand_name(name)
    raw = decode_base64(encoded)
    if len(raw) <= KEY_ID_BYTES:
        raise NoteError("a signature line without a signature")
    return Signature(name, raw[:KEY_ID_BYTES], raw[KEY_ID_BYTES:])


def _demand_name(name: str) -> None:
    if not name or _NOT_IN_NAMES.search(name) or _OTHER_CONTROL.search(name):
        raise NoteError("a name is not empty and has neither spaces nor plus signs")


def _demand_sound(public: bytes) -> None:
    """Refuse bytes that are not the canonical encoding of a curve point, and the eight points of small order."""
    if len(public) != KEY_BYTES:
        raise NoteError("an Ed25519 public key has 32 bytes")
    y = int.from_bytes(public, "little") & (2**255 - 1)  # the highest bit is the sign of x
    if y >= _FIELD:
        raise NoteError("the public key is not in its canonical encoding")
    if y in _SMALL_ORDER:
        raise NoteError("the public key is of small order")
    x_squared = (y * y - 1) * pow(_D * y * y + 1, -1, _FIELD) % _FIELD
    if pow(x_squared, (_FIELD - 1) // 2, _FIELD) != 1:
        raise NoteError("the public key is no point of the curve")
