"""Change the reference data, and read the history of changes. Operators only.

Every change keeps the former value and loses nothing. A changed value is unverified again. The database refuses writes
of other accounts (`app/schema/reference`). Not here: imports (`files.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock, jobs
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.models import Account, ReferenceChange, ReferenceRecord
from app.reference.catalogue import TYPES, DirectoryEntry, Instrument, ReferenceKind, TestCall
from app.reference.sourced import Quality, Record
from app.services.accounts import administration
from app.services.reference import versions
from app.services.reference.records import Stored, stored

_TEST: Final = "last_test"
#: Acts that can change a value. A verification and a test call do not.
_NEW_VALUES: Final = frozenset({"added", "changed", "imported"})
#: The job that tells leaders of changed values on which their requests relied (`services/requests/changed_values/jobs.py`).
USES_JOB: Final = "uses of reference data"


@dataclass(frozen=True, slots=True)
class Change:
    """A change in the history, with the name of the operator."""

    id: UUID
    field: str
    act: str
    former: JsonValue
    value: JsonValue
    at: datetime
    operator: str


async def change_value(
    session: Writing,
    person: Person,
    kind: ReferenceKind,
    key: str,
    expected: int,
    *,
    field: str,
    value: JsonValue,
    source: str | None,
    quality: Quality | None = None,
    declared_on: date | None = None,
) -> Stored[Record]:
    """Replace a value and its source; the verification ends. Statements of other sources stay.

    Args:
        session: The transaction.
        person: The operator.
        kind: Kind of the record.
        key: Its key.
        expected: The version that was read.
        field: Place of the value in the document, for example `languages` or `deadlines.0`.
        value: The new value, None for "not recorded".
        source: Where it was found.
        quality: How good the source is, None if that is not stated.
        declared_on: Day of the declaration or of the text.

    Raises:
        NotFound: There is no such record.
        Stale: It is not at version `expected`.
        Invalid: The record has no such value, or two deadlines would have the same key.
        ValidationError: The value does not fit; errors name the place in the record.
    """
    row = await locked(session, kind, key, expected)
    former = demand_value(document_of(row), field)
    wanted = former | {
        "value": value,
        "source": source,
        "quality": quality,
        "declared_on": None if declared_on is None else declared_on.isoformat(),
        "verified_on": None,
        "verified_by": None,
        "verified_against": None,
    }
    return await _replace(session, person, row, field, former, wanted, act="changed")


async def verify(
    session: Writing,
    person: Person,
    kind: ReferenceKind,
    key: str,
    expected: int,
    *,
    field: str,
    by: str,
    on: date,
    against: str,
) -> Stored[Record]:
    """Mark a value as verified by a named person on a day. Raises like `change_value`.

    `against`: the text or address that the person compared with the value.
    """
    row = await locked(session, kind, key, expected)
    former = demand_value(document_of(row), field)
    if former["value"] is None:
        raise Invalid("No value is recorded here. Enter the value first.", code="nothing-to-verify", field="field")
    wanted = former | {"verified_on": on.isoformat(), "verified_by": by, "verified_against": against}
    return await _replace(session, person, row, field, former, wanted, act="verified")


async def record_test(
    session: Writing, person: Person, key: str, expected: int, test: TestCall
) -> Stored[DirectoryEntry]:
    """Record a test call of a contact. The former one stays in the history. Raises like `change_value`."""
    row = await locked(session, ReferenceKind.DIRECTORY, key, expected)
    wanted = test.model_dump(mode="json", exclude_computed_fields=True)
    await _replace(session, person, row, _TEST, row.document.get(_TEST), wanted, act="tested")
    return stored(DirectoryEntry, row)


async def add(session: Writing, person: Person, record: DirectoryEntry) -> Stored[DirectoryEntry]:
    """Add a contact. Raises `Conflict` if the key is taken."""
    values = {
        "kind": ReferenceKind.DIRECTORY,
        "key": record.identity,
        "position": None,
        "document": record.document(),
        "version": 1,
        "changed_at": clock.now(),
    }
    made = insert(ReferenceRecord).values(values).on_conflict_do_nothing().returning(ReferenceRecord)
    row = (await session.scalars(made)).one_or_none()
    if row is None:
        raise Conflict(
            Phrase("{key} exists already. Choose another key, or edit the existing record.", key=record.identity),
            code="key-taken",
            field="key",
        )
    await note(session, person, row, Difference("", None, row.document), act="added")
    await administration.note(session, "reference.changed", record.identity)
    return stored(DirectoryEntry, row)


async def list_changes(
    session: Reading, kind: ReferenceKind, key: str, *, before: UUID | None, limit: int
) -> Sequence[Change]:
    """Return the changes of a record, newest first."""
    wanted = (
        select(ReferenceChange, Account.name)
        .join(Account, Account.id == ReferenceChange.operator)
        .where(ReferenceChange.kind == kind, ReferenceChange.key == key)
        .order_by(ReferenceChange.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(ReferenceChange.id < before)
    rows = await session.execute(wanted)
    return [Change(row.id, row.field, row.act, row.former, row.value, row.at, name) for row, name in rows]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which two documents differ. `former`, `value`: None where there is none."""

    field: str
    former: JsonValue
    value: JsonValue


