"""Second-leader requirement of a party: reading and changing it, and recalls that wait for it.

One leader alone can add acts. To remove acts, one leader proposes and another confirms by the same decision.
Not here: confirmation of a release or recall (`services/sharing/approvals.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing import privilege
from app.access.sharing.decisions import Level
from app.access.sharing.gates import Circumstances, Demand, Gate, takes_away
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden
from app.ledger import journal
from app.ledger.facts import FourEyesSet, RecallWanted
from app.models import Evidence, FourEyes, Member, Release, WaitingRelease
from app.queries import scalar
from app.services.sharing import party_settings, waiting_releases
from app.services.sharing.terms import Resolved, conditions
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class TwoPersonRequirement:
    """The requirement of a party.

    Attributes:
        acts: The acts that require a second leader.
        proposed: The acts that remain if a leader other than `decided_by` confirms.
        decided_by: Code of the leader who decided last.
        may_set: Whether the member who asks may change the requirement.
        may_confirm: Whether the member who asks may confirm the proposal.
        version: 0 if nothing was ever decided.
    """

    acts: Sequence[str] = ()
    proposed: Sequence[str] | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    may_set: bool = False
    may_confirm: bool = False
    version: int = 0


async def required_acts(session: Reading, seat: Seat) -> frozenset[str]:
    """Return the acts for which the member's own party requires a second leader."""
    return await session.fetch_first(_ACTS, jit=seat.jit, party=seat.party) or frozenset()


async def gate_circumstances(session: Reading, seat: Seat, exhibit: Evidence) -> Circumstances:
    """Return the input of the gates for an exhibit of the member's own party."""
    return Circumstances(
        unverified=exhibit.verification == "waiting",
        unchecked=privilege.is_closed(exhibit.privilege),
        demands=await required_acts(session, seat),
        joint=frozenset(exhibit.joint or ()),
    )


async def recall_needs_two(session: Reading, seat: Seat, standing: Release) -> bool:
    """Return whether ending this release requires a second leader.

    A release that rests on a consent never does: it ends with the consent, which one leader withdraws.
    """
    by_consent = (standing.basis or "").startswith("consent:")
    return not by_consent and Demand.RECALL in await required_acts(session, seat)


async def demand_no_recall(session: Reading, seat: Seat, standing: Release | None, wanted: Resolved) -> None:
    """Refuse a change that removes somebody's access altogether, if recalls require a second leader.

    Raises:
        Conflict: The change would have the effect of such a recall.
    """
    if standing is None or standing.party == standing.originator:
        return
    if takes_away(wanted.conditions(), conditions(standing)) and await recall_needs_two(session, seat, standing):
        raise Conflict(
            "This would end the access of a member, and your party requires a second leader for that. Recall "
            "the release, then release it again.",
            code="recall-needs-second-leader",
        )


