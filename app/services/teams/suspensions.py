"""Suspend a party by the votes of two leaders; one leader may suspend it at once until the second vote.

A proposal that nobody confirms lapses by a background job; a party that was suspended at once then takes part again.
Lock order: as in `services/teams/parties.py`, then the suspension's row.
Not here: whose votes count (`access/suspensions.py`), and resuming (`services/teams/parties.py`).
"""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, select, text, update

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.access.suspensions import AGAIN, AT_ONCE, PROPOSED, Voter, denial
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import PartySuspended, PartySuspendedAtOnce, PartySuspensionLapsed, PartySuspensionProposed
from app.ledger.journal import Ledger
from app.models import Member, Party, Suspension
from app.services import due_items
from app.services.teams import leaving as leavings
from app.services.teams import parties
from app.services.teams.parties import PartyDetails

_SENTENCES: Final = {
    "own-party": "A party has no vote on its own suspension.",
    "same-leader": "You proposed this suspension. Another leader must confirm it.",
    "another-party-needed": "A leader of another party must confirm this suspension.",
    "vote-void": "The leader who proposed this suspension has no vote any more. Propose it again once it has lapsed.",
}


async def propose(
    session: Writing, seat: Seat, code: str, *, expected: int, clause: str, reason: str, at_once: bool
) -> PartyDetails:
    """Propose to suspend a party. `clause`: clause of the agreement; `at_once`: suspend it for now, for 24 hours.

    Raises:
        NotFound: The team has no such party, or the asking member's own party stopped taking part.
        Forbidden: It is the leader's own party.
        Conflict: It is not active, its suspension is proposed, no administrator of another party would remain, or
            leaders of this party suspended it at once before and nobody confirmed that.
        Stale: It changed since the leader saw it.
    """
    party = await parties.locked(session, seat, code, expected)
    assert seat.party is not None  # a leader has a party
    if party.status != "active":
        raise Conflict(Phrase("{code} is already suspended or has left.", code=code), code="party-not-active")
    if await _standing(session, party) is not None:
        raise Conflict(
            Phrase("The suspension of {code} is already proposed. Confirm it.", code=code), code="suspension-proposed"
        )
    await leavings.demand_others(session, party, [Role.ADMINISTRATOR])
    now = clock.now()
    if at_once:
        await _demand_first(session, seat.party, party, now)
    lapses_at = now + (AT_ONCE if at_once else PROPOSED)
    session.add(
        Suspension(
            id=clock.new_id(),
            jit=seat.jit,
            party=party.id,
            clause=clause,
            reason=reason,
            at_once=at_once,
            proposed_by=seat.id,
            proposed_at=now,
            lapses_at=lapses_at,
        )
    )
    await session.flush()
    if at_once:
        await parties.set_status(session, party, "suspended")
    kind = PartySuspendedAtOnce if at_once else PartySuspensionProposed
    fact = kind(party=party.id, code=code, clause=clause, reason=reason, until=clock.rfc3339(lapses_at))
    await journal.append(session, seat, fact)
    return await parties.read(session, seat, party.id)


async def confirm(session: Writing, seat: Seat, suspension: UUID) -> PartyDetails:
    """Add the second vote: the party is suspended until it is resumed.

    Raises:
        NotFound: The team has no such suspension, or the asking member's own party stopped taking part.
        Forbidden: The two votes do not suspend the party, see `denial`.
        Conflict: It is confirmed, resumed or lapsed, the proposing leader has no vote any more, or no administrator
            of another party would remain.
    """
    await leavings.in_turn(session, seat)
    named = await session.scalar(
        select(Suspension.party).where(Suspension.jit == seat.jit, Suspension.id == suspension)
    )
    if named is None:
        raise NotFound
    query = select(Party).where(Party.jit == seat.jit, Party.id == named).with_for_update()
    party = (await session.scalars(query.execution_options(populate_existing=True))).one()
    found = await _standing(session, party)
    now = clock.now()
    if found is None or found.id != suspension or found.confirmed_at is not None or found.lapses_at <= now:
        raise Conflict("This suspension no longer awaits confirmation. Reload the page.", code="nothing-to-confirm")
    await _demand_votes(session, seat, party, found)
    await leavings.demand_others(session, party, [Role.ADMINISTRATOR])
    found.confirmed_by, found.confirmed_at = seat.id, now
    await session.flush()
    if party.status == "active":
        await parties.set_status(session, party, "suspended")
    fact = PartySuspended(party=party.id, code=party.code, clause=found.clause, reason=found.reason)
    await journal.append(session, seat, fact)
    return await parties.read(session, seat, party.id)


