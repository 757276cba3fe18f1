"""Which fields of entries may be erased: free text, and what may say something of a person. A closed list; every other stands.

What other things are verified by stands whatever it says: chains, heads, keys, hashes, and who acted when and why, which the
law wants logged (Directive (EU) 2016/680 Art. 25(1)). Deliberately not here: who erases, and what forbids it
(`services/field_erasures.py`).
"""

from enum import StrEnum
from typing import Final


class FieldGround(StrEnum):
    """Why a field is erased (Directive (EU) 2016/680 Art. 16(2) and 5)."""

    SUBJECT_REQUEST = "subject_request"
    NOT_NECESSARY = "not_necessary"
    UNLAWFUL = "unlawful"
    TIME_LIMIT = "time_limit"


_NAMES: Final = frozenset(
    [
        "acquired_by",
        "because",
        "by",
        "changes",
        "conditions",
        "court",
        "custodian",
        "description",
        "details",
        "environment",
        "file_number",
        "finding",
        "from_place",
        "from_whom",
        "giver",
        "handling_text",
        "instrument",
        "legal_basis",
        "location",
        "method",
        "name",
        "necessity",
        "objects",
        "performer",
        "place",
        "proceeding",
        "proportionality",
        "reason",
        "receipt",
        "record",
        "remarks",
        "text",
        "title",
        "to_whom",
        "what",
        "why",
        "witnessed_by",
        "word",
        "words",
    ]
)
#: Of the team itself, and of erasures: what these say is what everything else rests on.
_STANDING: Final = frozenset(
    [
        "access_rule",
        "break_glass",
        "controller",
        "epoch",
        "export",
        "field",
        "filter",
        "four_eyes",
        "jit",
        "leaving",
        "member",
        "party",
        "reservation",
        "retention",
        "witness",
    ]
)
_CERTIFICATES: Final = frozenset({"evidence.erasure_decided", "evidence.erased", "evidence.field_erased"})


def is_erasable(kind: str, field: str) -> bool:
    """Whether this field of an entry of this kind may be erased. The twin of `is_erasable` in the database."""
    if field not in _NAMES or kind.partition(".")[0] in _STANDING or kind in _CERTIFICATES:
        return False
    return field != "name" or kind.startswith("file.")  # elsewhere it is a party's, a team's
