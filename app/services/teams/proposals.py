"""Propose a seat: rules for roles and parties, and one-time codes where no leader can confirm.

Nobody can confirm a party's first leader. Its person redeems a code that the coordinator hands over outside this
system. The coordinator can issue another code, and withdraw a proposal.
The same holds for seats of a supporting body without a leader. These seats keep the name that the coordinator gave.
Refusals name the field. Not here: confirming and redeeming (`services/teams/members.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.roles import Role
from app.access.seats import PartyKind, Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.identity import secrets
from app.ledger import journal
from app.ledger.facts import MemberEnded, MemberProposed
from app.locks import Lock, lock
from app.models import Account, Member
from app.services.accounts.accounts import email_of
from app.services.teams import members, phases
from app.services.teams import roster as rosters
from app.services.teams.member_changes import FOR_A_TIME, demand_until
from app.services.teams.members import SUPPORTING, Seated
from app.services.teams.parties import NO_PARTY
from app.services.teams.roster import Roster

EPPO: Final = "EPPO"
#: End of a seat whose role requires one, if the proposal gives none.
FOR_NOW: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A seat as the coordinator proposes it.

    Attributes:
        party: Code of the party; `None` for the auditor of the whole team.
        authority: Code of the authority; `None` for the auditor of the whole team.
        email: The person's address.
        name: The person's name.
        roles: The roles.
        function: `judicial`, `police` or `technical`.
        until: End of the seat; `None` for none. Roles given for a time then end after `FOR_NOW`.
        seconded_to: Code of the party in which a seconded member works (model agreement 2017/C 18/01).
        entrustment: The instrument that entrusts a seconded member with measures there.
    """

    party: str | None
    authority: str | None
    email: str
    name: str
    roles: Sequence[Role]
    function: str
    until: datetime | None = None
    seconded_to: str | None = None
    entrustment: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Ids and codes of a proposal's party and authority."""

    party: UUID | None
    party_code: str | None
    authority: UUID | None
    authority_code: str | None
    kind: PartyKind | None


