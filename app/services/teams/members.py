"""Seats: a leader of the same party confirms a proposed seat, or its person redeems a one-time code.

If the person has no account, the confirmation issues a code, with which the person creates one (`invitations.py`).
An account that a code created needs one for each place, too: an operator or another team could hold it for the
address of another person.

The ledger records the name that the proposal gives and a leader confirmed, not the account's.
Nobody confirms for another party, for themselves, or what they proposed.
The auditor of the team belongs to no party and needs a leader of every party.
Answers do not reveal whether the e-mail address has an account before the seat is taken.
Not here: the rules of a proposal (`services/teams/proposals.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from app import clock
from app.access import seats
from app.access.roles import Role
from app.access.seats import PartyKind, Person, Seat
from app.database import Reading, Requester, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.identity import secrets
from app.ledger import journal
from app.ledger.facts import MemberSeated
from app.models import Account, Authority, Confirmation, Jit, Member, Party, RoleChange

BY_CODE: Final = "one-time code"
_HOST: Final = aliased(Party)
_PROPOSER: Final = aliased(Member)
#: Supporting bodies need no leader; without one, their confirmation of the team's auditor is not required.
SUPPORTING: Final = (PartyKind.EU_BODY, PartyKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Seated:
    """A row of `members` with the codes of its party, its authority, and the party it is seconded to.

    `change`: proposed roles that await confirmation, as far as the reader may see them.
    """

    member: Member
    party: str | None
    authority: str | None
    host: str | None = None
    change: RoleChange | None = None
    change_by: str | None = None


def _all() -> "Select[*tuple[Any, ...]]":
    return (
        select(Member, Party.code, Authority.code, _HOST.code, RoleChange, _PROPOSER.code)
        .outerjoin(Party, (Party.jit == Member.jit) & (Party.id == Member.party))
        .outerjoin(
            Authority,
            (Authority.jit == Member.jit) & (Authority.party == Member.party) & (Authority.id == Member.authority),
        )
        .outerjoin(_HOST, (_HOST.jit == Member.jit) & (_HOST.id == Member.seconded_to))
        .outerjoin(RoleChange, (RoleChange.member == Member.id) & RoleChange.outcome.is_(None))
        .outerjoin(_PROPOSER, (_PROPOSER.jit == Member.jit) & (_PROPOSER.id == RoleChange.proposed_by))
    )


async def list_all(session: Reading, seat: Seat) -> list[Seated]:
    """Return every seat and proposal of the team that has not ended, by code."""
    rows = await session.execute(_all().where(Member.jit == seat.jit, Member.state != "ended").order_by(Member.code))
    return [Seated(*row) for row in rows]


async def read(session: Reading, jit: UUID, member: UUID) -> Seated:
    """Return one seat of a team.

    Raises:
        NotFound: The team has no such seat.
    """
    row = (await session.execute(_all().where(Member.jit == jit, Member.id == member))).one_or_none()
    if row is None:
        raise NotFound
    return Seated(*row)


async def list_of_person(session: Reading, person: Person) -> list[tuple[Jit, Seated]]:
    """Return the person's active seats with their teams, oldest first."""
    await session.say_who(Requester(account=person.account))
    rows = (
        await session.execute(
            _all()
            .add_columns(Jit)
            .join(Jit, Jit.id == Member.jit)
            .where(Member.account == person.account, Member.state == "seated")
            .where(Member.until.is_(None) | (Member.until > clock.now()))
            .where(Member.party.is_(None) | seats.takes_part(clock.now()))
            .order_by(Member.id)
        )
    ).all()
    return [(row[-1], Seated(*row[:-1])) for row in rows]


async def confirm(session: Writing, seat: Seat, member: UUID, name: str) -> tuple[Seated, str | None]:
    """Confirm a proposed seat and the name of its person, as a leader.

    Returns:
        The seat; and a one-time code if the person has no account, or one that needs a code. Then the seat stays
        proposed until the person redeems the code. Another confirmation issues a new code.

    Raises:
        NotFound: The team has no such seat.
        Forbidden: The leader is of another party, proposed the seat, or confirms their own.
        Conflict: The seat is taken, the party has confirmed already, or the proposal names nobody.
        Stale: The proposal has another name than `name`.
    """
    proposed = await _locked(session, seat.jit, member)
    _demand_right_leader(seat, proposed)
    if proposed.state != "proposed":
        raise Conflict("This member is already active.", code="already-seated")
    if proposed.name != name:
        raise Stale(
            "The name in the proposal has changed. Read it again, then confirm it.",
            code="name-changed",
            extra={"current": {"code": proposed.code, "name": proposed.name, "version": proposed.version}},
        )
    _demand_named(proposed)
    agreed = await _agreed(session, proposed)
    if proposed.party is None and seat.party in agreed and await _is_awaited(session, seat, agreed):
        raise Conflict("Your party has already confirmed this.", code="already-confirmed")
    if proposed.party is None or await _account_of(session, proposed, without_code=True) is None:
        await _note_confirmation(session, seat, proposed, agreed)
    code = None
    if proposed.party is not None or not await _is_awaited(session, seat, agreed):
        code = await _take_or_invite(session, seat, proposed, sorted({*agreed.values(), seat.code}))
    return await read(session, seat.jit, member), code


async def _take_or_invite(session: Writing, seat: Seat, proposed: Member, confirmed_by: Sequence[str]) -> str | None:
    """Seat the person; or issue a one-time code if the person has no account, or one that needs a code."""
    if await _account_of(session, proposed, without_code=True) is not None:
        await _take(session, proposed)
        await journal.append(session, seat, _seated(proposed, confirmed_by))
        return None
    code = secrets.one_time_code()
    proposed.one_time_code_hash = secrets.code_digest(code)
    proposed.one_time_code_expires_at = clock.now() + secrets.CODE_LASTS
    await session.flush()
    return code


