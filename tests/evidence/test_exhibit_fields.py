"""The list of exhibit fields agrees with columns, API, ledger, search and erasure, for each field in it."""

import re
from typing import Any

from app.access.exhibit_fields import BY_NAME, FIELDS, HANDLING_TEXT, OBTAINED, TITLE, ExhibitField, FieldType
from app.exports.case import _description as description_of
from app.exports.document.exhibits import ExhibitSummary
from app.models import Evidence, Provenance
from app.schema import FOLDER
from tests.factories.evidence import describe, listed, register, release, see, try_register
from tests.factories.team import Team, read_json

#: Two values of each type. Texts carry the name of their field, so that a search for it finds this field alone.
VALUES: dict[FieldType, tuple[Any, Any]] = {
    FieldType.LINE: ("first {}", "second {}"),
    FieldType.PARAGRAPH: ("first {}", "first {}, and more"),
    FieldType.LANGUAGE: ("de", "nl"),
    FieldType.MOMENT: ("2026-05-16T07:30:00.000000Z", "2026-05-17T07:30:00.000000Z"),
    FieldType.ZONE: ("Europe/Berlin", "Europe/Paris"),
    FieldType.WHOLE_NUMBER: (1250, 1300),
}
SEARCHED = (FieldType.LINE, FieldType.PARAGRAPH)


def word(field: ExhibitField) -> str:
    """A word that only this field contains."""
    return f"x{field.name.replace('_', '')}x"


def value(field: ExhibitField, which: int) -> Any:
    given = VALUES[field.type][which]
    return given.format(word(field)) if field.type in SEARCHED else given


def test_each_field_is_a_column_that_may_be_empty_unless_it_is_required() -> None:
    columns = Provenance.__table__.columns
    assert not Evidence.__table__.columns[TITLE.name].nullable
    for one in OBTAINED:
        assert columns[one.name].nullable is (not one.required or one is HANDLING_TEXT), one.name


def test_erasure_clears_the_columns_of_erasable_fields() -> None:
    sql = (FOLDER / "retention/erasing_fields.sql").read_text()
    cleared = set(re.findall(r"(\w+) = any \(words\)", sql)) & BY_NAME.keys()
    assert cleared == {one.name for one in FIELDS if one.erasable}


def test_packages_state_the_fields_that_the_list_names() -> None:
    stated = {one.name: value(one, 0) for one in FIELDS}
    summary = ExhibitSummary("NL-2026-1")
    summary.take("evidence.registered", stated)
    assert summary.facts.keys() == {one.name for one in FIELDS if one.in_document}
    lines = {line.partition(":")[0] for line in description_of(stated).splitlines()}
    assert lines == {one.name for one in FIELDS if one.in_case}


async def test_each_field_is_registered_shown_searched_and_edited_as_the_list_says(team: Team) -> None:
    stated = {one.name: value(one, 0) for one in FIELDS}
    exhibit = await register(team, "noor", release("FR", "listed"), kind="physical", handling=["H3"], **stated)
    (entry,) = await team.entries("noor", "evidence.registered")
    unread = read_json(await see(team, "claire", exhibit))
    for one in FIELDS:
        assert exhibit[one.name] == entry["fields"][one.name]["value"] == stated[one.name], one.name
        assert unread[one.name] == (stated[one.name] if one is TITLE else None), one.name
        if one.type in SEARCHED:
            found = await listed(team, "noor", f"?q={word(one)}")
            assert bool(found) is one.in_search, one.name
    for one in FIELDS:
        changes = {TITLE.name: exhibit[TITLE.name], one.name: value(one, 1)}
        answer = await describe(team, "noor", exhibit, **changes)
        assert answer.status_code == (200 if one.editable else 422), one.name
        if one.editable:
            exhibit = answer.json()
            assert exhibit[one.name] == value(one, 1), one.name
            emptied = await describe(team, "noor", exhibit, **changes | {one.name: None})
            assert emptied.status_code == (422 if one.required else 200), one.name
            exhibit = read_json(await see(team, "noor", exhibit))
    edits = [one["fields"]["changes"]["value"] for one in await team.entries("noor", "evidence.described")]
    assert {name for edit in edits for name in edit} == {one.name for one in FIELDS if one.editable}


async def test_fields_of_other_kinds_are_refused_at_registration_and_edit(team: Team) -> None:
    exhibit = await register(team)
    for one in FIELDS:
        if one.kinds is not None and exhibit["kind"] not in one.kinds:
            stated = {one.name: value(one, 0)}
            for answer in (await try_register(team, "noor", **stated), await describe(team, "noor", exhibit, **stated)):
                assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, one.name)
    for wrong in (0, -1, 1.5, True, "1250", 10**13):
        assert (await try_register(team, kind="physical", weight_grams=wrong)).status_code == 422, wrong


async def test_entry_of_a_registration_has_no_empty_field_that_was_added_later(team: Team) -> None:
    await register(team, "noor", description=None, acquired_zone=None)
    (entry,) = await team.entries("noor", "evidence.registered")
    assert BY_NAME.keys() - entry["fields"].keys() == {one.name for one in FIELDS if not one.always_in_entry}
