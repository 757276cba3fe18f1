"""Files with forms: they have the committed schema, what they name exists and is used, and a mistake is named."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from app.access.requests.connections import Protocol
from app.reference.forms import loading
from app.reference.forms.file_format import FormFile
from app.reference.forms.model import Condition, Field
from tests.support import repository

SCHEMA = repository.ROOT / "docs" / "schemas" / "forms.json"
FILES = sorted(loading.FOLDER.glob("*.json"))
#: Lists that the program uses itself (`access/requests/forms/asked.py`).
USED_BY_THE_PROGRAM = {"identifier_kinds", "data_categories"}


def written() -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | FormFile.model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def test_committed_schema_is_current_and_every_file_has_it() -> None:
    assert SCHEMA.read_text("utf-8") == written(), "make generate writes it again"
    validator = jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for path in FILES:
        file = json.loads(path.read_text("utf-8"))
        assert [f"{path.name}: {one.instance_path}: {one.message}" for one in validator.iter_errors(file)] == []
        assert (path.parent / file["$schema"]).resolve() == SCHEMA


def test_every_named_list_condition_block_and_rule_is_used() -> None:
    files = {path.name: json.loads(path.read_text("utf-8")) for path in FILES}
    for name, file in files.items():
        readers = files.values() if name == loading.SHARED else (file,)
        used = {one for reader in readers for one in names_used(reader)}
        for kind in ("options", "conditions", "blocks", "rules"):
            unused = {(kind, one) for one in file.get(kind, {})} - used
            assert unused <= {("options", one) for one in USED_BY_THE_PROGRAM}, name


KINDS = {"block": "blocks", "condition": "conditions"}


def names_used(node: Any) -> Iterator[tuple[str, str]]:
    """Return what a file names, with its kind: the key `options` or `block`, for example, with a text as its value."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str):
                yield KINDS.get(str(key), str(key)), value
            if key == "rules" and isinstance(value, list):
                yield from (("rules", one) for one in value if isinstance(one, str))
            yield from names_used(value)
    elif isinstance(node, list):
        for one in node:
            yield from names_used(one)


def test_every_value_in_a_condition_is_an_option_of_its_field() -> None:
    checked = 0
    for form in loading.forms().values():
        fields = {path: one for _, path, one in form.walk()}
        conditions = [(path, one.when) for path, one in fields.items() if one.when is not None]
        for path, condition in conditions + [(rule.field, rule.broken_when) for rule in form.rules]:
            for leaf in leaves(condition):
                place = path.rpartition(".")[0] + leaf.field if leaf.field.startswith(".") else leaf.field
                assert leaf.value in values(fields[place], leaf), f"{form.key}: {path}"
                checked += 1
    assert checked > 500


def leaves(condition: Condition) -> Iterator[Condition]:
    if condition.parts:
        for one in condition.parts:
            yield from leaves(one)
    else:
        yield condition


def values(one: Field, leaf: Condition) -> set[str]:
    if leaf.test == "filled":
        return {""}
    assert (one.type.value == "choices") == (leaf.test == "has"), one.key
    return {option.key for option in one.options} or ({"yes", "no"} if one.type.value == "yes_no" else set())


def test_no_field_of_an_unverified_form_counts_as_read_in_its_source() -> None:
    unverified = {f"transfer_annex_{number}" for number in range(2, 7)}
    for key, form in loading.forms().items():
        for _, path, one in form.walk():
            assert one.is_verified == (bool(one.source) and key not in unverified), f"{key}: {path}"


def test_protocols_of_a_form_are_those_of_an_item() -> None:
    assert [one.key for one in loading.shared_options("protocols")] == list(Protocol)


#: A text of a file, what is written instead, and what the message says after the name of the file.
MISTAKES = [
    ('"need": "advised"', '"need": "perhaps"', r"forms\.0\.sections\.\d+\..*need: Input should be 'required'"),
    ('"type": "text"', '"type": "text", "colour": "red"', r"colour: Extra inputs are not permitted"),
    ('"fr": "Nature"', '"fr": " "', r"title\.fr: String should match"),
    ('{"block": "contact"}', '{"block": "contacts"}', r"\w+\.\w+: There are no blocks with the name contacts\."),
    ('"need": "advised"', '"need": "conditional"', r"A conditional field has a condition"),
    ('"options": "person_roles"', '"options": "roles"', r"\w+\.\w+: There are no options with the name roles\."),
    ('"is": "yes"', '"equals": "yes"', r"when.*: Write a condition with filled, is, has"),
    ('{"block": "contact"}', '{"block": "contact"}, {"block": "contact"}', r"Fields with the same key: address,"),
    ('{"block": "contact"}', '{"block": "contact", "change": {"x": {"need": "advised"}}}', r"contact has no field x\."),
    ('"key": "mla_request"', '"key": "eaw_reference"', None),
]


@pytest.mark.parametrize(("text", "mistake", "message"), MISTAKES)
def test_mistake_in_a_file_is_named_with_file_and_place(
    tmp_path: Path, text: str, mistake: str, message: str | None
) -> None:
    folder = shutil.copytree(loading.FOLDER, tmp_path / "forms")
    path = folder / "mutual-assistance.json"
    before, found, after = path.read_text("utf-8").rpartition(text)
    assert found, text
    path.write_text(before + mistake + after, "utf-8")
    expected = r"surrender\.json: eaw_reference: Another form has this key" if message is None else message
    with pytest.raises(loading.FormFileError, match=expected) as refused:
        loading.load(folder)
    assert re.match(r"(mutual-assistance|surrender)\.json: ", str(refused.value))


def test_block_needs_its_values_and_does_not_contain_itself(tmp_path: Path) -> None:
    folder = shutil.copytree(loading.FOLDER, tmp_path / "forms")
    path = folder / "orders.json"
    file = json.loads(path.read_text("utf-8"))
    use = next(one for one in file["forms"][0]["sections"][0]["fields"] if "block" in one)
    given = use.pop("with")
    path.write_text(json.dumps(file), "utf-8")
    with pytest.raises(loading.FormFileError, match=r"^orders\.json: freezing_certificate\.a: No value for annex"):
        loading.load(folder)
    use["with"] = given
    file["blocks"][use["block"]]["fields"].append({"block": use["block"], "with": given})
    path.write_text(json.dumps(file), "utf-8")
    with pytest.raises(loading.FormFileError, match="contains itself"):
        loading.load(folder)


if __name__ == "__main__":
    SCHEMA.write_text(written(), "utf-8")
