"""Saves settings that the leaders of a party decide, unless another leader decided meanwhile.

Used for the second-leader requirement, the judicial reservation, the privilege reviewers, the permission for emergency
access and the second factor before acts. Each has one row with a version; version 0 means that nothing was ever decided.
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy.dialects.postgresql import insert

from app.database import Writing
from app.errors import Stale
from app.models import EmergencyPermission, FourEyes, PrivilegeReviewers, Reservation, StepUpPolicy

#: Sentence of the refusal when the setting has the wanted value already.
ALREADY_SET: Final = "This setting already has that value."


def decided_meanwhile(current: Mapping[str, object] | None = None) -> Stale:
    """Return the error for a setting that changed since the leader saw it. `current`: its present state, if known."""
    extra = None if current is None else {"current": current}
    return Stale("Another leader has already decided. Reload the exhibit.", extra=extra)


async def save(
    session: Writing,
    table: type[FourEyes | Reservation | PrivilegeReviewers | EmergencyPermission | StepUpPolicy],
    key: Mapping[str, Any],
    values: Mapping[str, Any],
    *,
    expected: int,
) -> None:
    """Insert the row of a setting, or update it if it has the expected version.

    Args:
        session: The transaction of the request.
        table: The table of the setting.
        key: The columns of its primary key.
        values: The other columns, without the version.
        expected: Version that the leader saw; 0 if nothing was ever decided.

    Raises:
        Stale: The row has another version.
    """
    changed = {**values, "version": expected + 1}
    row = insert(table).values(**key, **changed)
    saved = row.on_conflict_do_update(index_elements=list(key), set_=changed, where=table.version == expected)
    if (await session.execute(saved.returning(table.version))).one_or_none() is None:
        raise decided_meanwhile()
