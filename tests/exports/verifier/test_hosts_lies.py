"""What the host itself, with the ledger's key in hand, could write into a ledger and is caught at."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exports import verifier
from app.exports.bundle import BundleError
from app.exports.verifier import Question, parse_keys, verify
from tests.exports.bundles import bundle, by_hand, laid_out, line, resealed
from tests.support.ledgers.reference_ledger import ACTOR, EXPORT, HIDDEN, LANTERN, ORIGIN, ReferenceLedger, b64, example

SHOWN = [0, 2, 4, 5, 6, 8]  # the founding, and what is about the exhibit


def before_export() -> ReferenceLedger:
    """The example up to its export."""
    ledger = example()
    ledger.entries.pop()
    ledger.heads[LANTERN] = (5, ledger.entries[8].commitment)
    return ledger


def exported(ledger: ReferenceLedger, **fields: Any) -> ReferenceLedger:
    tip = ledger.heads[LANTERN][0] + 1
    said = {"actor": ACTOR, "profile": "court", "tip": tip} | fields
    ledger.append("export.made", said, seat="NL-09", subject={"evidence": LANTERN, "export": EXPORT}, led="disclosure")
    return ledger


def findings(ledger: ReferenceLedger, folder: Path, *, leave: int | None = None) -> list[str]:
    shown = [*SHOWN, *range(9, len(ledger.entries))]
    return verify(laid_out(by_hand(ledger, shown=[each for each in shown if each != leave]), folder)).wrong


def test_an_honest_ledger_passes(tmp_path: Path) -> None:
    assert findings(exported(before_export()), tmp_path) == []


def test_an_exhibit_goes_on_after_its_export(tmp_path: Path) -> None:
    ledger = exported(before_export())
    ledger.append("evidence.described", {"actor": ACTOR}, subject={"evidence": LANTERN})
    assert findings(ledger, tmp_path) == []


def add(kind: str = "evidence.described", **changes: Any) -> Callable[[ReferenceLedger], object]:
    return lambda ledger: ledger.append(kind, {"actor": ACTOR}, subject={"evidence": LANTERN}, **changes)


COMMITMENTS = [b64(each) for each in example().commitments()]


@pytest.mark.parametrize(
    ("lie", "finding"),
    [
        (add("jit.founded"), "position 9: a second founding of the team"),
        (add(ledger="liaison.example/other"), "position 9: the entry is of another ledger, liaison.example/other"),
        (add(v=2), "position 9: the entry is not canonical, or has not the form of an entry"),
        (add(at="2026-02-30T00:00:00.000000Z"), "position 9: at is no time"),
        (add(extra=1), "position 9: the entry is not canonical, or has not the form of an entry"),
        (
            add(chain={"n": 5, "previous": COMMITMENTS[6]}),
            "position 9: entry n=5 of the exhibit comes after n=5: order or repetition",
        ),
        (
            add(chain={"n": 6, "previous": COMMITMENTS[6]}),
            "position 9: field chain: previous is not the commitment of entry n=5",
        ),
        (add(chain={"n": 6, "previous": None}), "position 9: field chain: previous is not the commitment of entry n=5"),
        (
            add(chain={"n": 7, "previous": COMMITMENTS[8]}),
            "position 9: field chain: previous is no entry between 8 and 9",
        ),
        (add(chain={"n": 7, "previous": "x"}), "position 9: field chain: missing or not of its form"),
        (add(chain={"n": 7, "previous": 7}), "position 9: field chain: missing or not of its form"),
        (
            add(chain={"n": 6, "previous": COMMITMENTS[8], "x": 1}),
            "position 9: field chain: missing or not of its form",
        ),
        (add(chain={"n": True, "previous": None}), "position 9: field chain: missing or not of its form"),
    ],
)
def test_an_entry_that_lies(lie: Callable[[ReferenceLedger], object], finding: str, tmp_path: Path) -> None:
    ledger = before_export()
    lie(ledger)
    assert finding in findings(exported(ledger), tmp_path)


def test_an_id_twice(tmp_path: Path) -> None:
    ledger = before_export()
    entry_id = ledger.entries[8].canonical.partition(b'"id":"')[2][:36].decode()
    add(id=entry_id)(ledger)
    assert "position 9: its id is that of an earlier entry" in findings(exported(ledger), tmp_path)


@pytest.mark.parametrize("value", [{"\u00e9": 1}, [{"a": {"\u00e9": 1}}]])
def test_a_key_that_rfc_8785_would_sort_in_another_way(value: Any, tmp_path: Path) -> None:
    ledger = before_export()
    ledger.append("evidence.described", {"changes": value}, subject={"evidence": LANTERN})
    assert "position 9: field changes: a key is not ASCII" in findings(exported(ledger), tmp_path)


def test_a_chain_of_no_exhibit(tmp_path: Path) -> None:
    ledger = before_export()
    ledger.append("party.added", {"chain": {"n": 1, "previous": None}})
    assert "position 9: field chain: the entry is not about one exhibit" in findings(exported(ledger), tmp_path)


def test_another_founding_at_the_beginning(tmp_path: Path) -> None:
    ledger = ReferenceLedger()
    ledger.append("party.added", {"actor": ACTOR})
    found = verify(laid_out(by_hand(ledger, shown=[0]), tmp_path)).wrong
    assert found[0] == "position 0: is not the founding of the team"


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        ({"tip": 5}, "position 9: field tip: not the entry's own number, n=6"),
        ({"tip": "6"}, "position 9: field tip: not the entry's own number, n=6"),
        ({"profile": "archive"}, "position 9: states another profile or exhibit than bag-info.txt"),
    ],
)
def test_an_export_that_lies(fields: dict[str, Any], finding: str, tmp_path: Path) -> None:
    assert findings(exported(before_export(), **fields), tmp_path) == [finding]


def test_the_registration_is_left_out(tmp_path: Path) -> None:
    found = findings(exported(before_export()), tmp_path, leave=2)
    assert found == [f"exhibit {LANTERN}: its registration, n=1, is missing from a court bundle"]


def again(ledger: ReferenceLedger, originator: Any = "DE") -> ReferenceLedger:
    """The host registers the exhibit a second time, under another number and for another party."""
    said = {"actor": ACTOR, "exhibit_number": "DE-2026-AAAAAAAA", "originator": originator}
    ledger.append("evidence.registered", said, seat="system", party=None, subject={"evidence": LANTERN})
    return ledger


SECOND = "position 9: evidence.registered is the first entry of an exhibit, and this is n=6"
OMITTED = "exhibit NL-2026-7KQ4M9TX: entry n=4 is missing between positions 5 and 8"


@pytest.mark.parametrize("lot", [1, 1 << 20])
@pytest.mark.parametrize("originator", ["DE", "NL", None])
def test_a_second_registration_names_no_other_originator(
    originator: str | None, lot: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the originator's own bundle could leave out an opening, as another party's may."""
    monkeypatch.setattr(verifier, "LOT", lot)
    whole, cut = (findings(exported(again(before_export(), originator)), tmp_path, leave=leave) for leave in (None, 6))
    assert whole == [SECOND]
    assert cut == [SECOND, f"{OMITTED}: a court bundle of the originator has no gaps"]


