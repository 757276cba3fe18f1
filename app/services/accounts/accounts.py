"""Accounts: created by the `liaison account` command; their owners read them and change profile and password.

The application's database role cannot insert accounts: `create`, `close` and `set_password` take a session of the owner
role.
Not here: signing in (`services/accounts/signing_in.py`), acts of an operator at the page
(`services/accounts/administration.py`) and members of teams (`services/teams/members.py`).
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app import characters, clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.i18n.phrases import Phrase
from app.identity import passwords
from app.models import Account, AuthenticatorApp, OrganisationAccount, Passkey, RecoveryCode, Session
from app.queries import of_table
from app.services.accounts import sessions, throttles
from app.services.accounts.zones import zone_of

#: Dot-atoms of RFC 5322, section 3.2.3, in any script: addresses that need no quotes.
_ATOMS: Final = r"[^@\s\x00-\x1f\x7f()<>\[\]:;,\\\".]+(?:\.[^@\s\x00-\x1f\x7f()<>\[\]:;,\\\".]+)*"
_EMAIL: Final = re.compile(rf"(?=.{{1,64}}@.{{1,189}}\Z){_ATOMS}@{_ATOMS}")

_OWN: Final = of_table(select(Account).where(Account.id == bindparam("account")))


def email_of(text: str, *, field: str = "email") -> str:
    """Return the e-mail address as it is stored, in lower case.

    Raises:
        Invalid: It is not an address; names `field`.
    """
    email = text.strip().lower()
    if not _EMAIL.fullmatch(email):
        raise Invalid("This is not an e-mail address.", field=field)
    return email


def new_email_of(text: str) -> str:
    """Return the e-mail address of a new account.

    Raises:
        Invalid: It is not an address, or contains characters that a reader would not see; names `email`.
    """
    return _checked(characters.seen, email_of(text), "email")


def name_of(text: str) -> str:
    """Return a person's name as it is stored.

    Raises:
        Invalid: The name contains characters that a reader would not see; names `name`.
    """
    return _checked(characters.plain, text.strip(), "name")


def _checked(check: Callable[[str], str], text: str, field: str) -> str:
    try:
        return check(text)
    except ValueError as wrong:
        raise Invalid(wrong.args[0], field=field) from None


async def create(
    session: AsyncSession,
    *,
    email: str,
    name: str,
    password: str | None = None,
    password_hash: str | None = None,
    may_found: bool = False,
    operator: bool = False,
    demonstration: bool = False,
    locale: str = "en",
    time_zone: str = "UTC",
) -> UUID:
    """Create an account, as the owner role, and return its id.

    Give `password`, or `password_hash` where many accounts share one (demonstration, tests).

    Raises:
        Invalid: A field is not acceptable; names the field.
        Conflict: The address already has an account.
        Unavailable: Too many passwords are being verified at this moment.
    """
    if password_hash is None:
        passwords.demand_good(password or "", about=(email, name))
        password_hash = await passwords.hashed(password or "")
    account = Account(
        id=clock.new_id(),
        email=new_email_of(email),
        name=name_of(name),
        password_hash=password_hash,
        locale=locale,
        time_zone=zone_of(time_zone),
        may_found=may_found,
        operator=operator,
        demonstration=demonstration,
        created_at=clock.now(),
    )
    session.add(account)
    try:
        await session.flush()
    except IntegrityError as taken:
        raise Conflict(Phrase("{email} already has an account.", email=account.email), code="email-taken") from taken
    return account.id


async def close(session: AsyncSession, email: str) -> None:
    """Close an account permanently, as the owner role. Nobody can authenticate with it afterwards.

    Raises:
        Invalid: The address has no open account.
    """
    await _change(session, email, closed_at=clock.now(), disabled=False)


async def set_password(session: AsyncSession, email: str, password: str) -> None:
    """Set another password, as the owner role, and end all sessions of the account.

    Raises:
        Invalid: The password is too weak, or the address has no open account.
        Conflict: The account belongs to an organisation.
        Unavailable: Too many passwords are being verified at this moment.
    """
    await _demand_no_organisation(session, email)
    name = await session.scalar(select(Account.name).where(Account.email == email_of(email)))
    passwords.demand_good(password, about=(email, name or ""))
    account = await _change(session, email, password_hash=await passwords.hashed(password))
    await _end_sessions(session, account)


async def remove_second_factor(session: AsyncSession, email: str) -> None:
    """Remove all second factors of an account, as the owner role, and end all its sessions.

    Raises:
        Invalid: The address has no open account.
        Conflict: The account belongs to an organisation.
    """
    await _demand_no_organisation(session, email)
    account = await session.scalar(
        select(Account.id).where(Account.email == email_of(email), Account.closed_at.is_(None))
    )
    if account is None:
        raise Invalid(Phrase("{email} has no active account.", email=email), field="email")
    await delete_second_factors(session, account)
    await _end_sessions(session, account)


async def delete_second_factors(session: AsyncSession | Writing, account: UUID) -> None:
    """Delete the authenticator app, the passkeys and the recovery codes of an account. The caller ends its sessions."""
    for factor in (AuthenticatorApp, Passkey, RecoveryCode):
        await session.execute(delete(factor).where(factor.account == account))


async def _demand_no_organisation(session: AsyncSession, email: str) -> None:
    """Refuse what only the administrators of an organisation may do together. Raises `Conflict`."""
    found = select(OrganisationAccount.account).join(Account, Account.id == OrganisationAccount.account)
    if await session.scalar(found.where(Account.email == email_of(email))) is not None:
        raise Conflict(
            "This account belongs to an organisation. Two of its administrators recover the account.",
            code="has-organisation",
        )


async def _end_sessions(session: AsyncSession, account: UUID) -> None:
    await session.execute(
        update(Session).where(Session.account == account, Session.ended_at.is_(None)).values(ended_at=clock.now())
    )


async def _change(session: AsyncSession, email: str, **values: str | bool | datetime | None) -> UUID:
    changed = update(Account).where(Account.email == email_of(email), Account.closed_at.is_(None)).values(**values)
    account = (await session.scalars(changed.returning(Account.id))).one_or_none()
    if account is None:
        raise Invalid(Phrase("{email} has no active account.", email=email), field="email")
    return account


async def read(session: Reading, person: Person) -> Account:
    """Return the person's own account."""
    return await session.fetch_one(_OWN, account=person.account)


