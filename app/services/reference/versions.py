"""Versions of values: how many times each value of a record was changed.

A change of a value adds a version that every account may read; the history of changes, which names operators, is another
table. Not here: which values a record has (`reference/values.py`), and who relied on them (`services/requests/uses`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue
from sqlalchemy import func, select, text

from app import clock
from app.database import Reading, Writing
from app.models import ReferenceRecord, ReferenceVersion
from app.reference import values
from app.reference.catalogue import ReferenceKind


@dataclass(frozen=True, slots=True)
class VersionedValue:
    """A value and how many times it was changed. `value`: None if it is not recorded."""

    kind: ReferenceKind
    key: str
    field: str
    version: int
    value: JsonValue


class RecordVersions(Mapping[str, VersionedValue]):
    """The values of one record by their place, each with its version. A place without a value has the value None."""

    def __init__(
        self, kind: ReferenceKind, key: str, found: Mapping[str, values.Value], versions: Mapping[str, int]
    ) -> None:
        self._kind, self._key, self._found, self._versions = kind, key, found, versions

    def __getitem__(self, field: str) -> VersionedValue:
        value = self._found.get(field, values.Value()).value
        return VersionedValue(self._kind, self._key, field, self._versions.get(field, 0), value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


async def of_record(session: Reading, kind: ReferenceKind, key: str) -> RecordVersions:
    """Return the values of a record as this transaction read it, with their versions.

    A missing record has no values. A change that another transaction commits meanwhile is not counted: the record keeps the version at which it was read.
    """
    row = await session.get(ReferenceRecord, (kind, key))
    if row is None:
        return RecordVersions(kind, key, {}, {})
    versions = await _latest(session, kind, key, row.version)
    return RecordVersions(kind, key, values.values_of(row.document), versions)


async def add(session: Writing, row: ReferenceRecord, former: JsonValue) -> bool:
    """Add a version for each value in which a locked record differs from a former document.

    Returns:
        Whether a value differs.
    """
    changed = values.changes(former, row.document)
    if not changed:
        return False
    known = await _latest(session, row.kind, row.key, row.version)
    for field, value in changed.items():
        version = ReferenceVersion(
            id=clock.new_id(),
            kind=row.kind,
            key=row.key,
            field=field,
            version=known.get(field, 0) + 1,
            record_version=row.version,
            value=value.value,
            source=value.source,
            changed_at=clock.now(),
        )
        session.add(version)
    await session.flush()
    return True


async def _latest(session: Reading, kind: str, key: str, record_version: int) -> dict[str, int]:
    """Return the versions of the changed values of a record, as they were at a version of it."""
    query = (
        select(ReferenceVersion.field, func.max(ReferenceVersion.version))
        .where(ReferenceVersion.kind == kind, ReferenceVersion.key == key)
        .where(ReferenceVersion.record_version <= record_version)
        .group_by(ReferenceVersion.field)
    )
    return {row[0]: row[1] for row in await session.execute(query)}


async def fields_in_use(session: Reading, kind: ReferenceKind, key: str) -> list[str]:
    """Return the places of the values of a record on which a request of any team relied. Only an operator is told."""
    rows = await session.execute(_IN_USE, {"kind": kind, "key": key})
    return [row.field for row in rows]


async def order_of_use(session: Reading) -> Mapping[tuple[str, str, str], int]:
    """Return the values in use by kind, key and field, each with its place in the order of use, 1 for the most used.

    Only an operator is told. The numbers of uses are not.
    """
    rows = await session.execute(_BY_USE)
    return {(row.kind, row.key, row.field): row.place for row in rows}


_IN_USE: Final = text("select f as field from reference_fields_in_use(:kind, :key) f")
_BY_USE: Final = text("select kind, key, field, place from reference_values_by_use()")