async def request_recall(session: Writing, seat: Seat, roster: Roster, release: Release, reason: str) -> UUID:
    """Record a recall that waits for a second leader. Other waiting releases to that party end.

    Returns:
        The id of the waiting recall.

    Raises:
        Conflict: A recall waits already.
    """
    of_party = (WaitingRelease.evidence == release.evidence) & (WaitingRelease.party == release.party)
    if await session.scalar(select(WaitingRelease.id).where(of_party, WaitingRelease.level == 0)):
        raise Conflict("A recall is already awaiting confirmation by a second leader.", code="waits-already")
    await waiting_releases.give_up_all(session, seat, release.evidence, reason, party=release.party)
    row = WaitingRelease(
        id=clock.new_id(),
        jit=seat.jit,
        party=release.party,
        evidence=release.evidence,
        originator=release.originator,
        level=0,
        gates=[Gate.SECOND_LEADER.value],
        reason=reason,
        wanted_by=seat.id,
        wanted_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    party, level = roster.party_code(release.party), Level(release.level).word
    await journal.append(
        session, seat, RecallWanted(evidence=release.evidence, party=party, level=level, reason=reason)
    )
    return row.id


async def read(session: Reading, seat: Seat) -> TwoPersonRequirement:
    """Return the requirement of the member's own party."""
    may = seat.may(Permission.FOUR_EYES_SET)
    row = await _row(session, seat)
    if row is None:
        return TwoPersonRequirement(may_set=may)
    by = await session.scalar(select(Member.code).where(Member.jit == seat.jit, Member.id == row.decided_by))
    confirms = may and row.proposed is not None and await _is_another(session, row)
    return TwoPersonRequirement(row.acts, row.proposed, by, row.decided_at, may, confirms, row.version)


async def decide(session: Writing, seat: Seat, acts: Collection[str], *, reason: str, expected: int) -> None:
    """Set the acts that require a second leader.

    Added acts apply at once; removed acts wait for another leader. Repeating the present acts withdraws an open
    proposal.

    Raises:
        Forbidden: The member belongs to no party.
        Conflict: Nothing would change, the member made the proposal, or the party has fewer than two leaders.
        Stale: The requirement changed since the leader saw it.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can require a second leader.", code="no-party")
    row = await _row(session, seat)
    present = (
        TwoPersonRequirement() if row is None else TwoPersonRequirement(row.acts, row.proposed, version=row.version)
    )
    if expected != present.version:
        current = {"acts": present.acts, "proposed": present.proposed, "version": present.version}
        raise party_settings.decided_meanwhile(current)
    wanted = [one.value for one in Demand if one in acts]
    acts_now, proposed = await _next_acts(session, row, present, wanted)
    if set(acts_now) - set(present.acts):
        await _demand_two_leaders(session, seat)
    key = {"jit": seat.jit, "party": seat.party}
    changed = {"acts": acts_now, "proposed": proposed, "decided_by": seat.id, "decided_at": clock.now()}
    await party_settings.save(session, FourEyes, key, changed, expected=expected)
    fact = FourEyesSet(
        party=seat.party,
        code=seat.party_code,
        acts=acts_now,
        proposed=proposed,
        reason=reason,
        hearing=((seat.party, None),),
    )
    await journal.append(session, seat, fact)


async def _next_acts(
    session: Reading, row: FourEyes | None, present: TwoPersonRequirement, wanted: list[str]
) -> tuple[list[str], list[str] | None]:
    """Return the acts that apply after this decision, and the proposal that is then open."""
    if set(wanted) == set(present.acts):
        if present.proposed is None:
            raise Conflict(party_settings.ALREADY_SET, code="four-eyes-so-already")
        return list(present.acts), None  # withdraws the proposal
    if set(wanted) >= set(present.acts):
        return wanted, None
    if row is not None and present.proposed is not None and set(wanted) >= set(present.proposed):
        if not await _is_another(session, row):
            raise Conflict(
                "You proposed this. Another leader of your party must confirm it.",
                code="needs-second-leader",
            )
        return wanted, None
    return [one.value for one in Demand if one in {*present.acts, *wanted}], wanted


async def _demand_two_leaders(session: Reading, seat: Seat) -> None:
    """Raise `Conflict` if the party has fewer than two leaders, because nobody could confirm."""
    query = select(func.count(Member.account.distinct())).where(
        Member.jit == seat.jit,
        Member.party == seat.party,
        Member.state == "seated",
        Member.roles.contains([Role.LEADER.value]),
    )
    if (await session.scalars(query)).one() < 2:  # noqa: PLR2004 - four eyes
        raise Conflict(
            "Your party has no second leader, so nothing could be decided. Add one first.",
            code="no-second-leader",
        )


async def _row(session: Reading, seat: Seat) -> FourEyes | None:
    query = select(FourEyes).where(FourEyes.jit == seat.jit, FourEyes.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def _is_another(session: Reading, row: FourEyes) -> bool:
    return bool(await session.scalar(select(func.is_another(row.decided_by))))


_ACTS: Final = scalar(frozenset[str], "select acts from four_eyes where jit = :jit and party = :party")
