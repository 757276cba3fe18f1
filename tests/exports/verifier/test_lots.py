"""Entries are checked in lots, by one process or several: how they are cut and who checks changes no verdict."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any, NoReturn

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exports import verifier
from app.exports.verifier import Question, Wrong, check_line, open_fields, verify
from tests.exports.bundles import Files, laid_out, line, lines, with_lines
from tests.support.ledgers.reference_ledger import ReferenceEntry, ReferenceLedger, b64


def swapped(each: list[bytes]) -> list[bytes]:
    return [*each[:2], each[3], each[2], *each[4:]]


CHANGES: dict[str, Any] = {
    "nothing": lambda each: each,
    "swapped": swapped,
    "twice": lambda each: [*each[:3], each[2], *each[3:]],
    "an opening is missing": lambda each: each[:4] + each[5:],
    "the tail is missing": lambda each: each[:5],
    "the founding is last": lambda each: [*each[1:], each[0]],
    "a changed field": lambda each: [x.replace("Überprüfung".encode(), b"Pruefung") for x in each],
    "a changed entry": lambda each: [x.replace(b"DE-02", b"DE-03") for x in each],
    "no text": lambda each: [*each[:3], b"\xff\n", *each[3:]],
    "an empty line": lambda each: [*each[:3], b"\n", *each[3:]],
    "no last LF": lambda each: [*each[:-1], each[-1][:-1]],
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("lot", [1, 700, 1500])
def test_lots_of_any_size(
    what: str, lot: int, files: Files, ledger: ReferenceLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bag = laid_out(with_lines(files, CHANGES[what](lines(files)), ledger.key), tmp_path)
    whole = verify(bag)
    monkeypatch.setattr(verifier, "LOT", lot)
    cut = verify(bag)
    assert cut.exit == whole.exit
    assert whole.wrong[:1] == [each for each in cut.wrong if each in whole.wrong[:1]]
    if not whole.wrong:
        assert cut.text() == whole.text()
    assert bool(whole.wrong) == (what != "nothing")


def several(monkeypatch: pytest.MonkeyPatch) -> Question:
    """Two processes even for a bundle as small as the example's, a few lines each."""
    monkeypatch.setattr(verifier, "FOR_SEVERAL", 0)
    monkeypatch.setattr(verifier, "LOT", 1500)
    return Question(processes=2)


@pytest.mark.parametrize("what", ["nothing", "an opening is missing"])
def test_two_processes_say_what_one_says(
    what: str, files: Files, ledger: ReferenceLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bag = laid_out(with_lines(files, CHANGES[what](lines(files)), ledger.key), tmp_path)
    question = several(monkeypatch)
    monkeypatch.setattr(verifier, "check_lot", lambda *_: pytest.fail("checked in this process"))
    by_two = verify(bag, question).text()
    monkeypatch.undo()
    assert by_two == verify(bag).text()


@pytest.mark.parametrize(
    "error", [OSError("no semaphores"), ImportError("no _multiprocessing"), BrokenExecutor("killed")]
)
def test_where_no_second_process_can_be_had_one_does_it(
    error: Exception, zip_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = verify(zip_path).text()
    question = several(monkeypatch)

    def refuse(*_: object) -> NoReturn:
        raise error

    monkeypatch.setattr(verifier, "ProcessPoolExecutor", refuse)
    assert verify(zip_path, question).text() == alone


def test_a_line_longer_than_any_entry(
    files: Files, ledger: ReferenceLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifier, "MAX_LINE", 100)
    monkeypatch.setattr(verifier, "LOT", 100)
    found = verify(laid_out(with_lines(files, lines(files), ledger.key), tmp_path)).wrong
    assert "file data/entries.jsonl: line 1: does not end in LF, or is longer than any entry" in found


# A line and another reader of it

Texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SEPARATOR = {"x": {"salt": b64(bytes(32)), "value": 1}, "y": {"salt": b64(bytes(32)), "value": [{"salt": ""}]}}
Values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | Texts | st.just(SEPARATOR),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text('ab"\\\n}', max_size=4), each, max_size=3),
    max_leaves=6,
)
Fields = st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True), Values, max_size=4)


