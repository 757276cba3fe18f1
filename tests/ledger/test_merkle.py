"""The tree: published roots, 196 published proofs, and proofs by the RFC's own recursion over trees of any size."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ledger.tree.merkle import (
    EMPTY_ROOT,
    Frontier,
    ProofError,
    leaf_hash,
    root,
    verify_consistency,
    verify_inclusion,
)
from tests.support.ledgers.reference_ledger import consistency_path, inclusion_path, tree_root
from tests.support.shared_data import needs_shared_data, shared_json

VECTORS = Path(__file__).with_name("vectors")
REFERENCE = json.loads((VECTORS / "reference_tree.json").read_text())
LEAVES = [bytes.fromhex(leaf) for leaf in REFERENCE["leaves"]]


def entries(size: int) -> list[bytes]:
    return [index.to_bytes(4, "big") for index in range(size)]


@pytest.mark.parametrize("size", range(9))
def test_the_reference_roots(size: int) -> None:
    assert root(map(leaf_hash, LEAVES[:size])).hex() == REFERENCE["roots"][size]


def test_an_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == root([]) == EMPTY_ROOT


@needs_shared_data
def test_the_shared_reference_tree() -> None:
    shared = shared_json("ct_reference_tree.json")
    assert (shared["leaf_inputs_hex"], shared["roots_by_size_hex"]) == (REFERENCE["leaves"], REFERENCE["roots"])
    assert [leaf_hash(leaf).hex() for leaf in LEAVES] == shared["node_hashes_hex"]["level0"]


def decoded(text: str) -> bytes:
    return base64.b64decode(text)


def accepts_inclusion(probe: dict[str, Any]) -> bool:
    proof = [decoded(node) for node in probe["proof"] or []]
    try:
        verify_inclusion(decoded(probe["leafHash"]), probe["leafIdx"], probe["treeSize"], proof, decoded(probe["root"]))
    except ProofError:
        return False
    return True


def accepts_consistency(probe: dict[str, Any]) -> bool:
    proof = [decoded(node) for node in probe["proof"] or []]
    try:
        verify_consistency(probe["size1"], probe["size2"], proof, decoded(probe["root1"]), decoded(probe["root2"]))
    except ProofError:
        return False
    return True


@needs_shared_data
@pytest.mark.parametrize(("name", "accepts"), [("inclusion", accepts_inclusion), ("consistency", accepts_consistency)])
def test_the_published_probes(name: str, accepts: Any) -> None:
    probes = shared_json(f"merkle_{name}_probes.json")["probes"]
    assert len(probes) == 98
    assert sum(not probe["wantErr"] for probe in probes) == 6
    for probe in probes:
        assert accepts(probe) is not probe["wantErr"], probe["_file"]


@given(st.integers(0, 200))
def test_the_frontier_keeps_the_root(size: int) -> None:
    frontier = Frontier()
    for entry in entries(size):
        frontier.append(leaf_hash(entry))
    assert frontier.size == size
    assert frontier.root() == tree_root(entries(size))


@given(st.integers(0, 200), st.integers(0, 40))
def test_a_stored_frontier_goes_on(size: int, more: int) -> None:
    frontier = Frontier()
    for entry in entries(size):
        frontier.append(leaf_hash(entry))
    kept = Frontier.from_bytes(size, frontier.to_bytes())
    for entry in entries(size + more)[size:]:
        kept.append(leaf_hash(entry))
    assert kept.root() == tree_root(entries(size + more))
    assert kept.to_bytes() == frontier.to_bytes() or more


@pytest.mark.parametrize(("size", "length"), [(1, 0), (1, 31), (3, 32), (4, 64), (-1, 32), (0, 32)])
def test_size_and_edge_must_belong_together(size: int, length: int) -> None:
    with pytest.raises(ValueError, match="no edge"):
        Frontier.from_bytes(size, bytes(length))


@given(st.data())
def test_inclusion_of_every_leaf(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 70))
    index = data.draw(st.integers(0, size - 1))
    tree = entries(size)
    leaf, proof, top = leaf_hash(tree[index]), inclusion_path(index, tree), tree_root(tree)
    verify_inclusion(leaf, index, size, proof, top)
    for position, node in enumerate(proof):
        bent = bytes([node[0] ^ 1]) + node[1:]
        with pytest.raises(ProofError, match="another root"):
            verify_inclusion(leaf, index, size, [*proof[:position], bent, *proof[position + 1 :]], top)
    with pytest.raises(ProofError, match="goes on"):
        verify_inclusion(leaf, index, size, [*proof, top], top)
    with pytest.raises(ProofError):
        verify_inclusion(leaf, index ^ 1, size, proof, top)


@given(st.data())
def test_consistency_of_every_pair(data: st.DataObject) -> None:
    new = data.draw(st.integers(1, 70))
    old = data.draw(st.integers(1, new))
    tree = entries(new)
    proof, old_root, new_root = consistency_path(old, tree), tree_root(tree[:old]), tree_root(tree)
    verify_consistency(old, new, proof, old_root, new_root)
    other = leaf_hash(b"other")
    with pytest.raises(ProofError):
        verify_consistency(old, new, proof, other, new_root)
    with pytest.raises(ProofError):
        verify_consistency(old, new, proof, old_root, other)
    for position in range(len(proof)):
        with pytest.raises(ProofError):
            verify_consistency(old, new, proof[:position] + proof[position + 1 :], old_root, new_root)


def test_refusals_say_what_is_missing() -> None:
    leaf = leaf_hash(b"x")
    with pytest.raises(ProofError, match="ends too early"):
        verify_inclusion(leaf, 0, 2, [], leaf)
    with pytest.raises(ProofError, match="32 bytes"):
        verify_inclusion(leaf, 0, 2, [b"short"], leaf)
    with pytest.raises(ProofError, match="two roots"):
        verify_consistency(1, 1, [], leaf, EMPTY_ROOT)
    with pytest.raises(ProofError, match="another old root"):
        verify_consistency(3, 4, [leaf, leaf, leaf], leaf, leaf)