def test_a_second_registration_stands_for_no_first_one(tmp_path: Path) -> None:
    found = findings(exported(again(before_export())), tmp_path, leave=2)
    assert found == [SECOND, f"exhibit {LANTERN}: its registration, n=1, is missing from a court bundle"]


def test_a_second_export_makes_it_no_other_party_s_bundle(tmp_path: Path) -> None:
    """Nor does an entry that says that another party asked for this very bundle, and so may have gaps."""
    ledger = before_export()
    said = {"actor": ACTOR, "profile": "court", "tip": 6}
    ledger.append("export.made", said, party="DE", seat="DE-05", subject={"evidence": LANTERN, "export": EXPORT})
    assert findings(exported(ledger), tmp_path, leave=6) == ["position 10: a second export.made of this bundle"]


def test_a_registration_behind_something_else(tmp_path: Path) -> None:
    ledger = example()
    del ledger.entries[2:]
    ledger.heads.clear()
    add()(ledger)
    found = verify(laid_out(by_hand(exported(again(ledger)), shown=range(5)), tmp_path)).wrong
    assert found == [
        "position 3: evidence.registered is the first entry of an exhibit, and this is n=2",
        f"exhibit {LANTERN}: its registration, n=1, is missing from a court bundle",
    ]


def test_a_joint_exhibit_has_one_originator_that_is_held_to_no_gaps(tmp_path: Path) -> None:
    """The others are named by an entry of their own; their bundles list what is missing, as any other party's do."""
    ledger = before_export()
    ledger.append("evidence.joint", {"actor": ACTOR, "parties": ["DE"]}, subject={"evidence": LANTERN})
    assert findings(exported(ledger), tmp_path) == []
    assert findings(ledger, tmp_path, leave=6) == [f"{OMITTED}: a court bundle of the originator has no gaps"]
    ledger.entries.pop()
    ledger.heads[LANTERN] = (6, ledger.entries[9].commitment)
    tip = {"actor": ACTOR, "profile": "court", "tip": 7}
    ledger.append("export.made", tip, party="DE", seat="DE-05", subject={"evidence": LANTERN, "export": EXPORT})
    assert findings(ledger, tmp_path, leave=6) == []


