"""Found a team; read one's team.

Founding creates the team, its parties, its ledger and the founder's seat in one transaction.
The founder's seat is the only one that nobody confirms.
The ledger's key is written to disk first; if founding fails, the key remains and signs nothing.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access import seats
from app.access.roles import Role
from app.access.seats import Person, Seat
from app.database import Reading, Requester, Writing
from app.errors import Forbidden, Invalid
from app.ledger import founding, journal
from app.ledger.facts import JitFounded, MemberSeated
from app.ledger.keys import LedgerKeys
from app.models import Jit, Member
from app.services.accounts import accounts
from app.services.accounts.zones import zone_of
from app.services.teams import parties
from app.services.teams.parties import NewParty, PartyDetails

BY_FOUNDING: Final = "founding"


@dataclass(frozen=True, slots=True)
class Founding:
    """A team as its agreement states it. The founder becomes coordinator and belongs to `founder_party`."""

    name: str
    reference: str
    agreement_signed_on: date
    time_zone: str
    founder_party: str
    founder_authority: str
    founder_function: str
    parties: Sequence[NewParty]


async def found(session: Writing, person: Person, keys: LedgerKeys, ledger_name: str, what: Founding) -> Seat:
    """Found a team and return the founder's seat.

    Raises:
        Forbidden: The account may not found teams.
        Invalid: A field is not acceptable; names the field.
    """
    if not person.may_found:
        raise Forbidden("Your account cannot found teams. Ask the operator for this permission.", code="may-not-found")
    accounts.name_of(person.name)
    _demand_sense(what)
    jit = clock.new_id()
    origin = founding.origin_of(ledger_name, jit)
    key = await asyncio.to_thread(keys.found, origin)  # writes and syncs to disk, hence in a thread
    await session.say_who(Requester(account=person.account, jit=jit))
    session.add(_row(what, jit, origin))
    await session.flush()
    entered = [
        await parties.enter(session, jit, party, f"parties.{index}.") for index, party in enumerate(what.parties)
    ]
    member = _founder(person, jit, what, next(one for one in entered if one.party.code == what.founder_party))
    session.add(member)
    await session.flush()
    await founding.begin(session, jit)
    seat = await seats.take(session, person, jit)
    assert seat is not None
    founded = JitFounded(
        jit=jit,
        name=what.name,
        reference=what.reference,
        agreement_signed_on=what.agreement_signed_on.isoformat(),
        parties=[one.party.code for one in entered],
        keys=[str(key)],
    )
    seated = MemberSeated(
        member=member.id, code=member.code, roles=member.roles, confirmed_by=[BY_FOUNDING], name=member.name
    )
    await journal.append(session, seat, founded, *map(parties.fact_of, entered), seated)
    return seat


def _demand_sense(what: Founding) -> None:
    zone_of(what.time_zone)
    if what.agreement_signed_on > clock.now().date() + timedelta(days=1):  # the date may already have changed elsewhere
        raise Invalid("Only a signed agreement can found a team.", field="agreement_signed_on")
    codes = [party.code for party in what.parties]
    if len(set(codes)) < len(codes):
        raise Invalid("A party is named twice.", field="parties")
    if what.founder_party not in codes:
        raise Invalid("The party of the founder must be one of the parties.", field="founder.party")


def _row(what: Founding, jit: UUID, origin: str) -> Jit:
    return Jit(
        id=jit,
        name=what.name,
        reference=what.reference,
        agreement_signed_on=what.agreement_signed_on,
        time_zone=what.time_zone,
        state="operational",
        ledger_origin=origin,
        founded_at=clock.now(),
        quorum=0,
        version=1,
    )


def _founder(person: Person, jit: UUID, what: Founding, details: PartyDetails) -> Member:
    authority = next((one for one in details.authorities if one.code == what.founder_authority), None)
    if authority is None:
        raise Invalid("This party has no such authority.", field="founder.authority")
    now = clock.now()
    return Member(
        id=clock.new_id(),
        jit=jit,
        party=details.party.id,
        authority=authority.id,
        account=person.account,
        code=f"{details.party.code}-01",
        name=person.name,
        email=person.email,
        roles=[Role.COORDINATOR],
        function=what.founder_function,
        state="seated",
        proposed_at=now,
        seated_at=now,
        version=1,
    )


async def read(session: Reading, jit: UUID) -> Jit:
    """Return the team of the current session."""
    return (await session.scalars(select(Jit).where(Jit.id == jit))).one()