async def change_profile(
    session: Writing, person: Person, *, name: str | None, locale: str | None, time_zone: str | None
) -> None:
    """Change the fields that are given. Names of members stay: only a leader changes those."""
    values = {"name": name, "locale": locale, "time_zone": None if time_zone is None else zone_of(time_zone)}
    given = {column: value for column, value in values.items() if value is not None}
    if given:
        await session.execute(update(Account).where(Account.id == person.account).values(**given))


async def change_password(session: Writing, person: Person, current: str, new: str) -> None:
    """Change the password and end every other session of the account.

    Attempts are counted per session, not per network, so nobody else can use them up.

    Raises:
        Forbidden: The account is a demonstration account, or the caller used a token.
        Invalid: The current password is wrong (`current`), or the new one is too weak (`new`).
        Throttled: Too many attempts failed.
        Unavailable: Too many passwords are being verified at this moment.
    """
    account = await lock_own(session, person)
    demand_own_password(account, person)
    passwords.demand_good(new, field="new", about=(account.email, account.name))
    await _match(session, person, account, current, "current")
    account.password_hash = await passwords.hashed(new)
    await session.flush()
    await sessions.end_all(session, person.account, but=person.session)


async def prove_password(
    session: Writing, person: Person, password: str, *, field: str, shared: bool = False
) -> Account:
    """Lock the own account and check its password once more, before an act on how the account signs in.

    `shared`: the act is open to demonstration accounts, too.

    Raises:
        Forbidden: The account is a demonstration account, or the caller used a token.
        Invalid: The password is wrong; names `field`.
        Throttled: Too many attempts failed.
        Unavailable: Too many passwords are being verified at this moment.
    """
    account = await lock_own(session, person)
    demand_own_password(account, person, shared=shared)
    await _match(session, person, account, password, field)
    return account


async def lock_own(session: Writing, person: Person) -> Account:
    """Return the own account, whose row stays locked until the transaction ends."""
    return (await session.scalars(select(Account).where(Account.id == person.account).with_for_update())).one()


def demand_own_password(account: Account, person: Person, *, shared: bool = False) -> None:
    """Refuse tokens, and demonstration accounts, which many people share. Raises `Forbidden`.

    `shared`: the act is open to demonstration accounts, too.
    """
    if account.demonstration and not shared:
        raise Forbidden("Password and second factor of demonstration accounts cannot be changed.", code="demonstration")
    if person.by_token:
        raise Forbidden(
            "A token cannot change a password or a second factor. Sign in with your password.", code="token-may-not"
        )


def place_of(person: Person) -> str:
    """Return the key under which failed attempts of this session are counted."""
    return f"session {person.session}"


async def _match(session: Writing, person: Person, account: Account, password: str, field: str) -> None:
    await throttles.take_a_try(session, account.email, place_of(person))
    if not await passwords.matches(password, account.password_hash):
        # The refusal rolls back this transaction, so the failure is counted in a second one.
        session.afterwards(lambda second: throttles.take_a_try(second, person.email, place_of(person)))
        raise Invalid("The current password is wrong.", field=field)
    await throttles.give_back(session, account.email, place_of(person))
