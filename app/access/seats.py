"""Seats: evidence that a person may act in a JIT. Services require one; only this module creates them.

Looking up a seat also tells row-level security who asks.
Not here: the decision about an exhibit (`sharing/decisions.py`).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Protocol
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, DateTime, Select, bindparam, func, select

from app import clock
from app.access.roles import READING, RESERVABLE, Permission, Role, permissions_of
from app.access.scripts import ScriptLimits
from app.database import Reading, Requester
from app.models import Account, Authority, Jit, Member, Party, Reservation
from app.queries import of_columns, untyped


class Function(StrEnum):
    """Capacity in which a seat acts."""

    JUDICIAL = "judicial"
    POLICE = "police"
    TECHNICAL = "technical"


class PartyKind(StrEnum):
    """Kind of a party, which decides which gates apply to it."""

    MEMBER_STATE = "member_state"
    THIRD_COUNTRY = "third_country"
    EU_BODY = "eu_body"
    JUDICIAL_AUTHORITY = "judicial_authority"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Visitor:
    """The sender of a request, before authentication."""

    address: str
    user_agent: str
    device: str | None = None  # the cookie of `identity/devices.py`, not yet verified


@dataclass(frozen=True, slots=True)
class Person:
    """An authenticated account, with a session that was checked in this transaction.

    `second_factor`: a second factor was proved in this session. `limits`: of a script's token.
    """

    account: UUID
    session: UUID
    email: str
    name: str
    may_found: bool
    by_token: bool
    locale: str = "en"
    operator: bool = False
    second_factor: bool = False
    demonstration: bool = False
    limits: ScriptLimits | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat read in this transaction. Unless `of_record` made it, it is active and its party takes part."""

    id: UUID
    account: UUID
    session: UUID | None
    jit: UUID
    ledger_origin: str
    code: str
    name: str
    party: UUID | None
    party_code: str | None
    party_kind: PartyKind | None
    authority: UUID | None
    authority_code: str | None
    roles: frozenset[Role]
    function: Function
    permissions: frozenset[Permission]
    withheld: frozenset[Permission] = frozenset()  # what its roles grant, but its party reserves to judicial seats
    closed: bool = False  # the team is closed, so the seat may only read
    limits: ScriptLimits | None = None  # of the script's token that acts

    @property
    def requester(self) -> Requester:
        """Return the seat as row-level security uses it."""
        return Requester(
            account=self.account,
            jit=self.jit,
            party=self.party,
            authority=self.authority,
            seat=self.id,
            roles=frozenset(self.roles),
        )

    @property
    def audits_the_jit(self) -> bool:
        """Return whether this is the auditor of the whole team, who has no party."""
        return self.party is None and Role.AUDITOR in self.roles

    @property
    def audits(self) -> bool:
        """Return whether this is an auditor, of its party or of the whole team."""
        return Role.AUDITOR in self.roles

    def may(self, permission: Permission) -> bool:
        """Return whether the seat has this permission."""
        return permission in self.permissions

    def keeps(self, permission: Permission) -> bool:
        """Return whether the seat has this permission, also in a closed team.

        For per-user state that is not in the ledger.
        """
        kept = permissions_of(self.roles) - self.withheld
        return permission in kept - (self.limits.withheld(kept) if self.limits else frozenset())


def _seats(now: "datetime | BindParameter[datetime]") -> "Select[*tuple[Any, ...]]":
    in_time = Member.until.is_(None) | (Member.until > now)
    return _people().where(Member.state == "seated", in_time, Member.party.is_(None) | takes_part(now))


def takes_part(now: "datetime | BindParameter[datetime]") -> "ColumnElement[bool]":
    """Return the condition that a party is active and has not left."""
    return (Party.status == "active") & (Party.leaves_at.is_(None) | (Party.leaves_at > now))


def _people() -> "Select[*tuple[Any, ...]]":
    return (
        select(
            Member.id.label("seat"),
            Member.account,
            Member.jit,
            Jit.ledger_origin,
            Member.code,
            Member.name,
            Member.party,
            Party.code.label("party_code"),
            Party.kind.label("party_kind"),
            Member.authority,
            Authority.code.label("authority_code"),
            Member.roles,
            Member.function,
            (func.coalesce(Reservation.judicial, False) & (Member.function != Function.JUDICIAL.value)).label(
                "reserved"
            ),
            (Jit.state == "closed").label("closed"),
        )
        .outerjoin(Reservation, (Reservation.jit == Member.jit) & (Reservation.party == Member.party))
        .join(Jit, Jit.id == Member.jit)
        .outerjoin(Party, (Party.jit == Member.jit) & (Party.id == Member.party))
        .outerjoin(
            Authority,
            (Authority.jit == Member.jit) & (Authority.party == Member.party) & (Authority.id == Member.authority),
        )
    )


