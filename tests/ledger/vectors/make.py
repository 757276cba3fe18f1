"""Make `example.json` from the reference ledger: `python -m tests.ledger.vectors.make`. The program computes none of it."""

import json
from pathlib import Path
from typing import Any

import rfc8785

from tests.support.ledgers.reference_ledger import (
    ReferenceEntry,
    ReferenceKey,
    ReferenceLedger,
    b64,
    consistency_path,
    example,
    field_hash,
    inclusion_path,
    tree_root,
)

PATH = Path(__file__).with_name("example.json")
WITNESS = ReferenceKey("witness.example/nl", kind=4)


def vectors() -> dict[str, Any]:
    ledger = example()
    leaves = ledger.commitments()
    return {
        "what": "a custody ledger of ten entries; every byte string is base64, `seed` is the Ed25519 private key of RFC 8032",
        "origin": ledger.origin,
        "key": {"seed": b64(ledger.key.seed), "vkey": ledger.key.vkey, "key_id": ledger.key.key_id.hex()},
        "witness": {"seed": b64(WITNESS.seed), "vkey": WITNESS.vkey, "key_id": WITNESS.key_id.hex()},
        "entries": [_entry(entry) for entry in ledger.entries],
        "roots": [b64(tree_root(leaves[:size])) for size in range(len(leaves) + 1)],
        "checkpoint": ledger.checkpoint(None, WITNESS).decode(),
        "consistency": [
            {"old": old, "new": new, "proof": [b64(node) for node in consistency_path(old, leaves[:new])]}
            for old, new in ((1, 2), (3, 7), (4, 8), (6, 10), (10, 10))
        ],
        "receipt": {"position": 6, "text": _receipt(ledger, 6)},
        "inclusion": {"position": 6, "size": len(leaves), "proof": [b64(node) for node in inclusion_path(6, leaves)]},
    }


def _receipt(ledger: ReferenceLedger, position: int) -> str:
    """C2SP tlog-proof; `extra` is the entry's line of a bundle's entries.jsonl."""
    entry, path = ledger.entries[position], inclusion_path(position, ledger.commitments())
    said = {
        name: {"salt": b64(salt), "value": json.loads(rfc8785.dumps(value))}
        for name, (salt, value) in sorted(entry.fields.items())
    }
    line = {"position": position, "salt": b64(entry.salt), "canonical": entry.canonical.decode(), "fields": said}
    extra = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode()
    head = ["c2sp.org/tlog-proof@v1", f"extra {b64(extra)}", f"index {position}", *map(b64, path)]
    return "\n".join(head) + "\n\n" + ledger.checkpoint().decode()


def _entry(entry: ReferenceEntry) -> dict[str, Any]:
    return {
        "position": entry.position,
        "salt": b64(entry.salt),
        "canonical": entry.canonical.decode(),
        "commitment": b64(entry.commitment),
        "fields": {
            name: {"salt": b64(salt), "value": value, "hash": b64(field_hash(name, value, salt))}
            for name, (salt, value) in sorted(entry.fields.items())
        },
    }


def text() -> str:
    return json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(text())
