"""Integrity checks: read the last result for an exhibit, and order an immediate check.

The member who orders a check learns the result and sees no content.

Not here: the comparison itself, a background job (`services/custody/fixity_jobs.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.fixity import audits
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.ledger import journal
from app.ledger.facts import FixityOrdered
from app.models import Evidence, Fixity, FixityOrder
from app.services.teams import contributions

#: Minimum time between a check and the next order: each check appends an entry and reads all files.
AGAIN_AFTER: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class FixityState:
    """State of the integrity checks of an exhibit.

    Attributes:
        checked_at: Time of the last check.
        verdict: Result of the last check.
        due_at: Time of the next scheduled check.
        ordered_at: Time of the member's own pending order.
        may_order: Whether the member may order a check now.
    """

    checked_at: datetime | None
    verdict: str | None
    due_at: datetime | None
    ordered_at: datetime | None
    may_order: bool


async def read(session: Reading, seat: Seat, evidence: UUID, every: timedelta | None) -> FixityState:
    """Return the state of the integrity checks of an exhibit.

    Args:
        session: The transaction of the request.
        seat: The member who asks.
        evidence: The exhibit.
        every: Interval of scheduled checks; `None` if there are none.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    exhibit = await _find(session, evidence)
    row = (await session.scalars(select(Fixity).where(Fixity.evidence == evidence))).one_or_none()
    own_order = select(FixityOrder.ordered_at).where(
        FixityOrder.evidence == evidence, FixityOrder.ordered_by == seat.id
    )
    ordered_at = (await session.scalars(own_order)).one_or_none()
    is_stored = exhibit.status != "erased" and exhibit.files_count > 0
    return FixityState(
        checked_at=row.checked_at if row else None,
        verdict=row.verdict if row else None,
        due_at=row.since + every if row and every and is_stored else None,
        ordered_at=ordered_at if is_stored else None,
        may_order=is_stored and ordered_at is None and _may_order(seat, exhibit),
    )


async def order(session: Writing, seat: Seat, evidence: UUID) -> None:
    """Order an immediate check.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not order checks of this exhibit.
        Conflict: It has no files, is erased, was checked within `AGAIN_AFTER`, or the member's order is pending.
    """
    exhibit = contributions.demand_there(await _find(session, evidence))
    if not _may_order(seat, exhibit):
        raise Forbidden(
            "Integrity checks are ordered by experts, the auditor of the team, and auditors of an originator.",
            code="not-to-audit",
        )
    if exhibit.files_count == 0:
        raise Conflict("The exhibit has no stored file to check.", code="no-files")
    checked_at = (await session.scalars(select(Fixity.checked_at).where(Fixity.evidence == evidence))).one_or_none()
    if checked_at is not None and clock.now() - checked_at < AGAIN_AFTER:
        raise Conflict(
            "The integrity was checked less than an hour ago. See the result in the custody record.",
            code="just-checked",
        )
    row = {"id": clock.new_id(), "jit": seat.jit, "evidence": evidence, "ordered_by": seat.id}
    ordered = insert(FixityOrder).values(row | {"ordered_at": clock.now()}).on_conflict_do_nothing()
    if (await session.execute(ordered.returning(FixityOrder.id))).one_or_none() is None:
        raise Conflict(
            "An integrity check is already requested. Its result will appear in the custody record.", code="order-waits"
        )
    await journal.append(session, seat, FixityOrdered(evidence=evidence, files_stored=exhibit.files_count))


class DamagedExhibit(NamedTuple):
    """An exhibit whose stored bytes were found damaged, with the time of the last check."""

    evidence: UUID
    exhibit_number: str
    title: str
    checked_at: datetime


async def damaged(session: Reading, seat: Seat, most: int) -> Sequence[DamagedExhibit]:
    """Return exhibits obtained by a leader's party whose stored bytes were found damaged, oldest check first.

    Other members get an empty result.
    """
    if Role.LEADER not in seat.roles or seat.party is None:
        return ()
    rows = await session.execute(_DAMAGED, {"jit": seat.jit, "party": seat.party, "most": most})
    return [DamagedExhibit(row.evidence, row.exhibit_number, row.title, row.checked_at) for row in rows]


def _may_order(seat: Seat, exhibit: Evidence) -> bool:
    return seat.may(Permission.FIXITY_ORDER) and audits(seat, exhibit.originator, exhibit.joint)


async def _find(session: Reading, evidence: UUID) -> Evidence:
    found = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if found is None:
        raise NotFound
    return found


_DAMAGED: Final = text(
    """
    select e.id as evidence, e.exhibit_number, e.title, x.checked_at
      from fixity x join evidence e on e.jit = x.jit and e.id = x.evidence
     where x.jit = :jit and x.verdict = 'failed' and e.status <> 'erased' and obtained_by(:party, e.originator, e.joint)
     order by x.checked_at, e.id limit :most
    """
)
