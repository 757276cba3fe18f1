"""Receipts in a bundle: each proves its position under a checkpoint of the bundle, and discloses what the bundle discloses."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exports.verifier import verify
from tests.exports.bundles import Files, laid_out, line, receipt, resealed, with_receipts
from tests.support.ledgers.reference_ledger import ReferenceKey, ReferenceLedger, b64, example, note

SHOWN = (0, 2, 4, 5, 6, 8, 9)
NAME = "data/receipts/6.tlog-proof"


@pytest.fixture(scope="module")
def whole(files: Files, ledger: ReferenceLedger) -> Files:
    return with_receipts(files, ledger, {position: receipt(ledger, position) for position in SHOWN})


def wrong(files: Files, folder: Path) -> list[str]:
    return verify(laid_out(files, folder)).wrong


def test_one_for_each_entry(whole: Files, tmp_path: Path) -> None:
    report = verify(laid_out(whole, tmp_path))
    assert report.wrong == []
    assert "7 receipts prove their entries' inclusion, and disclose the same" in report.verified
    assert not [each for each in report.unchecked if "receipt" in each or "extra" in each]


def test_under_an_earlier_checkpoint_of_the_bundle(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = with_receipts(files, ledger, {6: receipt(ledger, 6, size=7)})
    assert wrong(changed, tmp_path) == []


def test_under_a_checkpoint_that_the_bundle_has_not(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    """A second history of the same ledger, by its own key, would show here."""
    changed = with_receipts(files, ledger, {6: receipt(ledger, 6, size=9)})
    assert wrong(changed, tmp_path) == [f"file {NAME}: its checkpoint is none of this bundle's"]


GOOD = receipt(example(), 6)
LINE = line(example().entries[6])[:-1]
PATH = GOOD.split("\n")[3]


def said(extra: bytes) -> Callable[[str], str]:
    return lambda _: receipt(example(), 6, extra=extra)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda text: text.replace("@v1", "@v2"), "not a tlog-proof"),
        (lambda text: text.replace("\n", "\r\n"), "not a tlog-proof"),
        (lambda text: text.partition("\n\n")[0], "not a tlog-proof"),
        (lambda text: text.replace("index 6", "index 06"), "index and name do not agree"),
        (lambda text: text.replace("index 6", "index +6"), "index and name do not agree"),
        (lambda text: text.replace("index 6", "index 5"), "index and name do not agree"),
        (lambda text: text.replace(PATH, "AAAA"), "does not prove position 6"),
        (lambda text: text.replace(PATH + "\n", ""), "does not prove position 6"),
        (lambda text: text.replace(PATH, PATH + "\n" + PATH), "does not prove position 6"),
        (lambda text: text.replace(PATH, PATH[:-1]), "not base64"),
        (lambda text: text.replace(PATH, b64(bytes(32))), "does not prove position 6"),
        (lambda text: text.replace("extra ", "xtra "), "has no extra"),
        (lambda text: "\n".join(each for each in text.split("\n") if not each.startswith("extra ")), "has no extra"),
        (lambda text: text.replace("extra ", "extra  "), "not canonical base64"),
        (said(b"{}"), "no disclosed entry with a position of the ledger"),
        (said(b"\xff"), "'utf-8' codec"),
        (said(LINE + b"\n"), "position 6: the line has not the form"),
        (said(LINE.replace(b"DE-02", b"DE-03")), "position 6: the entry is not the one that its commitment binds"),
        (
            said(LINE.replace("Überprüfung".encode(), b"Pruefung")),
            "position 6: field justification: not what the entry",
        ),
        (said(LINE.replace(b'"n":4', b'"n":4,"n":4')), "position 6: field chain: not what the entry binds"),
        (said(line(example().entries[5])[:-1]), "extra is the entry of position 5"),
        (lambda text: text.replace("\n10\n", "\n010\n"), "not origin, size and root"),
        (lambda text: text.replace("\n10\n", "\n9\n"), "the signature of"),
    ],
)
def test_what_is_wrong_with_one_is_named(
    change: Callable[[str], str], finding: str, whole: Files, ledger: ReferenceLedger, tmp_path: Path
) -> None:
    assert change(GOOD) != GOOD
    (found,) = wrong(resealed(whole | {NAME: change(GOOD).encode()}, ledger.key), tmp_path)
    assert NAME in found
    assert finding in found


def test_of_another_position(whole: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = resealed(whole | {NAME: whole["data/receipts/5.tlog-proof"]}, ledger.key)
    assert wrong(changed, tmp_path) == [f"file {NAME}: index and name do not agree"]


def test_that_discloses_less_or_more_than_the_entries_do(whole: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    """What a report counts as withheld is withheld in the receipts too."""
    start = LINE.index(b',"files":{')
    less = LINE[:start] + LINE[LINE.index(b',"justification":{') :]
    extra = "extra is not the entry's line of entries.jsonl"
    changed = resealed(whole | {NAME: receipt(ledger, 6, extra=less).encode()}, ledger.key)
    assert wrong(changed, tmp_path) == [f"file {NAME}: {extra}"]
    fewer = whole["data/entries.jsonl"].replace(LINE, less)
    others = {name: content for name, content in whole.items() if name != "data/custody.csv"}
    changed = resealed(others | {"data/entries.jsonl": fewer}, ledger.key)
    assert wrong(changed, tmp_path) == [f"file {NAME}: {extra}"]


def test_of_an_entry_that_is_not_disclosed(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = with_receipts(files, ledger, {3: receipt(ledger, 3)})
    assert wrong(changed, tmp_path) == ["file data/receipts/3.tlog-proof: of an entry that is not disclosed here"]


def test_signed_by_a_stranger(whole: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    head, _, _ = GOOD.rpartition("\n\n")
    body, _, _ = GOOD.partition("\n\n")
    stranger = note(head.partition("\n\n")[2] + "\n", ReferenceKey(ledger.origin, seed_word="stranger")).decode()
    changed = resealed(whole | {NAME: f"{body}\n\n{stranger}".encode()}, ledger.key)
    assert wrong(changed, tmp_path) == [f"{NAME}: the signature of {ledger.origin} by a key that counts is missing"]


def test_extra_is_enough_for_a_stranger(ledger: ReferenceLedger) -> None:
    """From a receipt alone: the line, and the leaf that the path starts from."""
    extra = base64.b64decode(GOOD.split("\n")[1].removeprefix("extra "), validate=True)
    assert extra + b"\n" == line(ledger.entries[6])
