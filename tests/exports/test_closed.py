"""A ledger that ended, as the verifier sees it: its last entry is the last, and the bundle says where it stands."""

import json
from pathlib import Path

import pytest

from app.exports import verifier
from app.exports.verifier import EXIT_INTACT, EXIT_WRONG, verify
from tests.exports.bundles import Files, laid_out, line, resealed
from tests.support.ledgers.reference_ledger import EXPORT, LANTERN, ReferenceLedger, example

CLOSING = "01a20dba-4d5b-72ff-8a83-46dc98547dff"


def ended() -> ReferenceLedger:
    """The example, whose archive was ordered with its end."""
    ledger = example()
    ledger.entries.pop()
    heads = {LANTERN: sum(entry.evidence == LANTERN for entry in ledger.entries)}
    ledger.append("export.made", {"profile": "archive", "heads": heads}, subject={"export": EXPORT}, led="disclosure")
    fields = {"clause": "Clause 21", "reason": "The judgments are final", "agreed": {"NL": "NL-01", "DE": "DE-01"}}
    ledger.append("jit.closed", fields, subject={"closing": CLOSING})
    return ledger


def archive(ledger: ReferenceLedger, closed: str | None, *left_out: int) -> Files:
    """What a host seals of it. `closed`: what it says of the end."""
    info = f"External-Identifier: {EXPORT}\nPayload-Oxum: 0.0\nLiaison-Profile: archive\n"
    shown = [entry for entry in ledger.entries if entry.position not in left_out]
    files = {
        "bagit.txt": verifier.BAGIT,
        "bag-info.txt": (info + (f"Liaison-Closed: {closed}\n" if closed else "")).encode(),
        "data/checkpoint": ledger.checkpoint(),
        "data/keys.json": json.dumps({"log": [{"vkey": ledger.key.vkey, "from": 0, "to": None}]}).encode(),
        "data/commitments": b"".join(ledger.commitments()),
        "data/entries.jsonl": b"".join(line(entry) for entry in shown),
    }
    return resealed(files, ledger.key)


def test_says_when_and_with_which_entry_it_ended(tmp_path: Path) -> None:
    ledger = ended()
    last = len(ledger.entries) - 1
    report = verify(laid_out(archive(ledger, str(last)), tmp_path))
    assert (report.exit, report.wrong) == (EXIT_INTACT, [])
    (told,) = [one for one in report.verified if "closed" in one]
    at = json.loads(ledger.entries[last].canonical)["at"]
    assert told == f"the ledger was closed at {at} with the entry at position {last}, its last: nothing follows"


def test_what_stands_behind_the_end_is_found(tmp_path: Path) -> None:
    ledger = ended()
    last = len(ledger.entries) - 1
    ledger.append("evidence.opened", {"justification": "One more look"}, subject={"evidence": LANTERN})
    report = verify(laid_out(archive(ledger, str(last)), tmp_path))
    assert report.exit == EXIT_WRONG
    assert f"position {last}: closes the ledger, and 1 entries stand behind it" in report.wrong


@pytest.mark.parametrize("said", [None, "3", "0"])
def test_a_bundle_that_says_another_end_is_wrong(said: str | None, tmp_path: Path) -> None:
    report = verify(laid_out(archive(ended(), said), tmp_path))
    assert report.wrong == [
        "file bag-info.txt: Liaison-Closed: not the position of a disclosed entry that ends the ledger"
    ]


def test_one_that_says_an_end_and_does_not_show_it_is_wrong(tmp_path: Path) -> None:
    ledger = ended()
    last = len(ledger.entries) - 1
    report = verify(laid_out(archive(ledger, str(last), last), tmp_path))
    assert report.wrong == [
        "file bag-info.txt: Liaison-Closed: not the position of a disclosed entry that ends the ledger"
    ]
