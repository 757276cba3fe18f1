"""Signing in: verify a password and open a session or issue a token.

Answers and response times must not reveal whether an account exists.
An unknown name, a wrong password and a closed account take the same steps to the same refusal.
Every attempt is reported to the operator's monitoring (OCSF).
Not here: counting of attempts (`services/accounts/throttles.py`) and open sessions (`services/accounts/sessions.py`).
"""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select

from app import clock, ocsf
from app.access.seats import Visitor
from app.database import Database, Writing
from app.errors import Refusal, Unauthenticated
from app.identity import passwords
from app.models import Account, Session
from app.services.accounts import second_factors, sessions, throttles
from app.services.accounts.sessions import Authentication, Opened

WRONG: Final = "The e-mail address or the password is wrong."


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials that a person entered. `code`: of the authenticator app, or a recovery code."""

    email: str
    password: str = field(repr=False)
    code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Proved:
    """A verified password: the account, the hash that matched, and the throttle key that counted the attempt.

    `as_stranger`: the attempt was counted for the account across all networks, too.
    """

    account: UUID
    email: str
    password_hash: str
    place: str
    as_stranger: bool


async def sign_in(
    database: Database, authentication: Authentication, visitor: Visitor, entered: Credentials
) -> tuple[Opened, str]:
    """Sign in from a browser.

    Returns:
        The new session, and the cookie by which this browser is recognised later (`identity/devices.py`).

    Raises:
        Unauthenticated: The address, the password or the code is wrong, or the account needs a code.
        Throttled: Too many attempts failed.
        Unavailable: Too many passwords are being verified at this moment.
    """
    proved, opened = await _enter(database, authentication, visitor, entered, "cookie")
    return opened, authentication.devices.issue(proved.email, opened.created_at)


async def issue_token(
    database: Database, authentication: Authentication, visitor: Visitor, entered: Credentials
) -> str:
    """Issue a bearer token for a script. Raises like `sign_in`."""
    proved, opened = await _enter(database, authentication, visitor, entered, "token")
    return authentication.tokens.issue(proved.account, opened.id, opened.created_at, authentication.token_minutes)


async def _enter(
    database: Database, authentication: Authentication, visitor: Visitor, entered: Credentials, kind: str
) -> tuple[_Proved, Opened]:
    """Verify the credentials and open a session; report success and refusal to the operator's monitoring."""
    proved = await _prove(database, authentication, visitor, entered.email, entered.password)
    try:
        async with database.writing() as session:
            opened = await _open_proved(session, authentication, visitor, proved, entered.code, kind)
    except Refusal as refusal:
        tell_of_refusal(visitor, proved.account, refusal)
        if refusal.code == second_factors.NEEDED:  # the password was right: no failed attempt of this network
            async with database.writing() as session:
                await _give_back_shared(session, visitor, proved)
        raise
    tell_of_sign_in(visitor, proved.account, opened)
    return proved, opened


def tell_of_sign_in(visitor: Visitor, account: UUID, opened: Opened) -> None:
    """Report a successful sign-in to the operator's monitoring."""
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=account, session=opened.id)


def tell_of_refusal(visitor: Visitor, account: UUID | None, refusal: Refusal) -> None:
    """Report a refused sign-in to the operator's monitoring."""
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=account, refused=refusal.code)


async def _prove(
    database: Database, authentication: Authentication, visitor: Visitor, email: str, password: str
) -> _Proved:
    """Return the account whose password this is. No database connection is held while the hash is computed."""
    email, account = email.strip().lower(), None
    try:
        with passwords.place(throttles.network(visitor.address)):
            async with database.writing() as session:
                account = (
                    await session.execute(_account_at(email, demonstration=authentication.admits_demonstration))
                ).one_or_none()
                place, as_stranger = await _take_a_try(session, authentication, visitor, email, account and account.id)
            right = await passwords.matches_in_place(password, account.password_hash if account else None)
        if not right or account is None:
            raise _wrong()
    except Refusal as refusal:
        tell_of_refusal(visitor, account and account.id, refusal)
        raise
    return _Proved(UUID(str(account.id)), email, account.password_hash, place, as_stranger)


