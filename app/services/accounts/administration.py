"""Acts of an operator on accounts: list, disable and enable, end sessions, grant the right to found teams.

An operator sees no content, holds no place in a team by this right, and changes no password. The own account is left
to another operator or to the command `liaison account`. The database checks and records every act
(`app/schema/accounts/administration.sql`); the monitoring gets it as an OCSF event.
Not here: the guard (`api/operator_guards.py`) and invitations (`account_invitations.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import func, or_, select, text

from app import ocsf
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, NotFound
from app.models import Account, OperatorAct, Organisation, OrganisationAccount, Session
from app.services.accounts import sessions

State = Literal["active", "disabled", "closed"]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the list. `last_sign_in_at`: `None` if no session is known; the record is kept for 30 days."""

    account: Account
    last_sign_in_at: datetime | None
    open_sessions: int
    organisation: str | None

    @property
    def state(self) -> State:
        """Return whether the account can be used, is disabled, or closed for good."""
        return state_of(self.account)


@dataclass(frozen=True, slots=True)
class Act:
    """An act in the log of operators, with the name and address of the operator."""

    id: UUID
    at: datetime
    act: str
    subject: str
    operator: str
    operator_email: str


def state_of(account: Account) -> State:
    """Return whether an account can be used, is disabled, or closed for good."""
    if account.closed_at is None:
        return "active"
    return "disabled" if account.disabled else "closed"


async def list_accounts(
    session: Reading,
    *,
    search: str | None,
    state: State | None,
    organisation: UUID | None,
    before: UUID | None,
    limit: int,
    now: datetime,
) -> Sequence[AccountRow]:
    """Return accounts, newest first.

    Args:
        session: The transaction.
        search: Part of the name or address, whatever its case.
        state: Only accounts in this state.
        organisation: Only accounts of this organisation.
        before: Only accounts made before this one.
        limit: Most rows.
        now: The time.
    """
    of_account = Session.account == Account.id
    last = select(func.max(Session.created_at)).where(of_account).correlate(Account).scalar_subquery()
    live = of_account & Session.ended_at.is_(None) & (Session.expires_at > now)
    count = select(func.count()).select_from(Session).where(live).correlate(Account).scalar_subquery()
    wanted = select(Account, last, count, _ORGANISATION).order_by(Account.id.desc()).limit(limit)
    if search:
        pattern = f"%{search.translate(_LITERAL)}%"
        wanted = wanted.where(or_(Account.name.ilike(pattern, escape="\\"), Account.email.ilike(pattern, escape="\\")))
    if state is not None:
        closed, disabled = Account.closed_at.is_not(None), Account.disabled
        wanted = wanted.where({"active": ~closed, "disabled": disabled, "closed": closed & ~disabled}[state])
    if organisation is not None:
        members = select(OrganisationAccount.account).where(OrganisationAccount.organisation == organisation)
        wanted = wanted.where(Account.id.in_(members))
    if before is not None:
        wanted = wanted.where(Account.id < before)
    return [AccountRow(*row) for row in await session.execute(wanted)]


async def read_account(session: Reading, account: UUID, now: datetime) -> AccountRow:
    """Return one account. Raises `NotFound`."""
    found = await session.get(Account, account, populate_existing=True)
    if found is None:
        raise NotFound
    last = await session.scalar(select(func.max(Session.created_at)).where(Session.account == account))
    live = select(func.count()).select_from(Session).where(Session.account == account, Session.ended_at.is_(None))
    count = await session.scalar(live.where(Session.expires_at > now)) or 0
    return AccountRow(found, last, count, await session.scalar(select(_ORGANISATION).where(Account.id == account)))


async def set_disabled(session: Writing, person: Person, account: UUID, *, wanted: bool) -> None:
    """Disable an account and end its sessions; or enable one that an operator disabled. Repeatable.

    Raises:
        NotFound: There is no such account.
        Forbidden: It is the operator's own.
        Conflict: It is closed for good.
    """
    found = await other_account(session, person, account)
    address = (await session.execute(_DISABLE, {"account": account, "wanted": wanted})).scalar_one()
    if address is None and not wanted and found.closed_at is not None:
        raise Conflict("This account is permanently closed.", code="account-closed")
    if wanted:
        await sessions.end_all(session, account)
    if address is not None:
        ocsf.account_change(ocsf.DISABLED if wanted else ocsf.ENABLED, actor=person.account, account=account)


async def end_sessions(session: Writing, person: Person, account: UUID) -> None:
    """End every session and token of another account. Raises `NotFound` and `Forbidden` like `set_disabled`."""
    found = await other_account(session, person, account)
    await note(session, "sessions.ended", found.email)
    await sessions.end_all(session, account)


async def set_may_found(session: Writing, person: Person, account: UUID, *, wanted: bool) -> None:
    """Grant or withdraw the right to found teams. Repeatable. Raises like `set_disabled`."""
    found = await other_account(session, person, account)
    if found.closed_at is not None:
        raise Conflict("This account is closed or disabled.", code="account-closed")
    if (await session.execute(_FOUND, {"account": account, "wanted": wanted})).scalar_one() is not None:
        ocsf.account_change(ocsf.GRANTED if wanted else ocsf.WITHDRAWN, actor=person.account, account=account)


async def note(session: Writing, act: str, subject: str = "") -> None:
    """Record an act of the signed-in operator in the log."""
    await session.execute(_NOTE, {"act": act, "subject": subject})


async def list_acts(session: Reading, *, before: datetime | None, limit: int) -> Sequence[Act]:
    """Return the acts of all operators, newest first."""
    wanted = (
        select(OperatorAct, Account.name, Account.email)
        .join(Account, Account.id == OperatorAct.operator)
        .order_by(OperatorAct.at.desc(), OperatorAct.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(OperatorAct.at < before)
    rows = await session.execute(wanted)
    return [Act(row.id, row.at, row.act, row.subject, name, email) for row, name, email in rows]


async def other_account(session: Reading, person: Person, account: UUID) -> Account:
    """Return an account that is not the operator's own. Raises `NotFound`, `Forbidden`."""
    if account == person.account:
        raise Forbidden(
            "Operators cannot change their own account here. Ask another operator.",
            code="own-account",
        )
    found = await session.get(Account, account)
    if found is None:
        raise NotFound
    return found


_ORGANISATION: Final = (
    select(Organisation.name)
    .join(OrganisationAccount, OrganisationAccount.organisation == Organisation.id)
    .where(OrganisationAccount.account == Account.id)
    .correlate(Account)
    .scalar_subquery()
)
_LITERAL: Final = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})
_DISABLE: Final = text("select set_account_disabled(:account, :wanted)")
_FOUND: Final = text("select set_account_may_found(:account, :wanted)")
_NOTE: Final = text("select note_operator_act(:act, :subject)")
