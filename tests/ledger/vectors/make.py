"""Makes `example.json` from the ledger kept on paper: `python -m tests.ledger.vectors.make`. Nothing of ours computes it."""

import json
from pathlib import Path
from typing import Any

from tests.support.paper_ledger import PaperEntry, PaperKey, b64, example, field_hash, inclusion_path, tree_root

PATH = Path(__file__).with_name("example.json")
WITNESS = PaperKey("witness.example/nl", kind=4)


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
        "inclusion": {"position": 6, "size": len(leaves), "proof": [b64(node) for node in inclusion_path(6, leaves)]},
    }


def _entry(entry: PaperEntry) -> dict[str, Any]:
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
