"""IBAN and addresses of cryptocurrency wallets."""

import re
from collections.abc import Iterator
from typing import Final

from app.identifiers import checksums, digests
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.passage import Passage

#: Lengths of the IBAN by country (registry of ISO 13616).
_IBAN_LENGTHS: Final = {
    country: int(length)
    for country, length in re.findall(
        r"([A-Z]{2})(\d{2})",
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 "
        "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 "
        "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 "
        "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30",
    )
}
_IBAN: Final = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?<=IBAN)(?<![A-Za-z0-9]IBAN))(?:[A-Z]{2}\d{2}[A-Z0-9]{11,29}|[a-z]{2}\d{2}[a-z0-9]{11,29}"
    r"|[A-Z]{2}\d{2}(?P<gap>[ \u00a0\u202f.-])(?:[A-Z0-9]{4}(?P=gap)){2,7}[A-Z0-9]{1,4})(?![A-Za-z0-9])",
    re.ASCII,
)
_SEGWIT: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<prefix>bc|tb|ltc)1[A-Za-z0-9]{8,87}(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII
)
_SEGWIT_SCHEMES: Final = {"bc": "bitcoin", "tb": "bitcoin testnet", "ltc": "litecoin"}
_BASE58: Final = re.compile(r"(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{26,36}(?![A-Za-z0-9])", re.ASCII)
_BASE58_SCHEMES: Final = {
    0x00: "bitcoin", 0x05: "bitcoin", 0x6F: "bitcoin testnet", 0xC4: "bitcoin testnet", 0x30: "litecoin", 0x32: "litecoin",
    0x1E: "dogecoin", 0x41: "tron", 0x4C: "dash",
}  # fmt: skip
#: Currencies whose addresses have two bytes before the hash.
_ZCASH_SCHEMES: Final = {b"\x1c\xb8": "zcash", b"\x1c\xbd": "zcash"}
_PAYLOAD_BYTES: Final = 21
_ZCASH_BYTES: Final = 22
_RIPPLE: Final = re.compile(rf"(?<![A-Za-z0-9])r[{checksums.RIPPLE[1:]}r]{{24,34}}(?![A-Za-z0-9])", re.ASCII)
_SOLANA: Final = re.compile(r"(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{32,44}(?![A-Za-z0-9])", re.ASCII)
_SOLANA_BEFORE: Final = re.compile(r"(?<![a-z])(?:sol|solana|spl)(?![a-z])")
_SOLANA_BYTES: Final = 32
#: Characters of a segregated witness address after its prefix: for programs of 20 and 32 bytes.
_SEGWIT_LENGTHS: Final = (39, 59)
_ETHEREUM: Final = re.compile(r"(?<![A-Za-z0-9])0x[0-9A-Fa-f]{40}(?![A-Za-z0-9])", re.ASCII)
_MONERO: Final = re.compile(
    r"(?<![A-Za-z0-9])[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?(?![A-Za-z0-9])", re.ASCII
)


def ibans(passage: Passage) -> Iterator[Identifier]:
    """Return IBANs (ISO 13616), in capitals without spaces, in one piece or in groups of four."""
    for match in _IBAN.finditer(passage.text):
        found = _cut(match[0], match["gap"])
        ends = match.start() + len(found)
        iban = re.sub(r"[^A-Z0-9]", "", found.upper())
        if _IBAN_LENGTHS.get(iban[:2]) != len(iban) or not passage.is_open(match.start(), ends):
            continue
        holds = checksums.iban_holds(iban)
        if not holds and not match[0][0].isupper():
            continue  # small letters without a checksum are rather a name
        passage.take(match.start(), ends)
        cautions = () if holds else (Caution.CHECKSUM_WRONG,)
        yield Identifier(IdentifierKind.IBAN, found, iban, match.start(), ends, iban[:2], holds, cautions)


def _cut(found: str, gap: str | None) -> str:
    """Return as much of an IBAN in groups as its country has: the group that follows is another value."""
    length = _IBAN_LENGTHS.get(found[:2], 0)
    spaced = length + (length - 1) // 4
    return found[:spaced] if gap is not None and length and found[spaced : spaced + 1] in ("", gap) else found


