"""Order of the fields of an entry for a reader, from the object to the technical proof.

Between them stand persons, states, other facts, times and reasons.

Not here: how a field is written (`sayings.py`).
"""

from collections.abc import Iterable
from typing import Final

_OBJECT: Final = (
    "exhibit_number",
    "exhibit",
    "number",
    "request_number",
    "request",
    "task",
    "item_number",
    "title",
    "subject_name",
    "name",
    "code",
    "exhibit_kind",
    "category",
    "instrument",
    "form",
    "rule",
    "direction",
    "description",
    "what",
    "question",
)
_PERSONS: Final = (
    "originator",
    "party",
    "to_party",
    "to_seat",
    "to_kind",
    "parties",
    "seats",
    "asking",
    "asked",
    "giver",
    "by",
    "performer",
    "from_whom",
    "to_whom",
    "recipient",
    "custodian",
    "owner",
    "assignee",
    "assigner",
    "issuing_authority",
    "validating_authority",
    "country",
    "authority",
)
_STATE: Final = (
    "former",
    "state",
    "standing",
    "level",
    "changes",
    "change",
    "answer",
    "decision",
    "verdict",
    "outcome",
)
_OTHERS: Final = "…"
_TIMES: Final = (
    "acquired_at",
    "acquired_zone",
    "acquired_by",
    "from_place",
    "place",
    "occurred",
    "occurred_at",
    "started_at",
    "begins_at",
    "begins",
    "since",
    "not_before",
    "ended_at",
    "ends",
    "until",
    "due_at",
    "due_zone",
    "effective_at",
    "review_due_at",
)
_REASONS: Final = (
    "legal_basis",
    "basis",
    "clause",
    "ground",
    "purposes",
    "conditions",
    "justification",
    "reason",
    "because",
    "remarks",
)
_TECHNICAL: Final = (
    "media_type",
    "size_bytes",
    "segments",
    "software",
    "sha256",
    "declared_sha256",
    "declared_hashes",
    "hashes",
    "values_sha256",
    "opening",
    "openings",
    "position",
    "approval",
    "heads",
    "tip",
    "known",
    "keys",
    "key",
    "vkey",
    "public_key",
    "signature",
    "statement",
    "root",
)
_RANK: Final = {
    name: rank for rank, name in enumerate((*_OBJECT, *_PERSONS, *_STATE, _OTHERS, *_TIMES, *_REASONS, *_TECHNICAL))
}


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names of fields in the order of reading; those without a place of their own keep theirs."""
    return sorted(names, key=lambda name: _RANK.get(name, _RANK[_OTHERS]))
