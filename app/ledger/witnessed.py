"""A ledger as a witness knows it, and how that is kept: by which key, up to where it was cosigned, and what follows it.

Deliberately not here: the judgement, and when what is kept is written (`witnessing.py`).
"""

import json
from dataclasses import dataclass
from typing import Any, Self

from app.ledger.merkle import EMPTY_ROOT
from app.ledger.notes import Checkpoint, VerifierKey, parse


@dataclass(frozen=True, slots=True)
class Log:
    """A ledger that a witness knows. `note`: what it cosigned last, with both signatures; `at`: when, in seconds.

    Until it cosigned of a new epoch, that is the note of the epoch before. `followed_by`: the key of the next epoch, of one that is
    closed because the witness follows that.
    """

    key: VerifierKey
    note: str | None = None
    at: int = 0
    closed: bool = False
    followed_by: VerifierKey | None = None

    @property
    def head(self) -> Checkpoint:
        """What was cosigned last; the empty tree before the first."""
        if self.note is None:
            return Checkpoint(self.key.name, 0, EMPTY_ROOT)
        return Checkpoint.parse(parse(self.note.encode()).text)

    def to_json(self) -> bytes:
        """As it is kept."""
        following = None if self.followed_by is None else str(self.followed_by)
        kept = {"vkey": str(self.key), "note": self.note, "at": self.at, "closed": self.closed}
        kept["followed_by"] = following
        return (json.dumps(kept, indent=1, ensure_ascii=False) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """As it was kept, also before it was said what follows."""
        kept: dict[str, Any] = json.loads(content)
        following = kept.get("followed_by")
        return cls(
            VerifierKey.parse(kept["vkey"]),
            kept["note"],
            kept["at"],
            kept["closed"],
            None if following is None else VerifierKey.parse(following),
        )