def _account_at(email: str, *, demonstration: bool) -> Select[UUID, str]:
    return select(Account.id, Account.password_hash).where(
        Account.email == email, Account.closed_at.is_(None), Account.demonstration.is_(False) | demonstration
    )


async def _take_a_try(
    session: Writing, authentication: Authentication, visitor: Visitor, email: str, account: UUID | None
) -> tuple[str, bool]:
    """Count an attempt and return its throttle key, and whether the account-wide count took it. Raises `Throttled`.

    The account-wide count does not bind a browser or network from which the account signed in before.
    """
    network, device = (
        throttles.network(visitor.address),
        authentication.devices.recognise(visitor.device, email, clock.now()),
    )
    place = network if device is None else f"browser {device}"
    await throttles.take_a_try(session, email, place)
    await throttles.take_a_try_of_network(session, visitor.address)
    wait = await throttles.take_a_try_of_account(session, email)
    if wait is not None and device is None and network not in await _known_networks(session, account):
        raise throttles.unknown_here(wait)
    return place, wait is None


def _wrong() -> Unauthenticated:
    return Unauthenticated(WRONG, code="wrong-credentials")


async def _open_proved(
    session: Writing,
    authentication: Authentication,
    visitor: Visitor,
    proved: _Proved,
    code: str | None,
    kind: str,
) -> Opened:
    """Open a session if the verified password is still the account's, and the second factor is proved.

    Raises `Unauthenticated`. A wrong code stays counted as a failed attempt, because nothing is given back.

    A concurrent password change ends all other sessions. The lock on the account's row orders the two transactions:
    either this one is refused, or its session exists and is ended.
    """
    query = select(Account).where(Account.id == proved.account, Account.closed_at.is_(None))
    account = await session.scalar(query.with_for_update(read=True))
    if account is None or account.password_hash != proved.password_hash:
        raise _wrong()
    second_factor = await second_factors.prove(session, authentication, proved.account, code)
    await throttles.give_back(session, proved.email, proved.place)
    await _give_back_shared(session, visitor, proved)
    return await open_known(session, authentication, visitor, account, kind, second_factor=second_factor)


async def open_known(
    session: Writing,
    authentication: Authentication,
    visitor: Visitor,
    account: Account,
    kind: str = "cookie",
    *,
    second_factor: bool,
) -> Opened:
    """Open a session for an account that has proved who it is. Its owner is told if browser or network are new."""
    unfamiliar = await _is_unfamiliar(session, authentication, visitor, account, kind)
    return await sessions.open_session(
        session, authentication, visitor, account.id, kind, second_factor=second_factor, unfamiliar=unfamiliar
    )


async def _is_unfamiliar(
    session: Writing, authentication: Authentication, visitor: Visitor, account: Account, kind: str
) -> bool:
    """Return whether this browser or this network is new for the account. A new account has no habits yet."""
    networks = await _known_networks(session, account.id)
    if not networks:
        return account.created_at < clock.now() - sessions.KEPT
    if throttles.network(visitor.address) not in networks:
        return True
    known = authentication.devices.recognise(visitor.device, account.email, clock.now())
    return kind == "cookie" and known is None


async def _known_networks(session: Writing, account: UUID | None) -> set[str]:
    """Return the networks from which the account signed in, as far as its sessions are kept."""
    known = await session.scalars(select(Session.address).where(Session.account == account).distinct())
    return set(map(throttles.network, known))


async def _give_back_shared(session: Writing, visitor: Visitor, proved: _Proved) -> None:
    """Give back the attempt in the counts that others share."""
    if proved.as_stranger:
        await throttles.give_back_to_account(session, proved.email)
    await throttles.give_back_to_network(session, visitor.address)