def test_a_party_that_does_not_read_the_registration(tmp_path: Path) -> None:
    """An archive of what one party reads may begin in the middle of an exhibit, whose number is then not known."""
    ledger = archive({LANTERN: 5, HIDDEN: 2})
    report = verify(laid_out(by_hand(ledger, shown=[0, 4, 5, 6, 8, 9], profile="archive"), tmp_path))
    assert report.wrong == []
    assert f"exhibit {LANTERN}: 1 of its entries, n = 1" in report.withheld


def test_another_party_may_have_gaps_and_they_are_listed(tmp_path: Path) -> None:
    ledger = before_export()
    tip = {"actor": ACTOR, "profile": "court", "tip": 6}
    ledger.append("export.made", tip, party="DE", seat="DE-05", subject={"evidence": LANTERN, "export": EXPORT})
    report = verify(laid_out(by_hand(ledger, shown=[0, 2, 4, 6, 9]), tmp_path))
    assert report.wrong == []
    assert "exhibit NL-2026-7KQ4M9TX: 2 of its entries, n = 3, 5" in report.withheld


def archive(heads: Any) -> ReferenceLedger:
    ledger = before_export()
    ledger.append("export.made", {"actor": ACTOR, "profile": "archive", "heads": heads}, subject={"export": EXPORT})
    return ledger


def test_an_archive_counts_what_it_withholds(tmp_path: Path) -> None:
    ledger = archive({LANTERN: 5, HIDDEN: 2})
    everything = verify(laid_out(by_hand(ledger, shown=range(10), profile="archive"), tmp_path))
    assert (everything.wrong, everything.withheld) == ([], [])
    report = verify(laid_out(by_hand(ledger, shown=[0, 1, 2, 4, 9], profile="archive"), tmp_path))
    assert report.wrong == []
    assert report.withheld == [
        "5 of 10 entries",
        "exhibit NL-2026-7KQ4M9TX: 3 of its entries, n = 3-5",
        f"exhibit {HIDDEN}: 2 of its entries, n = 1-2",
    ]


@pytest.mark.parametrize("heads", [None, {LANTERN: "5"}, [], {LANTERN: True}])
def test_heads_that_are_none(heads: Any, tmp_path: Path) -> None:
    report = verify(laid_out(by_hand(archive(heads), shown=range(10), profile="archive"), tmp_path))
    assert report.wrong == ["position 9: field heads: missing or not of its form"]


def test_a_court_bundle_is_about_an_exhibit(tmp_path: Path) -> None:
    ledger = before_export()
    ledger.append("export.made", {"actor": ACTOR, "profile": "court", "heads": {}}, subject={"export": EXPORT})
    files = by_hand(ledger, shown=range(10), profile="archive")
    info = files["bag-info.txt"].replace(b"archive", b"court")
    report = verify(laid_out(resealed(files | {"bag-info.txt": info}, ledger.key), tmp_path))
    assert report.wrong == ["position 9: field heads: a court bundle is about exhibits"]


def test_times_that_go_back_are_told(tmp_path: Path) -> None:
    ledger = before_export()
    add(at="2020-01-01T00:00:00.000000Z")(ledger)
    report = verify(laid_out(by_hand(exported(ledger), shown=[*SHOWN, 9, 10]), tmp_path))
    assert report.wrong == []
    assert report.remarks == ["1 entries state an earlier time than one before them"]


def test_a_refusal_carries_no_chain_and_every_other_entry_does(tmp_path: Path) -> None:
    ledger = before_export()
    add("evidence.refused", chain=None)(ledger)
    assert findings(exported(ledger), tmp_path) == []
    ledger = before_export()
    add("evidence.described", chain=None)(ledger)
    assert "position 9: field chain: missing or not of its form" in findings(exported(ledger), tmp_path)


def test_a_founding_that_is_not_shown(tmp_path: Path) -> None:
    """Without it nothing in the bundle binds the key to the ledger; with the key from outside, that is told."""
    ledger = example()
    bag = laid_out(by_hand(ledger, shown=[2, 4, 5, 6, 8, 9]), tmp_path)
    assert verify(bag).wrong == [
        "position 0: the founding, which names the ledger's key, is missing from this court bundle"
    ]
    report = verify(bag, Question(keys=parse_keys(ledger.key.vkey.encode())))
    assert report.wrong == []
    assert "which key the founding entry names: it is not disclosed here" in report.unchecked