async def _locked(session: Writing, jit: UUID, member: UUID) -> Member:
    found = (
        await session.scalars(select(Member).where(Member.jit == jit, Member.id == member).with_for_update())
    ).one_or_none()
    if found is None:
        raise NotFound
    return found


def _demand_right_leader(seat: Seat, proposed: Member) -> None:
    if seat.party is None or proposed.party not in {None, seat.party}:
        raise Forbidden("Only a leader of that party can confirm its members.", code="other-party")
    if seat.account == proposed.account or seat.id == proposed.id:
        raise Forbidden("You cannot confirm your own membership.", code="own-seat")
    if seat.id == proposed.proposed_by:
        raise Forbidden(
            "You proposed this member. Another leader of your party must confirm the proposal.", code="own-proposal"
        )


async def _agreed(session: Reading, proposed: Member) -> dict[UUID, str]:
    """Return the parties whose leader has confirmed the seat, each with the code of that leader."""
    rows = await session.execute(
        select(Confirmation.party, Member.code)
        .join(Member, (Member.jit == Confirmation.jit) & (Member.id == Confirmation.confirmed_by))
        .where(Confirmation.member == proposed.id)
    )
    return {row.party: row.code for row in rows}


async def awaits_a_leader(session: Reading, proposed: Member) -> bool:
    """Return whether a leader confirmed the proposal, or leads its party and can confirm it."""
    confirmed = select(Confirmation.member).where(Confirmation.jit == proposed.jit, Confirmation.member == proposed.id)
    leaders = select(Member.id).where(
        Member.jit == proposed.jit,
        Member.party == proposed.party,
        Member.state == "seated",
        Member.roles.contains([Role.LEADER]),
    )
    return bool(await session.scalar(select(or_(confirmed.exists(), leaders.exists()))))


async def _note_confirmation(session: Writing, seat: Seat, proposed: Member, agreed: dict[UUID, str]) -> None:
    """Record the confirmation by the leader's party, once."""
    assert seat.party is not None
    if seat.party in agreed:
        return
    session.add(
        Confirmation(jit=seat.jit, member=proposed.id, party=seat.party, confirmed_by=seat.id, confirmed_at=clock.now())
    )
    await session.flush()
    agreed[seat.party] = seat.code


async def _is_awaited(session: Reading, seat: Seat, agreed: dict[UUID, str]) -> bool:
    """Return whether a party that must agree to the auditor of the team has not."""
    return not await _asked(session, seat.jit) <= agreed.keys()


async def _asked(session: Reading, jit: UUID) -> set[UUID]:
    """Return the parties that must agree to an auditor: all active ones except supporting bodies without a leader."""
    led = select(Member.party).where(
        Member.jit == jit, Member.state == "seated", Member.roles.contains([Role.LEADER]), Member.party.is_not(None)
    )
    parties = select(Party.id).where(
        Party.jit == jit, Party.status == "active", Party.kind.not_in(SUPPORTING) | Party.id.in_(led)
    )
    return set(await session.scalars(parties))


async def redeem(session: Writing, person: Person, code: str) -> Seated:
    """Take the seat for which a one-time code was issued.

    Raises:
        Invalid: The code is wrong, expired or for another account, the party does not take part, or a party has not
            confirmed the auditor of the team; names `code`.
        Conflict: The account was closed, or the proposal names nobody.
    """
    await session.say_who(Requester(account=person.account))
    found = (
        await session.scalars(
            select(Member)
            .where(
                Member.one_time_code_hash == secrets.code_digest(code),
                Member.email == person.email,
                Member.state == "proposed",
                Member.one_time_code_expires_at > clock.now(),
            )
            .with_for_update()
        )
    ).one_or_none()
    if found is None:
        raise Invalid("Invalid or expired code, or a code for another account.", field="code")
    await session.say_who(Requester(account=person.account, jit=found.jit))
    agreed = await _agreed(session, found)
    if found.party is None and not await _asked(session, found.jit) <= agreed.keys():
        raise Invalid(
            "A party that joined the team has not confirmed you. Ask its leader for a new code.", field="code"
        )
    await _take(session, found)
    seat = await seats.take(session, person, found.jit)
    if seat is None:
        raise Invalid("The party of this member does not take part at this moment.", field="code")
    await journal.append(session, seat, _seated(found, sorted(agreed.values()) or [BY_CODE]))
    return await read(session, found.jit, found.id)


async def _account_of(session: Reading, member: Member, *, without_code: bool = False) -> UUID | None:
    """Return the open account of the address. `without_code`: only one that takes places without a one-time code."""
    wanted = select(Account.id).where(Account.email == member.email, Account.closed_at.is_(None))
    return await session.scalar(wanted.where(Account.needs_code.is_(False)) if without_code else wanted)


def _demand_named(member: Member) -> None:
    if member.name == member.email:
        raise Conflict("This proposal names nobody. Correct its name first.", code="no-name")


async def _take(session: Writing, member: Member) -> None:
    """Assign the account to the seat and delete its one-time code. The name stays the proposal's."""
    _demand_named(member)
    member.account, member.state, member.seated_at = await _account_of(session, member), "seated", clock.now()
    member.one_time_code_hash = member.one_time_code_expires_at = None
    member.version += 1
    await session.flush()


def _seated(member: Member, confirmed_by: Sequence[str]) -> MemberSeated:
    return MemberSeated(
        member=member.id,
        code=member.code,
        roles=list(member.roles),
        confirmed_by=list(confirmed_by),
        name=member.name,
    )
