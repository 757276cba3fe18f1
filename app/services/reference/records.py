"""Read the reference data: every signed-in account may, and so may background jobs.

Not here: changes (`changes.py`), and decisions that use the data (`access/requests`).
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Text, cast, select

from app.access.seats import Person
from app.database import Reading, Requester
from app.errors import NotFound
from app.models import ReferenceRecord
from app.reference.catalogue import (
    TYPES,
    ContactRole,
    CountryCard,
    DirectoryEntry,
    Instrument,
    ProviderCard,
    ReferenceKind,
)
from app.reference.sourced import Record
from app.reference.treaties import Treaty

Of = TypeVar("Of", bound=Record)
#: The kind of each type of records.
_KINDS: Mapping[type[Record], ReferenceKind] = {kept: kind for kind, kept in TYPES.items()}


@dataclass(frozen=True, slots=True)
class Stored(Generic[Of]):
    """A record as it is stored. `changed_at`: None while it is as shipped."""

    record: Of
    version: int
    changed_at: datetime | None


async def ask_as(session: Reading, person: Person) -> None:
    """Set the account for row-level security, for a request that belongs to no team."""
    await session.say_who(Requester(account=person.account))


async def list_of(session: Reading, kept: type[Of], *conditions: ColumnElement[bool]) -> Sequence[Stored[Of]]:
    """Return the records of a type that meet the conditions, in the order of their file, then by key.

    The documents are read as text. To decode all of them only to find them parsed already costs most of a request.
    """
    wanted = (
        select(cast(ReferenceRecord.document, Text), ReferenceRecord.version, ReferenceRecord.changed_at)
        .where(ReferenceRecord.kind == _KINDS[kept], *conditions)
        .order_by(ReferenceRecord.position.asc().nulls_last(), ReferenceRecord.key)
    )
    rows = (await session.execute(wanted)).all()
    return [Stored(_parsed(kept, document), version, changed_at) for document, version, changed_at in rows]


async def read(session: Reading, kept: type[Of], key: str) -> Stored[Of]:
    """Return one record. Raises `NotFound`."""
    found = await session.get(ReferenceRecord, (_KINDS[kept], key))
    if found is None:
        raise NotFound
    return stored(kept, found)


async def instruments(session: Reading) -> Mapping[str, Instrument]:
    """Return the instruments by key."""
    return {one.record.key: one.record for one in await list_of(session, Instrument)}


async def treaties(session: Reading, keys: Collection[str] | None = None) -> Mapping[str, Treaty]:
    """Return the treaties by key: those with these keys, or all."""
    which = () if keys is None else (ReferenceRecord.key.in_(keys),)
    return {one.record.key: one.record for one in await list_of(session, Treaty, *which)}


async def country(session: Reading, code: str) -> CountryCard | None:
    """Return the card of a country, None without a card."""
    found = await session.get(ReferenceRecord, (ReferenceKind.COUNTRIES, code))
    return None if found is None else stored(CountryCard, found).record


async def providers(session: Reading) -> Mapping[str, ProviderCard]:
    """Return the provider cards by key."""
    return {one.record.key: one.record for one in await list_of(session, ProviderCard)}


async def contacts(
    session: Reading, *, country: str | None = None, role: ContactRole | None = None
) -> Sequence[Stored[DirectoryEntry]]:
    """Return the contacts of the directory, of one country or role if these are given."""
    wanted = {"country": country, "role": role}
    return await list_of(
        session,
        DirectoryEntry,
        *(ReferenceRecord.document[name].astext == value for name, value in wanted.items() if value is not None),
    )


def stored(kept: type[Of], row: ReferenceRecord) -> Stored[Of]:
    """Return the typed record of a row."""
    return Stored(_parsed(kept, json.dumps(row.document)), row.version, row.changed_at)


@lru_cache(maxsize=2_048)
def _parsed(kept: type[Of], document: str) -> Of:
    """Return the record of a document. Records are frozen; parsing the 58 instruments again costs 25 ms."""
    return kept.model_validate_json(document)