async def propose(session: Writing, seat: Seat, what: Proposal) -> tuple[Seated, str | None]:
    """Propose a seat.

    Returns:
        The proposed seat, and its one-time code if it needs one.

    Raises:
        Invalid: A field is not acceptable; names the field.
        Conflict: The team is in its trial phase, or the person has a seat or a proposal.
    """
    await phases.demand_operational(session, seat)
    email = email_of(what.email)
    await lock(session, Lock.PROPOSALS, seat.jit)
    roster = await rosters.of(session, seat.jit)
    place = _place(roster, what)
    _demand_fitting(what, place)
    host = _host(roster, what)
    now = clock.now()
    until = _end(what, now)
    await _clear_the_way(session, seat.jit, email, now)
    code = secrets.one_time_code() if await _needs_code(session, seat.jit, what, place, now) else None
    member = Member(
        id=clock.new_id(),
        jit=seat.jit,
        party=place.party,
        authority=place.authority,
        account=await _account(session, email),
        code=await _next_code(session, seat.jit, place),
        name=what.name,
        email=email,
        roles=sorted(what.roles),
        function=what.function,
        state="proposed",
        proposed_by=seat.id,
        proposed_at=now,
        until=until,
        seconded_to=host,
        entrustment=what.entrustment,
        one_time_code_hash=secrets.code_digest(code) if code else None,
        one_time_code_expires_at=now + secrets.CODE_LASTS if code else None,
        version=1,
    )
    session.add(member)
    await session.flush()
    fact = MemberProposed(
        member=member.id,
        code=member.code,
        name=member.name,
        party=place.party_code,
        authority=place.authority_code,
        roles=member.roles,
        function=member.function,
        until=None if until is None else clock.rfc3339(until),
        seconded_to=what.seconded_to,
        entrustment=what.entrustment,
    )
    await journal.append(session, seat, fact)
    return Seated(member, place.party_code, place.authority_code, what.seconded_to), code


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

    Nothing that members see changes, therefore neither the version.
    """
    found = await _locked(session, seat, member, expected)
    if found.one_time_code_expires_at is None:
        raise Conflict("This proposal has no code. A leader of its party confirms it.", code="no-code-needed")
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


def _place(roster: Roster, what: Proposal) -> _Place:
    if what.party is None:
        if what.authority is not None:
            raise Invalid("A member without a party has no authority.", field="authority")
        return _Place(None, None, None, None, None)
    party = roster.party(what.party, "party")
    if what.authority is None:
        raise Invalid("Enter the authority of the member.", field="authority")
    authorities = roster.authorities_of(party.id, [what.authority], "authority")
    assert authorities is not None
    return _Place(party.id, party.code, authorities[0], what.authority, PartyKind(party.kind))


def _host(roster: Roster, what: Proposal) -> UUID | None:
    """Return the party in which a seconded member works.

    Raises `Invalid` if it is their own party, or without entrustment.
    """
    if what.seconded_to is None:
        if what.entrustment is not None:
            raise Invalid("Enter the party that seconds the member.", field="seconded_to")
        return None
    if what.seconded_to == what.party:
        raise Invalid("A member cannot be seconded to their own party.", field="seconded_to")
    if what.entrustment is None:
        raise Invalid("Enter the legal basis of the secondment.", field="entrustment")
    return UUID(str(roster.party(what.seconded_to, "seconded_to").id))


def _end(what: Proposal, now: datetime) -> datetime | None:
    until = what.until
    if until is None and FOR_A_TIME.issuperset(what.roles):
        until = now + FOR_NOW
    demand_until(what.roles, until, now)
    return until


def _demand_fitting(what: Proposal, place: _Place) -> None:
    """Refuse combinations of roles and parties that `access.md` (Words) excludes."""
    roles = set(what.roles)
    if Role.AUDITOR in roles and len(roles) > 1:
        raise Invalid("An auditor cannot have another role.", field="roles")
    if place.party is None and roles != {Role.AUDITOR}:
        raise Invalid("Only the auditor of the team has no party.", field="party")
    if Role.ADMINISTRATOR in roles and place.kind is not PartyKind.MEMBER_STATE and place.party_code != EPPO:
        raise Invalid("Only a Member State or the EPPO can have an administrator.", field="roles")
    if Role.COORDINATOR in roles and place.kind is not None and beyond_the_union(place.kind):
        # A coordinator reads every task of the team, which the gate for such parties excludes (decision 09).
        raise Invalid(
            "A third country or international judicial authority cannot have a coordinator.",
            field="roles",
        )


async def _clear_the_way(session: Writing, jit: UUID, email: str, now: datetime) -> None:
    """Refuse a second seat of the person in the team; end a proposal whose code has expired."""
    standing = (
        await session.scalars(select(Member).where(Member.jit == jit, Member.email == email, Member.state != "ended"))
    ).one_or_none()
    if standing is None:
        return
    lapses = standing.one_time_code_expires_at
    if standing.state == "proposed" and lapses is not None and lapses <= now:
        standing.state, standing.version = "ended", standing.version + 1
        await session.flush()
        return
    raise Conflict("This person is already a member of this team, or proposed as one.", code="seat-exists")


async def _needs_code(session: Writing, jit: UUID, what: Proposal, place: _Place, now: datetime) -> bool:
    """Return whether nobody could confirm: the party has no leader, and no valid code for one is issued."""
    if place.party is None or (Role.LEADER not in what.roles and place.kind not in SUPPORTING):
        return False
    leaders = select(Member).where(
        Member.jit == jit, Member.party == place.party, Member.roles.contains([Role.LEADER]), Member.state != "ended"
    )
    for leader in await session.scalars(leaders):
        lapses = leader.one_time_code_expires_at
        if leader.state == "seated" or (lapses is not None and lapses > now):
            return False
    return True


async def _account(session: Writing, email: str) -> UUID | None:
    return await session.scalar(select(Account.id).where(Account.email == email, Account.closed_at.is_(None)))


async def _next_code(session: Writing, jit: UUID, place: _Place) -> str:
    taken = select(func.count()).where(Member.jit == jit, Member.party.is_not_distinct_from(place.party))
    return f"{place.party_code or NO_PARTY}-{(await session.scalar(taken) or 0) + 1:02d}"
