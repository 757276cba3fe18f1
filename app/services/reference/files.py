"""Export and import of reference data as a JSON file. Operators only.

An import adds records and changes existing ones; it removes none, and the history keeps every former value. The file is
validated whole by its type before anything is changed. Not here: the form of the file (`api/reference/views`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.models import ReferenceRecord
from app.reference.catalogue import TYPES, CountryCard, Instrument, ReferenceKind
from app.reference.forms.loading import forms
from app.reference.sourced import Record
from app.services.accounts import administration
from app.services.reference import changes, records
from app.services.reference.changes import Difference


@dataclass(frozen=True, slots=True)
class Imported:
    """Result of an import for one record."""

    key: str
    state: Literal["added", "changed", "unchanged"]
    differences: tuple[Difference, ...] = ()


async def export(session: Reading, kind: ReferenceKind) -> Sequence[Record]:
    """Return all records of a kind, in the order of the list."""
    return [one.record for one in await records.list_of(session, TYPES[kind])]


async def preview(session: Reading, kind: ReferenceKind, wanted: Sequence[Record]) -> Sequence[Imported]:
    """Return what an import of these records would do.

    Raises `Invalid` if two records, or two deadlines of one, have the same key, or if one names an unknown form,
    treaty or instrument.
    """
    found = await session.scalars(select(ReferenceRecord).where(ReferenceRecord.kind == kind))
    await _demand_known_keys(session, wanted)
    return list(_compared({row.key: row for row in found}, wanted))


async def apply(session: Writing, person: Person, kind: ReferenceKind, wanted: Sequence[Record]) -> Sequence[Imported]:
    """Add and change records. Raises `Invalid` as `preview` does, and `Conflict` if one was added meanwhile."""
    found = await session.scalars(
        select(ReferenceRecord).where(ReferenceRecord.kind == kind).order_by(ReferenceRecord.key).with_for_update()
    )
    rows = {row.key: row for row in found}
    await _demand_known_keys(session, wanted)
    done = list(_compared(rows, wanted))
    for record, one in zip(wanted, done, strict=True):
        if one.state == "added":
            rows[one.key] = ReferenceRecord(
                kind=kind, key=one.key, position=None, document=record.document(), version=1, changed_at=clock.now()
            )
            session.add(rows[one.key])
        elif one.state == "changed":
            changes.replace(rows[one.key], record.document())
    try:
        await session.flush()
    except IntegrityError as error:  # another operator added one of them meanwhile
        raise Conflict("Another operator changed this record. Reload it.", code="key-taken") from error
    for one in done:
        for difference in one.differences:
            await changes.note(session, person, rows[one.key], difference, act="imported")
    await session.flush()
    await administration.note(session, "reference.imported", kind)
    return done


def _compared(rows: dict[str, ReferenceRecord], wanted: Sequence[Record]) -> Iterator[Imported]:
    seen = set[str]()
    for place, record in enumerate(wanted):
        key = record.identity
        if key in seen:
            raise Invalid(
                Phrase("{key} is in the file twice. Remove one of them.", key=key),
                code="key-twice",
                field=f"entries.{place}.{record.IDENTITY}",
            )
        seen.add(key)
        changes.demand_distinct(record, f"entries.{place}.")
        _demand_known_forms(record, f"entries.{place}.")
        if key not in rows:
            yield Imported(key, "added", (Difference("", None, record.document()),))
            continue
        former = records.stored(
            type(record), rows[key]
        ).record.document()  # also with fields that are new in the format
        different = tuple(changes.differences(former, record.document()))
        yield Imported(key, "changed" if different else "unchanged", different)


def _demand_known_forms(record: Record, within: str) -> None:
    """Refuse an instrument that names a form which the program does not have. Raises `Invalid`."""
    for place, key in enumerate(record.forms if isinstance(record, Instrument) else ()):
        if key not in forms():
            raise Invalid(
                Phrase("There is no form {key}. Use the key of a form of this version.", key=key),
                code="unknown-form",
                field=f"{within}forms.{place}",
            )


async def _demand_known_keys(session: Reading, wanted: Sequence[Record]) -> None:
    """Refuse an instrument that names an unknown treaty, and a card that names an unknown instrument. Raises `Invalid`."""
    named = [
        (f"entries.{place}.{field}", kind, key) for place, one in enumerate(wanted) for field, kind, key in _named(one)
    ]
    known: dict[ReferenceKind, set[str]] = {}
    for field, kind, key in named:
        if kind not in known:
            known[kind] = {one.record.identity for one in await records.list_of(session, TYPES[kind])}
        if key not in known[kind]:
            raise Invalid(
                Phrase("There is no record {key}. Import or add it first.", key=key), code="unknown-record", field=field
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
