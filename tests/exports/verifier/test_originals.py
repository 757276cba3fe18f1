"""Originals in a bundle: each must be listed, unchanged, and recorded as a download by an entry of its exhibit."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.exports.verifier import verify
from tests.exports.bundles import Files, by_hand, laid_out, resealed
from tests.exports.verifier.test_hosts_lies import SHOWN, before_export, exported
from tests.support.ledgers.reference_ledger import ACTOR, HIDDEN, LANTERN, ReferenceLedger

CONTENT = b"Ledger of the marketplace"
PATH = "data/files/NL-2026-7KQ4M9TX/001-ledger.txt"
LISTED = {"path": PATH, "evidence": LANTERN, "name": "ledger.txt", "sha256": sha256(CONTENT).hexdigest()}
LEFT_OUT = {"exhibit": "NL-2026-8", "evidence": HIDDEN, "reason": "You may view it only."}

Told = dict[str, Any]


def downloaded() -> ReferenceLedger:
    """The example with a recorded download of the exhibit's original before its export."""
    ledger = before_export()
    said = {"actor": ACTOR, "files": [{"name": "ledger.txt", "sha256": LISTED["sha256"]}]}
    ledger.append("evidence.taken", said, subject={"evidence": LANTERN}, led="consultation")
    return exported(ledger)


def with_originals(ledger: ReferenceLedger, files: Files, told: Told | None) -> Files:
    """A bundle with these files and this list, sealed with the key of the ledger."""
    bundle = by_hand(ledger, shown=[*SHOWN, *range(9, len(ledger.entries))])
    listed = {} if told is None else {"data/files.json": json.dumps(told).encode()}
    return resealed(bundle | files | listed, ledger.key)


def test_listed_and_recorded_original_passes_and_what_is_left_out_is_named(tmp_path: Path) -> None:
    files = with_originals(downloaded(), {PATH: CONTENT}, {"files": [LISTED], "left_out": [LEFT_OUT]})
    report = verify(laid_out(files, tmp_path))
    assert report.wrong == []
    assert "1 originals have the SHA-256 that entries of their download record" in report.verified
    assert "exhibit NL-2026-8: the bundle has no original of it: You may view it only." in report.remarks


@pytest.mark.parametrize(
    ("ledger", "files", "told", "finding"),
    [
        (downloaded, {PATH: CONTENT}, None, "file data/files.json: is missing"),
        (downloaded, {PATH: CONTENT}, {"files": []}, f"file {PATH}: is not listed in data/files.json"),
        (downloaded, {}, {"files": [LISTED]}, f"file {PATH}: listed in data/files.json, and missing"),
        (
            downloaded,
            {PATH: b"Another"},
            {"files": [LISTED]},
            f"file {PATH}: its SHA-256 is not the one in data/files.json",
        ),
        (
            lambda: exported(before_export()),
            {PATH: CONTENT},
            {"files": [LISTED]},
            f"file {PATH}: no entry here records its download",
        ),
        (
            downloaded,
            {PATH: CONTENT},
            {"files": [LISTED | {"evidence": HIDDEN}]},
            f"file {PATH}: no entry here records its download",
        ),
    ],
)
def test_original_that_is_not_listed_or_not_recorded_is_found(
    ledger: Callable[[], ReferenceLedger], files: Files, told: Told | None, finding: str, tmp_path: Path
) -> None:
    assert verify(laid_out(with_originals(ledger(), files, told), tmp_path)).wrong == [finding]
