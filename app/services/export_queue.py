"""Whose bundle is made next, and whether there is room for one.

Teams take turns, so that who asks for many waits for them alone. Deliberately not here: how many one seat may ask for
(`services/exports.py`), and making one (`services/export_making.py`).
"""

from datetime import timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import text

from app.database import Reading
from app.errors import NoSpace
from app.vault import space
from app.vault.bundle_store import BundleStore

#: A page of entries, or the document: no step between two looks writes much more.
_STEP_BYTES: Final = 2**20


class Shelf(NamedTuple):
    """Where bundles lie, how long each is kept, and how much they leave free there, as uploads do: keys and heads are on that disk."""

    store: BundleStore
    kept: timedelta
    reserve: int

    def has_room(self, size_bytes: int = _STEP_BYTES) -> bool:
        """Whether one may be begun, or gone on with. How large it will be, nobody knows before."""
        return space.room(self.store.folder, self.reserve) >= size_bytes

    def demand_room(self, row: Any, size_bytes: int = _STEP_BYTES) -> None:  # noqa: ANN401 - a row of the queue
        """Raises `NoSpace`. The archive of a closed team that has been begun is finished: nobody could ask for it again."""
        if not row.closed and not self.has_room(size_bytes):
            raise NoSpace(
                "The server has no room for the bundle at this moment. Tell the operator; ask for it again once there is room."
            )


async def first(session: Reading, shelf: Shelf) -> Any:  # noqa: ANN401 - a row of the queue
    """The first one of the team that was served least recently; None: nothing can be made.

    Where there is no room the others fail, and their askers are told; the archives of a closed team wait for it, for nobody
    could ask for them again.
    """
    rows = (await session.execute(_QUEUE)).all()
    return next((row for row in rows if not row.closed or shelf.has_room()), None)


#: The oldest of each team. A team was served when the newest of its bundles got its own entry, whatever became of it since:
#: an id begins with its moment. PostgreSQL 15 knows no greatest UUID, and their texts have the same order.
_QUEUE: Final = text(
    """
    select h.*, j.state = 'closed' as closed
      from (select distinct on (x.jit) x.id, x.jit, x.requested_by, x.account, x.evidence, x.exhibits, x.party, x.entry,
                   x.profile, x.language, x.zone, x.proceeding, x.reason
              from exports x where x.state in ('queued', 'running') order by x.jit, x.id) h
      join jits j on j.id = h.jit
     order by (select max(m.entry::text) from exports m where m.jit = h.jit) nulls first, h.id
    """
)
