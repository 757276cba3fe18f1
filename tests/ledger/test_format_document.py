"""The worked example of docs/ledger-format.md is right: each value in it is computed again, or is the vectors'."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.ledger.vectors import make

PAGE = (Path(__file__).parents[2] / "docs" / "ledger-format.md").read_text()
EXAMPLE = json.loads(make.PATH.read_text())


def block(name: str) -> str:
    found = re.findall(rf"```example {name}\n(.*?\n)```", PAGE, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def values(name: str) -> dict[str, str]:
    return dict(re.split(r" {2,}", line, maxsplit=1) for line in block(name).splitlines())


def raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def test_the_field() -> None:
    given = values("field")
    pair = rfc8785.dumps([given["name"], json.loads(given["value"])])
    assert b64(sha256(b"liaison-field/v1\n" + raw(given["salt"]) + pair)) == given["hash"]
    assert json.loads(EXAMPLE["entries"][6]["canonical"])["fields"]["justification"] == given["hash"]


def test_the_entry() -> None:
    given = values("entry")
    text = given["canonical"].encode()
    assert b64(sha256(b"liaison-entry/v1\n" + raw(given["salt"]) + text)) == given["commitment"]
    assert rfc8785.dumps(json.loads(text)) == text
    assert EXAMPLE["entries"][int(given["position"])]["commitment"] == given["commitment"]


def test_the_chain() -> None:
    given = values("chain")
    assert json.loads(given["value"]) == EXAMPLE["entries"][int(given["position"])]["fields"]["chain"]["value"]
    assert json.loads(given["value"])["previous"] == values("entry")["commitment"]


def test_the_tree() -> None:
    given = values("tree")
    assert b64(sha256(b"\x00" + raw(values("entry")["commitment"]))) == given["leaf"]
    assert EXAMPLE["roots"][int(given["size"])] == given["root"]


def test_key_and_checkpoint() -> None:
    assert values("key") == EXAMPLE["key"]
    assert block("checkpoint") == EXAMPLE["checkpoint"]


def test_the_promise_and_its_key() -> None:
    given = values("promise")
    origin = EXAMPLE["origin"]
    key = Ed25519PrivateKey.from_private_bytes(raw(given["seed"]))
    name, key_id, material = given["vkey"].split("+", 2)
    assert name == f"{origin}/promises"
    assert raw(material) == b"\x01" + key.public_key().public_bytes_raw()
    assert sha256(name.encode() + b"\n" + raw(material))[:4].hex() == key_id
    entry, commitment, deadline, signature = given["header"].split(" ")
    assert commitment == values("entry")["commitment"]
    assert entry == json.loads(values("entry")["canonical"])["id"]
    text = f"liaison-promise/v1\n{origin}\n{entry}\n{commitment}\n{deadline}\n"
    assert raw(signature) == bytes.fromhex(key_id) + key.sign(text.encode())
    text, _, line = block("voucher").rpartition("\n\n")
    assert text == f"liaison-promise-key/v1\n{origin}\n{given['vkey']}"
    log = Ed25519PrivateKey.from_private_bytes(raw(values("key")["seed"]))
    signed = bytes.fromhex(values("key")["key_id"]) + log.sign(f"{text}\n".encode())
    assert line == f"\N{EM DASH} {origin} {b64(signed)}\n"


def test_every_key_of_an_entry_is_described() -> None:
    table = PAGE.partition("## Entry")[2].partition("## Field")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == sorted(
        json.loads(values("entry")["canonical"])
    )


@pytest.mark.parametrize("name", ["field", "entry", "chain", "tree", "key", "checkpoint", "promise", "voucher"])
def test_each_example_stands_once(name: str) -> None:
    assert block(name)
