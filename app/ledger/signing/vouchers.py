"""Vouchers: the key of one epoch signs the key of the next one, in a note of three lines.

    liaison-epoch/v1
    <origin of the next epoch>
    <its verifier key>

Not here: when an epoch begins (`ledger/epochs.py`), and how a witness uses a voucher (`witnesses/witnessing.py`).
"""

from typing import Final

from app.ledger.signing.notes import NoteError, Signer, VerifierKey, parse, sign

_FIRST: Final = "liaison-epoch/v1"


def vouch(key: VerifierKey, former: Signer) -> str:
    """Return the note in which the key of one epoch vouches for the key of the next."""
    return sign(_text(key), former).decode()


def voucher_of(note: bytes) -> tuple[str, VerifierKey]:
    """Return the origin whose key should have signed the note, and the key vouched for. Verifies no signature.

    Raises `NoteError` for a malformed note, and for a key that is not of a later epoch of the same ledger.
    """
    read = parse(note)
    lines = read.text.split("\n")
    if len(lines) != 4 or len(read.signatures) != 1:  # noqa: PLR2004
        raise NoteError("a voucher has three lines and one signature")
    key = VerifierKey.parse(lines[2])
    former = read.signatures[0].name
    if read.text != _text(key) or not _is_later(former, key.name):
        raise NoteError("it does not vouch for the key of a later epoch of the same ledger")
    return former, key


def _text(key: VerifierKey) -> str:
    return f"{_FIRST}\n{key.name}\n{key}\n"


def _is_later(former: str, origin: str) -> bool:
    (base, _, before), (same, _, number) = former.rpartition("/"), origin.rpartition("/")
    return base == same and before.isdecimal() and number.isdecimal() and int(before) < int(number)
