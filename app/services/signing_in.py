"""Signing in: a password is proved, and a session or a token is opened.

No answer and no time tells whether an account exists: an unknown name, a wrong password and a closed account take the
same steps to the same refusal. Every attempt is told to the operator's monitoring.
Deliberately not here: what is counted (`services/throttles.py`) and sessions that are open (`services/sessions.py`).
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select

from app import clock, ocsf
from app.access.seats import Visitor
from app.database import Database, Writing
from app.errors import Refusal, Unauthenticated
from app.identity import passwords
from app.models import Account, Session
from app.services import sessions, throttles
from app.services.sessions import Door, Opened

WRONG: Final = "The e-mail address or the password is not right."


@dataclass(frozen=True, slots=True)
class _Proved:
    """Whose password it was, the hash that it matched, and what the attempt was counted as."""

    account: UUID
    email: str
    password_hash: str
    place: str
    as_stranger: bool


async def sign_in(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> tuple[Opened, str]:
    """A new session for a browser, and the cookie by which the browser is known later (`identity/devices.py`).

    Raises `Unauthenticated`, `Throttled`, `Unavailable`.
    """
    proved, opened = await _enter(database, door, visitor, email, password, "cookie")
    return opened, door.devices.issue(proved.email, opened.created_at)


async def issue_token(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> str:
    """A token for a script. Raises like `sign_in`."""
    proved, opened = await _enter(database, door, visitor, email, password, "token")
    return door.tokens.issue(proved.account, opened.id, opened.created_at, door.token_minutes)


async def _enter(
    database: Database, door: Door, visitor: Visitor, email: str, password: str, kind: str
) -> tuple[_Proved, Opened]:
    """Prove who it is and open a session, both told to the operator's monitoring."""
    proved = await _prove(database, door, visitor, email, password)
    try:
        async with database.writing() as session:
            opened = await _open_proved(session, door, visitor, proved, kind)
    except Refusal as refusal:
        _tell_of_refusal(visitor, proved.account, refusal)
        raise
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=proved.account, session=opened.id)
    return proved, opened


def _tell_of_refusal(visitor: Visitor, account: UUID | None, refusal: Refusal) -> None:
    ocsf.authentication(ocsf.LOGON, address=visitor.address, account=account, refused=refusal.code)


async def _prove(database: Database, door: Door, visitor: Visitor, email: str, password: str) -> _Proved:
    """The account whose password this is. No connection is held while the hash is computed."""
    email, account = email.strip().lower(), None
    try:
        with passwords.place(throttles.network(visitor.address)):
            async with database.writing() as session:
                account = (
                    await session.execute(_account_at(email, demonstration=door.admits_demonstration))
                ).one_or_none()
                place, as_stranger = await _take_a_try(session, door, visitor, email, account and account.id)
            right = await passwords.matches_in_place(password, account.password_hash if account else None)
        if not right or account is None:
            raise _wrong()
    except Refusal as refusal:
        _tell_of_refusal(visitor, account and account.id, refusal)
        raise
    return _Proved(UUID(str(account.id)), email, account.password_hash, place, as_stranger)


def _account_at(email: str, *, demonstration: bool) -> Select[UUID, str]:
    return select(Account.id, Account.password_hash).where(
        Account.email == email, Account.closed_at.is_(None), Account.demonstration.is_(False) | demonstration
    )


async def _take_a_try(
    session: Writing, door: Door, visitor: Visitor, email: str, account: UUID | None
) -> tuple[str, bool]:
    """Count an attempt: as what, and whether strangers share it. Raises `Throttled`.

    What is counted for the account from everywhere does not bind a browser or network from which it signed in before.
    """
    network, device = throttles.network(visitor.address), door.devices.recognise(visitor.device, email, clock.now())
    place = network if device is None else f"browser {device}"
    await throttles.take_a_try(session, email, place)
    await throttles.take_a_try_of_network(session, visitor.address)
    wait = await throttles.take_a_try_of_account(session, email)
    if wait is not None and device is None:
        known = await session.scalars(select(Session.address).where(Session.account == account).distinct())
        if network not in map(throttles.network, known):
            raise throttles.unknown_here(wait)
    return place, wait is None


def _wrong() -> Unauthenticated:
    return Unauthenticated(WRONG, code="wrong-credentials")


async def _open_proved(session: Writing, door: Door, visitor: Visitor, proved: _Proved, kind: str) -> Opened:
    """Enter a session, if the password that was proved is still the account's. Raises `Unauthenticated`.

    It may have been changed since, which ended all sessions but this one. Who changes it and who comes by it wait for each
    other at the account's row: either this one is refused, or it is there to be ended.
    """
    query = select(Account.password_hash).where(Account.id == proved.account, Account.closed_at.is_(None))
    if await session.scalar(query.with_for_update(read=True)) != proved.password_hash:
        raise _wrong()
    await throttles.give_back(session, proved.email, proved.place)
    if proved.as_stranger:
        await throttles.give_back_to_account(session, proved.email)
    await throttles.give_back_to_network(session, visitor.address)
    return await sessions.open_session(session, door, visitor, proved.account, kind)
