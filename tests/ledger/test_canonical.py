"""The canonical form: equal to `rfc8785` within the profile, refused outside it, and hashes as the formula says."""

import hashlib
import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.ledger.signing.canonical import (
    MAX_DEPTH,
    CanonicalError,
    canonical,
    canonical_entry,
    commitment,
    field_hash,
    field_hash_of,
    load,
    parse_entry,
)
from tests.support.shared_data import SHARED, needs_shared_data

MAX = 2**53 - 1
unicode = st.text(st.characters(exclude_categories=["Cs"]))
ascii_keys = st.text(st.characters(max_codepoint=127), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX, MAX) | unicode,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ascii_keys, inner, max_size=4),
    max_leaves=20,
)

ENTRY: dict[str, Any] = {
    "v": 1,
    "id": "0193e1a2-7c1e-7a3b-8f00-00000000002a",
    "ledger": "liaison.example/jits/0193e1a2-7c1e-7a3b-8f00-000000000001/0",
    "at": "2026-11-24T13:15:58.035801Z",
    "kind": "evidence.opened",
    "seat": "NL-07",
    "party": "NL",
    "subject": {"evidence": "0193e1a2-7c1e-7a3b-8f00-000000000002"},
    "led": "consultation",
    "purpose": "JIT_PURPOSE",
    "fields": {"actor": "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ="},
}


@given(values)
def test_within_the_profile_it_is_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)
    assert load(canonical(value)) == value


@given(st.lists(values, max_size=3))
def test_loading_takes_any_spelling(value: Any) -> None:
    assert load(json.dumps(value, indent=3).encode()) == value


# Of the six JCS vectors two are within the profile. The others hold floats (values, structures: 56.0) or keys that are
# not ASCII (french, weird): for them refusal is the right answer. Structures passes with the integer that 56.0 equals.
WITHIN, OUTSIDE = ("arrays", "unicode"), ("values", "structures", "french", "weird")


@needs_shared_data
@pytest.mark.parametrize("name", WITHIN)
def test_the_jcs_vectors_within_the_profile(name: str) -> None:
    vectors = SHARED / "vectors" / "rfc8785"
    expected = bytes.fromhex((vectors / "outhex" / f"{name}.txt").read_text())
    assert canonical(load((vectors / "input" / f"{name}.json").read_bytes())) == expected


@needs_shared_data
@pytest.mark.parametrize("name", OUTSIDE)
def test_the_jcs_vectors_outside_the_profile(name: str) -> None:
    with pytest.raises(CanonicalError):
        load((SHARED / "vectors" / "rfc8785" / "input" / f"{name}.json").read_bytes())


@needs_shared_data
def test_the_structures_vector_with_an_integer() -> None:
    vectors = SHARED / "vectors" / "rfc8785"
    text = (vectors / "input" / "structures.json").read_bytes().replace(b"56.0", b"56")
    assert canonical(load(text)) == (vectors / "output" / "structures.json").read_bytes()


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), b"bytes", {"é": 1}, {1: 2}, "\ud800", ("tuple",), nested(MAX_DEPTH + 1)],
)
def test_outside_the_profile_it_refuses(value: Any) -> None:
    with pytest.raises(CanonicalError):
        canonical({"here": [value]})


def test_refusals_name_the_place() -> None:
    with pytest.raises(CanonicalError, match=r"value\.a\[1\]"):
        canonical({"a": [1, 1.5]})
    assert canonical(nested(MAX_DEPTH)) == b"[" * MAX_DEPTH + b"1" + b"]" * MAX_DEPTH


@pytest.mark.parametrize(
    "text",
    [
        b'{"a":1,"a":2}',
        b'{"a":{"b":1,"b":1}}',
        b"1.0",
        b"1e3",
        b"NaN",
        b"-Infinity",
        b"9007199254740992",
        b"-" + b"9" * 5000,
        b'"\\ud800"',
        b"\xff",
        b"\xef\xbb\xbf{}",
        b"{",
        b"[" * 100_000,
        b"",
        '{"é":1}'.encode(),
    ],
)
def test_loading_refuses(text: bytes) -> None:
    with pytest.raises(CanonicalError):
        load(text)


def test_an_entry_comes_back() -> None:
    text = canonical_entry(ENTRY)
    assert text == rfc8785.dumps(ENTRY)
    assert parse_entry(text) == ENTRY
    assert parse_entry(canonical_entry(ENTRY | {"party": None, "purpose": None, "subject": {}, "fields": {}}))


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"v": True},
        {"id": "0193e1a2-7c1e-4a3b-8f00-00000000002a"},
        {"id": "0193E1A2-7C1E-7A3B-8F00-00000000002A"},
        {"ledger": ""},
        {"at": "2026-11-24T13:15:58Z"},
        {"at": "2026-11-24T13:15:58.035801+00:00"},
        {"at": "2026-02-30T13:15:58.035801Z"},
        {"at": None},
        {"kind": "opened"},
        {"kind": "evidence.opened\n"},
        {"seat": None},
        {"seat": 'NL"07'},
        {"party": ""},
        {"party": "Ö"},
        {"purpose": 7},
        {"led": "Other"},
        {"subject": None},
        {"subject": {"Evidence": "x"}},
        {"subject": {"evidence": "a\\b"}},
        {"subject": {"evidence": None}},
        {"fields": []},
        {"fields": {"actor": "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ"}},
        {"fields": {"actor": "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlR="}},
        {"fields": {"actor": "gSKyXg=="}},
        {"fields": {"Actor": "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ="}},
        {"fields": {"actor": 5}},
        {"extra": 1},
    ],
)
def test_an_entry_has_one_form(change: dict[str, Any]) -> None:
    with pytest.raises(CanonicalError):
        canonical_entry(ENTRY | change)


@pytest.mark.parametrize("key", ENTRY)
def test_every_key_of_an_entry_is_there(key: str) -> None:
    with pytest.raises(CanonicalError, match="has the keys"):
        canonical_entry({name: value for name, value in ENTRY.items() if name != key})


@pytest.mark.parametrize(
    "spelling", [lambda text: text + b" ", lambda text: text.replace(b'"v":1', b'"v":01'), lambda _: b"[]"]
)
def test_only_the_canonical_spelling_parses(spelling: Any) -> None:
    with pytest.raises(CanonicalError):
        parse_entry(spelling(canonical_entry(ENTRY)))


@given(ascii_keys.filter(bool), values, st.binary(min_size=32, max_size=32))
def test_a_field_hash_is_the_formula(name: str, value: Any, salt: bytes) -> None:
    expected = hashlib.sha256(b"liaison-field/v1\n" + salt + rfc8785.dumps([name, value])).digest()
    assert field_hash(name, value, salt) == field_hash_of(name, canonical(value), salt) == expected


@given(st.binary(min_size=32, max_size=32), st.binary())
def test_a_commitment_is_the_formula(salt: bytes, text: bytes) -> None:
    assert commitment(text, salt) == hashlib.sha256(b"liaison-entry/v1\n" + salt + text).digest()


@pytest.mark.parametrize("length", [0, 31, 33])
def test_salts_have_32_bytes(length: int) -> None:
    with pytest.raises(CanonicalError, match="32 bytes"):
        commitment(b"{}", bytes(length))
    with pytest.raises(CanonicalError, match="32 bytes"):
        field_hash("name", 1, bytes(length))
