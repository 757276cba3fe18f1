"""Propose seats, one or many at once; issue another one-time code; withdraw a proposal.

The first leader of a party has no colleague who could confirm. The person redeems a code that the coordinator hands
over outside this system. The coordinator can issue another code, and withdraw a proposal.
The same holds for seats of a supporting body without a leader. These seats keep the name that the coordinator gave.
Not here: the rules of a proposal (`services/teams/proposal_rules.py`), confirming and redeeming
(`services/teams/members.py`).
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, NotFound, Refusal, Stale
from app.identity import secrets
from app.ledger import journal
from app.ledger.facts import MemberEnded, MemberProposed
from app.locks import Lock, lock
from app.models import Account, Member
from app.services.teams import members, phases
from app.services.teams import roster as rosters
from app.services.teams.members import Seated
from app.services.teams.proposal_rules import Planned, Planning, Proposal


async def propose(session: Writing, seat: Seat, what: Proposal) -> tuple[Seated, str | None]:
    """Propose a seat.

    Returns:
        The proposed seat, and its one-time code if it needs one.

    Raises:
        Invalid: A field is not acceptable; names the field.
        Conflict: The team is in its trial phase, or the person has a seat or a proposal.
    """
    await phases.demand_operational(session, seat)
    planning = await _planning(session, seat, [what])
    return (await _add(session, seat, [planning.plan(what)]))[0]


async def review(session: Writing, seat: Seat, wanted: Sequence[Proposal]) -> list[Refusal | None]:
    """Return for each proposal why it would be refused after those before it; `None` if it would not.

    Nothing is changed. Raises `Conflict` if the team is in its trial phase.
    """
    await phases.demand_operational(session, seat)
    planning, found = await _planning(session, seat, wanted), list[Refusal | None]()
    for what in wanted:
        try:
            planning.plan(what)
        except Refusal as refusal:
            found.append(refusal)
        else:
            found.append(None)
    return found


async def propose_all(session: Writing, seat: Seat, wanted: Sequence[Proposal]) -> list[tuple[Seated, str | None]]:
    """Propose several seats in one transaction: all of them, or none. Each has its own entry in the ledger.

    Raises:
        Refusal: As `propose` raises for the first that is refused.
    """
    await phases.demand_operational(session, seat)
    planning = await _planning(session, seat, wanted)
    return await _add(session, seat, [planning.plan(what) for what in wanted])


async def _planning(session: Writing, seat: Seat, wanted: Sequence[Proposal]) -> Planning:
    """Read what the rules of proposals need, under the lock that orders the proposals of a team."""
    await lock(session, Lock.PROPOSALS, seat.jit)
    members_of_team = await session.scalars(select(Member).where(Member.jit == seat.jit))
    emails = {one.email.strip().lower() for one in wanted}
    open_accounts = select(Account).where(Account.email.in_(emails), Account.closed_at.is_(None))
    known = {one.email: one.id for one in await session.scalars(open_accounts)}
    roster = await rosters.of(session, seat.jit)
    return Planning.of(roster, members_of_team.all(), known, clock.now())


async def _add(session: Writing, seat: Seat, planned: Sequence[Planned]) -> list[tuple[Seated, str | None]]:
    """Write the planned seats, and end the proposals with an expired code that they replace."""
    for one in planned:
        if one.replaces is not None:
            one.replaces.state, one.replaces.version = "ended", one.replaces.version + 1
    await session.flush()
    added = [(_member(seat, one), one) for one in planned]
    session.add_all(member for member, _ in added)
    await session.flush()
    await journal.append(session, seat, *(_fact(member, one) for member, one in added))
    return [
        (Seated(member, one.place.party_code, one.place.authority_code, one.what.seconded_to), one.code)
        for member, one in added
    ]


def _member(seat: Seat, planned: Planned) -> Member:
    what, code = planned.what, planned.code
    return Member(
        id=clock.new_id(),
        jit=seat.jit,
        party=planned.place.party,
        authority=planned.place.authority,
        account=planned.account,
        code=planned.seat_code,
        name=what.name,
        email=planned.email,
        roles=sorted(what.roles),
        function=what.function,
        state="proposed",
        proposed_by=seat.id,
        proposed_at=planned.at,
        until=planned.until,
        seconded_to=planned.host,
        entrustment=what.entrustment,
        one_time_code_hash=secrets.code_digest(code) if code else None,
        one_time_code_expires_at=planned.at + secrets.CODE_LASTS if code else None,
        version=1,
    )


def _fact(member: Member, planned: Planned) -> MemberProposed:
    return MemberProposed(
        member=member.id,
        code=member.code,
        name=member.name,
        party=planned.place.party_code,
        authority=planned.place.authority_code,
        roles=member.roles,
        function=member.function,
        until=None if member.until is None else clock.rfc3339(member.until),
        seconded_to=planned.what.seconded_to,
        entrustment=planned.what.entrustment,
    )


async def withdraw(session: Writing, seat: Seat, member: UUID, *, expected: int, reason: str) -> Seated:
    """Withdraw a proposal, for example one with a wrong e-mail address. The person can be proposed again.

    Raises:
        NotFound: The team has no such seat.
        Conflict: It is no proposal any more.
        Stale: It changed meanwhile.
    """
    found = await _locked(session, seat, member, expected)
    found.state, found.version = "ended", found.version + 1
    await session.flush()
    await journal.append(session, seat, MemberEnded(member=found.id, code=found.code, reason=reason))
    return await members.read(session, seat.jit, member)


async def issue_code(session: Writing, seat: Seat, member: UUID, *, expected: int) -> tuple[Seated, str]:
    """Issue another one-time code for a proposal that had one; the former code is void. Raises like `withdraw`.

    Only leaders issue codes once one of them confirmed the proposal, or leads its party: the coordinator could
    otherwise take a seat that a leader confirmed for somebody else.
    Nothing that members see changes, therefore neither the version.
    """
    found = await _locked(session, seat, member, expected)
    if found.one_time_code_expires_at is None:
        raise Conflict("This proposal has no code. A leader of its party confirms it.", code="no-code-needed")
    if await members.awaits_a_leader(session, found):
        raise Conflict(
            "Only a leader can issue another code for this proposal. Ask the leader to confirm it.",
            code="leader-confirms",
        )
    code = secrets.one_time_code()
    found.one_time_code_hash = secrets.code_digest(code)
    found.one_time_code_expires_at = clock.now() + secrets.CODE_LASTS
    await session.flush()
    return await members.read(session, seat.jit, member), code


async def _locked(session: Writing, seat: Seat, member: UUID, expected: int) -> Member:
    found = (
        await session.scalars(select(Member).where(Member.jit == seat.jit, Member.id == member).with_for_update())
    ).one_or_none()
    if found is None:
        raise NotFound
    if found.state != "proposed":
        raise Conflict("This is no longer a proposal.", code="seat-not-proposed")
    if found.version != expected:
        raise Stale(
            "Another user changed the proposal. Reload it.",
            extra={"current": {"code": found.code, "state": found.state, "version": found.version}},
        )
    return found
