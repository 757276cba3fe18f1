"""Joint originators: parties that obtained an exhibit together. One keeps it; nobody else has it without each of them. Pure.

The keeper describes, adds files, releases and erases; any of them withdraws, recalls and narrows, alone.
Deliberately not here: the gate before a release (`access/gates.py`), and agreeing (`services/joint.py`).
"""

from collections.abc import Collection
from uuid import UUID


def obtained_by(who: UUID | None, originator: UUID, joint: Collection[UUID] | None) -> bool:
    """Whether this party obtained it, alone or with others. The twin of `obtained_by()` in the database."""
    return who is not None and (who == originator or who in (joint or ()))
