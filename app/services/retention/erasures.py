"""Decide the erasure of an exhibit: a leader of the originator, if it is withdrawn or its review is due.

A legal hold prevents it. With the decision nobody can read the exhibit any more, its own party included: all releases
are lowered to listed in the same transaction. If the party requires two leaders (`services/sharing/four_eyes.py`), the
erasure is pending until the second one confirms. A pending erasure changes nothing about the exhibit, and any leader of
its party withdraws it. Recipients are asked for their copies (Directive (EU) 2016/680 Art. 16(6)). A background job
destroys the keys and writes the certificate (`services/retention/erasure_jobs.py`).

Not here: retention periods (`services/retention/retention.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, delete, literal_column, select, text, update

from app import clock
from app.access.reasons import sentence
from app.access.retention import ErasureReason
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, decide
from app.access.sharing.gates import Demand
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import ErasureConfirmed, ErasureDecided, ErasureGivenUp, ErasureWanted
from app.models import ErasureWish, Evidence
from app.services.retention import exhibit_locks, holds
from app.services.sharing import four_eyes, joint, recalls, waiting_releases
from app.services.sharing import releases as release_service
from app.services.sharing.terms import conditions, decision_input
from app.services.teams import contributions
from app.services.teams import roster as rosters

#: Column that a query selects with a pending erasure: whether the member is another person than who requested it.
IS_ANOTHER: Final = literal_column("is_another(erasure_wishes.wanted_by)", Boolean).label("is_another")
#: Refusals of the access decision that concern the state of the exhibit, not the member.
_STATE_REFUSALS: Final = frozenset({"legal_hold", "joint_not_agreed", "not_due"})


@dataclass(frozen=True, slots=True)
class PendingErasure:
    """An erasure that awaits a second leader, with what the member may do.

    Attributes:
        ground: The ground of the erasure.
        reason: The reason.
        wanted_by: Code of the leader who requested it.
        wanted_at: When it was requested.
        may: Acts of the member: `confirm`, `give_up`.
    """

    ground: str
    reason: str
    wanted_by: str
    wanted_at: datetime
    may: Sequence[str]


def pending_of_row(row: ErasureWish, seat: Seat, code: str, *, is_another: bool) -> PendingErasure:
    """Return a pending erasure of the member's own party, or of any party for an auditor.

    Another person confirms it, a judicial one where the party reserves decisions about releases.
    """
    confirms = is_another and seat.may(Permission.RELEASE_GRANT)
    acts = {"confirm": confirms, "give_up": True} if seat.may(Permission.EVIDENCE_ERASE) else {}
    return PendingErasure(row.ground, row.reason, code, row.wanted_at, [act for act, may in acts.items() if may])


async def pending(session: Reading, seat: Seat, evidence: UUID) -> PendingErasure | None:
    """Return the pending erasure of one exhibit, or `None`."""
    query = select(ErasureWish, IS_ANOTHER).where(ErasureWish.jit == seat.jit, ErasureWish.evidence == evidence)
    found = (await session.execute(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        return None
    code = (await rosters.of(session, seat.jit)).seat_code(found.ErasureWish.wanted_by)
    return pending_of_row(found.ErasureWish, seat, code, is_another=found.is_another)


async def erase(session: Writing, seat: Seat, evidence: UUID, *, confirmation: str, reason: str, expected: int) -> None:
    """Decide the erasure of an exhibit, for good; if two leaders are required, request it.

    Args:
        session: The transaction of the request.
        seat: The leader who decides.
        evidence: The exhibit.
        confirmation: The exhibit number as typed by the leader.
        reason: The reason.
        expected: Version of the exhibit that the leader saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not erase it.
        Conflict: It is erased, held, not due, not agreed by joint originators, or an erasure is pending.
        Invalid: The confirmation is not the exhibit number.
        Stale: The exhibit was changed since the member read it.
    """
    exhibit = await _lock_erasable(session, seat, evidence, confirmation, expected)
    ground = ErasureReason.REVIEW if exhibit.status == "active" else ErasureReason.WITHDRAWN
    if Demand.ERASE in await four_eyes.required_acts(session, seat):
        await _request(session, seat, exhibit, ground, reason)
    else:
        await _begin(session, seat, exhibit, ground, reason)


async def confirm(session: Writing, seat: Seat, evidence: UUID, *, confirmation: str, expected: int) -> None:
    """Confirm a pending erasure as second leader; this decides it.

    Raises:
        NotFound, Forbidden, Conflict, Invalid, Stale: As `erase`. `NotFound` also if none is pending, and `Forbidden`
            also for the leader who requested it.
    """
    exhibit = await _lock_erasable(session, seat, evidence, confirmation, expected)
    found = await pending(session, seat, evidence)
    if found is None:
        raise NotFound
    if "confirm" not in found.may:
        raise Forbidden(
            "Another leader of the originator must confirm this decision.",
            code="needs-second-leader",
            about=evidence,
        )
    confirmed = update(ErasureWish).where(ErasureWish.evidence == evidence).values(confirmed_by=seat.id)
    await session.execute(confirmed.execution_options(synchronize_session=False))
    await journal.append(session, seat, ErasureConfirmed(evidence=evidence, wanted_by=found.wanted_by))
    await _begin(session, seat, exhibit, ErasureReason(found.ground), found.reason)


async def give_up(session: Writing, seat: Seat, evidence: UUID, reason: str) -> None:
    """Withdraw a pending erasure.

    Raises:
        NotFound: None is pending.
    """
    await session.scalar(select(Evidence.id).where(Evidence.id == evidence).with_for_update(key_share=True))
    if not await drop_pending(session, seat, evidence, reason):
        raise NotFound


async def drop_pending(session: Writing, seat: Seat, evidence: UUID, reason: str) -> bool:
    """Withdraw the pending erasure if there is one. Return whether there was."""
    ended = delete(ErasureWish).where(ErasureWish.jit == seat.jit, ErasureWish.evidence == evidence)
    by = await session.scalar(ended.returning(ErasureWish.wanted_by).execution_options(synchronize_session=False))
    if by is None:
        return False
    code = (await rosters.of(session, seat.jit)).seat_code(by)
    await journal.append(session, seat, ErasureGivenUp(evidence=evidence, wanted_by=code, reason=reason))
    return True


async def lock(session: Writing, seat: Seat, evidence: UUID, expected: int) -> Evidence:
    """Lock and return an exhibit of the member's own party that is not erased.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
        Stale: The exhibit was changed since the member read it.
        Conflict: It is erased.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    if exhibit.originator != seat.party:
        raise Forbidden("Only the originator decides how long the exhibit is kept.", code="originator-only")
    return contributions.demand_there(await exhibit_locks.lock_version(session, evidence, expected))


