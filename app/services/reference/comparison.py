"""Compares a pack, files of several kinds of reference data, with the stored records. Nothing is changed.

The files are checked as a whole first. Not here: the import (`files.py`), and the form of a pack (`api/reference/views`).
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from pydantic import JsonValue
from sqlalchemy import Select, select

from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.models import ReferenceRecord
from app.reference.catalogue import TYPES, CountryCard, Instrument, ReferenceKind
from app.reference.forms.loading import forms
from app.reference.sourced import Record
from app.services.reference import changes, records
from app.services.reference.changes import Difference

#: The records of each file of a pack, by their kind.
Pack: TypeAlias = Mapping[ReferenceKind, Sequence[Record]]
_TEST: Final = "last_test"


@dataclass(frozen=True, slots=True)
class Compared:
    """A record of a pack, compared with the stored one.

    Attributes:
        kind: Its kind.
        key: Its key.
        place: Where it is in the pack, for example `countries.entries.3`.
        state: The effect of an import on it.
        record: The record of the pack.
        former: The stored document; None for a record that is new.
        differences: The values in which they differ; for a new record one with the whole document.
    """

    kind: ReferenceKind
    key: str
    place: str
    state: Literal["added", "changed", "unchanged"]
    record: Record
    former: dict[str, Any] | None
    differences: tuple[Difference, ...] = ()

    def identifier(self, difference: Difference) -> str:
        """Return the name by which a choice names a difference: `countries/NL/zone`, or `countries/IS` for a new record."""
        return "/".join(filter(None, (self.kind, self.key, difference.field)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pack compared with the stored records.

    `missing`: kind and key of records that are not in its files; they stay.
    """

    records: Sequence[Compared]
    missing: Sequence[tuple[ReferenceKind, str]]

    @property
    def digest(self) -> str:
        """Return the SHA-256 of all that the comparison says. It changes with the pack and with the stored values."""
        said = [
            [one.kind, one.key, one.state, [[each.field, each.former, each.value] for each in one.differences]]
            for one in self.records
        ]
        return hashlib.sha256(json.dumps([said, self.missing], sort_keys=True).encode()).hexdigest()


async def compare(session: Reading, pack: Pack) -> Comparison:
    """Return what an import of a pack would do.

    Raises `Invalid` if two records of a file, or two deadlines of one, have the same key, or if one names an unknown form,
    treaty or instrument.
    """
    return await compare_rows(session, pack, list(await session.scalars(rows_of(pack))))


def rows_of(pack: Pack) -> Select[ReferenceRecord]:
    """Return the query for the stored records of the kinds of a pack."""
    return (
        select(ReferenceRecord)
        .where(ReferenceRecord.kind.in_(list(pack)))
        .order_by(ReferenceRecord.kind, ReferenceRecord.key)
    )


async def compare_rows(session: Reading, pack: Pack, rows: Sequence[ReferenceRecord]) -> Comparison:
    """Return the comparison of a pack with these rows. Raises like `compare`."""
    stored = {(ReferenceKind(row.kind), row.key): row for row in rows}
    found = [one for kind, wanted in pack.items() for one in _compared(kind, stored, wanted)]
    named = {(one.kind, one.key) for one in found}
    await demand_known_keys(session, [(one.place, one.record) for one in found], named)
    return Comparison(found, [one for one in stored if one not in named])


def _compared(
    kind: ReferenceKind, stored: Mapping[tuple[ReferenceKind, str], ReferenceRecord], wanted: Sequence[Record]
) -> Iterator[Compared]:
    seen = set[str]()
    for at, record in enumerate(wanted):
        key, place = record.identity, f"{kind}.entries.{at}"
        if key in seen:
            raise Invalid(
                Phrase("{key} is in the file twice. Remove one of them.", key=key),
                code="key-twice",
                field=f"pack.{place}.{record.IDENTITY}",
            )
        seen.add(key)
        changes.demand_distinct(record, f"pack.{place}.")
        _demand_known_forms(record, f"pack.{place}.")
        row = stored.get((kind, key))
        if row is None:
            yield Compared(kind, key, place, "added", record, None, (Difference("", None, record.document()),))
            continue
        former = changes.document_of(row)
        different = tuple(changes.differences(former, record.document()))
        yield Compared(kind, key, place, "changed" if different else "unchanged", record, former, different)


def is_verified_here(former: JsonValue) -> bool:
    """Return whether a person verified the stored value, or a part of it."""
    if isinstance(former, dict):
        return bool(former.get("verified_on")) or any(is_verified_here(one) for one in former.values())
    return isinstance(former, list) and any(map(is_verified_here, former))


def is_protected(difference: Difference) -> bool:
    """Return whether a stored value stays unless the operator chooses otherwise: verified, or a recorded test call."""
    return is_verified_here(difference.former) or (difference.field == _TEST and difference.former is not None)


def _demand_known_forms(record: Record, within: str) -> None:
    """Refuse an instrument that names a form which the program does not have. Raises `Invalid`."""
    for place, key in enumerate(record.forms if isinstance(record, Instrument) else ()):
        if key not in forms():
            raise Invalid(
                Phrase("There is no form {key}. Use the key of a form of this version.", key=key),
                code="unknown-form",
                field=f"{within}forms.{place}",
            )


async def demand_known_keys(
    session: Reading, wanted: Sequence[tuple[str, Record]], added: Collection[tuple[ReferenceKind, str]]
) -> None:
    """Refuse an instrument that names an unknown treaty, and a card that names an unknown instrument.

    Args:
        session: The transaction.
        wanted: The records, each with its place in the pack.
        added: Kind and key of records that the pack adds.

    Raises:
        Invalid: A record names one that is neither stored nor added.
    """
    known: dict[ReferenceKind, set[str]] = {}
    for place, one in wanted:
        for field, kind, key in _named(one):
            if kind not in known:
                stored = {each.record.identity for each in await records.list_of(session, TYPES[kind])}
                known[kind] = stored | {name for of, name in added if of == kind}
            if key not in known[kind]:
                raise Invalid(
                    Phrase("There is no record {key}. Import or add it first.", key=key),
                    code="unknown-record",
                    field=f"pack.{place}.{field}",
                )


def _named(record: Record) -> Iterator[tuple[str, ReferenceKind, str]]:
    """Yield the keys of other records that a record names, with the place and the kind."""
    if isinstance(record, Instrument):
        for place, key in enumerate(record.treaties):
            yield f"treaties.{place}", ReferenceKind.TREATIES, key
    elif isinstance(record, CountryCard):
        for place, rule in enumerate(record.languages.value or ()):
            for inside, key in enumerate(rule.instruments):
                yield f"languages.value.{place}.instruments.{inside}", ReferenceKind.INSTRUMENTS, key
