"""Releases of a derived exhibit stay within the releases of the parents that bind it.

The database checks this for each row, and narrows the child's releases when a parent changes (`bounds`, `keep_within`
in `app/schema`).

Not here: what an exhibit inherits (`services/evidence/derivations.py`), and the rule itself (`access/derivations.py`).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.exc import DBAPIError

from app.connections import detail_of, is_refused
from app.database import Writing
from app.errors import Forbidden

#: SQLSTATE of the refusal in `app/schema/sharing/bounds.sql`.
_BEYOND: Final = "LB001"


async def hold_bounds(session: Writing, evidence: UUID) -> None:
    """Lock the parents that bind an exhibit.

    Call this before locking any row of the exhibit: a change of a parent takes its locks in this order.
    """
    await session.execute(_HOLD_BOUNDS, {"evidence": evidence})


class BeyondParents(Forbidden):
    """A release goes beyond the release of a parent.

    `recipient` and `refusing` (the parents) are for the record of the attempt and never shown. Both are empty if only
    the named people of the own party's release are exceeded.
    """

    def __init__(self, recipient: UUID | None = None, refusing: Sequence[UUID] = ()) -> None:
        """Build the error; its message does not depend on the parent or the party."""
        said = (
            "It was derived from what another party obtained, which has not released that so far to these people."
            " Nothing was changed. The attempt is recorded, and its originator is told."
            if refusing
            else "It was derived from what is released to named people of your party, and to no others. Nothing was changed."
        )
        super().__init__(said, code="beyond-parents" if refusing else "beyond-own-release")
        self.recipient, self.refusing = recipient, refusing


@contextmanager
def held_to_parents() -> Iterator[None]:
    """Translate the database's refusal of a release that goes beyond a parent's.

    Raises:
        BeyondParents: The database refused the release.
    """
    try:
        yield
    except DBAPIError as error:
        if not is_refused(error, _BEYOND):
            raise
        named = [UUID(one) for one in detail_of(error).split()]
        raise BeyondParents(named[0] if named else None, named[1:]) from error


_HOLD_BOUNDS: Final = text("select hold_bounds(:evidence)").bindparams(bindparam("evidence", type_=Uuid))
