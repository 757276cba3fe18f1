"""A stranger's verifier: every value of the vectors computed again from the formulas of docs/ledger-format.md alone.

Nothing of `app` is imported, and nothing of what made the vectors: `hashlib`, `json`, `rfc8785` and an Ed25519.
"""

import base64
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

HERE = Path(__file__).parent
VECTORS: dict[str, Any] = json.loads((HERE / "vectors" / "example.json").read_text())
PAGE = (HERE.parents[1] / "docs" / "ledger-format.md").read_text()
ENTRIES = VECTORS["entries"]


def raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def h(*parts: bytes) -> bytes:
    return sha256(b"".join(parts)).digest()


LEAVES = [h(b"\x00", raw(entry["commitment"])) for entry in ENTRIES]
ROOTS = [raw(root) for root in VECTORS["roots"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["position"]))
def test_fields_and_commitments(entry: dict[str, Any]) -> None:
    stated = json.loads(entry["canonical"])
    assert rfc8785.dumps(stated) == entry["canonical"].encode()
    for name, field in entry["fields"].items():
        digest = h(b"liaison-field/v1\n", raw(field["salt"]), rfc8785.dumps([name, field["value"]]))
        assert base64.b64encode(digest).decode() == field["hash"] == stated["fields"][name]
    assert h(b"liaison-entry/v1\n", raw(entry["salt"]), entry["canonical"].encode()) == raw(entry["commitment"])


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, over leaf hashes."""
    if len(leaves) < 2:
        return leaves[0] if leaves else h()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return h(b"\x01", mth(leaves[:k]), mth(leaves[k:]))


def test_every_root() -> None:
    assert [mth(LEAVES[:size]) for size in range(len(LEAVES) + 1)] == ROOTS


def climbed(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """The root that an inclusion proof leads to, RFC 6962, 2.1.1 read backwards from the top."""
    if size == 1:
        assert not proof
        return leaf
    k = 1 << (size - 1).bit_length() - 1
    if index < k:
        return h(b"\x01", climbed(leaf, index, k, proof[:-1]), proof[-1])
    return h(b"\x01", proof[-1], climbed(leaf, index - k, size - k, proof[:-1]))


def test_the_inclusion_proof() -> None:
    given = VECTORS["inclusion"]
    proof = [raw(node) for node in given["proof"]]
    assert climbed(LEAVES[given["position"]], given["position"], given["size"], proof) == ROOTS[given["size"]]


def both(old: int, new: int, proof: list[bytes], known: bytes | None) -> tuple[bytes, bytes]:
    """The two roots that a consistency proof leads to, RFC 6962, 2.1.2 read backwards from the top."""
    if old == new:
        node = known if known is not None else proof[-1]
        return node, node
    k = 1 << (new - 1).bit_length() - 1
    if old <= k:
        left_old, left_new = both(old, k, proof[:-1], known)
        return left_old, h(b"\x01", left_new, proof[-1])
    right_old, right_new = both(old - k, new - k, proof[:-1], None)
    return h(b"\x01", proof[-1], right_old), h(b"\x01", proof[-1], right_new)


@pytest.mark.parametrize("given", VECTORS["consistency"], ids=lambda each: f"{each['old']}-{each['new']}")
def test_consistency_proofs(given: dict[str, Any]) -> None:
    old, new = given["old"], given["new"]
    proof = [raw(node) for node in given["proof"]]
    assert both(old, new, proof, ROOTS[old]) == (ROOTS[old], ROOTS[new])


def signed(note: str, vkey: str) -> str:
    """The text of a note that this key signed."""
    text, _, lines = note.rpartition("\n\n")
    name, key_id, material = vkey.split("+", 2)
    kind, public = raw(material)[:1], raw(material)[1:]
    assert h(name.encode(), b"\n", kind, public)[:4].hex() == key_id
    (line,) = [each for each in lines.split("\n") if each.startswith(f"\u2014 {name} ")]
    value = raw(line.split(" ")[2])
    assert value[:4].hex() == key_id
    message, signature = f"{text}\n".encode(), value[4:]
    if kind == b"\x04":
        seconds, signature = int.from_bytes(signature[:8], "big"), signature[8:]
        message = f"cosignature/v1\ntime {seconds}\n".encode() + message
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    return text + "\n"


def test_the_checkpoint() -> None:
    for whose in ("key", "witness"):
        text = signed(VECTORS["checkpoint"], VECTORS[whose]["vkey"])
        assert text == f"{VECTORS['origin']}\n10\n{VECTORS['roots'][10]}\n"


def test_the_receipt() -> None:
    given = VECTORS["receipt"]
    head, _, note = given["text"].partition("\n\n")
    version, extra, index, *path = head.split("\n")
    assert (version, index) == ("c2sp.org/tlog-proof@v1", f"index {given['position']}")
    origin, size, root, _ = signed(note, VECTORS["key"]["vkey"]).split("\n")
    assert origin == VECTORS["origin"]
    line = json.loads(raw(extra.removeprefix("extra ")))
    commitment = h(b"liaison-entry/v1\n", raw(line["salt"]), line["canonical"].encode())
    assert climbed(h(b"\x00", commitment), given["position"], int(size), [raw(each) for each in path]) == raw(root)


def test_chains() -> None:
    heads: dict[str, tuple[int, str | None]] = {}
    for entry in ENTRIES:
        evidence = json.loads(entry["canonical"])["subject"].get("evidence")
        if evidence:
            n, previous = heads.get(evidence, (0, None))
            assert entry["fields"]["chain"]["value"] == {"n": n + 1, "previous": previous}
            heads[evidence] = (n + 1, entry["commitment"])
    assert len(heads) == 2


def test_the_page_names_the_vectors() -> None:
    assert "tests/ledger/vectors/example.json" in PAGE
