"""Legal holds: while a hold exists, nothing erases the exhibit, not even the end of a transfer.

Leaders of a party that obtained the exhibit may set a hold, and judicial members of a party that disclosed it to
proceedings. Members of the party that set it, with the same conditions, lift it. If that party has left or has no
release of the exhibit, a leader of a party that obtained it may do so.

Not here: erasing (`services/retention/erasures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Function, Seat
from app.access.sharing.joint import obtained_by
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.ledger import journal
from app.ledger.facts import HoldLifted, HoldSet
from app.models import Disclosure, Evidence, Hold
from app.queries import scalar


@dataclass(frozen=True, slots=True)
class Order:
    """The court that requires the hold, its file number, and the reason."""

    court: str
    file_number: str
    reason: str


async def list_all(session: Reading, evidence: UUID) -> Sequence[Hold]:
    """Return the holds that the member may see, oldest first."""
    return (await session.scalars(select(Hold).where(Hold.evidence == evidence).order_by(Hold.id))).all()


async def is_on_hold(session: Reading, evidence: UUID) -> bool:
    """Return whether a hold exists that the member may see. The originator sees all."""
    return await session.fetch_one(_IS_ON_HOLD, evidence=evidence)


async def set_hold(session: Writing, seat: Seat, evidence: UUID, order: Order) -> UUID:
    """Set a hold and return its id.

    Raises:
        NotFound: The exhibit is absent or invisible to the member, or the member has no party.
        Forbidden: The member may not set a hold.
        Conflict: The exhibit is erased.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None or seat.party is None:
        raise NotFound
    if exhibit.status == "erased":
        raise _erased()
    if not await may_set(session, seat, exhibit):
        raise Forbidden(
            "Only leaders of the originator, and judicial members of a party that disclosed the exhibit, can "
            "set a legal hold.",
            code="not-to-hold",
        )
    row = Hold(
        id=clock.new_id(),
        jit=seat.jit,
        evidence=evidence,
        party=seat.party,
        court=order.court,
        file_number=order.file_number,
        reason=order.reason,
        set_by=seat.id,
        set_at=clock.now(),
    )
    session.add(row)
    with refused_as(_erased()):  # erased at the same time
        await session.flush()
    await journal.append(session, seat, HoldSet(**_said(row), reason=order.reason))
    return row.id


async def lift(session: Writing, seat: Seat, evidence: UUID, hold: UUID, reason: str) -> None:
    """Lift a hold.

    Raises:
        NotFound: The hold is absent or invisible to the member.
        Forbidden: The member may not lift it.
        Conflict: It is lifted already.
    """
    query = select(Hold).where(Hold.evidence == evidence, Hold.id == hold)
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    if not await may_lift(session, seat, row):
        raise Forbidden("Only the member who set the legal hold can lift it.", code="not-to-lift")
    locked = query.where(Hold.lifted_at.is_(None)).with_for_update().execution_options(populate_existing=True)
    row = (await session.scalars(locked)).one_or_none()
    if row is None:
        raise Conflict("The legal hold was already lifted.", code="lifted-already")
    row.lifted_by, row.lifted_at, row.lift_reason = seat.id, clock.now(), reason
    await session.flush()
    await journal.append(session, seat, HoldLifted(**_said(row), reason=reason))


async def may_set(session: Reading, seat: Seat, exhibit: Evidence) -> bool:
    """Return whether this member may set a hold on the exhibit."""
    if not seat.may(Permission.HOLD_SET):
        return False
    if obtained_by(seat.party, exhibit.originator, exhibit.joint) and Role.LEADER in seat.roles:
        return True
    return seat.function is Function.JUDICIAL and await _disclosed(session, seat, exhibit.id)


async def may_lift(session: Reading, seat: Seat, hold: Hold) -> bool:
    """Return whether this member may lift the hold."""
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == hold.evidence))).one_or_none()
    if exhibit is None or not seat.may(Permission.HOLD_SET):
        return False
    if hold.party == seat.party:
        return await may_set(session, seat, exhibit)
    leads = obtained_by(seat.party, exhibit.originator, exhibit.joint) and Role.LEADER in seat.roles
    return leads and not await session.fetch_one(_HAS_RELEASE, evidence=hold.evidence, party=hold.party)


async def _disclosed(session: Reading, seat: Seat, evidence: UUID) -> bool:
    query = select(Disclosure.id).where(Disclosure.evidence == evidence, Disclosure.party == seat.party).limit(1)
    return (await session.scalars(query)).first() is not None


#: Whether the party that set the hold is still in the team and has a release: then only this party lifts it.
_HAS_RELEASE: Final = scalar(
    bool,
    "select exists (select 1 from releases r join parties p on p.jit = r.jit and p.id = r.party"
    " where r.evidence = :evidence and r.party = :party and p.status <> 'left')",
)
_IS_ON_HOLD: Final = scalar(
    bool, "select exists (select 1 from holds where evidence = :evidence and lifted_at is null)"
)


def _erased() -> Conflict:
    return Conflict("The exhibit was erased. A legal hold is no longer possible.", code="erased")


def _said(row: Hold) -> dict[str, Any]:
    return {"evidence": row.evidence, "hold": row.id, "court": row.court, "file_number": row.file_number}
