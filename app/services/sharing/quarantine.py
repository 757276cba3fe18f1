"""Approval of third-country uploads by an administrator (Regulation (EU) 2023/969, Art. 17(3), 18).

Until the verdict only the provider and the administrators have releases of the exhibit. Other releases wait; a
background job makes or ends them after the verdict (`services/sharing/quarantine_jobs.py`). Permission to verify belongs to
the administrator's own membership and cannot be delegated.
Not here: waiting releases (`services/sharing/waiting_releases.py`), and the controller (`services/teams/controllers.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock
from app.access.reasons import sentence
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Level, decide
from app.access.sharing.gates import CHECKLIST
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceVerified
from app.models import Evidence, Release, Verification
from app.services.sharing import viewings
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.viewings import Review
from app.services.teams import controllers

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict of an administrator.

    Attributes:
        passed: Whether the upload is approved.
        checklist: The points of `gates.CHECKLIST` that are in order.
        reason: The reason.
        files: Number of files of the exhibit that the administrator saw.
    """

    passed: bool
    checklist: Sequence[str]
    reason: str
    files: int


async def list_to_verify(session: Reading, seat: Seat) -> Sequence[Evidence]:
    """Return the exhibits that this administrator can verify now, oldest first, at most `MOST`."""
    query = (
        select(Evidence)
        .join(Release, (Release.jit == Evidence.jit) & (Release.evidence == Evidence.id))
        .where(Evidence.jit == seat.jit, Evidence.verification == "waiting", Evidence.status == "active")
        .where(Release.party == seat.party, Release.originator != seat.party)
    )
    return (await session.scalars(query.order_by(Evidence.id).limit(MOST))).all()


async def read_progress(session: Reading, seat: Seat, evidence: UUID) -> Review:
    """Return how far this administrator is with an exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not verify it.
    """
    await _find_exhibit(session, seat, evidence)
    return (await viewings.list_progress(session, seat, [evidence]))[evidence]


async def verify(session: Writing, seat: Seat, evidence: UUID, verdict: Verdict, *, expected: int) -> Verification:
    """Give the verdict on an upload.

    Args:
        session: The transaction of the request.
        seat: The administrator.
        evidence: The exhibit.
        verdict: The verdict.
        expected: Version of the exhibit that the administrator saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not verify it.
        Conflict: No controller is designated, another verdict exists, or files must be viewed first.
        Invalid: The verdict approves with an incomplete checklist.
        Stale: The exhibit or its number of files changed since the administrator saw it.
    """
    exhibit = await _find_exhibit(session, seat, evidence)
    await controllers.demand(session, seat)
    _demand_complete_checklist(verdict)
    row = Verification(
        evidence=evidence,
        jit=seat.jit,
        verdict="passed" if verdict.passed else "refused",
        checklist=[one for one in CHECKLIST if one in verdict.checklist],
        reason=verdict.reason,
        verified_by=seat.id,
        verified_at=clock.now(),
    )
    await _insert_verdict(session, row)
    await session.refresh(exhibit)
    if exhibit.version != expected or exhibit.files_count != verdict.files:
        raise viewings.changed_since(exhibit)
    review = (await viewings.list_progress(session, seat, [evidence]))[evidence]
    await viewings.demand_viewed(session, seat, review, passes=verdict.passed)
    fact = EvidenceVerified(
        evidence=evidence,
        verdict=row.verdict,
        checklist=row.checklist,
        reason=row.reason,
        not_viewed=review.not_viewed(),
    )
    await journal.append(session, seat, fact)
    await session.execute(_END, {"evidence": evidence})
    return row


async def _find_exhibit(session: Reading, seat: Seat, evidence: UUID) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    query = select(Release).where(Release.evidence == evidence, Release.party == seat.party)
    rows = [conditions(one) for one in await session.scalars(query)]
    decision = decide(seat, decision_input(exhibit), rows, clock.now(), Act.VERIFY)
    if decision.level is Level.NONE:
        raise NotFound
    if not decision.allowed:
        code = decision.because[0]
        raise Forbidden(sentence(code), code=code.replace("_", "-"), tried=Act.VERIFY)
    return exhibit


def _demand_complete_checklist(verdict: Verdict) -> None:
    if verdict.passed and set(verdict.checklist) != set(CHECKLIST):
        raise Invalid(
            "The upload can be approved only if every point of the checklist is met. Otherwise, reject it.",
            field="checklist",
        )


async def _insert_verdict(session: Writing, row: Verification) -> None:
    """Insert the verdict. From then on the exhibit cannot change, and no other verdict can be given."""
    session.add(row)
    message = "Another administrator decided at the same moment, or the exhibit was withdrawn. Reload it."
    with refused_as(Conflict(message, code="verified-already")):
        await session.flush()


_END: Final = text("select end_quarantine(:evidence)")
