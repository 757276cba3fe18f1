"""Hashes, transactions, and fingerprints of OpenPGP keys. Words around them tell some of them apart."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

_HEXADECIMAL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<mark>0x)?(?P<digits>[0-9A-Fa-f]{32,128})(?![A-Za-z0-9])", re.ASCII
)
_SPACE: Final = "[ \u00a0]"
_GROUP: Final = "(?:[0-9A-F]{4}|[0-9a-f]{4})"
#: GnuPG prints ten groups with a wider gap in the middle. Another spelling has narrow gaps only.
_GROUPS: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_GROUP}{_SPACE}){{4}}{_GROUP}(?P<wide>{_SPACE}{{1,2}})(?:{_GROUP}{_SPACE}){{4}}{_GROUP}(?![A-Za-z0-9])",
    re.ASCII,
)
#: Ten groups with colons; an IPv6 address has eight.
_COLONS: Final = re.compile(rf"(?<![A-Za-z0-9:])(?:{_GROUP}:){{9}}{_GROUP}(?![A-Za-z0-9:])", re.ASCII)
_JOINED: Final = re.compile(rf"{_GROUP}{_SPACE}$", re.ASCII)
_PAIRS: Final = re.compile(
    r"(?<![A-Za-z0-9:])[0-9A-Fa-f]{2}(?P<gap>[ :])(?:[0-9A-Fa-f]{2}(?P=gap)){14,30}[0-9A-Fa-f]{2}(?![A-Za-z0-9:]|[ ][0-9A-Fa-f]{2}(?![A-Za-z0-9]))",
    re.ASCII,
)
_SCHEMES: Final = {32: "MD5", 40: "SHA-1", 56: "SHA-224", 64: "SHA-256", 96: "SHA-384", 128: "SHA-512"}
_FINGERPRINTS: Final = {40: "v4", 64: "v6"}
_TRANSACTION: Final = 64
_TRANSACTION_WORD: Final = r"(?<![a-z])tx(?:[ _-]?(?:id|hash|n))?s?(?![a-z])|txn|transa[ck][a-zé]*(?:[ _-]?(?:hash|id|nr|no|number|code))?(?![a-z])|transacci[óo]n|transa(?:ção|zione)|transakcj\w*|транзакц\w*|交易|addtowallet|prev(?:[ _-]?out)?(?![a-z])"
#: Words that name a kind. The one that ends nearest before the value decides.
_LABEL: Final = re.compile(
    rf"(?P<transaction>{_TRANSACTION_WORD})"
    r"|(?P<key>(?:open)?pgp|gpg|gnupg|(?:primary |sub)?key fingerprint|(?:rsa|dsa|eddsa|ecdsa) key|recv-keys?|--search(?:-keys)?|fpr:{1,9}|fpr|signing[ _-]?key|by-fingerprint"
    r"|pks/lookup\S{0,20}search=|fingerprint|empreinte|vingerafdruk|fingerabdruck|odcisk|huella|impronta|^(?:pub|sec|sub|ssb)[ ]{1,4}\w+)"
    r"|(?P<secret>(?:private|secret|public|api|session|access|nostr|wireguard|device)[ _-]?(?:key|pubkey|token)|pubkey|privkey|merkle|block[ _-]?hash|(?<![a-z])block(?![a-z])"
    r"|(?<![a-z])token|commit|(?<![a-z])tree|(?<![a-z])parent|seed|guid|uuid|machine-id|api_key|invoice|ipv6|btih|info[ _-]?hash|relay|bridge|ja3s?|nonce)"
    r"|(?P<session>sess(?:ion)?[ _-]?id|phpsessid|jsessionid|(?<![a-z])sid=|cookie|trace-?(?:id|parent)|span-?id|request-?id|correlation-?id|etag)"
    r"|(?P<hash>md5|sha[-_]?\d{1,3}|hash|checksum|digest|condensat|imphash|pr[üu]fsumme|suma kontrolna|somme de contr[ôo]le|/file/|ioc)",
    re.MULTILINE,
)
#: Fingerprints of other keys, devices and certificates.
_OTHER_FINGERPRINT: Final = re.compile(
    r"(?<![a-z])(?:tor|relay|bridge|device|browser|ssh|tls|ssl|cert\w*|zertifikat\w*|sha-?\d+|md5|apns|thumb)(?![a-z]).{0,20}$"
)
_TRANSACTION_AFTER: Final = re.compile(r"(?::\d{1,5})?\W{1,4}(?:tx|txid|txn|transaction)(?![a-z])", re.IGNORECASE)
_KEY_AFTER: Final = re.compile(r"[ ,(]{1,3}(?:pgp|gpg|gnupg|openpgp)", re.IGNORECASE)
_LOOKED_AT: Final = 80
#: A status line of GnuPG about a key: `[GNUPG:] VALIDSIG …`.
_STATUS: Final = "[GNUPG:] "


def fingerprints(passage: Passage) -> Iterator[Identifier]:
    """Return fingerprints of OpenPGP keys (RFC 9580) in groups, in capitals without spaces."""
    for match in _GROUPS.finditer(passage.text):
        digits = re.sub(r"[^0-9A-F]", "", match[0].upper())
        is_wide = len(match["wide"]) > 1
        joined = not is_wide and _JOINED.search(passage.text[max(0, match.start() - 5) : match.start()])
        if joined or not any(character.isalpha() for character in digits) or not passage.is_free(*match.span()):
            continue
        if _label(passage, match.start()) == "secret":
            continue
        passage.take(*match.span())
        clear = is_wide or _label(passage, match.start()) == "key"
        yield _fingerprint(passage, *match.span(), digits, () if clear else (Caution.KIND_UNCLEAR,))
    for match in _COLONS.finditer(passage.text):
        if passage.is_free(*match.span()) and _label(passage, match.start()) != "secret":
            passage.take(*match.span())
            clear = _label(passage, match.start()) == "key"
            cautions = () if clear else (Caution.KIND_UNCLEAR,)
            yield _fingerprint(passage, *match.span(), match[0].replace(":", "").upper(), cautions)
    for match in _PAIRS.finditer(passage.text):
        yield from _of_pairs(passage, match)


def _of_pairs(passage: Passage, match: re.Match[str]) -> Iterator[Identifier]:
    """Return a fingerprint or a hash in pairs, only after a word for it: keys and certificates of others look the same."""
    digits, label = re.sub(r"[^0-9a-f]", "", match[0].lower()), _label(passage, match.start())
    if not passage.is_free(*match.span()):
        return
    if len(digits) in _FINGERPRINTS and label == "key" and names_openpgp(passage, *match.span()):
        passage.take(*match.span())
        yield _fingerprint(passage, *match.span(), digits.upper())
    elif len(digits) in _SCHEMES and label == "hash" and match["gap"] == " ":
        passage.take(*match.span())
        kind, cautions = IdentifierKind.HASH, (Caution.KIND_UNCLEAR,)
        yield Identifier(kind, match[0], digits, *match.span(), _SCHEMES[len(digits)], cautions=cautions)


def names_openpgp(passage: Passage, begins: int, ends: int) -> bool:
    """Whether a word for OpenPGP stands before a value, or right after it."""
    before = passage.before(begins)
    return "pgp" in before or "gpg" in before or "gnupg" in before or _KEY_AFTER.match(passage.text, ends) is not None


def _fingerprint(
    passage: Passage, begins: int, ends: int, digits: str, cautions: tuple[Caution, ...] = ()
) -> Identifier:
    kind, found = IdentifierKind.PGP_FINGERPRINT, passage.text[begins:ends]
    return Identifier(kind, found, digits, begins, ends, _FINGERPRINTS[len(digits)], cautions=cautions)


def digests(passage: Passage) -> Iterator[Identifier]:
    """Return hashes (RFC 1321, FIPS 180-4), transactions and fingerprints in one piece, in small letters."""
    for match in _HEXADECIMAL.finditer(passage.text):
        digits = match["digits"].lower()
        is_number = digits.isdigit() or digits.isalpha()
        if len(digits) in _SCHEMES and not is_number and passage.is_open(*match.span()):
            one = _digest(passage, match, digits)
            if one is not None:
                passage.take(*match.span())
                yield one


def _digest(passage: Passage, match: re.Match[str], digits: str) -> Identifier | None:
    size, span, label = len(digits), match.span(), _label(passage, match.start())
    if (
        size == _TRANSACTION
        and (label is None or label == "hash")
        and _TRANSACTION_AFTER.match(passage.text, match.end())
    ):
        label = "transaction"
    if size == _TRANSACTION and label in ({None, "transaction", "hash"} if match["mark"] else {"transaction"}):
        scheme, value = ("ethereum", f"0x{digits}") if match["mark"] else ("bitcoin", digits)
        cautions = () if label else (Caution.KIND_UNCLEAR,)
        return Identifier(IdentifierKind.TRANSACTION, match[0], value, *span, scheme, cautions=cautions)
    if size in _FINGERPRINTS and (label == "key" or names_openpgp(passage, *span)):
        return _fingerprint(passage, *span, digits.upper())
    if label == "session" or match["mark"] or (label == "transaction" and size == _TRANSACTION):
        return None
    cautions = () if label == "hash" else (Caution.KIND_UNCLEAR,)
    return Identifier(IdentifierKind.HASH, match[0], digits, *span, _SCHEMES[size], cautions=cautions)


def _label(passage: Passage, at: int) -> str | None:
    """Return the group of the word that names the kind of a value: on its line, above it, or at the head of its column."""
    begins = passage.line(at)[0]
    if passage.text.startswith(_STATUS, begins):
        return "key"
    before = passage.text[max(begins, at - _LOOKED_AT) : at].lower()
    if not any(character.isalnum() for character in before):
        before = passage.before_with_line_above(at).lstrip()
    column = passage.column(at)
    found = next((one for one in reversed(list(_LABEL.finditer(before if column is None else column)))), None)
    if found is not None and found.lastgroup == "key" and _OTHER_FINGERPRINT.search(before):
        is_openpgp = "pgp" in found[0] or "gpg" in found[0]
        return "key" if is_openpgp else "secret"
    return found.lastgroup if found else None