def test_every_bit_of_a_line_is_meant(ledger: ReferenceLedger) -> None:
    made = ledger.entries[6]
    text = line(made)[:-1]
    commitments = b"".join(ledger.commitments())
    assert check_line(text.decode(), commitments, ledger.origin).position == 6
    for at in range(len(text)):
        for bit in range(8):
            changed = text[:at] + bytes([text[at] ^ 1 << bit]) + text[at + 1 :]
            with pytest.raises((Wrong, UnicodeDecodeError)):
                check_line(changed.decode(), commitments, ledger.origin)


def entry_of(fields: dict[str, Any]) -> tuple[ReferenceEntry, str]:
    ledger = ReferenceLedger()
    return ledger.append("party.added", fields), ledger.origin


@settings(max_examples=150, deadline=None)
@given(Fields, st.data())
def test_any_fields_are_read_and_any_other_byte_is_found(fields: dict[str, Any], data: st.DataObject) -> None:
    made, origin = entry_of(fields)
    text = line(made)[:-1]
    entry = check_line(text.decode(), made.commitment, origin)
    assert {name: json.loads(value) for name, value in entry.texts.items()} == fields
    assert entry.texts == {name: rfc8785.dumps(value).decode() for name, value in fields.items()}
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != text[at]))
    with pytest.raises((Wrong, UnicodeDecodeError)):
        check_line((text[:at] + bytes([other]) + text[at + 1 :]).decode(), made.commitment, origin)
    with pytest.raises(Wrong):
        check_line((text[:at] + text[at + 1 :]).decode("utf-8", "replace"), made.commitment, origin)


def said_otherwise(texts: Iterable[tuple[str, str]], mark: str = '"') -> tuple[str, bytes]:
    """A line whose host has committed to these texts, canonical or not, and its commitment. `mark`: what stands before names."""
    hashes, shown = {}, []
    for name, text in texts:
        digest = hashlib.sha256(b"liaison-field/v1\n" + bytes(32) + f'[{mark}{name}",{text}]'.encode()).digest()
        hashes[name] = b64(digest)
        shown.append(f'{mark}{name}":{{"salt":"{b64(bytes(32))}","value":{text}}}')
    made, _ = entry_of({})
    canonical = made.canonical.decode().replace('"fields":{}', f'"fields":{json.dumps(hashes, separators=(",", ":"))}')
    commitment = hashlib.sha256(b"liaison-entry/v1\n" + bytes(32) + canonical.encode()).digest()
    escaped = canonical.replace('"', '\\"')
    fields = ",".join(shown)
    return f'{{"position":0,"salt":"{b64(bytes(32))}","canonical":"{escaped}","fields":{{{fields}}}}}', commitment


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ('{"a":1,"a":2}', "not canonical JSON, or repeats a key"),
        ('{"b":1,"a":2}', "not canonical JSON"),
        ('{"a": 1}', "not canonical JSON"),
        ('"\\u0041"', "not canonical JSON"),
        ("-0", "not canonical JSON"),
        ("01", "has more than salt and value"),
        ("1.0", "1.0 is not an integer"),
        ("1e2", "1e2 is not an integer"),
        ("9007199254740992", "beyond"),
        ("Infinity", "Infinity is not an integer"),
        ('{"\u00e9":1}', "a key is not ASCII"),
        ('"\\ud800"', "field f: "),
        ("nul", "not JSON"),
        ('"a"b"', "has more than salt and value"),
        ('{"n":1,"previous":nul}', "not JSON"),
    ],
)
def test_a_host_that_committed_to_another_form(text: str, finding: str) -> None:
    """The hash is right, and two readers could read two things: that is wrong too."""
    written, commitment = said_otherwise([("f", text)])
    with pytest.raises(Wrong, match="position 0: field f: ") as found:
        check_line(written, commitment, ReferenceLedger().origin)
    assert finding in str(found.value)


