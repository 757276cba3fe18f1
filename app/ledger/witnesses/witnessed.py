"""A ledger as a witness stores it: its key, what was cosigned last, and which key follows.

Not here: what a witness decides, and when the file is written (`witnessing.py`).
"""

import json
from dataclasses import dataclass
from typing import Any, Self

from app.ledger.signing.notes import Checkpoint, VerifierKey, parse
from app.ledger.tree.merkle import EMPTY_ROOT


@dataclass(frozen=True, slots=True)
class Log:
    """A ledger that a witness knows.

    `note`: what it cosigned last, with both signatures; until the first cosignature of a new epoch, that of the former
    epoch. `at`: when, in seconds since 1970. `followed_by`: the key of the next epoch; set when the ledger is closed
    because the witness follows that epoch.
    """

    key: VerifierKey
    note: str | None = None
    at: int = 0
    closed: bool = False
    followed_by: VerifierKey | None = None

    @property
    def head(self) -> Checkpoint:
        """Return the checkpoint cosigned last; the empty tree before the first."""
        if self.note is None:
            return Checkpoint(self.key.name, 0, EMPTY_ROOT)
        return Checkpoint.parse(parse(self.note.encode()).text)

    def to_json(self) -> bytes:
        """Return the content of the file."""
        following = None if self.followed_by is None else str(self.followed_by)
        kept = {"vkey": str(self.key), "note": self.note, "at": self.at, "closed": self.closed}
        kept["followed_by"] = following
        return (json.dumps(kept, indent=1, ensure_ascii=False) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Parse the content of the file. `followed_by` may be absent, as in older files."""
        kept: dict[str, Any] = json.loads(content)
        following = kept.get("followed_by")
        return cls(
            VerifierKey.parse(kept["vkey"]),
            kept["note"],
            kept["at"],
            kept["closed"],
            None if following is None else VerifierKey.parse(following),
        )
