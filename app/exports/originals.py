"""Originals of exhibits in an export package: their paths below `data/files/`, and the list `files.json`.

Entries of the ledger prove the hash of each original and its download. The list also names exhibits without an original.
Only the signature of the package covers that.

Not here: who may download an original (`services/audit/export_files.py`).
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final
from uuid import UUID

from app.exports import verifier
from app.exports.naming import plain

LIST: Final = verifier.ORIGINALS_LIST
_MOST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Original:
    """An original in a package. `path`: where it is in the bag; `name`: as it was received."""

    path: str
    exhibit: str
    evidence: UUID
    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exhibit of a package that has no original of it. `reason`: a sentence in the language of the package."""

    exhibit: str
    evidence: UUID
    reason: str


def path_of(exhibit: str, number: int, name: str) -> str:
    """Return the path of an exhibit's original: `number` counts from 1 and keeps equal names apart."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    parts = [f"{number:03}", plain(stem)[:_MOST_NAME].strip("-")]
    suffix = plain(ending)[:_MOST_NAME]
    return f"{verifier.ORIGINALS}{plain(exhibit)}/{'-'.join(filter(None, parts))}{'.' if suffix else ''}{suffix}"


def as_file(originals: Sequence[Original], left_out: Sequence[LeftOut]) -> bytes:
    """Return the list of originals and of exhibits without one."""
    told = {"files": [asdict(one) for one in originals], "left_out": [asdict(one) for one in left_out]}
    return (json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n").encode()
