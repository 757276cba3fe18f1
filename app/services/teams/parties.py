"""Parties of a team and their authorities: list, add and resume, under clauses of the agreement.

A suspended party keeps what it contributed and received. Its members have no access until it is resumed.
Lock order: the advisory lock of `leaving.in_turn`, then the party's row.
Not here: members (`services/teams/members.py`), suspending (`services/teams/suspensions.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import aliased

from app import clock
from app.access.roles import Role
from app.access.seats import PartyKind, Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import PartyAdded, PartyResumed
from app.models import Authority, Leaving, LeavingClause, Member, Party, Suspension
from app.services.accounts.zones import zone_of
from app.services.teams import leaving as leavings
from app.services.teams import phases

#: Members without a party have codes such as `JIT-01`, so no party may have this code.
NO_PARTY: Final = "JIT"


@dataclass(frozen=True, slots=True)
class NewAuthority:
    """A prosecutor's office, police unit or laboratory."""

    code: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party as the agreement names it."""

    code: str
    name: str
    kind: PartyKind
    time_zone: str
    languages: Sequence[str]
    authorities: Sequence[NewAuthority]


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared leaving, with the text of its clause and the code of the member who declared it."""

    leaving: Leaving
    clause: str
    declared_by: str


@dataclass(frozen=True, slots=True)
class Suspending:
    """A proposed or confirmed suspension that has not ended, with the codes of the leaders who voted."""

    suspension: Suspension
    proposed_by: str
    confirmed_by: str | None


@dataclass(frozen=True, slots=True)
class PartyDetails:
    """A party with its authorities, whether it has a leader, its declared leaving and its suspension."""

    party: Party
    authorities: Sequence[Authority]
    has_leader: bool
    leaving: Declared | None = None
    suspension: Suspending | None = None


async def list_all(session: Reading, seat: Seat) -> list[PartyDetails]:
    """Return every party of the team, by code."""
    parties = (await session.scalars(select(Party).where(Party.jit == seat.jit).order_by(Party.code))).all()
    authorities = (
        await session.scalars(select(Authority).where(Authority.jit == seat.jit).order_by(Authority.code))
    ).all()
    led = set(
        await session.scalars(
            select(Member.party).where(
                Member.jit == seat.jit, Member.state == "seated", Member.roles.contains([Role.LEADER])
            )
        )
    )
    leaving, suspending = await _leaving(session, seat), await _suspending(session, seat)
    return [
        PartyDetails(
            party,
            [one for one in authorities if one.party == party.id],
            party.id in led,
            leaving.get(party.id),
            suspending.get(party.id),
        )
        for party in parties
    ]


async def _suspending(session: Reading, seat: Seat) -> dict[UUID, Suspending]:
    """Return suspensions that have not ended, by party."""
    first, second = aliased(Member), aliased(Member)
    query = (
        select(Suspension, first.code, second.code)
        .join(first, (first.jit == Suspension.jit) & (first.id == Suspension.proposed_by))
        .outerjoin(second, (second.jit == Suspension.jit) & (second.id == Suspension.confirmed_by))
        .where(Suspension.jit == seat.jit, Suspension.ended_at.is_(None))
    )
    return {row[0].party: Suspending(*row) for row in await session.execute(query)}


async def _leaving(session: Reading, seat: Seat) -> dict[UUID, Declared]:
    """Return leavings that were declared and not withdrawn, by party."""
    query = (
        select(Leaving, LeavingClause.clause, Member.code)
        .join(LeavingClause, (LeavingClause.jit == Leaving.jit) & (LeavingClause.id == Leaving.clause))
        .join(Member, (Member.jit == Leaving.jit) & (Member.id == Leaving.declared_by))
        .where(Leaving.jit == seat.jit, Leaving.withdrawn_at.is_(None))
    )
    return {row[0].party: Declared(*row) for row in await session.execute(query)}


