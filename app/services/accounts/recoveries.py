"""Recovery of an account by two administrators of its organisation, for a lost password or second factor.

One administrator proposes it, and another one confirms. During a waiting time the person is told by e-mail and on
the page, and can stop it. Afterwards an administrator issues a one-time code and hands it over. The person sets a new
password with the code. Every session and token ends then, and the second factors go if the proposal says so.
An operator has no part in it.
Not here: proposal and confirmation (`organisation_proposals.py`).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock, ocsf
from app.access.seats import Person, Visitor
from app.database import Database, Writing
from app.errors import Conflict, Forbidden, Invalid
from app.identity import passwords, secrets
from app.models import Account, OrganisationAccount, OrganisationProposal
from app.services.accounts import accounts, organisation_proposals, organisations, sessions, throttles
from app.services.accounts.organisations import Administrator

#: How long the one-time code of a recovery is accepted.
CODE_LASTS: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Issued:
    """The one-time code of a recovery. It is shown once."""

    code: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The data that the person enters to set a new password."""

    email: str
    code: str = field(repr=False)
    password: str = field(repr=False)


async def issue_code(session: Writing, by: Administrator, proposal: UUID) -> Issued:
    """Issue the one-time code of a recovery after its waiting time. A former code is void.

    Raises:
        NotFound: The administrator's organisation has no such recovery.
        Forbidden: It is the recovery of the administrator's own account.
        Conflict: No recovery is running, the waiting time lasts, or one of the two is no administrator any more.
    """
    row = await organisation_proposals.lock(session, by, proposal)
    now = clock.now()
    if row.state != "waiting" or row.ends_at is None or row.ends_at <= now - organisation_proposals.LASTS:
        raise Conflict("This recovery is not running. Propose a new one.", code="no-recovery")
    if row.concerned == by.account:
        raise Forbidden("Other administrators recover your account.", code="own-account")
    if row.ends_at > now:
        raise Conflict("The waiting time of this recovery has not ended.", code="waiting-time")
    if not await _are_administrators(session, row):
        raise Conflict("The person who proposed this is no longer an administrator.", code="proposer-removed")
    issued = Issued(secrets.one_time_code(), now + CODE_LASTS)
    row.code_hash, row.code_expires_at = secrets.account_recovery_digest(issued.code), issued.expires_at
    await session.flush()
    await organisations.note(session, row.organisation, by.account, "recovery.code_issued", row.concerned)
    return issued


async def stop(session: Writing, person: Person) -> None:
    """Stop the running recovery of the own account. Raises `Conflict` if none is running."""
    row = await session.scalar(
        select(OrganisationProposal)
        .where(
            OrganisationProposal.concerned == person.account,
            OrganisationProposal.kind == "recovery",
            OrganisationProposal.state == "waiting",
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise Conflict("No recovery of your account is running.", code="no-recovery")
    row.state = "stopped"
    await session.flush()
    await organisations.note(session, row.organisation, person.account, "recovery.stopped", person.account)


async def accept(database: Database, visitor: Visitor, entered: Acceptance) -> None:
    """Set a new password with a one-time code, and end every session and token of the account.

    Raises:
        Invalid: The code does not fit the address, was used, or has expired (`code`); or a field is not acceptable.
        Throttled: Too many attempts failed.
        Unavailable: Too many passwords are being computed at this moment.
    """
    email = accounts.email_of(entered.email)
    async with database.writing() as session:
        await throttles.take_a_code(session, email, visitor.address)
    passwords.demand_good(entered.password, about=(email,))
    hashed = await passwords.hashed(entered.password)  # no database connection is held meanwhile
    async with database.writing() as session:
        row = await _with_code(session, email, entered.code)
        if row is None or not await _are_administrators(session, row):
            raise Invalid("The code or the e-mail address is wrong, or the code has expired.", field="code")
        await throttles.give_back_code(session, email, visitor.address)
        await _set_password(session, row, hashed)
    ocsf.account_change(ocsf.RESET, actor=row.proposed_by, account=row.concerned)


async def _with_code(session: Writing, email: str, code: str) -> OrganisationProposal | None:
    """Lock and return the recovery of the active account at this address to which the code belongs."""
    now = clock.now()
    return await session.scalar(
        select(OrganisationProposal)
        .join(Account, Account.id == OrganisationProposal.concerned)
        .where(
            OrganisationProposal.code_hash == secrets.account_recovery_digest(code),
            OrganisationProposal.state == "waiting",
            OrganisationProposal.ends_at <= now,
            OrganisationProposal.code_expires_at > now,
            Account.email == email,
            Account.closed_at.is_(None),
        )
        .with_for_update(of=OrganisationProposal)
    )


async def _set_password(session: Writing, row: OrganisationProposal, password_hash: str) -> None:
    # As a change of the password: a sign-in comes before this lock and is ended, or sees the new password.
    account = (await session.scalars(select(Account).where(Account.id == row.concerned).with_for_update())).one()
    account.password_hash = password_hash
    row.state = "done"
    await session.flush()
    if row.second_factors:
        await accounts.delete_second_factors(session, account.id)
    await sessions.end_all(session, account.id)
    await organisations.note(session, row.organisation, account.id, "recovery.done", account.id)


async def _are_administrators(session: Writing, row: OrganisationProposal) -> bool:
    """Return whether the account is still in the organisation, and both administrators still are active ones of it."""
    belongs = select(OrganisationAccount.account).where(
        OrganisationAccount.account == row.concerned, OrganisationAccount.organisation == row.organisation
    )
    both = {row.proposed_by, row.confirmed_by}
    active = await organisations.active_administrators(session, row.organisation)
    return both <= active and await session.scalar(belongs) is not None
