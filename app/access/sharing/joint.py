"""Joint originators: parties that obtained an exhibit together. Pure.

One of them keeps the exhibit: it describes, adds files, releases and erases. A release to others needs the consent of
each. Any of them may withdraw, recall and narrow alone.
Not here: the approval before a release (`access/sharing/gates.py`), and agreeing (`services/sharing/joint.py`).
"""

from collections.abc import Collection
from uuid import UUID


def obtained_by(who: UUID | None, originator: UUID, joint: Collection[UUID] | None) -> bool:
    """Return whether this party obtained the exhibit, alone or with others.

    Same rule as `obtained_by()` in the database.
    """
    return who is not None and (who == originator or who in (joint or ()))
