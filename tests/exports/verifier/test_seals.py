"""Manifests, keys and checkpoints that the ledger's own key has sealed and that are wrong all the same."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest

from app.exports.verifier import EXIT_USAGE, Question, main, verify
from tests.exports.bundles import Files, by_hand, laid_out, resealed
from tests.support.ledgers.reference_ledger import ReferenceKey, ReferenceLedger, note


def wrong(files: Files, folder: Path, question: Question | None = None) -> list[str]:
    return verify(laid_out(files, folder), question).wrong


def sealed(files: Files, manifest: str, ledger: ReferenceLedger) -> Files:
    """With this payload manifest, whatever it says."""
    tags = files["tagmanifest-sha256.txt"].decode()
    before, after = (sha256(each).hexdigest() for each in (files["manifest-sha256.txt"], manifest.encode()))
    tags = tags.replace(before, after)
    changed = {"manifest-sha256.txt": manifest, "tagmanifest-sha256.txt": tags}
    return files | {name: text.encode() for name, text in changed.items()} | {"bundle.note": note(tags, ledger.key)}


def test_another_version_of_bags(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = resealed(files | {"bagit.txt": files["bagit.txt"].replace(b"1.0", b"0.97")}, ledger.key)
    assert wrong(changed, tmp_path) == ["file bagit.txt: not a bag of this version"]


def test_a_payload_outside_the_payload(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    manifest = files["manifest-sha256.txt"].decode() + f"{sha256(files['bagit.txt']).hexdigest()}  bagit.txt\n"
    found = wrong(sealed(files, manifest, ledger), tmp_path)
    assert found[0] == "file bagit.txt: in the payload's manifest, and not below data/"


def test_another_sum_of_the_payload(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    changed = resealed(files, ledger.key)
    info = changed["bag-info.txt"].replace(b"Payload-Oxum: ", b"Payload-Oxum: 1")
    tags = changed["tagmanifest-sha256.txt"].decode()
    tags = tags.replace(sha256(changed["bag-info.txt"]).hexdigest(), sha256(info).hexdigest())
    changed |= {"bag-info.txt": info, "tagmanifest-sha256.txt": tags.encode(), "bundle.note": note(tags, ledger.key)}
    assert wrong(changed, tmp_path) == ["file bag-info.txt: Payload-Oxum is not the payload's"]


def test_an_empty_ledger(ledger: ReferenceLedger, tmp_path: Path) -> None:
    empty = {"data/checkpoint": ledger.checkpoint(0), "data/commitments": b"", "data/entries.jsonl": b""}
    found = wrong(resealed(by_hand(ledger, shown=[]) | empty, ledger.key), tmp_path)
    assert found[0].startswith("data/checkpoint: no entries")


def test_a_checkpoint_of_another_ledger(files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    other = ReferenceKey("other.example")
    stated = {"log": [{"vkey": key.vkey, "from": 0, "to": None} for key in (ledger.key, other)]}
    strange = note(f"other.example\n3\n{base64.b64encode(bytes(32)).decode()}\n", other)
    changed = {"data/keys.json": json.dumps(stated).encode(), "data/checkpoints/000000000003": strange}
    assert wrong(resealed(files | changed, ledger.key), tmp_path) == [
        "data/checkpoints/000000000003: of another ledger, other.example"
    ]


@pytest.mark.parametrize("name", ["data/entries.jsonl", "data/commitments", "data/keys.json", "data/checkpoint"])
def test_what_a_bundle_cannot_do_without(name: str, files: Files, ledger: ReferenceLedger, tmp_path: Path) -> None:
    kept = {each: content for each, content in files.items() if each not in (name, "data/custody.csv")}
    assert f"file {name}: is missing" in wrong(resealed(kept, ledger.key), tmp_path)


def test_no_time_is_stated(ledger: ReferenceLedger, tmp_path: Path) -> None:
    found = wrong(by_hand(ledger, shown=[]), tmp_path, Question(max_age=60))
    assert "the checkpoint's age: nothing here states a time" in found


def test_a_keys_file_that_is_far_too_large(zip_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "keys").write_bytes(b"#" * (2 << 20))
    assert main([str(zip_path), "--keys", str(tmp_path / "keys")]) == EXIT_USAGE
    assert "larger than" in capsys.readouterr().err
