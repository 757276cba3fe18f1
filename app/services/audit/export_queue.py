"""Choose the next export package to make, and check disk space.

Teams take turns, so that many requests of one team delay only that team.
Not here: the limit per seat (`services/audit/exports.py`), and making a package (`services/audit/export_making.py`).
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from app.database import Reading
from app.errors import NoSpace
from app.exports.setting import Language
from app.queries import query
from app.vault import space
from app.vault.bundle_store import BundleStore
from app.vault.vault import Vault

#: Upper estimate of what is written between two checks: a page of entries, or the document.
_STEP_BYTES: Final = 2**20


class QueuedExport(NamedTuple):
    """A requested package that is not made yet. `closed`: whether its team is closed."""

    id: UUID
    jit: UUID
    requested_by: UUID
    account: UUID
    evidence: UUID | None
    exhibits: Sequence[UUID] | None
    party: UUID | None
    since: datetime | None
    until: datetime | None
    requested_at: datetime
    entry: UUID | None
    profile: str
    language: Language
    zone: str
    proceeding: str | None
    reason: str
    limits_of_use: list[dict[str, Any]]
    downloads: Sequence[UUID]
    closed: bool


class PackageStorage(NamedTuple):
    """Storage of packages.

    `kept`: how long each is kept. `reserve`: bytes to leave free, as keys and ledger heads share the disk. `vault`: holds
    the originals of exhibits.
    """

    store: BundleStore
    kept: timedelta
    reserve: int
    vault: Vault

    def has_room(self, size_bytes: int = _STEP_BYTES) -> bool:
        """Return whether there is room for `size_bytes`. The final size is unknown in advance."""
        return space.room(self.store.folder, self.reserve) >= size_bytes

    def demand_room(self, row: QueuedExport, size_bytes: int = _STEP_BYTES) -> None:
        """Refuse if there is no room, except for the archive of a closed team, which nobody could request again.

        Raises:
            NoSpace: The disk has no room.
        """
        if not row.closed and not self.has_room(size_bytes):
            raise NoSpace(
                "The server has no space for this export. Tell the operator, and request the export again later."
            )


async def first(
    session: Reading, shelf: PackageStorage, waits: Callable[[Reading, UUID], Awaitable[bool]]
) -> QueuedExport | None:
    """Return the oldest request of the team that was served least recently; `None` if nothing can be made.

    Without room, archives of closed teams wait, because nobody could request them again. Other requests are returned
    and fail. `waits`: whether the ledger of a team cannot be signed yet; its requests wait too.
    """
    for row in await session.fetch_rows(_QUEUE):
        if (not row.closed or shelf.has_room()) and not await waits(session, row.jit):
            return row
    return None


#: The oldest request of each team. A team was last served when its newest export got its entry, whatever came of it.
#: Ids start with their time. PostgreSQL 15 has no `max(uuid)`; the text form has the same order.
_QUEUE: Final = query(
    QueuedExport,
    """
    select h.*, j.state = 'closed' as closed
      from (select distinct on (x.jit) x.id, x.jit, x.requested_by, x.account, x.evidence, x.exhibits, x.party, x.since,
                   x.until, x.requested_at, x.entry, x.profile, x.language, x.zone, x.proceeding, x.reason,
                   x.limits_of_use, x.downloads
              from exports x where x.state in ('queued', 'running') order by x.jit, x.id) h
      join jits j on j.id = h.jit
     order by (select max(m.entry::text) from exports m where m.jit = h.jit) nulls first, h.id
    """,
)
