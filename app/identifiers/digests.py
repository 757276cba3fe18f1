"""Hashes, transactions, and fingerprints of OpenPGP keys. Words before them tell some of them apart."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_HEXADECIMAL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<mark>0x)?(?P<digits>[0-9A-Fa-f]{32,128})(?![A-Za-z0-9])", re.ASCII
)
_GROUPS: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[0-9A-F]{4}[ \u00a0]{1,2}){9}[0-9A-F]{4}(?![A-Za-z0-9])|"
    r"(?<![A-Za-z0-9])(?:[0-9a-f]{4}[ \u00a0]{1,2}){9}[0-9a-f]{4}(?![A-Za-z0-9])",
    re.ASCII,
)
_SCHEMES: Final = {32: "MD5", 40: "SHA-1", 56: "SHA-224", 64: "SHA-256", 96: "SHA-384", 128: "SHA-512"}
_FINGERPRINTS: Final = {40: "v4", 64: "v6"}
#: Lengths that values of several kinds have.
_UNCLEAR: Final = (40, 64)
_TRANSACTION: Final = 64
#: Words that name a kind. The one that ends nearest before the value decides.
_LABEL: Final = re.compile(
    r"(?P<key>pgp|gpg|fingerprint|empreinte|(?<![a-z])key(?![a-z]))"
    r"|(?P<transaction>(?<![a-z])tx(?:[ _-]?(?:id|hash))?(?![a-z])|transaction)"
    r"|(?P<hash>md5|sha-?\d|hash|checksum|digest|condensat)"
)


def fingerprints(passage: Passage) -> Iterator[Identifier]:
    """Return fingerprints of OpenPGP keys (RFC 9580) in ten groups of four, in capitals without spaces."""
    for match in _GROUPS.finditer(passage.text):
        digits = re.sub(r"[^0-9A-F]", "", match[0].upper())
        if any(character.isalpha() for character in digits) and passage.is_free(*match.span()):
            passage.take(*match.span())
            yield Identifier(IdentifierKind.PGP_FINGERPRINT, match[0], digits, *match.span(), "v4")


def digests(passage: Passage) -> Iterator[Identifier]:
    """Return hashes (RFC 1321, FIPS 180-4), transactions and fingerprints in one piece, in small letters."""
    for match in _HEXADECIMAL.finditer(passage.text):
        digits = match["digits"].lower()
        is_number = digits.isdigit() or digits.isalpha()
        if len(digits) in _SCHEMES and not is_number and passage.is_free(*match.span()):
            passage.take(*match.span())
            yield _digest(match, digits, passage.before(match.start()))


def _digest(match: re.Match[str], digits: str, before: str) -> Identifier:
    size, span = len(digits), match.span()
    label = next((found.lastgroup for found in reversed(list(_LABEL.finditer(before)))), None)
    if size == _TRANSACTION and label in ({None, "transaction"} if match["mark"] else {"transaction"}):
        scheme, value = ("ethereum", f"0x{digits}") if match["mark"] else ("bitcoin", digits)
        return Identifier(IdentifierKind.TRANSACTION, match[0], value, *span, scheme)
    if size in _FINGERPRINTS and label == "key":
        return Identifier(IdentifierKind.PGP_FINGERPRINT, match[0], digits.upper(), *span, _FINGERPRINTS[size])
    cautions = (Caution.KIND_UNCLEAR,) if size in _UNCLEAR and label != "hash" else ()
    return Identifier(IdentifierKind.HASH, match[0], digits, *span, _SCHEMES[size], cautions=cautions)
