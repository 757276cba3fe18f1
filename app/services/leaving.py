"""A party that leaves: what the agreement says of it, and declaring that it leaves, for a moment now or later.

An administrator enters the clause: what becomes of what the party contributed and of what it received (`stay`, `freeze`,
`withdraw`). A leader of the party declares that it leaves, as it was shown; an administrator does where no leader of it acts any
more. Until the moment it may be withdrawn. Deliberately not here: what would follow (`services/consequences.py`) and what
follows at the moment (`services/leaving_clock.py`).
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
from app.ledger import journal
from app.ledger.facts import LeavingAgreed, PartyLeaving, PartyStaying
from app.models import Leaving, LeavingClause, Member, Party
from app.services import consequences
from app.services import roster as rosters

MOST: Final = 100
#: Who keeps a team going: without these nobody enters a clause, adds a party, or proposes a seat.
KEEPERS: Final = (Role.ADMINISTRATOR, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a clause says. `party`: of which one, by its code; None: of any."""

    party: str | None
    contributed: str
    received: str
    clause: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """As a leader makes it. `effective_at` None: now. `token`: of what was shown; `confirmation`: the party's code, typed."""

    effective_at: datetime | None
    reason: str
    token: str
    confirmation: str


async def agree(session: Writing, seat: Seat, agreed: Agreed) -> LeavingClause:
    """Enter what a clause says; it holds for what is declared from now on. Raises `Invalid`."""
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
    said = {name: getattr(agreed, name) for name in ("party", "contributed", "received", "clause")}
    await journal.append(session, seat, LeavingAgreed(agreed=row.id, **said))
    return row


async def clauses(session: Reading, seat: Seat) -> Sequence[LeavingClause]:
    """What the agreement said, the last first."""
    query = select(LeavingClause).where(LeavingClause.jit == seat.jit).order_by(LeavingClause.id.desc())
    return (await session.scalars(query.limit(MOST))).all()


async def find(session: Reading, seat: Seat, code: str) -> Party:
    """A party of the team. Raises `NotFound`."""
    query = select(Party).where(Party.jit == seat.jit, Party.code == code)
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def standing(session: Reading, party: Party) -> Leaving | None:
    """The leaving that was declared and not withdrawn."""
    query = select(Leaving).where(Leaving.jit == party.jit, Leaving.party == party.id, Leaving.withdrawn_at.is_(None))
    return (await session.scalars(query)).one_or_none()


async def terms(session: Reading, party: Party) -> LeavingClause:
    """The clause under which the party leaves, or would: what was said of it alone comes first. Raises `Conflict`."""
    declared = await standing(session, party)
    query = select(LeavingClause).where(LeavingClause.jit == party.jit)
    if declared is not None:
        query = query.where(LeavingClause.id == declared.clause)
    else:
        query = query.where(or_(LeavingClause.party == party.id, LeavingClause.party.is_(None)))
        query = query.order_by(LeavingClause.party.is_(None), LeavingClause.id.desc()).limit(1)
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise Conflict(
            f"Nothing was entered of what the agreement says where {party.code} leaves: an administrator enters the clause "
            "first. Nothing was changed.",
            code="no-leaving-clause",
        )
    return found


async def declare(session: Writing, seat: Seat, code: str, what: Declaration, *, expected: int) -> Party:
    """The party leaves at that moment. Raises `NotFound`, `Forbidden`, `Conflict`, `Stale`, `Invalid`: then nothing was declared."""
    party = await _locked(session, seat, code, expected)
    await _demand_may(session, seat, party)
    if party.leaves_at is not None:
        raise Conflict(f"{code} leaves, or has left, already. Nothing was changed.", code="leaves-already")
    await demand_others(session, party, KEEPERS)
    now = clock.now()
    effective_at = now if what.effective_at is None else what.effective_at
    if effective_at < now:
        raise Invalid("This moment is past; leave it out to leave now. Nothing was changed.", field="effective_at")
    if what.confirmation != code:
        raise Invalid("Type the code of the party to confirm. Nothing was changed.", field="confirmation")
    agreed = await terms(session, party)
    await consequences.demand_as_shown(session, party, agreed, what.token)
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
    """The party stays. Raises like `declare`."""
    party = await _locked(session, seat, code, expected)
    await _demand_may(session, seat, party)
    declared = await standing(session, party)
    if declared is None:
        raise Conflict(f"Nobody declared that {code} leaves. Nothing was changed.", code="not-leaving")
    stays = (
        update(Leaving)
        .where(Leaving.id == declared.id, Leaving.begun_at.is_(None), Leaving.effective_at > clock.now())
        .values(withdrawn_by=seat.id, withdrawn_at=clock.now())
        .returning(Leaving.id)
    )
    if (await session.execute(stays)).one_or_none() is None:
        raise Conflict(f"{code} has left. Nothing was changed.", code="party-left")
    await journal.append(session, seat, PartyStaying(party=party.id, code=code, reason=reason))
    return await find(session, seat, code)


async def may_declare(session: Reading, seat: Seat, party: Party) -> bool:
    """A leader of the party, as far as it reserves that to nobody else; an administrator where no leader of it acts."""
    if seat.party == party.id:
        return Role.LEADER in seat.roles
    return Role.ADMINISTRATOR in seat.roles and not await _is_led(session, party)


async def _demand_may(session: Reading, seat: Seat, party: Party) -> None:
    if not await may_declare(session, seat, party):
        raise Forbidden(
            "A leader of that party says whether it leaves; an administrator, where no leader of it acts any more. "
            "Nothing was changed.",
            code="its-leaders-only",
        )


async def _is_led(session: Reading, party: Party) -> bool:
    """Also of a party that is suspended: nobody is suspended first, and made to leave then."""
    now = clock.now()
    query = (
        select(Member.id)
        .where(Member.jit == party.jit, Member.party == party.id, Member.state == "seated")
        .where(Member.roles.contains([Role.LEADER]), Member.until.is_(None) | (Member.until > now))
    )
    return await session.scalar(query.limit(1)) is not None


async def demand_others(session: Reading, party: Party, keepers: Sequence[Role]) -> None:
    """Somebody is left, and keeps the team: a seat of each of these roles, of parties that stay. Raises `Conflict`."""
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
            f"No other party has a seat as {' and '.join(missing)}: nobody would keep the team. Seat one of another party "
            "first. Nothing was changed.",
            code="nobody-keeps-the-team",
        )


async def in_turn(session: Writing, seat: Seat) -> None:
    """Parties of a team are suspended, resumed and leave one after the other, so that somebody stays.

    Whoever waited here is no seat any more where its own party was suspended meanwhile: `NotFound`, as at every door since then.
    """
    await session.fetch(_IN_TURN, str(seat.jit))
    if seat.party is None:
        return
    own = select(Party.id).where(Party.jit == seat.jit, Party.id == seat.party, takes_part(clock.now()))
    if await session.scalar(own) is None:
        raise NotFound


async def _locked(session: Writing, seat: Seat, code: str, expected: int) -> Party:
    """The party, as it was read."""
    party = await find(session, seat, code)
    await in_turn(session, seat)
    query = select(Party).where(Party.id == party.id).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one()
    if found.version != expected:
        raise Stale(
            "The party was changed meanwhile. Nothing was changed now.",
            extra={"current": {"code": found.code, "status": found.status, "version": found.version}},
        )
    return found


_IN_TURN: Final = "select pg_advisory_xact_lock(hashtextextended('liaison-leavings ' || $1, 0))"
