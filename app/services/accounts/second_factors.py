"""Second factors of the own account: authenticator app and recovery codes; what holds for every kind of factor.

An accepted code is not accepted again, nor is an earlier one (RFC 6238, section 5.2). Each recovery code works once.
Not here: the cryptography (`identity/totp.py`), passkeys (`passkeys.py`), and how attempts at sign-in are counted
(`signing_in.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, exists, func, or_, select, update

from app import clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Unauthenticated
from app.identity import secrets, totp
from app.models import Account, AuthenticatorApp, Passkey, RecoveryCode, Session
from app.services.accounts import accounts, sessions, throttles
from app.services.accounts.sessions import Authentication

NEEDED: Final = "second-factor-needed"
RECOVERY_CODES: Final = 10
_WRONG: Final = "This code is wrong or was used before. Enter the code that the app shows now, or a recovery code."


@dataclass(frozen=True, slots=True)
class SecondFactors:
    """The second factors of an account.

    `app_since`: `None` without a confirmed app. `needed_at_sign_in`: the password alone opens nothing.
    """

    app_since: datetime | None
    recovery_codes: int
    needed_at_sign_in: bool


@dataclass(frozen=True, slots=True)
class NewApp:
    """The secret of an app that is not confirmed yet, and its `otpauth:` address."""

    secret: str
    address: str


async def read(session: Reading, person: Person) -> SecondFactors:
    """Return the second factors of the caller."""
    since = await session.scalar(
        select(AuthenticatorApp.confirmed_at).where(AuthenticatorApp.account == person.account)
    )
    unused = select(func.count()).where(RecoveryCode.account == person.account, RecoveryCode.used_at.is_(None))
    needed = await are_demanded(session, person.account)
    return SecondFactors(since, await session.scalar(unused) or 0, needed)


async def begin(session: Writing, authentication: Authentication, person: Person, password: str) -> NewApp:
    """Make the secret of a new app, which replaces one that was never confirmed.

    Raises:
        Conflict: A confirmed app exists.
        Forbidden, Invalid, Throttled, Unavailable: As `accounts.prove_password` does.
    """
    account = await accounts.prove_password(session, person, password, field="password")
    app = await session.get(AuthenticatorApp, person.account)
    if app is not None and app.confirmed_at is not None:
        raise Conflict("An authenticator app is set up already. Remove it first.", code="authenticator-exists")
    secret = totp.new_secret()
    if app is None:
        app = AuthenticatorApp(account=person.account)
        session.add(app)
    app.secret = authentication.authenticators.seal(person.account, secret)
    app.created_at = clock.now()
    await session.flush()
    return NewApp(secret, totp.address(secret, account.email))


async def confirm(session: Writing, authentication: Authentication, person: Person, code: str) -> list[str]:
    """Confirm the new app by its first code. All other sessions and tokens end. Return the recovery codes.

    Raises:
        Conflict: No app waits for its confirmation.
        Forbidden: The account has a second factor that this session has not proved.
        Unauthenticated: The session has ended meanwhile.
        Invalid: The code is wrong; names `code`.
    """
    accounts.demand_own_password(await accounts.lock_own(session, person), person)
    await demand_proved(session, person)
    app = await session.get(AuthenticatorApp, person.account)
    if app is None or app.confirmed_at is not None:
        raise Conflict("No authenticator app waits for a code. Begin again.", code="nothing-to-confirm")
    now = clock.now()
    step = totp.step_of(authentication.authenticators.unseal(person.account, app.secret), _plain(code), now)
    if step is None:
        raise Invalid("This code is wrong. Enter the code that the app shows now, and check its clock.", field="code")
    app.confirmed_at, app.last_step = now, step
    await session.execute(update(Session).where(Session.id == person.session).values(second_factor=True))
    await sessions.end_all(session, person.account, but=person.session)
    return await new_codes(session, person.account)


async def remove(
    session: Writing, authentication: Authentication, person: Person, password: str, code: str | None
) -> None:
    """Remove the app, after password and code. With the last second factor, the recovery codes go too.

    Raises:
        Conflict: The account has no confirmed app.
        Forbidden, Invalid, Throttled, Unavailable: As `renew_codes` does.
    """
    await _prove_both(session, authentication, person, password, code)
    app = await _confirmed_app(session, person.account)
    if app is None:
        raise Conflict("No authenticator app is set up.", code="no-authenticator")
    await session.delete(app)
    await session.flush()
    await settle(session, person.account)


async def renew_codes(
    session: Writing, authentication: Authentication, person: Person, password: str, code: str | None
) -> list[str]:
    """Replace the recovery codes, after password and code. Return the new ones.

    An account with a passkey needs no code in a session that proved two factors.

    Raises:
        Conflict: The account has no second factor.
        Invalid: The password or the code is wrong; names the field.
        Forbidden, Throttled, Unavailable: As `accounts.prove_password` does.
    """
    await _prove_both(session, authentication, person, password, code)
    return await new_codes(session, person.account)


async def prove(session: Writing, authentication: Authentication, account: UUID, code: str | None) -> bool:
    """Check the second factor at sign-in. Return whether one was proved: accounts without one prove none.

    Raises:
        Unauthenticated: The code is missing (`NEEDED`), wrong, or was used before.
    """
    if not await are_demanded(session, account):
        return False
    if code is None:
        raise Unauthenticated(
            "Enter the code of your authenticator app or a recovery code, or sign in with a passkey.", code=NEEDED
        )
    if not await _accept(session, authentication, account, code):
        raise Unauthenticated(_WRONG, code="wrong-second-factor")
    return True


async def demand_proved(session: Writing, person: Person) -> None:
    """Refuse an act on the second factors of an account that has one, in a session that has not proved one.

    Call it while the account's row is locked (`accounts.lock_own`): another request may have added the first factor, and
    ended this session, since the caller was recognised.

    Raises:
        Forbidden: This session has proved no second factor.
        Unauthenticated: The session has ended.
    """
    row = await session.scalar(
        select(Session)
        .where(Session.id == person.session, Session.ended_at.is_(None))
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise Unauthenticated("Your session has ended. Sign in.", code="session-ended")
    if not row.second_factor and await are_demanded(session, person.account):
        raise Forbidden("Sign out, and sign in again with your second factor. Then try again.", code=NEEDED)


async def are_demanded(session: Reading, account: UUID) -> bool:
    """Return whether the password alone opens nothing, because the account has an app or a passkey.

    Passkeys of demonstration accounts demand nothing: many people share these accounts.
    """
    app = exists().where(AuthenticatorApp.account == account, AuthenticatorApp.confirmed_at.is_not(None))
    passkey = exists().where(
        Passkey.account == account, Account.id == Passkey.account, Account.demonstration.is_(False)
    )
    return bool(await session.scalar(select(or_(app, passkey))))


async def settle(session: Writing, account: UUID) -> None:
    """After a factor was removed: without any, delete the recovery codes, and no session counts as proved by two."""
    if await are_demanded(session, account):
        return
    await session.execute(delete(RecoveryCode).where(RecoveryCode.account == account))
    await session.execute(update(Session).where(Session.account == account).values(second_factor=False))


async def new_codes(session: Writing, account: UUID) -> list[str]:
    """Replace the recovery codes, and return the new ones."""
    codes = [secrets.recovery_code() for _ in range(RECOVERY_CODES)]
    await session.execute(delete(RecoveryCode).where(RecoveryCode.account == account))
    session.add_all(
        RecoveryCode(account=account, code_hash=secrets.recovery_code_digest(code), created_at=clock.now())
        for code in codes
    )
    await session.flush()
    return codes


async def _prove_both(
    session: Writing, authentication: Authentication, person: Person, password: str, code: str | None
) -> None:
    await accounts.prove_password(session, person, password, field="password")
    if not await are_demanded(session, person.account):
        raise Conflict("The account has no second factor.", code="no-second-factor")
    if code is None:
        has_passkey = await session.scalar(select(exists().where(Passkey.account == person.account)))
        if person.second_factor and has_passkey:
            return
        raise Invalid("Enter the code of your authenticator app, or a recovery code.", field="code")
    if not await _accept(session, authentication, person.account, code):
        # The refusal rolls back this transaction, so the failure is counted in a second one.
        session.afterwards(lambda second: throttles.take_a_try(second, person.email, accounts.place_of(person)))
        raise Invalid(_WRONG, field="code")


async def _confirmed_app(session: Reading, account: UUID) -> AuthenticatorApp | None:
    app = await session.get(AuthenticatorApp, account)
    return None if app is None or app.confirmed_at is None else app


async def has_app(session: Reading, account: UUID) -> bool:
    """Return whether the account has a confirmed authenticator app."""
    return await _confirmed_app(session, account) is not None


async def accept_app(session: Writing, authentication: Authentication, account: UUID, code: str) -> bool | None:
    """Use up a code of the app.

    Returns:
        Whether it is accepted; `None` if the app shows another code, or there is no app.
    """
    app = await _confirmed_app(session, account)
    step = app and totp.step_of(authentication.authenticators.unseal(account, app.secret), _plain(code), clock.now())
    if step is None:
        return None
    unused = or_(AuthenticatorApp.last_step.is_(None), AuthenticatorApp.last_step < step)
    used = update(AuthenticatorApp).where(AuthenticatorApp.account == account, unused).values(last_step=step)
    return (await session.scalars(used.returning(AuthenticatorApp.account))).one_or_none() is not None


async def _accept(session: Writing, authentication: Authentication, account: UUID, code: str) -> bool:
    """Use up a code of the app or a recovery code. Return whether it was right."""
    accepted = await accept_app(session, authentication, account, code)
    if accepted is not None:
        return accepted
    now = clock.now()
    recovered = update(RecoveryCode).where(
        RecoveryCode.account == account,
        RecoveryCode.code_hash == secrets.recovery_code_digest(code),
        RecoveryCode.used_at.is_(None),
    )
    return (
        await session.scalars(recovered.values(used_at=now).returning(RecoveryCode.account))
    ).one_or_none() is not None


def _plain(code: str) -> str:
    return code.replace(" ", "")