async def _lock_erasable(session: Writing, seat: Seat, evidence: UUID, confirmation: str, expected: int) -> Evidence:
    exhibit = await lock(session, seat, evidence, expected)
    rows = [conditions(row) for row in await release_service.list_of_visible(session, exhibit.id)]
    on_hold = any(one.lifted_at is None for one in await holds.list_all(session, exhibit.id))
    agreed = not await joint.missing_agreements(session, seat, exhibit)
    decision = decide(seat, decision_input(exhibit, on_hold=on_hold, agreed=agreed), rows, clock.now(), Act.ERASE)
    if not decision.allowed:
        code = decision.because[0]
        refusal = sentence(code)
        if code in _STATE_REFUSALS:
            raise Conflict(refusal, code=code.replace("_", "-"))
        raise Forbidden(refusal, code=code.replace("_", "-"), tried=Act.ERASE)
    if confirmation != exhibit.exhibit_number:
        raise Invalid("Enter the number of the exhibit to confirm.", field="confirmation")
    return exhibit


async def _request(session: Writing, seat: Seat, exhibit: Evidence, ground: ErasureReason, reason: str) -> None:
    """Request an erasure that needs a second leader.

    Raises:
        Conflict: An erasure of the exhibit is pending already.
    """
    if await pending(session, seat, exhibit.id) is not None:
        raise Conflict("An erasure is already awaiting confirmation by a second leader.", code="erasure-waits")
    row = {"ground": ground.value, "reason": reason, "wanted_by": seat.id, "wanted_at": clock.now()}
    session.add(ErasureWish(evidence=exhibit.id, jit=seat.jit, **row))
    await session.flush()
    await journal.append(session, seat, ErasureWanted(evidence=exhibit.id, ground=ground.value, reason=reason))


async def _begin(session: Writing, seat: Seat, exhibit: Evidence, ground: ErasureReason, reason: str) -> None:
    evidence, reached = exhibit.id, []
    if exhibit.status == "active":  # a withdrawal has already asked the recipients
        reached = await recalls.recall_copies(session, evidence, await rosters.of(session, seat.jit), reason)
    await waiting_releases.give_up_all(session, seat, evidence, reason)
    await journal.append(session, seat, *reached, ErasureDecided(evidence=evidence, ground=ground.value, reason=reason))
    begun = await session.scalar(BEGIN, {"evidence": evidence, "ground": ground.value, "reason": reason})
    assert begun, "the exhibit is held by this transaction"
    session.expire_all()


BEGIN: Final = text("select begin_erasure(:evidence, :ground, :reason)")