async def _standing(session: Reading, party: Party) -> Suspension | None:
    """Return the suspension of the party that has not ended, proposed or confirmed."""
    query = select(Suspension).where(
        Suspension.jit == party.jit, Suspension.party == party.id, Suspension.ended_at.is_(None)
    )
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def _demand_first(session: Reading, own: UUID, party: Party, now: datetime) -> None:
    """Refuse a second suspension at once by leaders of the same party within `AGAIN` of one that nobody confirmed."""
    query = (
        select(Suspension.id)
        .join(Member, (Member.jit == Suspension.jit) & (Member.id == Suspension.proposed_by))
        .where(Suspension.jit == party.jit, Suspension.party == party.id, Member.party == own)
        .where(Suspension.at_once, Suspension.confirmed_at.is_(None), Suspension.ended_at > now - AGAIN)
    )
    if await session.scalar(query.limit(1)) is not None:
        raise Conflict(
            "Your party suspended this party at once within the last 30 days, and nobody confirmed it. "
            "Propose the suspension without immediate effect.",
            code="at-once-again",
        )


async def _demand_votes(session: Reading, seat: Seat, party: Party, found: Suspension) -> None:
    """Refuse unless the votes of the proposing leader and of this one suspend the party."""
    assert seat.party is not None  # a leader has a party
    voting = await _voting(session, seat)
    first = voting.get(found.proposed_by)
    if first is None:
        raise Conflict(_SENTENCES["vote-void"], code="vote-void")
    denied = denial(party.id, Voter(found.proposed_by, first), Voter(seat.id, seat.party), set(voting.values()))
    if denied is not None:
        raise Forbidden(_SENTENCES[denied], code=denied)


async def _voting(session: Reading, seat: Seat) -> dict[UUID, UUID]:
    """Return the party of each active leader, without parties that left or that two votes suspended."""
    by_two = select(Suspension.party).where(
        Suspension.jit == seat.jit, Suspension.ended_at.is_(None), Suspension.confirmed_at.is_not(None)
    )
    now = clock.now()
    at_once = select(Suspension.party).where(Suspension.jit == seat.jit, Suspension.ended_at.is_(None))
    query = (
        select(Member.id, Party.id)
        .join(Party, (Party.jit == Member.jit) & (Party.id == Member.party))
        .where(Member.jit == seat.jit, Member.state == "seated", Member.roles.contains([Role.LEADER]))
        .where(Member.until.is_(None) | (Member.until > now), Party.leaves_at.is_(None) | (Party.leaves_at > now))
        .where((Party.status == "active") | Party.id.in_(at_once), Party.status != "left", Party.id.not_in(by_two))
    )
    return {row[0]: row[1] for row in await session.execute(query)}


async def lapse_due(database: Database) -> int:
    """Background job: end suspensions that nobody confirmed in time. Return how many ended."""
    return await due_items.process_due_items(
        database, _DUE, lambda row: _lapse_one(database, row), "suspension", now=clock.now()
    )


async def _lapse_one(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        await session.execute(_LOCK, {"party": row.party})
        ends = (
            update(Suspension)
            .where(Suspension.id == row.id, Suspension.ended_at.is_(None), Suspension.confirmed_at.is_(None))
            .values(ended_at=clock.now())
            .returning(Suspension.id)
        )
        if (await session.execute(ends)).one_or_none() is None:
            return 0
        if row.at_once:
            resumes = update(Party).where(Party.id == row.party, Party.status == "suspended")
            await session.execute(resumes.values(status="active", version=Party.version + 1))
        fact = PartySuspensionLapsed(party=row.party, code=row.code)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


#: When the next suspension lapses.
NEXT: Final = text(
    "select min(lapses_at) from suspensions where ended_at is null and confirmed_at is null"
    " and lapses_at > statement_timestamp() - interval '5 seconds'"
)
_LOCK: Final = text("select id from parties where id = :party for update").bindparams(bindparam("party", type_=Uuid))
_DUE: Final = text(
    "select s.id, s.jit, s.party, s.at_once, p.code, j.ledger_origin from suspensions s"
    " join parties p on p.jit = s.jit and p.id = s.party join jits j on j.id = s.jit"
    " where s.lapses_at <= :now and s.ended_at is null and s.confirmed_at is null and j.state <> 'closed'"
    " and (cast(:after as uuid) is null or s.id > :after) order by s.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
