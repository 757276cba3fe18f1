"""Writes receipts (C2SP `tlog-proof`): the form in which one entry can be verified alone.

`extra` is the entry's line of `entries.jsonl` (docs/ledger-format.md), without its LF: position, salt, canonical text
and the disclosed fields.

Not here: the database, and what is disclosed to whom.
"""

import base64
from collections.abc import Sequence
from typing import Final

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
_LF: Final = b"\n"
ENDING: Final = ".tlog-proof"


def text(position: int, path: Sequence[bytes], note: str, line: bytes) -> str:
    """Return the receipt.

    `path`: the inclusion proof; `note`: the checkpoint to which it leads; `line`: of `entries.jsonl`.
    """
    proof = [
        FIRST_LINE,
        f"extra {_base64(line.rstrip(_LF))}",
        f"index {position}",
        *map(_base64, path),
    ]
    return "\n".join(proof) + "\n\n" + note


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
