"""Kinds of identifiers, warnings about them, and the recognised identifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class IdentifierKind(StrEnum):
    """Kinds of identifiers."""

    IP = "ip"
    MAC = "mac"
    DOMAIN = "domain"
    ONION = "onion"
    URL = "url"
    EMAIL = "email"
    TELEPHONE = "telephone"
    IMEI = "imei"
    IMSI = "imsi"
    IBAN = "iban"
    WALLET = "wallet"
    TRANSACTION = "transaction"
    HASH = "hash"
    PGP_FINGERPRINT = "pgp_fingerprint"
    HANDLE = "handle"
    PLATE = "plate"
    ASN = "asn"


class Caution(StrEnum):
    """Reasons to check an identifier before it is used."""

    IP_WITHOUT_PORT = "ip_without_port"
    IP_WITHOUT_TIME = "ip_without_time"
    IP_NOT_PUBLIC = "ip_not_public"
    IP_RANGE = "ip_range"
    IP_LEADING_ZEROS = "ip_leading_zeros"
    PORT_IMPOSSIBLE = "port_impossible"
    TIME_WITHOUT_ZONE = "time_without_zone"
    ZONE_AMBIGUOUS = "zone_ambiguous"
    ZONE_UNCLEAR = "zone_unclear"
    TIME_WITHOUT_YEAR = "time_without_year"
    TIME_IMPOSSIBLE = "time_impossible"
    TIME_TWICE = "time_twice"
    DATE_ORDER_UNCLEAR = "date_order_unclear"
    MONTH_AMBIGUOUS = "month_ambiguous"
    CHECKSUM_WRONG = "checksum_wrong"
    WITHOUT_CHECKSUM = "without_checksum"
    KIND_UNCLEAR = "kind_unclear"
    EMAIL_START_UNCLEAR = "email_start_unclear"
    DOMAIN_WILDCARD = "domain_wildcard"
    URL_ESCAPED = "url_escaped"
    ONION_VERSION_2 = "onion_version_2"
    TELEPHONE_WITHOUT_COUNTRY = "telephone_without_country"
    TELEPHONE_COUNTRY_UNKNOWN = "telephone_country_unknown"
    TELEPHONE_LENGTH = "telephone_length"
    TELEPHONE_PREFIX_UNCLEAR = "telephone_prefix_unclear"
    PLATE_UNCERTAIN = "plate_uncertain"


#: The sentences of the warnings. They say what is missing and what to do.
SENTENCES: Final[Mapping[Caution, str]] = {
    Caution.IP_WITHOUT_PORT: "The source port is missing. Many users can share this address: add the port if the log has it.",
    Caution.IP_WITHOUT_TIME: "No time was found on this line. Enter the time and its zone.",
    Caution.IP_NOT_PUBLIC: "This address is not reachable on the internet. No provider can assign it to a user.",
    Caution.IP_RANGE: "This is a range of addresses. Enter the single address that was used.",
    Caution.IP_LEADING_ZEROS: "The address has leading zeros. They were read as decimal numbers: compare it with the log.",
    Caution.PORT_IMPOSSIBLE: "The port is not between 1 and 65535. Compare it with the log.",
    Caution.TIME_WITHOUT_ZONE: "The time has no time zone. Enter the zone of the log.",
    Caution.ZONE_AMBIGUOUS: "The abbreviation of the time zone has several meanings. Choose the zone of the log.",
    Caution.ZONE_UNCLEAR: "The offset or time zone after the time was not understood. Enter the zone of the log.",
    Caution.TIME_WITHOUT_YEAR: "The time has no year. Enter the date, the time and its zone.",
    Caution.TIME_IMPOSSIBLE: "This date or time does not exist. Compare it with the log.",
    Caution.TIME_TWICE: "This local time is skipped or occurs twice when the clocks change. Enter the offset from UTC.",
    Caution.DATE_ORDER_UNCLEAR: "Day and month can be read both ways. Enter the date.",
    Caution.MONTH_AMBIGUOUS: "The name of the month means another month in another language. Enter the date.",
    Caution.CHECKSUM_WRONG: "The checksum is wrong. Compare the value with the source.",
    Caution.WITHOUT_CHECKSUM: "This spelling has no checksum. Compare the value with the source.",
    Caution.KIND_UNCLEAR: "This value can be of another kind. Check the kind.",
    Caution.EMAIL_START_UNCLEAR: "The beginning of the address is unclear. Compare it with the source and keep the right reading.",
    Caution.DOMAIN_WILDCARD: "This name stands for all names below it. Enter the name that was used.",
    Caution.URL_ESCAPED: "This URL has characters that programs write in different ways. Compare it with the source.",
    Caution.ONION_VERSION_2: "Onion addresses of version 2 have not worked since 2021.",
    Caution.TELEPHONE_WITHOUT_COUNTRY: "The number has no country code. Enter it with + and the country code.",
    Caution.TELEPHONE_COUNTRY_UNKNOWN: "The country code is not assigned. Compare the number with the source.",
    Caution.TELEPHONE_LENGTH: "The number is too short or too long for its country. Compare it with the source.",
    Caution.TELEPHONE_PREFIX_UNCLEAR: "The number begins with 011, which North America dials before calls abroad. Check the number.",
    Caution.PLATE_UNCERTAIN: "Plates have no checksum. Check the value and enter the country.",
}


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier as it was found.

    Attributes:
        kind: Its kind.
        found: The value as it stands in the text.
        normalised: The value in the spelling by which it is compared and requested.
        begins: Offset of its first character in the text, in code points.
        ends: Offset after its last character.
        scheme: Variety of the kind, such as `IPv4`, `SHA-256`, `bitcoin`, the country of an IBAN, or a service.
        valid: Whether the checksum holds; `None` if the value has none.
        cautions: Reasons to check it before use.
        port: Source port of an IP address, or the first port of its block.
        port_until: Last port of the block that a carrier-grade NAT gave to one subscriber (RFC 7422).
        protocol: Transport protocol of the connection in lower case, such as `tcp`.
        at: Time beside an IP address, in ISO 8601; without an offset where the text names no zone.
        zone: Zone of that time as the text names it.
        zone_candidates: Names of the IANA database to choose from where the text names a zone that has several meanings.
    """

    kind: IdentifierKind
    found: str
    normalised: str
    begins: int
    ends: int
    scheme: str | None = None
    valid: bool | None = None
    cautions: tuple[Caution, ...] = ()
    port: int | None = None
    port_until: int | None = None
    protocol: str | None = None
    at: str | None = None
    zone: str | None = None
    zone_candidates: tuple[str, ...] = ()