def test_a_founding_that_an_archive_does_not_show(tmp_path: Path) -> None:
    """It is disclosed to the whole team, so that no bundle is without it."""
    files = by_hand(archive({LANTERN: 5, HIDDEN: 2}), shown=range(1, 10), profile="archive")
    found = verify(laid_out(files, tmp_path)).wrong
    assert found == ["position 0: the founding, which names the ledger's key, is missing from this archive bundle"]


def test_the_house_does_not_write_what_it_would_refuse(tmp_path: Path) -> None:
    ledger = before_export()
    add(ledger="liaison.example/other")(ledger)
    with pytest.raises(BundleError, match="position 9: the entry is of another ledger"):
        bundle(tmp_path / "refused.zip", exported(ledger))
    assert list(tmp_path.iterdir()) == []


FORM, BOUND = "position 6: the line has not the form", "position 6: field chain: not what the entry binds"
ACTOR_FORM = "position 6: field actor: not of the form of salt and value"
NOWHERE = "line 1: no disclosed entry with a position"


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda text: text.replace(b'"position":6', b'"position":6,"position":6'), FORM),
        (lambda text: text.replace(b'"fields":', b'"fields": '), FORM),
        (lambda text: text.replace(b'"salt":"', b'"salt":"\\u0041', 1), FORM),
        (lambda text: text[:-1], "line 1: does not end in LF"),
        (lambda text: text[:-1] + b" \n", FORM),
        (lambda text: text[:-1] + b"\r\n", FORM),
        (lambda _: b'{"position":6,\n', FORM),
        (lambda text: text.replace(b'"n":4', b'"n":4,"n":4'), BOUND),
        (lambda text: text.replace(b'"n":4', b'"n": 4'), BOUND),
        (lambda text: text.replace(b'"value":{"authority"', b'"x":1,"value":{"authority"'), ACTOR_FORM),
        (
            lambda text: text.replace(b'"name":"J', b'"name":"\\u004a'),
            "position 6: field actor: not what the entry binds",
        ),
        (lambda text: text.replace(b'"n":4', b'"n":4.0'), "position 6: field chain: 4.0 is not an integer"),
        (
            lambda text: text.replace(b'"n":4', b'"n":99999999999999999999'),
            "position 6: field chain: an integer is beyond",
        ),
        (lambda text: text.replace(b'"n":4', b'"n":NaN'), "position 6: field chain: NaN is not an integer"),
        (lambda text: text.replace(b'"n":4', b'"n":' + b"[" * 200_000), "position 6: field chain: not JSON"),
        (lambda text: text.replace(b'"n":4', b'"n":4}}{'), "position 6: field chain: has more than salt and value"),
        (lambda text: text.replace(b'"position":6', b'"position":10'), NOWHERE),
        (lambda text: text.replace(b'"position":6', b'"position":-1'), NOWHERE),
        (lambda text: text.replace(b'"position":6', b'"position":06'), NOWHERE),
        (lambda text: text.replace(b'"position":6', b'"position":true'), NOWHERE),
        (lambda _: b"[]\n", NOWHERE),
        (lambda _: b"\n", NOWHERE),
        (lambda text: text.replace(b'"position":6', b'"position":5'), "position 5: the entry is not the one"),
        (lambda _: b"\xff\n", "line 1: cannot be read (UnicodeDecodeError"),
        (lambda text: text.replace(b'{"actor"', b'{"other"'), "position 6: field other: not what the entry binds"),
        (lambda text: text.replace(b'"value":{"a', b'"valeu":{"a'), ACTOR_FORM),
        (lambda text: text.replace(b"DE-GBA", b"DE-\\ud800"), "position 6: field actor: "),
        (
            lambda text: re.sub(rb'("chain":{"salt":")[^"]{4}', rb"\1", text),
            "position 6: field chain: not of the form of salt and value",
        ),
    ],
)
def test_a_line_has_one_form(change: Callable[[bytes], bytes], finding: str, tmp_path: Path) -> None:
    ledger = example()
    text = line(ledger.entries[6])
    assert change(text) != text
    files = by_hand(ledger, shown=[6])
    changed = resealed(files | {"data/entries.jsonl": change(text)}, ledger.key)
    found = verify(laid_out(changed, tmp_path)).wrong[0]
    assert found.removeprefix("file data/entries.jsonl: ").startswith(finding), found


def test_the_origin_is_the_example_s(tmp_path: Path) -> None:
    assert f"Ledger      {ORIGIN}" in verify(laid_out(by_hand(example(), shown=[0]), tmp_path)).head
