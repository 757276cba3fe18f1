"""Receipts: C2SP `tlog-proof`, the one form in which an entry proves itself alone.

`extra` is the entry's line of `entries.jsonl` (docs/ledger-format.md), without its LF: position, salt, canonical text and the
disclosed fields. Deliberately not here: the database, and what is disclosed to whom.
"""

import base64
from collections.abc import Sequence
from typing import Final

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
_LF: Final = b"\n"
ENDING: Final = ".tlog-proof"


def text(position: int, path: Sequence[bytes], note: str, line: bytes) -> str:
    """The receipt. `path`: the inclusion proof; `note`: the checkpoint under which it holds; `line`: of `entries.jsonl`."""
    proof = [
        FIRST_LINE,
        f"extra {_base64(line.rstrip(_LF))}",
        f"index {position}",
        *map(_base64, path),
    ]
    return "\n".join(proof) + "\n\n" + note


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
