"""Invitations of an operator: a person creates an account with a one-time code, which the operator hands over.

The invitation gives no place in a team. An account that a code created takes each place with a one-time code of the
team (`accounts.needs_code`). Nobody takes a place with an account for the address of another person.
Every act is checked and recorded by the database, too (`app/schema/accounts/account_invitations.sql`).
Not here: proposals of members, which their coordinator or leader hands over (`services/teams/invitations.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import text

from app import clock
from app.database import Reading, Writing
from app.errors import Conflict, NotFound
from app.i18n.phrases import Phrase
from app.identity import secrets
from app.queries import query
from app.services.accounts import accounts


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that was not accepted. `code`: the one-time code, only when it was issued just now."""

    id: UUID
    email: str
    name: str
    may_found: bool
    expires_at: datetime
    code: str | None = None


@dataclass(frozen=True, slots=True)
class InvitedMember:
    """A proposal of a member that waits for its one-time code, as far as an operator may know it."""

    id: UUID
    team: str
    party: str | None
    party_name: str | None
    email: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewAccount:
    """The account that an invited person creates, with the hash of the password."""

    id: UUID
    email: str
    password_hash: str
    locale: str
    time_zone: str


async def invite(session: Writing, *, email: str, name: str, may_found: bool) -> Invited:
    """Invite a person, as the signed-in operator.

    Raises:
        Invalid: A field is not acceptable; names the field.
        Conflict: The address has an account or an invitation.
    """
    code, expires_at = secrets.one_time_code(), clock.now() + secrets.CODE_LASTS
    invited = Invited(clock.new_id(), accounts.new_email_of(email), accounts.name_of(name), may_found, expires_at, code)
    binds = {"id": invited.id, "email": invited.email, "name": invited.name, "founds": may_found}
    digest = secrets.account_code_digest(code)
    found = (await session.execute(_INVITE, binds | {"digest": digest, "expiry": expires_at})).scalar_one()
    if found == "account":
        raise Conflict(Phrase("{email} already has an account.", email=invited.email), code="email-taken")
    if found == "invitation":
        raise Conflict(
            Phrase("{email} is already invited. Issue a new code instead.", email=invited.email),
            code="already-invited",
        )
    return invited


async def reissue(session: Writing, invitation: UUID) -> Invited:
    """Issue another code for an invitation; the former code is void. Raises `NotFound`."""
    code, expires_at = secrets.one_time_code(), clock.now() + secrets.CODE_LASTS
    binds = {"id": invitation, "digest": secrets.account_code_digest(code), "expiry": expires_at}
    if (await session.execute(_REISSUE, binds)).scalar_one() is None:
        raise NotFound
    found = await session.fetch_one(_ONE, id=invitation)
    return Invited(found.id, found.email, found.name, found.may_found, found.expires_at, code)


async def withdraw(session: Writing, invitation: UUID) -> None:
    """Withdraw an invitation. Raises `NotFound`."""
    if (await session.execute(_WITHDRAW, {"id": invitation})).scalar_one() is None:
        raise NotFound


async def list_open(session: Reading) -> Sequence[Invited]:
    """Return the invitations that were not accepted, expired ones included, soonest expiry first."""
    return await session.fetch_rows(_ALL)


async def list_of_members(session: Reading) -> Sequence[InvitedMember]:
    """Return the proposals of all teams that wait for a one-time code, soonest expiry first."""
    return await session.fetch_rows(_OF_MEMBERS)


async def accept(session: Writing, code: str, new: NewAccount) -> str | None:
    """Create the account of an invited person; return the name, or `None` if code and address fit no invitation."""
    binds = {"account": new.id, "email": new.email, "code": secrets.normalised_code(code)}
    rest = {"password": new.password_hash, "locale": new.locale, "zone": new.time_zone}
    name: str | None = (await session.execute(_ACCEPT, binds | rest)).scalar_one()
    return name


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    email: str
    name: str
    may_found: bool
    expires_at: datetime


_COLUMNS: Final = "select id, email, name, may_found, expires_at from account_invitations i"
_ONE: Final = query(_Row, f"{_COLUMNS} where id = :id")
# An address that got an account in another way needs no invitation any more.
_ALL: Final = query(
    Invited,
    f"select i.*, cast(null as text) as code from ({_COLUMNS}) i"  # noqa: S608 - constants
    " where not exists (select 1 from accounts a where a.email = i.email) order by expires_at, id",
)
_OF_MEMBERS: Final = query(
    InvitedMember, "select id, team, party, party_name, email, expires_at from invitations_of_members()"
)
_INVITE: Final = text("select invite_account(:id, :email, :name, :founds, :digest, :expiry)")
_REISSUE: Final = text("select reissue_account_invitation(:id, :digest, :expiry)")
_WITHDRAW: Final = text("select withdraw_account_invitation(:id)")
_ACCEPT: Final = text("select accept_account_invitation(:account, :email, :code, :password, :locale, :zone)")
