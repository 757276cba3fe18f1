"""Erasures that await a second leader: requested by one, visible to its party, withdrawn by any leader.

A pending erasure changes nothing about the exhibit.

Not here: the confirmation, which starts the erasure (`services/retention/erasures.py`), and which acts of a party need two
leaders (`services/sharing/four_eyes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, delete, literal_column, select, update

from app import clock
from app.access.retention import ErasureReason
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, NotFound
from app.ledger import journal
from app.ledger.facts import ErasureGivenUp, ErasureWanted
from app.models import ErasureWish, Evidence
from app.services.teams import roster as rosters

#: Column that a query selects with the wish: whether the database lets this member confirm it.
SECONDS: Final = literal_column("may_second_erasure(erasure_wishes)", Boolean).label("seconds")


@dataclass(frozen=True, slots=True)
class Wished:
    """A pending erasure with what the member may do. `wanted_by`: code of the leader who requested it."""

    ground: str
    reason: str
    wanted_by: str
    wanted_at: Any
    may: Sequence[str]


def shown(row: ErasureWish, seat: Seat, code: str, *, seconds: bool) -> Wished:
    """Build the view of a pending erasure of the member's own party, or of any party for an auditor."""
    acts = {"confirm": seconds, "give_up": True} if seat.may(Permission.EVIDENCE_ERASE) else {}
    return Wished(row.ground, row.reason, code, row.wanted_at, [act for act, may in acts.items() if may])


async def of(session: Reading, seat: Seat, evidence: UUID) -> Wished | None:
    """Return the pending erasure of one exhibit, or `None`."""
    query = select(ErasureWish, SECONDS).where(ErasureWish.jit == seat.jit, ErasureWish.evidence == evidence)
    found = (await session.execute(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        return None
    code = (await rosters.of(session, seat.jit)).seat_code(found.ErasureWish.wanted_by)
    return shown(found.ErasureWish, seat, code, seconds=found.seconds)


async def want(session: Writing, seat: Seat, exhibit: Evidence, ground: ErasureReason, reason: str) -> None:
    """Request an erasure that needs a second leader.

    Raises:
        Conflict: An erasure of the exhibit is pending already.
    """
    if await of(session, seat, exhibit.id) is not None:
        raise Conflict("An erasure waits already for a second leader. Nothing was changed.", code="erasure-waits")
    wish = {"ground": ground.value, "reason": reason, "wanted_by": seat.id, "wanted_at": clock.now()}
    session.add(ErasureWish(evidence=exhibit.id, jit=seat.jit, **wish))
    await session.flush()
    await journal.append(session, seat, ErasureWanted(evidence=exhibit.id, ground=ground.value, reason=reason))


async def second(session: Writing, seat: Seat, evidence: UUID) -> bool:
    """Record the confirmation of the second leader. Return `False` if the database refuses this member."""
    confirmed = update(ErasureWish).where(ErasureWish.evidence == evidence).values(confirmed_by=seat.id)
    done = confirmed.returning(ErasureWish.evidence).execution_options(synchronize_session=False)
    return (await session.execute(done)).one_or_none() is not None


async def give_up(session: Writing, seat: Seat, evidence: UUID, reason: str) -> None:
    """Withdraw a pending erasure.

    Raises:
        NotFound: None is pending.
    """
    await session.scalar(select(Evidence.id).where(Evidence.id == evidence).with_for_update(key_share=True))
    if not await drop(session, seat, evidence, reason):
        raise NotFound


async def drop(session: Writing, seat: Seat, evidence: UUID, reason: str) -> bool:
    """Withdraw the pending erasure if there is one. Return whether there was."""
    ended = delete(ErasureWish).where(ErasureWish.jit == seat.jit, ErasureWish.evidence == evidence)
    by = await session.scalar(ended.returning(ErasureWish.wanted_by).execution_options(synchronize_session=False))
    if by is None:
        return False
    code = (await rosters.of(session, seat.jit)).seat_code(by)
    await journal.append(session, seat, ErasureGivenUp(evidence=evidence, wanted_by=code, reason=reason))
    return True
