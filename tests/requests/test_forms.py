"""Forms: a complete example passes, and each needed field that is missing is named with its section."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import jsonschema_rs
import pytest

from app.access.requests.forms import checks, schemas
from app.access.requests.forms.catalogue import prefilled
from app.exports.document.shown import shown
from app.exports.requests.form import FormDocument
from app.i18n.phrases import Language
from app.reference import catalogue
from app.reference.forms.loading import forms
from app.reference.forms.model import Condition, Field, FieldType, Form, Need, Option, Section, Title
from tests.support import repository

FORMS = forms()
#: A value of each type.
VALUES: dict[FieldType, Any] = {
    FieldType.TEXT: "a",
    FieldType.LONG: "a\nb",
    FieldType.DATE: "2028-02-29",
    FieldType.MOMENT: "2026-03-14T11:22:33+01:00",
    FieldType.PERIOD: {"from": "2026-03-01", "until": "2026-03-14"},
    FieldType.COUNTRY: "FR",
    FieldType.YES_NO: True,
    FieldType.MONEY: {"amount": "1200.50", "currency": "EUR"},
    FieldType.FILES: ["A-1"],
}
WRONG: dict[FieldType, list[Any]] = {
    FieldType.TEXT: [1, "a\nb"],
    FieldType.LONG: [True],
    FieldType.DATE: ["2026-02-30", "20260314", "2026-W11-6", 1],
    FieldType.MOMENT: ["2026-03-14", "2026-03-14T11:22:33", "2026-03-14T25:22:33Z"],
    FieldType.PERIOD: [{"from": "2026-03-14", "until": "2026-03-01"}, {"begin": "2026-03-14"}, "2026"],
    FieldType.COUNTRY: ["France", "fr"],
    FieldType.YES_NO: ["yes", 1],
    FieldType.CHOICE: ["none of them", ["a"]],
    FieldType.CHOICES: ["a", ["none of them"], [["a"]]],
    FieldType.MONEY: [{"amount": "1,5", "currency": "EUR"}, {"amount": "1"}],
    FieldType.FILES: ["A-1", [1]],
    FieldType.GROUP: ["a"],
}


def example(one: Field) -> Any:
    """Return a value of a field, complete inside."""
    match one.type:
        case FieldType.GROUP:
            value: Any = {part.key: example(part) for part in one.fields}
        case FieldType.CHOICE:
            value = one.options[0].key
        case FieldType.CHOICES:
            value = [option.key for option in one.options]
        case _:
            value = VALUES[one.type]
    return [value] if one.is_list else value


def complete(form: Form) -> dict[str, Any]:
    values = {section.key: {one.key: example(one) for one in section.fields} for section in form.sections}
    for rule in form.rules:
        if checks.holds(rule.broken_when, values):
            correct(form, values, rule.broken_when)
    return values


def correct(form: Form, values: dict[str, Any], broken: Condition) -> None:
    """Change values until a condition no longer holds."""
    parts = broken.parts if broken.test == "all" else (broken,)
    for part in sorted(parts, key=lambda one: one.test != "none"):
        trial = deepcopy(values)
        if part.test == "none":
            satisfy(trial, {}, part.parts[0])
        elif not part.parts:
            unset(form, trial, part)
        if not checks.holds(broken, trial):
            values.update(trial)
            return
    pytest.fail(f"{form.key}: {broken}")


def unset(form: Form, values: dict[str, Any], condition: Condition) -> None:
    """Give a field the other option, or take its value away."""
    fields = {path: one for _, path, one in form.walk()}
    one = fields[condition.field]
    section, *_, key = condition.field.split(".")
    if condition.test == "filled":
        values[section].pop(key, None)
    elif one.type is FieldType.YES_NO:
        values[section][key] = condition.value == "no"
    elif one.type is FieldType.CHOICE:
        values[section][key] = next(option.key for option in one.options if option.key != condition.value)
    else:
        values[section][key] = [given for given in values[section][key] if given != condition.value]


def satisfy(values: dict[str, Any], item: dict[str, Any], condition: Condition) -> None:
    """Change values so that a condition holds."""
    match condition.test:
        case "all":
            for part in condition.parts:
                satisfy(values, item, part)
        case "any":
            satisfy(values, item, condition.parts[0])
        case "none":
            for part in condition.parts:
                target, key = place(values, item, (part.parts or (part,))[0].field)
                target.pop(key, None)
        case _:
            target, key = place(values, item, condition.field)
            if condition.test == "is":
                target[key] = {"yes": True, "no": False}.get(condition.value, condition.value)
            elif condition.test == "has":
                target[key] = [condition.value]
            else:
                assert key in target  # the complete example fills it


def place(values: dict[str, Any], item: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    if path.startswith("."):
        return item, path[1:]
    section, *groups, key = path.split(".")
    target = values[section]
    for one in groups:
        target = target[one]
    return target, key


def places(values: dict[str, Any], form: Form) -> Iterator[tuple[str, Field, dict[str, Any], str]]:
    """Return each field with the object that holds its value, and its path with positions."""

    def inside(path: str, fields: tuple[Field, ...], item: dict[str, Any]) -> Iterator[Any]:
        for one in fields:
            here = f"{path}.{one.key}"
            yield here, one, item
            if one.type is FieldType.GROUP and one.key in item:
                given = item[one.key]
                if one.is_list:
                    yield from inside(f"{here}.0", one.fields, given[0])
                else:
                    yield from inside(here, one.fields, given)

    for section in form.sections:
        for path, one, item in inside(section.key, section.fields, values[section.key]):
            yield path, one, item, section.key


@pytest.mark.parametrize("key", FORMS)
def test_complete_example_passes(key: str) -> None:
    values = complete(FORMS[key])
    assert checks.faults(FORMS[key], values) == []
    assert checks.check(FORMS[key], values) == []
    assert checks.advise(FORMS[key], values) == []


@pytest.mark.parametrize("key", FORMS)
def test_each_needed_field_that_is_missing_is_named(key: str) -> None:
    form = FORMS[key]
    paths = [(path, one.need) for path, one, *_ in places(complete(form), form)]
    for path, need in paths:
        if need not in (Need.REQUIRED, Need.CONDITIONAL):
            continue
        values = complete(form)
        one, item, section = next((one, item, where) for at, one, item, where in places(values, form) if at == path)
        if one.when is not None:
            satisfy(values, item, one.when)
            assert checks.holds(one.when, values, item), path
        nothing: tuple[Any, ...] = (None, "", [], {})
        for empty in nothing:
            item[one.key] = empty
            missing = [found for found in checks.check(form, values) if found.path.startswith(path)]
            assert missing, path
            assert missing[0].section == section
        assert missing[0].title == one.title or missing[0].path.startswith(f"{path}.")


@pytest.mark.parametrize("key", FORMS)
def test_conditional_field_is_not_needed_while_its_condition_does_not_hold(key: str) -> None:
    form = FORMS[key]
    needed = {found.path for found in checks.check(form, {})}
    conditional = {path for _, path, one in form.walk() if one.when is not None and one.when.test != "none"}
    assert not needed & conditional


@pytest.mark.parametrize("key", FORMS)
def test_form_is_well_formed(key: str) -> None:
    form = FORMS[key]
    fields = {path: one for _, path, one in form.walk()}
    siblings = [path for _, path, _ in form.walk()]
    assert len(siblings) == len(set(siblings))
    assert len({one.key for one in form.sections}) == len(form.sections)
    titles = [form.title, *(one.title for one in form.sections), *(rule.title for rule in form.rules)]
    titles += [title for one in fields.values() for title in (one.title, *(option.title for option in one.options))]
    assert all(isinstance(one, Title) and one.en.strip() and one.fr.strip() for one in titles)
    for path, one in fields.items():
        if one.when is not None:
            parent = path.rpartition(".")[0]
            assert all(target in fields for target in targets(one.when, parent)), path
        assert (one.type in (FieldType.CHOICE, FieldType.CHOICES)) == bool(one.options)
        assert (one.type is FieldType.GROUP) == bool(one.fields)
    for rule in form.rules:
        assert rule.field in fields
        assert all(target in fields for target in targets(rule.broken_when, ""))


def targets(condition: Condition, parent: str) -> Iterator[str]:
    if condition.parts:
        for part in condition.parts:
            yield from targets(part, parent)
    else:
        yield f"{parent}{condition.field}" if condition.field.startswith(".") else condition.field


@pytest.mark.parametrize("key", FORMS)
def test_schema_accepts_the_complete_example_and_no_other_field(key: str) -> None:
    form = FORMS[key]
    validator = jsonschema_rs.Draft202012Validator(schemas.schema(form))
    assert validator.is_valid(complete(form))
    assert validator.is_valid({})
    first = form.sections[0]
    assert not validator.is_valid({first.key: {"extra": "a"}})
    assert not validator.is_valid({"extra": {}})


@pytest.mark.parametrize("key", FORMS)
def test_description_has_every_field_in_both_languages(key: str) -> None:
    form = FORMS[key]
    english, french = (json.loads(json.dumps(schemas.described(form, one))) for one in ("en", "fr"))
    assert english["title"] == form.title.en
    assert french["title"] == form.title.fr
    first = form.sections[0]
    for described, language in ((english, "en"), (french, "fr")):
        titles = [one["title"] for one in described["sections"][0]["fields"]]
        assert titles == [getattr(one.title, language) for one in first.fields]


@pytest.mark.parametrize("key", FORMS)
def test_document_has_every_field_of_the_complete_example_in_its_order(key: str) -> None:
    form = FORMS[key]
    values = complete(form)
    document = FormDocument(
        form=form, values=values, missing=[], facts=[], number="NL-R-1", countries={"FR": "France"}, is_draft=True
    )
    languages: tuple[Language, ...] = ("en", "fr")
    for language in languages:
        sections = document.contents(language)["sections"]
        assert [one["title"] for one in sections] == [shown(getattr(one.title, language)) for one in form.sections]
        for section, told in zip(form.sections, sections, strict=True):
            labels = [row["label"].removesuffix(" 1") for row in told["rows"]]
            titles = [
                shown(getattr(one.title, language))
                for path, one, item, where in places(values, form)
                if where == section.key and one.key in item
            ]
            assert labels == titles


def test_document_has_the_box_of_every_option_unticked_ones_too() -> None:
    form = FORMS["eevidence_form_1"]
    values = {"c": {"deadline": "emergency"}, "f": {"categories": ["CONTENT"]}}
    document = FormDocument(
        form=form, values=values, missing=["i.type"], facts=[], number="", countries={}, is_draft=True
    )
    told = zip(form.sections, document.contents("en")["sections"], strict=True)
    rows = {section.key: {row["label"]: row for row in one["rows"]} for section, one in told}
    for path, ticked in (("c.deadline", "emergency"), ("f.categories", "CONTENT"), ("i.type", None)):
        (one,) = [one for _, place, one in form.walk() if place == path]
        boxes = [f"[{'x' if option.key == ticked else ' '}] {shown(option.title.en)}" for option in one.options]
        row = rows[path[0]][shown(one.title.en)]
        assert (row["value"].split("\n"), row["missing"]) == (boxes, ticked is None)
    (unvalidated,) = [one for _, place, one in form.walk() if place == "i.unvalidated"]
    assert rows["i"][shown(unvalidated.title.en)]["value"] == "[ ] Yes\n[ ] No"


@pytest.mark.parametrize("key", FORMS)
def test_document_without_values_has_every_field_with_an_empty_line(key: str) -> None:
    form = FORMS[key]
    document = FormDocument(form=form, values={}, missing=[], facts=[], number="", countries={}, is_draft=True)
    rows = [row for one in document.contents("en")["sections"] for row in one["rows"]]
    fields = [one for _, _, one in form.walk()]
    assert [row["label"] for row in rows] == [shown(one.title.en) for one in fields]
    is_text = [
        one.type not in {FieldType.GROUP, FieldType.YES_NO, FieldType.CHOICE, FieldType.CHOICES} for one in fields
    ]
    assert [row["value"] == "" for row in rows] == is_text


def test_documentation_lists_every_form_with_its_source() -> None:
    documented = (repository.ROOT / "docs" / "request-forms.md").read_text("utf-8").partition("## Forms")[2]
    rows = [f"| `{one.key}` | {one.title.en} | {one.source} | {one.version} |" for one in FORMS.values()]
    assert sorted(line for line in documented.splitlines() if line.startswith("| `")) == sorted(rows)
    assert f"There are {len(rows)} forms." in documented


@pytest.mark.parametrize("kind", FieldType)
def test_wrong_values_are_named(kind: FieldType) -> None:
    inside = (Field("a", Title("A", "A"), FieldType.TEXT),) if kind is FieldType.GROUP else ()
    options = (Option("one", Title("One", "Un")),) if kind in (FieldType.CHOICE, FieldType.CHOICES) else ()
    one = Field("b", Title("B", "B"), kind, Need.REQUIRED, options=options, fields=inside)
    form = Form("form", Title("Form", "Formulaire"), "1", "", (Section("a", Title("A", "A"), (one,)),))
    assert checks.faults(form, complete(form)) == []
    for wrong in WRONG[kind]:
        (fault,) = checks.faults(form, {"a": {"b": wrong}})
        assert (fault.section, fault.path, fault.reason) == ("a", "a.b", checks.WRONG[kind])


def test_unknown_sections_and_fields_and_lists_that_are_none_are_named() -> None:
    form = FORMS["tcy_preservation"]
    values = complete(form) | {"extra": {}}
    values["data"]["colour"] = "red"
    values["data"]["identifiers"] = {"kind": "ip"}
    assert {one.path: one.reason for one in checks.faults(form, values)} == {
        "data.identifiers": checks.NO_LIST,
        "data.colour": checks.UNKNOWN,
        "extra": checks.UNKNOWN,
    }


def test_address_needs_its_time_and_port_and_other_identifiers_do_not() -> None:
    form, values = FORMS["tcy_preservation"], complete(FORMS["tcy_preservation"])
    values["data"]["identifiers"] = [
        {"kind": "ip", "value": "203.0.113.7"},
        {"kind": "email", "value": "a@example.com"},
    ]
    assert [one.path for one in checks.check(form, values)] == ["data.identifiers.0.at"]
    advised = {one.path for one in checks.advise(form, values)}
    assert advised & {"data.identifiers.0.port", "data.identifiers.1.port"} == {"data.identifiers.0.port"}
    intercepted = complete(FORMS["eio_annex_c"])
    intercepted["b"]["targets"] = [{"kind": "ip", "value": "203.0.113.7"}]
    assert checks.check(FORMS["eio_annex_c"], intercepted) == [], "a target has no time in the past"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"i": {"type": "prosecutor"}}, "i.type"),
        ({"i": {"type": "other"}, "j": {"type": "prosecutor"}}, "j.type"),
        ({"i": {"type": "judge", "unvalidated": True}}, "i.unvalidated"),
        ({"c": {"deadline": "ten_days", "emergency_notified": False}}, "k.authority"),
        ({"c": {"deadline": "ten_days", "emergency_notified": False}}, "m.necessity"),
    ],
)
def test_rules_of_the_production_order(changes: dict[str, dict[str, Any]], field: str) -> None:
    form = FORMS["eevidence_form_1"]
    values = complete(form)
    values["c"] |= {"deadline": "notified"}
    values["f"]["categories"] = ["TRAFFIC"]
    values["i"] |= {"type": "judge", "unvalidated": False}
    values["j"]["type"] = "judge"
    assert checks.faults(form, values) == []
    for section, given in changes.items():
        values[section] |= given
    assert field in [fault.path for fault in checks.faults(form, values)]
    values["f"]["categories"] = ["SUBSCRIBER"]
    if field in ("i.type", "j.type", "i.unvalidated"):
        assert checks.faults(form, values) == []


#: Values of a form, a field that they make needed, and a change after which it is not needed any more.
CONDITIONS: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    ("eio_annex_a", {"c": {"kinds": ["video"]}}, "c.heard_video", {"c": {"kinds": ["telephone"]}}),
    ("eio_annex_a", {"c": {"kinds": ["real_time"]}}, "c.real_time", {"c": {"kinds": ["covert"]}}),
    ("eio_annex_a", {"h": {"h3_item": "stay"}}, "h.h3_date", {"h": {"h3_item": "stay", "h3_followup": "2027-01-04"}}),
    ("eio_annex_b", {"c": {"passed_on": True}}, "c.reference", {"c": {"passed_on": False}}),
    ("eevidence_form_1", {"f": {"categories": ["TRAFFIC"]}}, "f.traffic", {"f": {"categories": ["CONTENT"]}}),
    ("eevidence_form_1", {"f": {"content": ["other"]}}, "f.content_other", {"f": {"content": ["page"]}}),
    (
        "eevidence_form_1",
        {"i": {"type": "other"}},
        "a.validating_authority",
        {"i": {"type": "other", "unvalidated": True}},
    ),
    ("eevidence_form_2", {"f": {"type": "other"}}, "g.validator.name", {"f": {"type": "judge"}}),
    (
        "eevidence_form_1",
        {"c": {"deadline": "emergency", "emergency_notified": True}},
        "m.necessity",
        {"c": {"deadline": "ten_days", "emergency_notified": True}},
    ),
    ("eevidence_form_5", {"c": {"extended": True}}, "c.extended_on", {"c": {"extended": False}}),
    ("freezing_certificate", {"m": {"type": "other"}}, "n.signature.signature", {"m": {"type": "judicial"}}),
    ("freezing_certificate", {"k": {"decision": True}}, "k.contested", {"k": {"decision": False}}),
    ("confiscation_certificate", {"h": {"presence": "summoned"}}, "h.date", {"h": {"presence": "lawyer"}}),
    ("confiscation_certificate", {"h": {"presence": "informed"}}, "h.how", {"h": {"presence": "present"}}),
    ("mla_request", {"urgency": {"grounds": {"answer_by": "2027-01-04T00:00:00Z"}}}, "urgency.grounds.explanation", {}),
    ("mla_request", {}, "authorities.conducting.organisation", {"authorities": {"requesting_conducts": True}}),
    ("mla_request", {"measures": {"list": [{"kind": "service"}]}}, "measures.list.0.service_proof", {}),
    ("spontaneous_information", {"conditions": {"answer": "accepts"}}, "conditions.answered_at", {}),
    ("interpol_stop_payment", {"outcome": {"held": VALUES[FieldType.MONEY]}}, "outcome.holder", {}),
    (
        "interpol_notice",
        {"head": {"colour": "RED"}, "subject": {"identified_by": ["fingerprints"]}},
        "subject.family_name",
        {"head": {"colour": "RED"}, "subject": {"identified_by": ["photograph", "fingerprints"]}},
    ),
    (
        "interpol_notice",
        {"head": {"colour": "YELLOW"}, "subject": {"child": True}},
        "subject.guardian",
        {"head": {"colour": "YELLOW"}, "subject": {"child": False}},
    ),
]


@pytest.mark.parametrize(("key", "values", "path", "otherwise"), CONDITIONS)
def test_field_is_needed_only_under_the_condition_of_the_field_list(
    key: str, values: dict[str, Any], path: str, otherwise: dict[str, Any]
) -> None:
    form = FORMS[key]
    assert checks.wrong_values(form, values) == []
    assert path in {one.path for one in checks.check(form, values)}
    assert path not in {one.path for one in checks.check(form, otherwise)}


def test_each_instrument_words_the_category_of_fraud_as_its_annex_does() -> None:
    fields = {key: {at: one for _, at, one in FORMS[key].walk()} for key in ("eio_annex_a", "eevidence_form_1")}
    eio, epoc = fields["eio_annex_a"]["g.list_offences"], fields["eevidence_form_1"]["m.list_offences"]
    assert [one.key for one in eio.options] == [one.key for one in epoc.options] == [str(at) for at in range(1, 33)]
    assert [("1995" in one.title.en, "1995" in one.title.fr) for one in eio.options].index((True, True)) == 7
    assert ("2017/1371" in epoc.options[7].title.en, "2017/1371" in epoc.options[7].title.fr) == (True, True)


@pytest.mark.parametrize("key", ["tcy_preservation", "eevidence_form_1", "eio_annex_a", "mla_request"])
def test_draft_lacks_only_its_signature(key: str) -> None:
    form = FORMS[key]
    values = complete(form)
    for section in form.sections:
        for one in section.fields:
            if one.key in ("signature", "issued"):
                values[section.key].pop(one.key)
    missing = checks.check(form, values)
    assert missing
    assert all(one.is_signature for one in missing)


def test_section_for_the_authority_is_not_in_the_copy_for_the_provider() -> None:
    form = FORMS["eevidence_form_1"]
    assert checks.for_provider(form, complete(form)).keys() == complete(form).keys() - {"m"}


def test_case_fills_the_preservation_request() -> None:
    form = FORMS["tcy_preservation"]
    case = {
        "today": "2026-11-30",
        "request.reference": "402 UJs 17/26",
        "request.country": "US",
        "request.facts": "Sale of stolen credentials.",
        "request.offence": "Fraud",
        "request.identifiers": [{"kind": "email", "value": "a@example.com"}],
        "authority.name": "Prosecution office",
    }
    values = prefilled(form, case)
    assert values["request"] == {"date": "2026-11-30", "reference": "402 UJs 17/26"}
    assert values["case"] == {
        "offences": [{"name": "Fraud"}],
        "facts": {"summary": "Sale of stolen credentials."},
    }
    assert values["data"]["identifiers"] == case["request.identifiers"]
    assert checks.faults(form, values) == []


@pytest.mark.parametrize("key", FORMS)
def test_own_authority_and_signature_fill_no_other_authority(key: str) -> None:
    form = FORMS[key]
    names = {one.prefill for *_, one in form.walk() if one.prefill.startswith(("authority.", "signature."))}
    values = prefilled(form, dict.fromkeys(names, "own"))
    assert checks.faults(form, values) == []
    assert {one.path for one in checks.check(form, values)} <= {one.path for one in checks.check(form, {})} | {
        f"{path}.{part.key}"
        for _, path, one in form.walk()
        if one.prefill in ("authority", "signature")
        for part in one.fields
    }


def test_every_form_of_an_instrument_exists() -> None:
    named = {form for instrument in catalogue.instruments().values() for form in instrument.forms}
    assert named - FORMS.keys() == set()
