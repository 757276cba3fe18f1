"""Files about notices that somebody wrote with intent: whatever they say is refused by its field, or read as text."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Invalid
from app.services.requests.notices import documents
from app.services.requests.notices.drafting import CONTENT
from tests.factories.notices import listed
from tests.factories.team import Team, read_json

_NAMES = st.sampled_from(
    ["Event", "Object", "Attribute", "name", "value", "object_relation", "notice-color", "Forename"]
)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just("interpol-notice")
_JSON = st.recursive(
    _LEAVES, lambda one: st.lists(one, max_size=3) | st.dictionaries(_NAMES, one, max_size=4), max_leaves=12
)
_ATTRIBUTE = st.fixed_dictionaries({"object_relation": _NAMES | _JSON, "value": _JSON})


@settings(max_examples=60)
@given(attributes=st.lists(_ATTRIBUTE | _JSON, max_size=5) | _JSON, more=_JSON)
def test_whatever_a_misp_object_holds_is_text_of_known_fields(attributes: Any, more: Any) -> None:
    """Values of any type, at any place, and with any key: no other error, and nothing but the fields of a notice."""
    event = {"Event": {"Object": [{"name": "interpol-notice", "Attribute": attributes}, more]}}
    found = []
    with suppress(Invalid):  # the only refusal that a reader may answer with
        found = documents.read(json.dumps(event))
    for one in found:
        assert set(one.content) <= set(CONTENT)
        assert one.source == "misp"


@pytest.mark.parametrize(
    "document",
    [
        "[" * 100_000,
        '{"Event":' * 5_000 + "1" + "}" * 5_000,
        '{"name":"interpol-notice","Attribute":[{"value":"\\ud800"}]}',
        "\x00",
        "",
    ],
    ids=["brackets", "nested events", "half a character", "zero", "empty"],
)
def test_what_is_no_document_is_refused_and_exhausts_nothing(document: str) -> None:
    with pytest.raises(Invalid) as refused:
        documents.read(document)
    assert refused.value.field == "document"


async def test_names_with_hidden_characters_are_refused_by_the_field_and_draft_nothing(team: Team) -> None:
    """A name that reads as another's: the member sees which field, and no draft is left of the others of the file."""
    attributes = [("notice-color", "Yellow"), ("present-family-name", "Do\u202ee"), ("Forename", "Sam")]
    stated = [{"object_relation": name, "value": value} for name, value in attributes]
    document = json.dumps({"Object": [{"name": "interpol-notice", "Attribute": stated}]})
    client, path = team.client("noor"), team.path("/notices/imports")
    for form, rest in (({"document": document}, "/preview"), ({"document": document, "take": [0]}, "")):
        answer = await client.post(f"{path}{rest}", json=form)
        told = read_json(answer, answer.status_code)
        assert "\u202e" not in json.dumps(told, ensure_ascii=False), rest
    assert "\u202e" not in json.dumps(await listed(team), ensure_ascii=False)
