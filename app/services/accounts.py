"""Accounts: made by the `liaison account` command, looked at and changed a little by the person.

The application's database role cannot insert accounts: `create` and its kin take a session of the owner role.
Deliberately not here: signing in (`services/signing_in.py`) and seats.
"""

import re
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app import characters, clock
from app.access.seats import Person
from app.connections import Driven
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.identity import passwords
from app.models import Account, Session
from app.services import sessions, throttles
from app.services.zones import zone_of

#: Dot-atoms of RFC 5322, 3.2.3, in any script: what a letter can be addressed to without quotes.
_ATOMS: Final = r"[^@\s\x00-\x1f\x7f()<>\[\]:;,\\\".]+(?:\.[^@\s\x00-\x1f\x7f()<>\[\]:;,\\\".]+)*"
_EMAIL: Final = re.compile(rf"(?=.{{1,64}}@.{{1,189}}\Z){_ATOMS}@{_ATOMS}")

_OWN: Final = Driven.of(select(Account).where(Account.id == bindparam("account")))


def email_of(text: str, *, field: str = "email") -> str:
    """The address as it is stored, in small letters. Raises `Invalid` naming `field`."""
    email = text.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise Invalid("This is not an e-mail address. Nothing was changed.", field=field)
    return email


def name_of(text: str) -> str:
    """A person's name as it is stored. Raises `Invalid` naming `name` for what its reader would not see."""
    return _checked(characters.plain, text.strip(), "name")


def _checked(check: Callable[[str], str], text: str, field: str) -> str:
    try:
        return check(text)
    except ValueError as wrong:
        raise Invalid(f"The account's {field} {wrong}. Nothing was changed.", field=field) from None


async def create(
    session: AsyncSession,
    *,
    email: str,
    name: str,
    password: str | None = None,
    password_hash: str | None = None,
    may_found: bool = False,
    demonstration: bool = False,
    locale: str = "en",
    time_zone: str = "UTC",
) -> UUID:
    """Make an account, as the owner role. Raises `Invalid` naming the field, `Conflict` when the address has one.

    Give `password`, or `password_hash` where many accounts share one (the demonstration, tests).
    """
    if password_hash is None:
        passwords.demand_good(password or "", about=(email, name))
        password_hash = await passwords.hashed(password or "")
    account = Account(
        id=clock.new_id(),
        email=_checked(characters.seen, email_of(email), "email"),
        name=name_of(name),
        password_hash=password_hash,
        locale=locale,
        time_zone=zone_of(time_zone),
        may_found=may_found,
        demonstration=demonstration,
        created_at=clock.now(),
    )
    session.add(account)
    try:
        await session.flush()
    except IntegrityError as taken:
        raise Conflict(f"{account.email} has an account already.", code="email-taken") from taken
    return account.id


async def close(session: AsyncSession, email: str) -> None:
    """Close an account for good, as the owner role: nobody is recognised by it from here on."""
    await _change(session, email, closed_at=clock.now())


async def set_password(session: AsyncSession, email: str, password: str) -> None:
    """Give an account another password, as the owner role, and end its sessions."""
    name = await session.scalar(select(Account.name).where(Account.email == email_of(email)))
    passwords.demand_good(password, about=(email, name or ""))
    account = await _change(session, email, password_hash=await passwords.hashed(password))
    await session.execute(
        update(Session).where(Session.account == account, Session.ended_at.is_(None)).values(ended_at=clock.now())
    )


async def _change(session: AsyncSession, email: str, **values: Any) -> UUID:  # noqa: ANN401 - columns of an account
    changed = update(Account).where(Account.email == email_of(email), Account.closed_at.is_(None)).values(**values)
    account = (await session.scalars(changed.returning(Account.id))).one_or_none()
    if account is None:
        raise Invalid(f"{email} has no open account.", field="email")
    return account


async def read(session: Reading, person: Person) -> Account:
    """The person's own account."""
    (account,) = await session.rows(_OWN, account=person.account)
    assert isinstance(account, Account)
    return account


async def change_profile(
    session: Writing, person: Person, *, name: str | None, locale: str | None, time_zone: str | None
) -> None:
    """Change what is given. Seats keep the name that a leader confirmed: only a leader changes it."""
    values = {"name": name, "locale": locale, "time_zone": None if time_zone is None else zone_of(time_zone)}
    given = {column: value for column, value in values.items() if value is not None}
    if given:
        await session.execute(update(Account).where(Account.id == person.account).values(**given))


async def change_password(session: Writing, person: Person, current: str, new: str) -> None:
    """Change the password and end every other session. Raises `Invalid` naming `current` or `new`, `Throttled`.

    Guesses are counted for the session, whatever network they come from: nobody else can use its attempts up.
    """
    account = (await session.scalars(select(Account).where(Account.id == person.account).with_for_update())).one()
    if account.demonstration:
        raise Forbidden("The accounts of the demonstration share one password.", code="demonstration")
    if person.by_token:
        raise Forbidden("A token does not change a password. Sign in.", code="token-may-not")
    passwords.demand_good(new, field="new", about=(account.email, account.name))
    place = f"session {person.session}"
    await throttles.take_a_try(session, account.email, place)
    if not await passwords.matches(current, account.password_hash):
        # The refusal takes this transaction back, so the failure is counted in a second one.
        session.afterwards(lambda second: throttles.take_a_try(second, person.email, place))
        raise Invalid("This is not your current password. Nothing was changed.", field="current")
    account.password_hash = await passwords.hashed(new)
    await session.flush()
    await throttles.give_back(session, account.email, place)
    await sessions.end_all(session, person.account, but=person.session)
