"""Export and import of reference data as a pack: files of several kinds at once. Operators only.

An import adds and changes records; it removes none, and the history keeps every former value. It names the comparison that
the operator saw. Values that a person verified here stay unless the operator chooses to replace them.
Not here: the comparison (`comparison.py`), and the form of a pack (`api/reference/views`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue, ValidationError
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.models import ReferenceRecord
from app.reference.catalogue import TYPES, ReferenceKind
from app.reference.sourced import Record
from app.services.accounts import administration
from app.services.reference import changes, comparison, records
from app.services.reference.changes import Difference
from app.services.reference.comparison import Compared, Comparison, Pack


@dataclass(frozen=True, slots=True)
class Imported:
    """Result of an import: numbers of added records, of changed records, and of values that the operator kept."""

    added: int
    changed: int
    kept: int


async def export(session: Reading, kind: ReferenceKind) -> Sequence[Record]:
    """Return all records of a kind, in the order of the list."""
    return [one.record for one in await records.list_of(session, TYPES[kind])]


async def apply(
    session: Writing,
    person: Person,
    pack: Pack,
    digest: str,
    *,
    keep: Collection[str] = (),
    replace: Collection[str] = (),
) -> Imported:
    """Add and change records as an operator chose.

    Args:
        session: The transaction.
        person: The operator.
        pack: The files.
        digest: The digest of the comparison that the operator saw.
        keep: Identifiers of differences of which the stored value stays.
        replace: Identifiers of differences that replace a value which a person verified here.

    Raises:
        Invalid: As `compare`; or a choice names no difference; or the chosen values of a record do not fit together.
        Conflict: The comparison is another one by now.
    """
    rows = list(await session.scalars(comparison.rows_of(pack).with_for_update()))
    seen = await comparison.compare_rows(session, pack, rows)
    if seen.digest != digest:
        raise Conflict(
            "The reference data changed since you saw the differences. Look at the differences again.",
            code="import-changed",
        )
    _demand_known_choices(seen, {"keep": keep, "replace": replace})
    chosen = [(one, _taken(one, keep, replace)) for one in seen.records if one.state != "unchanged"]
    results = [(one, taken, _merged(one, taken)) for one, taken in chosen if taken]
    await comparison.demand_known_keys(
        session,
        [(one.place, record) for one, _, record in results],
        {(one.kind, one.key) for one, _, _ in results if one.former is None},
    )
    await _store(session, person, {(row.kind, row.key): row for row in rows}, results)
    for kind in dict.fromkeys(one.kind for one, _, _ in results):
        await administration.note(session, "reference.imported", kind)
    added = sum(one.former is None for one, _, _ in results)
    kept = sum(len(one.differences) for one in seen.records) - sum(len(taken) for _, taken in chosen)
    return Imported(added, len(results) - added, kept)


def _demand_known_choices(seen: Comparison, choices: Mapping[str, Collection[str]]) -> None:
    """Refuse a choice about something that does not differ. Raises `Invalid`."""
    known = {one.identifier(each) for one in seen.records for each in one.differences}
    for field, named in choices.items():
        if unknown := sorted(set(named) - known):
            raise Invalid(
                Phrase("{key} does not differ. Look at the differences again.", key=unknown[0]),
                code="unknown-choice",
                field=field,
            )


def _taken(one: Compared, keep: Collection[str], replace: Collection[str]) -> tuple[Difference, ...]:
    """Return the differences of a record that are imported."""
    named = [(one.identifier(each), each) for each in one.differences]
    return tuple(
        each for name, each in named if name not in keep and (name in replace or not comparison.is_protected(each))
    )


def _merged(one: Compared, taken: Sequence[Difference]) -> Record:
    """Return a record of the pack with the stored values that stay. Raises `Invalid` if they do not fit together."""
    document: JsonValue = one.record.document()
    for difference in one.differences:
        if difference not in taken:
            document = _copied(document, one.former, difference.field.split("."))
    try:
        merged = TYPES[one.kind].model_validate(document)
    except ValidationError as error:
        raise _unfit(one) from error
    changes.demand_distinct(merged, f"pack.{one.place}.")
    return merged


def _unfit(one: Compared) -> Invalid:
    return Invalid(
        Phrase(
            "The values that you keep and replace in {key} do not fit together. Choose all of them or none.",
            key=one.key,
        ),
        code="choices-do-not-fit",
        field=f"pack.{one.place}",
    )


def _copied(target: JsonValue, origin: JsonValue, place: Sequence[str]) -> JsonValue:
    """Return a document with what another one has at a place; without it if the other one has nothing there."""
    if not place:
        return origin
    first, rest = place[0], place[1:]
    if isinstance(target, list) and isinstance(origin, list):
        return [_copied(one, origin[at], rest) if str(at) == first else one for at, one in enumerate(target)]
    if not isinstance(target, dict) or not isinstance(origin, dict):
        return target
    if first not in origin:
        return {name: one for name, one in target.items() if name != first}
    return target | {first: _copied(target.get(first), origin[first], rest)}


async def _store(
    session: Writing,
    person: Person,
    rows: dict[tuple[str, str], ReferenceRecord],
    results: Sequence[tuple[Compared, Sequence[Difference], Record]],
) -> None:
    """Write the records and their history. Raises `Conflict` if another operator added one of them meanwhile."""
    for one, _, record in results:
        if one.former is not None:
            changes.replace(rows[one.kind, one.key], record.document())
            continue
        rows[one.kind, one.key] = ReferenceRecord(
            kind=one.kind, key=one.key, position=None, document=record.document(), version=1, changed_at=clock.now()
        )
        session.add(rows[one.kind, one.key])
    try:
        await session.flush()
    except IntegrityError as error:
        raise Conflict("Another operator changed this record. Reload it.", code="key-taken") from error
    for one, taken, _ in results:
        for difference in taken:
            await changes.note(session, person, rows[one.kind, one.key], difference, act="imported")
    await session.flush()
