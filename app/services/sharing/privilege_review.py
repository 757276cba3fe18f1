"""Privilege review: closes exhibits with privileged or abusive material until a reviewer's verdict.

Any member who may view an exhibit can close it, with immediate effect for everybody. After that only a reviewer of the
originator has access, for the verdict alone. Releases that wait for the verdict are made when the exhibit is cleared,
and end when it is privileged. Database functions write the state of the exhibit.
Reviewers are contributors who are not leaders, named by the party's leaders. A reviewer does not review an exhibit that
they registered or uploaded a file of (`asks_as_filter` in `app/schema`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select, text

from app import clock
from app.access.reasons import sentence
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Level, decide
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import EvidenceClosed, EvidenceFiltered, FilterNamed, ReleaseGivenUp
from app.models import Clearance, Evidence, PrivilegeReviewers, Release, WaitingRelease
from app.services.sharing import party_settings, viewings, waiting_releases
from app.services.sharing.terms import conditions, decision_input
from app.services.sharing.viewings import Review
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

MOST: Final = 200
PRIVILEGED: Final = "Privilege review found the exhibit privileged."


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
    exhibit = await _find_exhibit(session, seat, evidence, Act.CLOSE)
    if not await session.scalar(select(func.flag_privileged(exhibit.id))):
        raise Conflict("The exhibit was marked for privilege review or withdrawn. Reload it.", code="closed-already")
    await journal.append(session, seat, EvidenceClosed(evidence=evidence, reason=reason))


async def list_to_review(session: Reading, seat: Seat) -> Sequence[Evidence]:
    """Return the exhibits that this member may review now, oldest first, at most `MOST`."""
    query = select(Evidence).where(
        Evidence.jit == seat.jit,
        Evidence.privilege == "unchecked",
        Evidence.originator == seat.party,
        Evidence.status == "active",
        func.asks_as_filter(Evidence.id),
    )
    return (await session.scalars(query.order_by(Evidence.id).limit(MOST))).all()


async def read_progress(session: Reading, seat: Seat, evidence: UUID) -> Review:
    """Return how far this reviewer is with an exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member does not review it.
    """
    await _find_exhibit(session, seat, evidence, Act.FILTER)
    return (await viewings.list_progress(session, seat, [evidence]))[evidence]


async def give_verdict(session: Writing, seat: Seat, evidence: UUID, verdict: Verdict, *, expected: int) -> Clearance:
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
    exhibit = await _find_exhibit(session, seat, evidence, Act.FILTER)
    word = "cleared" if verdict.cleared else "privileged"
    given: dict[str, Any] = {"id": clock.new_id(), "evidence": evidence, "word": word, "reason": verdict.reason}
    if not await session.scalar(_GIVE, given | {"version": expected, "files": verdict.files}):
        await session.refresh(exhibit)
        raise viewings.changed_since(exhibit)
    review = (await viewings.list_progress(session, seat, [evidence], but=given["id"]))[
        evidence
    ]  # no file can be added now
    await viewings.demand_viewed(session, seat, review, passes=verdict.cleared, but=given["id"])
    fact = EvidenceFiltered(evidence=evidence, verdict=word, reason=verdict.reason, not_viewed=review.not_viewed())
    await journal.append(session, seat, fact)
    await (_make_waiting_releases if verdict.cleared else _end_waiting_releases)(session, seat, evidence)
    return (await session.scalars(select(Clearance).where(Clearance.id == given["id"]))).one()


async def _make_waiting_releases(session: Writing, seat: Seat, evidence: UUID) -> None:
    """Make each waiting release of the exhibit that waits for no other gate."""
    roster = await rosters.of(session, seat.jit)
    rows = await session.scalars(select(WaitingRelease).where(WaitingRelease.evidence == evidence))
    for row in rows.all():
        if row.level:
            await waiting_releases.release_if_open(session, seat, row, roster)


async def _end_waiting_releases(session: Writing, seat: Seat, evidence: UUID) -> None:
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


async def _find_exhibit(session: Reading, seat: Seat, evidence: UUID, act: Act) -> Evidence:
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    query = select(Release).where(Release.evidence == evidence, Release.party == seat.party)
    rows = [conditions(one) for one in await session.scalars(query)]
    facts = decision_input(exhibit, filters=await is_reviewer(session, seat, exhibit))
    decision = decide(seat, facts, rows, clock.now(), act)
    if decision.level is Level.NONE:
        raise NotFound
    if not decision.allowed:
        code = decision.because[0]
        raise Forbidden(sentence(code), code=code.replace("_", "-"), tried=act.value)
    return exhibit


@dataclass(frozen=True, slots=True)
class Reviewers:
    """The reviewers of a party.

    Attributes:
        seats: Codes of the reviewers.
        may_set: Whether the member who asks may name reviewers.
        version: 0 if none were ever named.
    """

    seats: Sequence[str] = ()
    decided_by: str | None = None
    decided_at: datetime | None = None
    may_set: bool = False
    version: int = 0


async def read_reviewers(session: Reading, seat: Seat) -> Reviewers:
    """Return the reviewers of the member's own party."""
    may = seat.may(Permission.FILTER_NAME)
    row = await _row(session, seat)
    if row is None:
        return Reviewers(may_set=may)
    roster = await rosters.of(session, seat.jit)
    codes = roster.seat_codes(row.seats) or []
    return Reviewers(sorted(codes), roster.seat_code(row.decided_by), row.decided_at, may, row.version)