def differences(former: JsonValue, value: JsonValue, field: str = "") -> Iterator[Difference]:
    """Yield the values in which two JSON documents differ; a value with its source is one."""
    if former == value:
        return
    if isinstance(former, dict) and isinstance(value, dict) and "verified_on" not in former:
        for name in sorted(former.keys() | value.keys()):
            yield from differences(former.get(name), value.get(name), f"{field}.{name}" if field else name)
    elif isinstance(former, list) and isinstance(value, list) and _have_same_members(former, value):
        for place, (one, other) in enumerate(zip(former, value, strict=True)):
            yield from differences(one, other, f"{field}.{place}")
    else:
        yield Difference(field, former, value)


def _have_same_members(former: list[JsonValue], value: list[JsonValue]) -> bool:
    """Return whether two lists hold values with sources about the same things in the same order."""
    return None not in (names := [_about(one) for one in former]) and names == [_about(one) for one in value]


def _about(member: JsonValue) -> str | None:
    """Return what a member of a list is about: its key, code or State; None for a member that is no value with a source."""
    if not isinstance(member, dict) or "verified_on" not in member:
        return None
    value = member["value"]
    if not isinstance(value, dict):
        return ""
    return next((str(value[name]) for name in ("key", "code", "country") if name in value), "")


async def note(session: Writing, person: Person, row: ReferenceRecord, difference: Difference, *, act: str) -> None:
    """Append a change to the history, and a version of each value that it changed."""
    if act in _NEW_VALUES:
        place = difference.field.split(".") if difference.field else []
        if await versions.add(session, row, _with(row.document, place, difference.former)):
            await jobs.enqueue(session, USES_JOB, f"{row.kind}/{row.key}")
    session.add(
        ReferenceChange(
            id=clock.new_id(),
            kind=row.kind,
            key=row.key,
            field=difference.field,
            act=act,
            former=difference.former,
            value=difference.value,
            at=clock.now(),
            operator=person.account,
        )
    )


async def locked(session: Writing, kind: ReferenceKind, key: str, expected: int | None = None) -> ReferenceRecord:
    """Return the row of a record and lock it. Raises `NotFound`, and `Stale` if it is not at version `expected`."""
    found = await session.get(ReferenceRecord, (kind, key), with_for_update=True)
    if found is None:
        raise NotFound
    if expected is not None and found.version != expected:
        raise Stale("Another operator changed this record. Reload it.", extra={"current": {"version": found.version}})
    return found


def demand_distinct(record: Record, within: str = "") -> None:
    """Refuse an instrument with two deadlines of one key. `within`: where the record is in a file. Raises `Invalid`."""
    if isinstance(record, Instrument):
        keys = [one.value.key for one in record.deadlines if one.value is not None]
        if len(keys) != len(set(keys)):
            raise Invalid("Two deadlines have the same key. Give each its own.", field=f"{within}deadlines")


def document_of(row: ReferenceRecord) -> dict[str, JsonValue]:
    """Return the document of a row with all fields that the record has in this version of the program."""
    return TYPES[ReferenceKind(row.kind)].model_validate(row.document).document()


def demand_value(document: dict[str, JsonValue], field: str) -> dict[str, JsonValue]:
    """Return the value with its source at a place. Raises `Invalid` if there is none."""
    found = _at(document, field)
    if not isinstance(found, dict) or "verified_on" not in found:
        raise Invalid("This record has no such value.", code="no-such-value", field="field")
    return found


def replace(row: ReferenceRecord, document: dict[str, JsonValue]) -> None:
    """Give a row its new document."""
    row.document, row.version, row.changed_at = document, row.version + 1, clock.now()


async def _replace(
    session: Writing,
    person: Person,
    row: ReferenceRecord,
    field: str,
    former: JsonValue,
    wanted: JsonValue,
    *,
    act: str,
) -> Stored[Record]:
    kind = ReferenceKind(row.kind)
    record = TYPES[kind].model_validate(_with(document_of(row), field.split("."), wanted))
    demand_distinct(record)
    document = record.document()
    replace(row, document)
    await note(session, person, row, Difference(field, former, _at(document, field)), act=act)
    await session.flush()
    await administration.note(session, "reference.changed", row.key)
    return stored(TYPES[kind], row)


def _with(document: JsonValue, place: Sequence[str], value: JsonValue) -> JsonValue:
    """Return a copy of the document with another value at a place that exists."""
    if not place:
        return value
    first, rest = place[0], place[1:]
    if isinstance(document, list):
        return [_with(one, rest, value) if str(at) == first else one for at, one in enumerate(document)]
    inside = document if isinstance(document, dict) else {}
    return inside | {first: _with(inside.get(first), rest, value)}


def _at(document: JsonValue, field: str) -> JsonValue:
    found = document
    for part in field.split("."):
        if isinstance(found, dict):
            found = found.get(part)
        elif isinstance(found, list) and part.isdecimal() and int(part) < len(found):
            found = found[int(part)]
        else:
            return None
    return found