class Columns(Protocol):
    """A row of any driver."""

    def __getitem__(self, name: str, /) -> Any:  # noqa: ANN401 - columns are of any type
        """Return the column of this name."""


def _seat(row: Columns, account: UUID, jit: UUID, session: UUID | None, limits: ScriptLimits | None = None) -> Seat:
    roles = frozenset(Role(role) for role in row["roles"])
    permissions = permissions_of(roles)
    if row["closed"]:
        permissions &= READING
    withheld = permissions & RESERVABLE if row["reserved"] else frozenset()
    if limits is not None:
        permissions -= limits.withheld(permissions)
    return Seat(
        id=row["seat"],
        account=account,
        session=session,
        jit=jit,
        ledger_origin=row["ledger_origin"],
        code=row["code"],
        name=row["name"],
        party=row["party"],
        party_code=row["party_code"],
        party_kind=PartyKind(row["party_kind"]) if row["party_kind"] else None,
        authority=row["authority"],
        authority_code=row["authority_code"],
        roles=roles,
        function=Function(row["function"]),
        permissions=permissions - withheld,
        withheld=withheld,
        closed=row["closed"],
        limits=limits,
    )


#: For any statement: the seat of an account in a team, or no row. It also sets who asks for row-level security.
#: The account must be authenticated and come from a single row.
TAKEN: Final = "take_seat({account}, {jit}, {head})"


def told(session: Reading, person: Person, jit: UUID, row: Columns | None) -> Seat | None:
    """Return the seat in a row of `TAKEN`, and store in the session whom row-level security knows."""
    if row is None or row["seat"] is None:
        session.requester = Requester(account=person.account)
        return None
    seat = _seat(row, person.account, jit, person.session, person.limits)
    session.requester, session.head = seat.requester, row["head"]
    return seat


async def take(session: Reading, person: Person, jit: UUID) -> Seat | None:
    """Return the person's seat in the JIT, or `None`.

    From here on row-level security uses that seat; without one, nobody.
    """
    return told(session, person, jit, await session.fetch_first(_TAKE, account=person.account, jit=jit))


_TAKE: Final = untyped(f"select * from {TAKEN.format(account=':account', jit=':jit', head='false')}")  # noqa: S608 - constants


async def take_again(session: Reading, seat_id: UUID, account: UUID, jit: UUID) -> Seat | None:
    """Return the seat of a background job (an export), or `None`. The job calls this at each step."""
    await session.say_who(Requester(account=account, jit=jit))
    rows = (
        await session.execute(
            _seats(clock.now())
            .join(Account, (Account.id == Member.account) & Account.closed_at.is_(None))
            .where(Member.id == seat_id, Member.account == account, Member.jit == jit)
        )
    ).mappings()
    row = rows.one_or_none()
    if row is None:
        return None
    seat = _seat(row, account, jit, None)
    await session.say_who(seat.requester)
    return seat


async def of_record(session: Reading, seat_id: UUID, jit: UUID) -> Seat:
    """Return a seat without permissions, whatever its state, in whose name something is recorded later."""
    await session.say_who(Requester(jit=jit))
    rows = (await session.execute(_people().where(Member.id == seat_id, Member.jit == jit))).mappings()
    row = rows.one()
    seat = replace(
        _seat(row, row["account"], jit, None), roles=frozenset(), permissions=frozenset(), withheld=frozenset()
    )
    await session.say_who(seat.requester)
    return seat


async def everybody(session: Reading, jit: UUID) -> list[Seat]:
    """Return every active seat of the JIT, by code, without permissions, to compute what each would see."""
    rows = (await session.execute(_seats(clock.now()).where(Member.jit == jit).order_by(Member.code))).mappings()
    return [replace(_seat(row, row["account"], jit, None), permissions=frozenset()) for row in rows]


async def list_of_person(session: Reading, person: Person) -> list[Seat]:
    """Return every active seat of the person, oldest first."""
    await session.say_who(Requester(account=person.account))
    rows = await session.fetch_rows(_MINE, account=person.account, now=clock.now())
    return [_seat(row, person.account, row["jit"], person.session, person.limits) for row in rows]


_MINE: Final = of_columns(
    _seats(bindparam("now", type_=DateTime(timezone=True)))
    .where(Member.account == bindparam("account"))
    .order_by(Member.id)
)
