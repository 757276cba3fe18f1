"""Look-up of countries and providers in tables that the operator imports. Pure.

The import format is described in `docs/identifiers.md`. The longest prefix of an address, and the longest ending of a domain
name, wins. Not here: storage of the tables, and provider cards (`app/reference`).
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network, summarize_address_range
from typing import Final
from urllib.parse import urlsplit

from app.i18n.phrases import Phrase
from app.identifiers.kinds import Identifier, IdentifierKind
from app.identifiers.network import normalised_domain

#: Columns of the two tables. The first column is required in each row, and one of the others.
NETWORK_COLUMNS: Final = ("network", "country", "provider")
DOMAIN_COLUMNS: Final = ("domain", "country", "provider")
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)
_MOST_PROVIDER: Final = 300
#: Limit for the rows of a table, after ranges are split into networks.
MOST_ROWS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Allocation:
    """Country and provider of a network or domain, as imported.

    Attributes:
        key: The network in CIDR notation, or the domain name in ASCII.
        country: ISO 3166-1 alpha-2 code.
        provider: Name of the provider, or the key of its provider card.
    """

    key: str
    country: str | None = None
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be imported. Lines count from 1; the header is line 1."""

    line: int
    column: str
    reason: str


class AllocationError(Exception):
    """The file has faults. Nothing was imported.

    Attributes:
        faults: All of them, by line.
    """

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class NetworkTable:
    """Allocations of networks."""

    def __init__(self, rows: Iterable[Allocation]) -> None:
        self._rows: dict[tuple[int, int], dict[int, Allocation]] = {}
        for row in rows:
            network = ip_network(row.key)
            part = self._rows.setdefault((network.version, network.prefixlen), {})
            part[int(network.network_address)] = row
        self._lengths = sorted(self._rows, reverse=True)

    def find(self, address: str) -> Allocation | None:
        """Return the allocation with the longest prefix that contains an address.

        Raises:
            ValueError: The text is no IP address.
        """
        one = ip_address(address)
        for version, length in self._lengths:
            if version == one.version:
                host_bits = one.max_prefixlen - length
                row = self._rows[version, length].get(int(one) >> host_bits << host_bits)
                if row is not None:
                    return row
        return None


class DomainTable:
    """Allocations of domain names."""

    def __init__(self, rows: Iterable[Allocation]) -> None:
        self._rows: Mapping[str, Allocation] = {row.key: row for row in rows}

    def find(self, domain: str) -> Allocation | None:
        """Return the allocation with the longest ending of a normalised domain name."""
        labels = domain.split(".")
        endings = (".".join(labels[at:]) for at in range(len(labels)))
        return next((self._rows[ending] for ending in endings if ending in self._rows), None)


def propose(identifier: Identifier, networks: NetworkTable, domains: DomainTable) -> Allocation | None:
    """Return the allocation of an IP address, or of the domain of an e-mail address, URL or domain; else `None`."""
    value = identifier.normalised
    match identifier.kind:
        case IdentifierKind.IP:
            return networks.find(value.partition("/")[0])
        case IdentifierKind.URL:
            host = urlsplit(value).hostname or ""
            try:
                return networks.find(host)
            except ValueError:
                return domains.find(host)
        case IdentifierKind.EMAIL | IdentifierKind.DOMAIN:
            return domains.find(value.rpartition("@")[2])
        case _:
            return None


def read_networks(text: str) -> list[Allocation]:
    """Read a table of networks. A range is split into networks.

    Args:
        text: CSV with the columns `network,country,provider`; a network is in CIDR notation or `first-last`.

    Raises:
        AllocationError: The file has faults.
    """
    return _read(text, NETWORK_COLUMNS, _network_keys)


def read_domains(text: str) -> list[Allocation]:
    """Read a table of domain names. A domain includes its subdomains.

    Args:
        text: CSV with the columns `domain,country,provider`.

    Raises:
        AllocationError: The file has faults.
    """
    return _read(text, DOMAIN_COLUMNS, _domain_keys)


def _read(text: str, columns: tuple[str, ...], keys: Callable[[str], list[str]]) -> list[Allocation]:
    reader = csv.reader(StringIO(text.removeprefix("\ufeff")), strict=True)
    rows, faults, seen = list[Allocation](), list[Fault](), dict[str, int]()
    try:
        if [one.strip().lower() for one in next(reader, [])] != list(columns):
            raise AllocationError(
                [Fault(1, columns[0], Phrase("The first line is not {columns}.", columns=",".join(columns)))]
            )
        for cells in reader:
            line = reader.line_num
            read = _row(line, cells, columns, keys) if any(one.strip() for one in cells) else []
            faults += [one for one in read if isinstance(one, Fault)]
            for row in (one for one in read if isinstance(one, Allocation)):
                if seen.setdefault(row.key, line) != line:
                    faults.append(
                        Fault(line, columns[0], Phrase("Line {line} has the same value.", line=seen[row.key]))
                    )
                rows.append(row)
            if len(rows) > MOST_ROWS:
                too_many = Phrase("The table has more than {count} rows. Import fewer.", count=MOST_ROWS)
                raise AllocationError([Fault(line, columns[0], too_many)])
    except csv.Error:
        faults.append(Fault(reader.line_num, columns[0], "The line is not CSV."))
    if faults:
        raise AllocationError(faults)
    return rows


def _row(
    line: int, cells: list[str], columns: tuple[str, ...], keys: Callable[[str], list[str]]
) -> Sequence[Allocation | Fault]:
    if len(cells) != len(columns):
        return [Fault(line, columns[0], Phrase("The line does not have {count} columns.", count=len(columns)))]
    key, country, provider = (one.strip() for one in cells)
    faults = list[Fault]()
    if country and not _COUNTRY.fullmatch(country):
        faults.append(Fault(line, "country", "Write the country as two capitals (ISO 3166-1)."))
    if not country and not provider:
        faults.append(Fault(line, "country", "Enter a country or a provider."))
    if len(provider) > _MOST_PROVIDER:
        faults.append(
            Fault(line, "provider", Phrase("The name has more than {count} characters.", count=_MOST_PROVIDER))
        )
    try:
        read = keys(key)
    except ValueError:
        return [*faults, Fault(line, columns[0], "The value cannot be read.")]
    return faults or [Allocation(one, country or None, provider or None) for one in read]


def _network_keys(text: str) -> list[str]:
    first, mark, last = (one.strip() for one in text.partition("-"))
    if not mark:
        return [str(ip_network(text))]
    begin, end = ip_address(first), ip_address(last)
    if isinstance(begin, IPv4Address) and isinstance(end, IPv4Address):
        return [str(one) for one in summarize_address_range(begin, end)]
    if isinstance(begin, IPv6Address) and isinstance(end, IPv6Address):
        return [str(one) for one in summarize_address_range(begin, end)]
    raise ValueError(text)


def _domain_keys(text: str) -> list[str]:
    domain = normalised_domain(text.removeprefix("*.").lower())
    if domain is None or "." not in domain:
        raise ValueError(text)
    return [domain]