def test_the_same_host_honest() -> None:
    written, commitment = said_otherwise([("f", '{"a":1}'), ("g", '"A"')])
    assert check_line(written, commitment, ReferenceLedger().origin).texts == {"f": '{"a":1}', "g": '"A"'}


def test_a_field_twice() -> None:
    written, commitment = said_otherwise([("f", "1"), ("f", "1")])
    with pytest.raises(Wrong, match="position 0: field f: twice"):
        check_line(written, commitment, ReferenceLedger().origin)


@pytest.mark.parametrize("mark", ["X", "'", "[", "\u201c", "\\", " ", "", '""', '\\"', '{"'])
@pytest.mark.parametrize("count", [1, 2])
def test_a_host_that_committed_to_a_name_in_other_marks(mark: str, count: int) -> None:
    """The hash is right, and the line is no JSON: whoever reads it with another program does not read it at all."""
    written, commitment = said_otherwise([("f", '"A"'), ("g", '{"a":1}')][:count], mark)
    with pytest.raises(json.JSONDecodeError):
        json.loads(written)
    with pytest.raises(Wrong, match="position 0: field"):
        check_line(written, commitment, ReferenceLedger().origin)


class Whatever:
    """What every hash is equal to: for asking what is read, apart from what is bound."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class AnyName(dict[str, Any]):
    """An entry that binds every field."""

    def get(self, name: str, default: Any = None) -> Any:
        return Whatever() if re.fullmatch("[a-z][a-z0-9_]*", name) else default


def disclosed_of(fields: dict[str, Any]) -> str:
    each = (f'"{name}":{{"salt":"{b64(bytes(32))}","value":{rfc8785.dumps(fields[name]).decode()}}}' for name in fields)
    return ",".join(each)


@settings(max_examples=400, deadline=None)
@given(Fields, st.data())
def test_what_is_read_as_fields_is_the_json_that_others_read(fields: dict[str, Any], data: st.DataObject) -> None:
    """Whatever a host commits to: pieces of lines in any order, with anything between them."""
    text = disclosed_of(fields)
    assert open_fields(text, AnyName()).keys() == fields.keys()
    bits = st.sampled_from(
        [text[:n] for n in (1, 9)] + [*'"{}[],:\\X ', "},", '},"', '":{"salt":"', '","value":', text]
    )
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(bits) + text[at + data.draw(st.integers(0, 3)) :]
    try:
        read = open_fields(text, AnyName())
    except Wrong:
        return
    theirs = json.loads(f"{{{text}}}", object_pairs_hook=list)
    assert [name for name, _ in theirs] == list(read)
    for name, field in theirs:
        (salt, shown), (value, _) = field
        assert (salt, value) == ("salt", "value")
        assert len(base64.b64decode(shown, validate=True)) == 32, name
    assert {name: rfc8785.dumps(field["value"]).decode() for name, field in json.loads(f"{{{text}}}").items()} == read


@pytest.mark.parametrize(
    "text", ["[" * 33 + "]" * 33, '{"a":' * 33 + "1" + "}" * 33, '[{"\u00e9":1}]', '[[1,2],"\\ud800"]']
)
def test_a_value_beyond_the_profile(text: str) -> None:
    written, commitment = said_otherwise([("f", text)])
    with pytest.raises(Wrong, match="position 0: field f: "):
        check_line(written, commitment, ReferenceLedger().origin)


@pytest.mark.parametrize("text", ["[" * 32 + "]" * 32, "[" + ",".join(['{"a":[]}'] * 50) + "]"])
def test_a_value_within_it(text: str) -> None:
    written, commitment = said_otherwise([("f", text)])
    assert check_line(written, commitment, ReferenceLedger().origin).texts == {"f": text}