async def add(session: Writing, seat: Seat, new: NewParty) -> PartyDetails:
    """Add a party.

    Raises:
        Conflict: The team has a party of that code, or is in its trial phase.
        Invalid: A field is not acceptable; names the field.
    """
    if await session.scalar(select(Party.id).where(Party.jit == seat.jit, Party.code == new.code)):
        raise Conflict(Phrase("{code} is already a party of this team.", code=new.code), code="party-exists")
    await phases.demand_operational(session, seat)
    details = await enter(session, seat.jit, new)
    await journal.append(session, seat, fact_of(details))
    return details


async def resume(session: Writing, seat: Seat, code: str, *, expected: int, clause: str, reason: str) -> PartyDetails:
    """Resume a suspended party.

    Raises:
        NotFound: The team has no such party, or the asking member's own party stopped taking part.
        Forbidden: It is the administrator's own party.
        Conflict: It is not suspended.
        Stale: It changed since the administrator saw it.
    """
    party = await locked(session, seat, code, expected)
    if party.status != "suspended":
        raise Conflict(Phrase("{code} is not suspended.", code=code), code="party-not-suspended")
    await set_status(session, party, "active")
    standing = (Suspension.jit == seat.jit, Suspension.party == party.id, Suspension.ended_at.is_(None))
    await session.execute(update(Suspension).where(*standing).values(ended_at=clock.now()))
    fact = PartyResumed(party=party.id, code=party.code, clause=clause, reason=reason)
    await journal.append(session, seat, fact)
    return await read(session, seat, party.id)


async def locked(session: Writing, seat: Seat, code: str, expected: int) -> Party:
    """Lock and return the party. Of two parties that suspend each other at once, the second is refused.

    Raises:
        NotFound: The team has no such party, or the asking member's own party stopped taking part.
        Forbidden: It is the member's own party.
        Stale: It changed since the member saw it.
    """
    await leavings.in_turn(session, seat)
    query = select(Party).where(Party.jit == seat.jit, Party.code == code).with_for_update()
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    if found.id == seat.party:
        raise Forbidden(
            "You cannot suspend or resume your own party. Only members of other parties can.",
            code="own-party",
        )
    leavings.demand_version(found, expected)
    return found


async def set_status(session: Writing, party: Party, status: str) -> None:
    """Set the status and count the change."""
    party.status = status
    party.version += 1
    await session.flush()


async def read(session: Reading, seat: Seat, party: UUID) -> PartyDetails:
    """Return one party by its id."""
    return next(one for one in await list_all(session, seat) if one.party.id == party)


async def enter(session: Writing, jit: UUID, new: NewParty, path: str = "") -> PartyDetails:
    """Insert the rows of a party. `path`: prefix of field names in `Invalid`.

    Raises:
        Invalid: A field is not acceptable.
    """
    if new.code == NO_PARTY:
        raise Invalid(
            Phrase("{no_party} is reserved for the team itself. Choose another code.", no_party=NO_PARTY),
            field=f"{path}code",
        )
    codes = [one.code for one in new.authorities]
    if len(set(codes)) < len(codes):
        raise Invalid("Two authorities have the same code.", field=f"{path}authorities")
    party = Party(
        id=clock.new_id(),
        jit=jit,
        code=new.code,
        name=new.name,
        kind=new.kind,
        time_zone=zone_of(new.time_zone, field=f"{path}time_zone"),
        languages=list(dict.fromkeys(new.languages)),
        status="active",
        version=1,
    )
    session.add(party)
    await session.flush()
    authorities = [
        Authority(id=clock.new_id(), jit=jit, party=party.id, code=one.code, name=one.name, kind=one.kind)
        for one in new.authorities
    ]
    session.add_all(authorities)
    await session.flush()
    return PartyDetails(party, authorities, has_leader=False)


def fact_of(details: PartyDetails) -> PartyAdded:
    """Return the ledger fact for a party that joins."""
    return PartyAdded(
        party=details.party.id,
        code=details.party.code,
        name=details.party.name,
        party_kind=details.party.kind,
        authorities=[{"code": one.code, "name": one.name, "kind": one.kind} for one in details.authorities],
    )