def wallets(passage: Passage) -> Iterator[Identifier]:
    """Return addresses of Bitcoin and its relatives, Ethereum, Monero, the XRP Ledger and Solana."""
    yield from _segwit(passage)
    for match in _ETHEREUM.finditer(passage.text):
        yield from _ethereum(passage, match)
    for match in _MONERO.finditer(passage.text):
        yield from _wallet(passage, match, match[0], "monero", holds=checksums.monero_holds(match[0]))
    yield from _base58(passage)
    for match in _SOLANA.finditer(passage.text):
        if _SOLANA_BEFORE.search(passage.before(match.start())) and checksums.base58_bytes(match[0]) == _SOLANA_BYTES:
            yield from _without_checksum(passage, match, "solana")


def _segwit(passage: Passage) -> Iterator[Identifier]:
    for match in _SEGWIT.finditer(passage.text):
        holds = checksums.segwit_holds(match[0])
        scheme = _SEGWIT_SCHEMES[match["prefix"].lower()]
        if not holds and len(match[0]) - len(match["prefix"]) - 1 not in _SEGWIT_LENGTHS:
            continue  # no address of today has this length
        yield from _wallet(passage, match, match[0].lower(), scheme, holds=holds)


def _base58(passage: Passage) -> Iterator[Identifier]:
    for match in _BASE58.finditer(passage.text):
        payload = checksums.base58check(match[0])
        currency = _currency(payload) if payload else None
        if currency is not None:
            yield from _wallet(passage, match, match[0], currency, holds=True)
        elif match[0][0] in "13" and payload is None and _is_mixed(match[0]):
            yield from _wallet(passage, match, match[0], "bitcoin", holds=False)
    for match in _RIPPLE.finditer(passage.text):
        payload = checksums.base58check(match[0].translate(checksums.FROM_RIPPLE))
        if payload and len(payload) == _PAYLOAD_BYTES and payload[0] == 0:
            yield from _wallet(passage, match, match[0], "ripple", holds=True)


def _currency(payload: bytes) -> str | None:
    if len(payload) == _ZCASH_BYTES:
        return _ZCASH_SCHEMES.get(payload[:2])
    return _BASE58_SCHEMES.get(payload[0]) if len(payload) == _PAYLOAD_BYTES else None


def _without_checksum(passage: Passage, match: re.Match[str], scheme: str) -> Iterator[Identifier]:
    if passage.is_open(*match.span()):
        passage.take(*match.span())
        kind, cautions = IdentifierKind.WALLET, (Caution.WITHOUT_CHECKSUM,)
        yield Identifier(kind, match[0], match[0], *match.span(), scheme, cautions=cautions)


def _wallet(
    passage: Passage, match: re.Match[str], normalised: str, scheme: str, *, holds: bool
) -> Iterator[Identifier]:
    if passage.is_open(*match.span()):
        passage.take(*match.span())
        cautions = () if holds else (Caution.CHECKSUM_WRONG,)
        yield Identifier(IdentifierKind.WALLET, match[0], normalised, *match.span(), scheme, holds, cautions)


def _ethereum(passage: Passage, match: re.Match[str]) -> Iterator[Identifier]:
    """Return an Ethereum address. In small letters or capitals only it has no checksum (EIP-55)."""
    if not passage.is_open(*match.span()) or _names_fingerprint(passage, *match.span()):
        return
    passage.take(*match.span())
    normalised, digits = checksums.ethereum_checksummed(match[0]), match[0][2:]
    valid = None if digits in (digits.lower(), digits.upper()) else normalised == match[0]
    cautions = {None: (Caution.WITHOUT_CHECKSUM,), False: (Caution.CHECKSUM_WRONG,), True: ()}[valid]
    kind = IdentifierKind.WALLET
    yield Identifier(kind, match[0], normalised, *match.span(), "ethereum", valid, cautions)


def _names_fingerprint(passage: Passage, begins: int, ends: int) -> bool:
    before = passage.before(begins)
    words = ("fingerprint", "empreinte", "--search", "recv-key", "pks/lookup")
    return any(word in before for word in words) or digests.names_openpgp(passage, begins, ends)


def _is_mixed(text: str) -> bool:
    """Whether a text has digits, small letters and capitals, as nearly all addresses have."""
    return any(one.isdigit() for one in text) and any(one.islower() for one in text) and any(map(str.isupper, text))
