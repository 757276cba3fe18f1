"""Kinds of acts for which a party can demand that the member proves a second factor again.

Not here: the proof (`services/accounts/step_up.py`), and which route is of which kind (`api/step_up_acts.py`).
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Final

#: How long a proof counts for the same kind of act in the same session.
LASTS: Final = timedelta(minutes=5)
#: Handling codes that restrict the use of an exhibit.
_RESTRICTING: Final = frozenset({"H1", "H2"})


class ActKind(StrEnum):
    """Kinds of acts."""

    RESTRICTED_RELEASE = "restricted_release"
    RECALL = "recall"
    ERASURE = "erasure"
    EXPORT = "export"
    SIGNING = "signing"
    MEMBER_CONFIRMATION = "member_confirmation"
    KEYS_AND_POLICY = "keys_and_policy"


def is_restricted(handling: Iterable[str]) -> bool:
    """Return whether releases of an exhibit with these handling codes are restricted releases."""
    return not _RESTRICTING.isdisjoint(handling)
