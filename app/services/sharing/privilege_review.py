"""Privilege review: closes exhibits with privileged or abusive material until a reviewer's verdict.

Any member who may view an exhibit can close it, with immediate effect for everybody. After that only a reviewer of the
originator has access, for the verdict alone. Releases that wait for the verdict are made when the exhibit is cleared,
and end when it is privileged. Database functions write the state of the exhibit.
Not here: who reviews (`services/sharing/filter_teams.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select, text

from app import clock
from app.access.decisions import Act, Level, decide
from app.access.reasons import sentence
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import EvidenceClosed, EvidenceFiltered, ReleaseGivenUp
from app.models import Clearance, Evidence, Release, WaitingRelease
from app.services.sharing import filter_teams, viewings, waiting_releases
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.viewings import Review
from app.services.teams import roster as rosters

MOST: Final = 200
PRIVILEGED: Final = "The filter seat found it privileged."


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict of a reviewer. `files`: number of files of the exhibit that the reviewer saw."""

    cleared: bool
    reason: str
    files: int


async def flag(session: Writing, seat: Seat, evidence: UUID, reason: str) -> None:
    """Close the content of an exhibit until a privilege review.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not close it.
        Conflict: It was closed or withdrawn at this moment.
    """
    exhibit = await _decided(session, seat, evidence, Act.CLOSE)
    if not await session.scalar(select(func.flag_privileged(exhibit.id))):
        raise Conflict("It was flagged, or withdrawn, at this moment. Nothing was changed now.", code="closed-already")
    await journal.append(session, seat, EvidenceClosed(evidence=evidence, reason=reason))


async def waiting(session: Reading, seat: Seat) -> Sequence[Evidence]:
    """Return the exhibits that this member may review now, oldest first, at most `MOST`."""
    query = select(Evidence).where(
        Evidence.jit == seat.jit,
        Evidence.privilege == "unchecked",
        Evidence.originator == seat.party,
        Evidence.status == "active",
        func.asks_as_filter(Evidence.id),
    )
    return (await session.scalars(query.order_by(Evidence.id).limit(MOST))).all()


async def reviewed(session: Reading, seat: Seat, evidence: UUID) -> Review:
    """Return how far this reviewer is with an exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member does not review it.
    """
    await _decided(session, seat, evidence, Act.FILTER)
    return (await viewings.of(session, seat, [evidence]))[evidence]


async def give(session: Writing, seat: Seat, evidence: UUID, verdict: Verdict, *, expected: int) -> Clearance:
    """Give the verdict, then make or end the waiting releases of the exhibit.

    Args:
        session: The transaction of the request.
        seat: The reviewer.
        evidence: The exhibit.
        verdict: The verdict.
        expected: Version of the exhibit that the reviewer saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member does not review it.
        Stale: The exhibit or its number of files changed since the reviewer saw it.
        Conflict: Files that must be viewed first are left.
    """
    exhibit = await _decided(session, seat, evidence, Act.FILTER)
    word = "cleared" if verdict.cleared else "privileged"
    given: dict[str, Any] = {"id": clock.new_id(), "evidence": evidence, "word": word, "reason": verdict.reason}
    if not await session.scalar(_GIVE, given | {"version": expected, "files": verdict.files}):
        await session.refresh(exhibit)
        raise Stale(
            "The exhibit was changed, or a file arrived, since you looked at it. No verdict was given; look at it again.",
            extra={"current": {"version": exhibit.version, "files": exhibit.files_count}},
        )
    review = (await viewings.of(session, seat, [evidence], but=given["id"]))[evidence]  # no file can be added now
    viewings.demand(review, passes=verdict.cleared)
    fact = EvidenceFiltered(evidence=evidence, verdict=word, reason=verdict.reason, not_viewed=review.not_viewed())
    await journal.append(session, seat, fact)
    await (_let_pass if verdict.cleared else _end)(session, seat, evidence)
    return (await session.scalars(select(Clearance).where(Clearance.id == given["id"]))).one()


async def _let_pass(session: Writing, seat: Seat, evidence: UUID) -> None:
    """Make each waiting release of the exhibit that waits for no other gate."""
    roster = await rosters.of(session, seat.jit)
    rows = await session.scalars(select(WaitingRelease).where(WaitingRelease.evidence == evidence))
    for row in rows.all():
        if row.level:
            await waiting_releases.settle(session, seat, row, roster)


async def _end(session: Writing, seat: Seat, evidence: UUID) -> None:
    ended = (await session.execute(_END, {"evidence": evidence})).all()
    if not ended:
        return
    roster = await rosters.of(session, seat.jit)
    given_up = [
        ReleaseGivenUp(
            evidence=evidence, party=roster.party_code(row.party), level=Level(row.level).word, reason=PRIVILEGED
        )
        for row in ended
    ]
    await journal.append(session, seat, *given_up)


async def _decided(session: Reading, seat: Seat, evidence: UUID, act: Act) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    query = select(Release).where(Release.evidence == evidence, Release.party == seat.party)
    rows = [conditions(one) for one in await session.scalars(query)]
    facts = decision_input(exhibit, filters=await filter_teams.filters(session, seat, exhibit))
    decision = decide(seat, facts, rows, clock.now(), act)
    if decision.level is Level.NONE:
        raise NotFound
    if not decision.allowed:
        code = decision.because[0]
        raise Forbidden(f"{sentence(code)} Nothing was changed.", code=code.replace("_", "-"), tried=act.value)
    return exhibit


_GIVE: Final = text("select give_clearance(:id, :evidence, :word, :reason, :version, :files)").bindparams(
    bindparam("word", type_=Text), bindparam("reason", type_=Text)
)
_END: Final = text("select party, level from end_privileged_wishes(:evidence)")
