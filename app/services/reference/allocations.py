"""Import allocation tables, and look up the countries and providers of identifiers in them.

An import replaces the whole table or changes nothing. Operators import; every signed-in account looks up.
Not here: the format of the files and the choice of the best match (`app/identifiers/allocation.py`).
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import delete, select, text

from app import clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.identifiers.allocation import (
    Allocation,
    AllocationError,
    DomainTable,
    Fault,
    NetworkTable,
    propose,
    read_domains,
    read_networks,
)
from app.identifiers.kinds import Identifier, IdentifierKind
from app.models import Account, AllocatedDomain, AllocatedNetwork, AllocationTable
from app.services.accounts import administration


class TableKind(StrEnum):
    """The two allocation tables."""

    NETWORKS = "networks"
    DOMAINS = "domains"


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """An imported table. `operator`: name of the operator who imported it."""

    kind: TableKind
    version: int
    source: str
    row_count: int
    imported_at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: its rows, or its faults by line."""

    rows: Sequence[Allocation]
    faults: Sequence[Fault]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Country and provider of an identifier, with the table that contains them."""

    allocation: Allocation
    table: ImportedTable


async def read_file(kind: TableKind, content: str) -> ReadFile:
    """Return the rows or faults of a CSV file, in a thread because large files take seconds."""
    try:
        rows = await asyncio.to_thread(_READERS[kind], content)
    except AllocationError as error:
        return ReadFile((), error.faults)
    return ReadFile(rows, ())


async def replace(
    session: Writing, person: Person, kind: TableKind, rows: Sequence[Allocation], source: str
) -> ImportedTable:
    """Replace all rows of a table.

    Args:
        session: The transaction.
        person: The operator.
        kind: The table.
        rows: The new rows.
        source: Where the operator got the file.
    """
    table = await session.get(AllocationTable, kind, with_for_update=True)
    if table is None:
        table = AllocationTable(kind=kind, version=0)
        session.add(table)
    table.version, table.source, table.row_count = table.version + 1, source, len(rows)
    table.imported_at, table.imported_by = clock.now(), person.account
    await session.flush()
    await session.execute(delete(_TABLES[kind]))
    columns = {name: [getattr(row, name) for row in rows] for name in ("key", "country", "provider")}
    await session.execute(_INSERTS[kind], columns)
    await administration.note(session, "allocations.imported", kind)
    return (await tables(session))[kind]


async def tables(session: Reading) -> Mapping[TableKind, ImportedTable]:
    """Return the imported tables. Only operators read the operator's name; it is empty for others."""
    query = select(AllocationTable, Account.name).outerjoin(Account, Account.id == AllocationTable.imported_by)
    return {
        TableKind(row.kind): ImportedTable(
            TableKind(row.kind), row.version, row.source, row.row_count, row.imported_at, name or ""
        )
        for row, name in await session.execute(query)
    }


async def proposals(session: Reading, identifiers: Sequence[Identifier]) -> Sequence[Proposal | None]:
    """Return the proposal for each identifier, `None` without a match."""
    imported = await tables(session)
    if not imported:
        return [None] * len(identifiers)
    networks = NetworkTable(await _networks(session, {host for one in identifiers for host in _addresses(one)}))
    domains = DomainTable(await _domains(session, {name for one in identifiers for name in _names(one)}))
    found = list[Proposal | None]()
    for one in identifiers:
        allocation = propose(one, networks, domains)
        kind = TableKind.NETWORKS if any(_addresses(one)) else TableKind.DOMAINS
        found.append(Proposal(allocation, imported[kind]) if allocation is not None else None)
    return found


async def _networks(session: Reading, addresses: set[str]) -> list[Allocation]:
    if not addresses:
        return []
    rows = await session.execute(_CONTAINING, {"addresses": sorted(addresses)})
    return [Allocation(*row) for row in rows]


async def _domains(session: Reading, names: set[str]) -> list[Allocation]:
    labels = [name.split(".") for name in names]
    endings = sorted({".".join(one[at:]) for one in labels for at in range(len(one))})
    if not endings:
        return []
    rows = await session.execute(_ENDINGS, {"endings": endings})
    return [Allocation(*row) for row in rows]


def _addresses(identifier: Identifier) -> Iterable[str]:
    """Yield the IP address of an identifier, if it has one."""
    host = _host(identifier)
    try:
        return (str(ip_address(host)),) if host else ()
    except ValueError:
        return ()


def _names(identifier: Identifier) -> Iterable[str]:
    """Yield the domain name of an identifier, if it has one."""
    host = _host(identifier)
    return () if not host or any(_addresses(identifier)) else (host,)


def _host(identifier: Identifier) -> str:
    match identifier.kind:
        case IdentifierKind.IP:
            return identifier.normalised.partition("/")[0]
        case IdentifierKind.URL:
            return urlsplit(identifier.normalised).hostname or ""
        case IdentifierKind.EMAIL | IdentifierKind.DOMAIN:
            return identifier.normalised.rpartition("@")[2]
        case _:
            return ""


_READERS: Final[Mapping[TableKind, Callable[[str], list[Allocation]]]] = {
    TableKind.NETWORKS: read_networks,
    TableKind.DOMAINS: read_domains,
}
_TABLES: Final = {TableKind.NETWORKS: AllocatedNetwork, TableKind.DOMAINS: AllocatedDomain}
_INSERTS: Final = {
    TableKind.NETWORKS: text(
        "insert into allocated_networks (network, country, provider) select cast(key as cidr), country, provider"
        "  from unnest(cast(:key as text[]), cast(:country as text[]), cast(:provider as text[]))"
        " as given (key, country, provider)"
    ),
    TableKind.DOMAINS: text(
        "insert into allocated_domains (domain, country, provider) select key, country, provider"
        "  from unnest(cast(:key as text[]), cast(:country as text[]), cast(:provider as text[]))"
        " as given (key, country, provider)"
    ),
}
#: Equality uses the primary key. Under row-level security `>>=` would not use an index, because it is not leakproof.
_CONTAINING: Final = text(
    "select distinct cast(n.network as text), n.country, n.provider"
    "  from unnest(cast(cast(:addresses as text[]) as inet[])) as asked (address)"
    "  cross join lateral generate_series(0, case family(asked.address) when 4 then 32 else 128 end) as prefix (length)"
    "  join allocated_networks n on n.network = network(set_masklen(asked.address, prefix.length))"
)
_ENDINGS: Final = text(
    "select domain, country, provider from allocated_domains where domain = any(cast(:endings as text[]))"
)
