"""Decide the erasure of an exhibit: a leader of the originator, if it is withdrawn or its review is due.

A legal hold prevents it. With the decision nobody can read the exhibit any more, its own party included: all releases
are lowered to listed in the same transaction. If the party requires two leaders, the erasure is pending until the
second one confirms. Recipients are asked for their copies (Directive (EU) 2016/680 Art. 16(6)). A background job
destroys the keys and writes the certificate (`services/retention/erasure_clock.py`).

Not here: retention periods (`services/retention/retention.py`) and pending erasures (`services/retention/erasure_wishes.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import text

from app import clock
from app.access.decisions import Act, decide
from app.access.gates import Demand
from app.access.reasons import sentence
from app.access.retention import ErasureReason
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import ErasureConfirmed, ErasureDecided
from app.models import Evidence
from app.services.retention import erasure_wishes, holds, retention
from app.services.sharing import four_eyes, joint, recalls, waiting_releases
from app.services.sharing import releases as release_service
from app.services.sharing.terms import conditions, decision_input
from app.services.teams import roster as rosters


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
    exhibit = await _demand(session, seat, evidence, confirmation, expected)
    ground = ErasureReason.REVIEW if exhibit.status == "active" else ErasureReason.WITHDRAWN
    if Demand.ERASE in await four_eyes.required_acts(session, seat):
        await erasure_wishes.want(session, seat, exhibit, ground, reason)
    else:
        await _begin(session, seat, exhibit, ground, reason)


async def confirm(session: Writing, seat: Seat, evidence: UUID, *, confirmation: str, expected: int) -> None:
    """Confirm a pending erasure as second leader; this decides it.

    Raises:
        NotFound, Forbidden, Conflict, Invalid, Stale: As `erase`. `NotFound` also if none is pending, and `Forbidden`
            also for the leader who requested it.
    """
    exhibit = await _demand(session, seat, evidence, confirmation, expected)
    wish = await erasure_wishes.of(session, seat, evidence)
    if wish is None:
        raise NotFound
    if not await erasure_wishes.second(session, seat, evidence):
        raise Forbidden(
            "Another leader of the originator confirms it, not who decided it first. Nothing was erased.",
            code="needs-second-leader",
            about=evidence,
        )
    await journal.append(session, seat, ErasureConfirmed(evidence=evidence, wanted_by=wish.wanted_by))
    await _begin(session, seat, exhibit, ErasureReason(wish.ground), wish.reason)


async def _begin(session: Writing, seat: Seat, exhibit: Evidence, ground: ErasureReason, reason: str) -> None:
    evidence, reached = exhibit.id, []
    if exhibit.status == "active":  # a withdrawal has already asked the recipients
        reached = await recalls.recall_copies(session, evidence, await rosters.of(session, seat.jit), reason)
    await waiting_releases.give_up_all(session, seat, evidence, reason)
    await journal.append(session, seat, *reached, ErasureDecided(evidence=evidence, ground=ground.value, reason=reason))
    begun = await session.scalar(BEGIN, {"evidence": evidence, "ground": ground.value, "reason": reason})
    assert begun, "the exhibit is held by this transaction"
    session.expire_all()


async def _demand(session: Writing, seat: Seat, evidence: UUID, confirmation: str, expected: int) -> Evidence:
    exhibit = await retention.lock(session, seat, evidence, expected)
    rows = [conditions(row) for row in await release_service.list_of_visible(session, exhibit.id)]
    on_hold = any(one.lifted_at is None for one in await holds.of(session, exhibit.id))
    agreed = not await joint.missing_agreements(session, seat, exhibit)
    decision = decide(seat, decision_input(exhibit, on_hold=on_hold, agreed=agreed), rows, clock.now(), Act.ERASE)
    if not decision.allowed:
        code = decision.because[0]
        said = f"{sentence(code)} Nothing was erased."
        if code in {"legal_hold", "joint_not_agreed", "not_due"}:
            raise Conflict(said, code=code.replace("_", "-"))
        raise Forbidden(said, code=code.replace("_", "-"), tried=Act.ERASE)
    if confirmation != exhibit.exhibit_number:
        raise Invalid("Type the number of the exhibit to confirm. Nothing was erased.", field="confirmation")
    return exhibit


BEGIN: Final = text("select begin_erasure(:evidence, :ground, :reason)")
