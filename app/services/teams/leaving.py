"""Leaving of a party: enter the clauses of the agreement, and declare or withdraw a leaving.

A clause says what happens to exhibits that the party contributed and received (`stay`, `freeze`, `withdraw`).
An administrator enters it. A leader of the party declares the leaving, for now or later, with the token of the preview.
An administrator declares it if the party has no active leader. Until it takes effect it can be withdrawn.
Lock order: the advisory lock of `in_turn`, then the party's row.
Not here: the preview (`services/teams/leaving_consequences.py`) and what happens when it takes effect (`services/ending/leaving_jobs.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import or_, select, update

from app import clock
from app.access.roles import Role
from app.access.seats import Seat, takes_part
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import LeavingAgreed, PartyLeaving, PartyStaying
from app.locks import Lock, lock
from app.models import Leaving, LeavingClause, Member, Party
from app.services.teams import leaving_consequences
from app.services.teams import roster as rosters

MOST: Final = 100
#: Without one of each, nobody could enter a clause, add a party or propose a member.
KEEPERS: Final = (Role.ADMINISTRATOR, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Content of a clause. `party`: code of the party that it concerns; `None` for any party."""

    party: str | None
    contributed: str
    received: str
    clause: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration as a leader makes it.

    Attributes:
        effective_at: When it takes effect; `None` for now.
        reason: The reason.
        token: Token of the preview that the leader saw.
        confirmation: The party's code, typed by the leader.
    """

    effective_at: datetime | None
    reason: str
    token: str
    confirmation: str


async def agree(session: Writing, seat: Seat, agreed: Agreed) -> LeavingClause:
    """Enter a clause. It applies to leavings declared from now on.

    Raises:
        Invalid: The team has no active party of this code.
    """
    roster = await rosters.of(session, seat.jit)
    row = LeavingClause(
        id=clock.new_id(),
        jit=seat.jit,
        party=None if agreed.party is None else roster.party(agreed.party, "party").id,
        contributed=agreed.contributed,
        received=agreed.received,
        clause=agreed.clause,
        decided_by=seat.id,
        decided_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    fields = {name: getattr(agreed, name) for name in ("party", "contributed", "received", "clause")}
    await journal.append(session, seat, LeavingAgreed(agreed=row.id, **fields))
    return row


async def clauses(session: Reading, seat: Seat) -> Sequence[LeavingClause]:
    """Return the clauses, newest first."""
    query = select(LeavingClause).where(LeavingClause.jit == seat.jit).order_by(LeavingClause.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def find(session: Reading, seat: Seat, code: str) -> Party:
    """Return a party of the team by its code.

    Raises:
        NotFound: The team has no such party.
    """
    query = select(Party).where(Party.jit == seat.jit, Party.code == code)
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def declared_leaving(session: Reading, party: Party) -> Leaving | None:
    """Return the leaving that was declared and not withdrawn."""
    query = select(Leaving).where(Leaving.jit == party.jit, Leaving.party == party.id, Leaving.withdrawn_at.is_(None))
    return (await session.scalars(query)).one_or_none()


async def terms(session: Reading, party: Party) -> LeavingClause:
    """Return the clause under which the party leaves or would leave. A clause for this party precedes a general one.

    Raises:
        Conflict: No clause was entered.
    """
    declared = await declared_leaving(session, party)
    query = select(LeavingClause).where(LeavingClause.jit == party.jit)
    if declared is not None:
        query = query.where(LeavingClause.id == declared.clause)
    else:
        query = query.where(or_(LeavingClause.party == party.id, LeavingClause.party.is_(None)))
        query = query.order_by(LeavingClause.party.is_(None), LeavingClause.id.desc()).limit(1)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise Conflict(
            Phrase(
                "Before {code} can leave, an administrator records the clause of the agreement.",
                code=party.code,
            ),
            code="no-leaving-clause",
        )
    return found


async def declare(session: Writing, seat: Seat, code: str, what: Declaration, *, expected: int) -> Party:
    """Declare that the party leaves.

    Raises:
        NotFound: The team has no such party, or the member's own party stopped taking part.
        Forbidden: The member may not declare this.
        Conflict: The party is leaving or has left, no clause applies, or no other party has the keeper roles.
        Invalid: The moment is in the past, or `confirmation` is not the party's code.
        Stale: The party or the preview changed since the member saw it.
    """
    party = await _locked(session, seat, code, expected)
    await _demand_may(session, seat, party)
    if party.leaves_at is not None:
        raise Conflict(Phrase("{code} is already leaving, or has left.", code=code), code="leaves-already")
    await demand_others(session, party, KEEPERS)
    now = clock.now()
    effective_at = now if what.effective_at is None else what.effective_at
    if effective_at < now:
        raise Invalid("This time is in the past. Leave it empty to leave now.", field="effective_at")
    if what.confirmation != code:
        raise Invalid("Enter the code of the party to confirm.", field="confirmation")
    agreed = await terms(session, party)
    await leaving_consequences.demand_as_shown(session, party, agreed, what.token)
    session.add(
        Leaving(
            id=clock.new_id(),
            jit=seat.jit,
            party=party.id,
            clause=agreed.id,
            contributed=agreed.contributed,
            received=agreed.received,
            reason=what.reason,
            effective_at=effective_at,
            declared_by=seat.id,
            declared_at=now,
        )
    )
    await session.flush()
    fact = PartyLeaving(
        party=party.id,
        code=code,
        effective_at=clock.rfc3339(effective_at),
        contributed=agreed.contributed,
        received=agreed.received,
        clause=agreed.clause,
        reason=what.reason,
    )
    await journal.append(session, seat, fact)
    return await find(session, seat, code)


async def withdraw(session: Writing, seat: Seat, code: str, *, expected: int, reason: str) -> Party:
    """Withdraw the declared leaving.

    Raises:
        NotFound: The team has no such party, or the member's own party stopped taking part.
        Forbidden: The member may not declare this.
        Conflict: No leaving is declared, or it has taken effect.
        Stale: The party changed since the member saw it.
    """
    party = await _locked(session, seat, code, expected)
    await _demand_may(session, seat, party)
    declared = await declared_leaving(session, party)
    if declared is None:
        raise Conflict(Phrase("The departure of {code} was not declared.", code=code), code="not-leaving")
    stays = (
        update(Leaving)
        .where(Leaving.id == declared.id, Leaving.begun_at.is_(None), Leaving.effective_at > clock.now())
        .values(withdrawn_by=seat.id, withdrawn_at=clock.now())
        .returning(Leaving.id)
    )
    if (await session.execute(stays)).one_or_none() is None:
        raise Conflict(Phrase("{code} has left the team.", code=code), code="party-left")
    await journal.append(session, seat, PartyStaying(party=party.id, code=code, reason=reason))
    return await find(session, seat, code)


async def may_declare(session: Reading, seat: Seat, party: Party) -> bool:
    """Return whether the member may declare: leaders of the party; administrators if the party has no active leader."""
    if seat.party == party.id:
        return Role.LEADER in seat.roles
    return Role.ADMINISTRATOR in seat.roles and not await _is_led(session, party)


async def _demand_may(session: Reading, seat: Seat, party: Party) -> None:
    if not await may_declare(session, seat, party):
        raise Forbidden(
            "Only a leader of that party, or an administrator if it has no leader, can do this.",
            code="its-leaders-only",
        )


async def _is_led(session: Reading, party: Party) -> bool:
    """Return whether the party has an active leader.

    Suspended parties count too: suspending a party must not enable others to make it leave.
    """
    now = clock.now()
    query = (
        select(Member.id)
        .where(Member.jit == party.jit, Member.party == party.id, Member.state == "seated")
        .where(Member.roles.contains([Role.LEADER]), Member.until.is_(None) | (Member.until > now))
    )
    return await session.scalar(query.limit(1)) is not None


async def demand_others(session: Reading, party: Party, keepers: Sequence[Role]) -> None:
    """Refuse unless, for each of these roles, another party that takes part and is not leaving has a member.

    Raises:
        Conflict: A role is missing.
    """
    kept: set[str] = set()
    query = (
        select(Member.roles)
        .join(Party, (Party.jit == Member.jit) & (Party.id == Member.party))
        .where(Member.jit == party.jit, Member.party != party.id, Member.state == "seated")
        .where(takes_part(clock.now()), Party.leaves_at.is_(None))
    )
    for roles in await session.scalars(query):
        kept |= set(roles)
    missing = [role.value for role in keepers if role not in kept]
    if missing:
        raise Conflict(
            "No other party has an administrator and a coordinator, so nobody could run the team. Add them first.",
            code="nobody-keeps-the-team",
        )


async def in_turn(session: Writing, seat: Seat) -> None:
    """Serialise suspension, resumption and leaving of parties of one team.

    Raises:
        NotFound: The member's own party stopped taking part while this waited for the lock.
    """
    await lock(session, Lock.LEAVING, seat.jit)
    if seat.party is None:
        return
    own = select(Party.id).where(Party.jit == seat.jit, Party.id == seat.party, takes_part(clock.now()))
    if await session.scalar(own) is None:
        raise NotFound


def demand_version(party: Party, expected: int) -> None:
    """Refuse a change of a party that was changed meanwhile.

    Raises:
        Stale: It has another version than the one the user saw.
    """
    if party.version != expected:
        raise Stale(
            "Another user changed the party. Reload it.",
            extra={"current": {"code": party.code, "status": party.status, "version": party.version}},
        )


async def _locked(session: Writing, seat: Seat, code: str, expected: int) -> Party:
    """Lock and return the party; raise `Stale` unless it has the expected version."""
    party = await find(session, seat, code)
    await in_turn(session, seat)
    query = select(Party).where(Party.id == party.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one()
    demand_version(found, expected)
    return found