async def name_reviewers(session: Writing, seat: Seat, codes: Collection[str], *, reason: str, expected: int) -> None:
    """Replace the reviewers of the member's own party.

    Args:
        session: The transaction of the request.
        seat: The leader.
        codes: Codes of all reviewers from now on.
        reason: The reason, for the audit log.
        expected: Version that the leader saw; 0 if none were ever named.

    Raises:
        Forbidden: The member belongs to no party.
        Invalid: A code is unknown, or names a leader or somebody who is not an active contributor of the party.
        Stale: The reviewers changed since the leader saw them.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can appoint its privilege reviewers.", code="no-party")
    roster = await rosters.of(session, seat.jit)
    ids = sorted(roster.seats_of(seat.party, sorted(set(codes)) or None, "seats") or [])
    if not _can_review(roster, ids):
        raise Invalid(
            "A privilege reviewer must be an active member of your party who is not a leader.",
            field="seats",
        )
    row = await _row(session, seat)
    if expected != (0 if row is None else row.version):
        seats = [] if row is None else roster.seat_codes(row.seats)
        current = {"seats": seats, "version": 0 if row is None else row.version}
        raise party_settings.decided_meanwhile(current)
    key = {"jit": seat.jit, "party": seat.party}
    changed = {"seats": ids, "decided_by": seat.id, "decided_at": clock.now()}
    await party_settings.save(session, PrivilegeReviewers, key, changed, expected=expected)
    fact = FilterNamed(
        party=seat.party,
        code=seat.party_code,
        seats=sorted(roster.seat_codes(ids) or []),
        reason=reason,
        hearing=((seat.party, None),),
    )
    await journal.append(session, seat, fact)


def _can_review(roster: Roster, members: Collection[UUID]) -> bool:
    """Return whether all these members of a party are active contributors who are not leaders."""
    allowed = {
        one.id
        for one in roster.seats
        if one.state == "seated" and Role.MEMBER in one.roles and Role.LEADER not in one.roles
    }
    return allowed.issuperset(members)


async def is_reviewer(session: Reading, seat: Seat, exhibit: Evidence) -> bool:
    """Return whether this member reviews the exhibit, which must be unchecked and of its own party."""
    if exhibit.privilege != "unchecked" or exhibit.originator != seat.party:
        return False
    return bool(await session.scalar(select(func.asks_as_filter(exhibit.id))))


async def _row(session: Reading, seat: Seat) -> PrivilegeReviewers | None:
    query = select(PrivilegeReviewers).where(PrivilegeReviewers.jit == seat.jit, PrivilegeReviewers.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


_GIVE: Final = text("select give_clearance(:id, :evidence, :word, :reason, :version, :files)").bindparams(
    bindparam("word", type_=Text), bindparam("reason", type_=Text)
)
_END: Final = text("select party, level from end_privileged_wishes(:evidence)")
