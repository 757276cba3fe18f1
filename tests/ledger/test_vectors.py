"""Our own vectors: an example ledger that another implementation made, read by ours."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from app.ledger.signing.canonical import canonical_entry, commitment, field_hash, parse_entry
from app.ledger.signing.notes import Checkpoint, Signer, VerifierKey, open_checkpoint, sign_checkpoint
from app.ledger.tree.merkle import Frontier, leaf_hash, verify_inclusion
from tests.ledger.vectors import make

EXAMPLE: dict[str, Any] = json.loads(Path(make.PATH).read_text())


def raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def test_the_file_is_what_its_maker_makes() -> None:
    assert make.PATH.read_text() == make.text()


@pytest.mark.parametrize("entry", EXAMPLE["entries"], ids=lambda entry: str(entry["position"]))
def test_entries(entry: dict[str, Any]) -> None:
    text = entry["canonical"].encode()
    content = parse_entry(text)
    assert canonical_entry(content) == text
    assert commitment(text, raw(entry["salt"])) == raw(entry["commitment"])
    assert content["fields"].keys() == entry["fields"].keys()
    for name, field in entry["fields"].items():
        assert field_hash(name, field["value"], raw(field["salt"])) == raw(field["hash"])
        assert content["fields"][name] == field["hash"]


def test_the_tree_grows_through_its_roots() -> None:
    frontier = Frontier()
    roots = [frontier.root()]
    for entry in EXAMPLE["entries"]:
        frontier.append(leaf_hash(raw(entry["commitment"])))
        roots.append(frontier.root())
    assert roots == [raw(root) for root in EXAMPLE["roots"]]


def test_the_checkpoint() -> None:
    key = VerifierKey.parse(EXAMPLE["key"]["vkey"])
    checkpoint = open_checkpoint(EXAMPLE["checkpoint"].encode(), [key])
    assert checkpoint == Checkpoint(EXAMPLE["origin"], 10, raw(EXAMPLE["roots"][10]))
    signed = sign_checkpoint(checkpoint, Signer.from_seed(EXAMPLE["origin"], raw(EXAMPLE["key"]["seed"])))
    assert EXAMPLE["checkpoint"].encode().startswith(signed)  # what follows is the witness's line
    assert key.id.hex() == EXAMPLE["key"]["key_id"]


def test_the_inclusion_proof() -> None:
    given = EXAMPLE["inclusion"]
    leaf = leaf_hash(raw(EXAMPLE["entries"][given["position"]]["commitment"]))
    proof = [raw(node) for node in given["proof"]]
    verify_inclusion(leaf, given["position"], given["size"], proof, raw(EXAMPLE["roots"][given["size"]]))


def test_chains_number_the_entries_of_each_exhibit() -> None:
    heads: dict[str, tuple[int, str | None]] = {}
    for entry in EXAMPLE["entries"]:
        evidence = json.loads(entry["canonical"])["subject"].get("evidence")
        if evidence is not None:
            n, previous = heads.get(evidence, (0, None))
            assert entry["fields"]["chain"]["value"] == {"n": n + 1, "previous": previous}
            heads[evidence] = (n + 1, entry["commitment"])
    assert sorted(n for n, _ in heads.values()) == [2, 6]
