"""Whether an identifier fits the kind that a member chose for it. Pure.

The recognisers and checksums of `app/identifiers` decide. A doubt is no proof, since formats change: a member confirms the
identifier after comparing it with the source. An IP address that does not exist is refused, because nothing can be found
for it.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from ipaddress import ip_network
from typing import Final

from app.identifiers import recognition
from app.identifiers.kinds import Caution, Identifier, IdentifierKind
from app.identifiers.network import normalised_domain, normalised_url


class Doubt(StrEnum):
    """Reasons why an identifier may not be what its kind says."""

    CHECKSUM = "checksum"
    EMAIL = "email"
    TELEPHONE = "telephone"
    IMEI = "imei"
    IMSI = "imsi"
    IBAN = "iban"
    WALLET = "wallet"
    TRANSACTION = "transaction"
    HASH = "hash"
    PGP_FINGERPRINT = "pgp_fingerprint"
    DOMAIN = "domain"
    ONION = "onion"
    URL = "url"
    MAC = "mac"


#: What is wrong, and what to do.
SENTENCES: Final[Mapping[Doubt, str]] = {
    Doubt.CHECKSUM: "The checksum is wrong. Compare the value with the source, and confirm it if it is right.",
    Doubt.EMAIL: "This is not an e-mail address. Correct it, or confirm it if it is right.",
    Doubt.TELEPHONE: "This is not a telephone number with + and a country code. Correct it, or confirm it if it is right.",
    Doubt.IMEI: "An IMEI has 15 digits. Correct it, or confirm it if it is right.",
    Doubt.IMSI: "An IMSI has 14 or 15 digits. Correct it, or confirm it if it is right.",
    Doubt.IBAN: "This is not an IBAN: its country or length is wrong. Correct it, or confirm it if it is right.",
    Doubt.WALLET: "This is not an address of a known currency. Correct it, or confirm it if it is right.",
    Doubt.TRANSACTION: "This is not a transaction of a known currency. Correct it, or confirm it if it is right.",
    Doubt.HASH: "This is not a hash value in hexadecimal digits. Correct it, or confirm it if it is right.",
    Doubt.PGP_FINGERPRINT: "A PGP fingerprint has 40 or 64 hexadecimal digits. Correct it, or confirm it if it is right.",
    Doubt.DOMAIN: "This is not a domain name. Correct it, or confirm it if it is right.",
    Doubt.ONION: "This is not an onion address. Correct it, or confirm it if it is right.",
    Doubt.URL: "This is not a URL. Correct it, or confirm it if it is right.",
    Doubt.MAC: "This is not a MAC address. Correct it, or confirm it if it is right.",
}
#: Words before a value that tell the recognisers its kind.
_LABELS: Final = {
    IdentifierKind.IMEI: "imei ",
    IdentifierKind.IMSI: "imsi ",
    IdentifierKind.TELEPHONE: "tel: ",
    IdentifierKind.PGP_FINGERPRINT: "pgp ",
    IdentifierKind.TRANSACTION: "transaction ",
    IdentifierKind.HASH: "hash ",
}
_OF_TELEPHONES: Final = frozenset(
    (Caution.TELEPHONE_WITHOUT_COUNTRY, Caution.TELEPHONE_COUNTRY_UNKNOWN, Caution.TELEPHONE_LENGTH)
)
_HEXADECIMAL: Final = re.compile(r"(?:0x)?(?:[0-9a-f]{2}){16,64}", re.ASCII | re.IGNORECASE)
_LENGTHS_OF_FINGERPRINTS: Final = (40, 64)
_TRANSACTION: Final = re.compile(r"(?:0x)?[0-9a-f]{64}", re.ASCII | re.IGNORECASE)
_IMSI: Final = re.compile(r"\d{14,15}", re.ASCII)
_URL: Final = re.compile(r"[a-z][a-z0-9+.-]*(?:\[:\]|:)//", re.ASCII | re.IGNORECASE)


def is_address(value: str) -> bool:
    """Return whether this is an IP address, or a range of addresses such as `203.0.113.0/24`."""
    with suppress(ValueError):
        ip_network(value, strict=False)
        return True
    return False


def doubt(kind: IdentifierKind, value: str) -> Doubt | None:
    """Return the reason why a value may not be of its kind; `None` without one, and for kinds without a fixed form."""
    found = _recognised(kind, value)
    if found is not None and Caution.CHECKSUM_WRONG in found.cautions:
        return Doubt.CHECKSUM
    check = _CHECKS.get(kind)
    return None if check is None or check(value, found) else Doubt(kind)


def _recognised(kind: IdentifierKind, value: str) -> Identifier | None:
    """Return the value as the recognisers read it, if all of it is of this kind."""
    label = _LABELS.get(kind, "")
    begins, ends = len(label), len(label) + len(value)
    read = recognition.recognise(label + value)
    return next((one for one in read if one.kind is kind and (one.begins, one.ends) == (begins, ends)), None)


def _is_recognised(_: str, found: Identifier | None) -> bool:
    return found is not None


def _is_telephone(_: str, found: Identifier | None) -> bool:
    return found is not None and _OF_TELEPHONES.isdisjoint(found.cautions)


def _is_domain(value: str, found: Identifier | None) -> bool:
    name = normalised_domain(value)
    return found is not None or (name is not None and "." in name and not is_address(value))


def _is_url(value: str, _: Identifier | None) -> bool:
    return _URL.match(value) is not None and normalised_url(value) is not None


def _is_hash(value: str, _: Identifier | None) -> bool:
    return _HEXADECIMAL.fullmatch(value) is not None


def _is_fingerprint(value: str, _: Identifier | None) -> bool:
    digits = re.sub(r"[ \u00a0:]", "", value).removeprefix("0x")
    return len(digits) in _LENGTHS_OF_FINGERPRINTS and _HEXADECIMAL.fullmatch(digits) is not None


_CHECKS: Final[Mapping[IdentifierKind, Callable[[str, Identifier | None], bool]]] = {
    IdentifierKind.EMAIL: _is_recognised,
    IdentifierKind.TELEPHONE: _is_telephone,
    IdentifierKind.IMEI: _is_recognised,
    IdentifierKind.IMSI: lambda value, _: _IMSI.fullmatch(value) is not None,
    IdentifierKind.IBAN: _is_recognised,
    IdentifierKind.WALLET: _is_recognised,
    IdentifierKind.TRANSACTION: lambda value, _: _TRANSACTION.fullmatch(value) is not None,
    IdentifierKind.HASH: _is_hash,
    IdentifierKind.PGP_FINGERPRINT: _is_fingerprint,
    IdentifierKind.DOMAIN: _is_domain,
    IdentifierKind.ONION: _is_recognised,
    IdentifierKind.URL: _is_url,
    IdentifierKind.MAC: _is_recognised,
}
