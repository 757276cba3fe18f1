"""Organisations: created by an operator, and administered by two or more people of the organisation.

An operator names the first administrators, once. Afterwards two administrators decide together who is one
(`organisation_proposals.py`). Every act is recorded in the log of the organisation.
Not here: recovery of an account (`recoveries.py`) and the guards (`api/operator_guards.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from app import clock, ocsf
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.models import Account, Organisation, OrganisationAccount, OrganisationAct
from app.services.accounts import administration

#: Fewer administrators cannot act, and none of the last two is removed.
FEWEST: Final = 2
#: Most accounts of an organisation that its page lists.
LISTED: Final = 1000
_TOO_FEW: Final = "An organisation needs at least two active administrators."


@dataclass(frozen=True, slots=True)
class Administrator:
    """A signed-in administrator of an organisation, as the guard returns it."""

    person: Person
    organisation: UUID

    @property
    def account(self) -> UUID:
        """Return the account of the administrator."""
        return self.person.account


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the operator's list. `administrators`: those whose account is active."""

    id: UUID
    name: str
    created_at: datetime
    accounts: int
    administrators: int
    established: bool


@dataclass(frozen=True, slots=True)
class OrganisationMember:
    """An account of an organisation, as its administrators see it."""

    account: Account
    administrator: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An act in the log of an organisation."""

    id: UUID
    at: datetime
    act: str
    actor: str
    concerned: str | None


async def create(session: Writing, person: Person, name: str) -> OrganisationRow:
    """Create an organisation, as an operator. Raises `Conflict` if the name is taken."""
    organisation = Organisation(id=clock.new_id(), name=name, created_at=clock.now())
    added = insert(Organisation).values(id=organisation.id, name=name, created_at=organisation.created_at)
    found = await session.scalars(added.on_conflict_do_nothing().returning(Organisation.id))
    if found.one_or_none() is None:
        raise _name_taken()
    await administration.note(session, "organisation.created", name)
    await note(session, organisation.id, person.account, "organisation.created")
    return await read_row(session, organisation.id)


async def rename(session: Writing, person: Person, organisation: UUID, name: str) -> OrganisationRow:
    """Rename an organisation, as an operator. Repeatable. Raises `NotFound`; `Conflict` if the name is taken."""
    found = await lock(session, organisation)
    if found.name != name:
        if await session.scalar(select(Organisation.id).where(Organisation.name == name)) is not None:
            raise _name_taken()
        found.name = name
        await session.flush()
        await administration.note(session, "organisation.renamed", name)
        await note(session, organisation, person.account, "organisation.renamed")
    return await read_row(session, organisation)


async def list_all(session: Reading) -> Sequence[OrganisationRow]:
    """Return all organisations, by name."""
    return [OrganisationRow(*row) for row in await session.execute(_ROWS.order_by(Organisation.name))]


async def read_row(session: Reading, organisation: UUID) -> OrganisationRow:
    """Return one organisation as the operator sees it. Raises `NotFound`."""
    row = (await session.execute(_ROWS.where(Organisation.id == organisation))).one_or_none()
    if row is None:
        raise NotFound
    return OrganisationRow(*row)


async def add_account(session: Writing, person: Person, organisation: UUID, account: UUID) -> OrganisationRow:
    """Put an account without an organisation into one, as an operator. Its owner is told by e-mail.

    Raises:
        NotFound: There is no such organisation or account.
        Forbidden: It is the operator's own account.
        Conflict: The account is closed, has an organisation, or belongs to the demonstration.
    """
    await lock(session, organisation)
    found = await administration.other_account(session, person, account)
    if found.closed_at is not None:
        raise Conflict("This account is closed or disabled.", code="account-closed")
    if found.demonstration:
        raise Conflict("Accounts of the demonstration have no organisation.", code="demonstration")
    row = insert(OrganisationAccount).values(account=account, organisation=organisation, since_at=clock.now())
    added = await session.scalars(row.on_conflict_do_nothing().returning(OrganisationAccount.account))
    if added.one_or_none() is None:
        raise Conflict(
            "This account belongs to an organisation already. Administrators of both organisations can move it.",
            code="has-organisation",
        )
    await administration.note(session, "organisation.account_added", found.email)
    await note(session, organisation, person.account, "account.added", account)
    return await read_row(session, organisation)


async def name_first(session: Writing, person: Person, organisation: UUID, accounts: Sequence[UUID]) -> OrganisationRow:
    """Name the first administrators of an organisation, as an operator. This works once.

    Raises:
        NotFound: There is no such organisation.
        Forbidden: The operator is among them.
        Conflict: The organisation has administrators.
        Invalid: They are fewer than two, or one is no active account of the organisation; names `administrators`.
    """
    await lock(session, organisation)
    of_organisation = OrganisationAccount.organisation == organisation
    if await session.scalar(select(func.count()).where(of_organisation, OrganisationAccount.administrator)):
        raise Conflict(
            "This organisation has administrators. Two of them decide together who else becomes one.",
            code="has-administrators",
        )
    if person.account in accounts:
        raise Forbidden(
            "Operators cannot change their own account here. Ask another operator.",
            code="own-account",
        )
    if len(set(accounts)) < FEWEST:
        raise Invalid("Name at least two administrators.", field="administrators")
    members = {one.account.id: one.account for one in await members_of(session, organisation)}
    for account in dict.fromkeys(accounts):
        found = members.get(account)
        if found is None or found.closed_at is not None:
            raise Invalid("Administrators must have an active account of the organisation.", field="administrators")
        await set_administrator(session, person.account, organisation, account, wanted=True)
        await administration.note(session, "organisation.administrator_named", found.email)
    return await read_row(session, organisation)


async def set_administrator(session: Writing, actor: UUID, organisation: UUID, account: UUID, *, wanted: bool) -> None:
    """Make an account an administrator, or end that, and record it. The caller has checked the rule of two people."""
    row = update(OrganisationAccount).where(OrganisationAccount.account == account)
    await session.execute(row.values(administrator=wanted))
    await note(session, organisation, actor, "administrator.named" if wanted else "administrator.removed", account)
    ocsf.account_change(ocsf.GRANTED if wanted else ocsf.WITHDRAWN, actor=actor, account=account)


async def members_of(session: Reading, organisation: UUID) -> Sequence[OrganisationMember]:
    """Return the accounts of an organisation, administrators first, then by name."""
    rows = await session.execute(
        select(Account, OrganisationAccount.administrator)
        .join(OrganisationAccount, OrganisationAccount.account == Account.id)
        .where(OrganisationAccount.organisation == organisation)
        .order_by(OrganisationAccount.administrator.desc(), func.lower(Account.name), Account.id)
        .limit(LISTED)
        .execution_options(populate_existing=True)
    )
    return [OrganisationMember(*row) for row in rows]


async def active_administrators(session: Reading, organisation: UUID) -> set[UUID]:
    """Return the administrators of an organisation whose account is active."""
    found = await session.scalars(
        select(Account.id)
        .join(OrganisationAccount, OrganisationAccount.account == Account.id)
        .where(
            OrganisationAccount.organisation == organisation,
            OrganisationAccount.administrator,
            Account.closed_at.is_(None),
        )
    )
    return set(found)


async def administered_by(session: Reading, account: UUID) -> UUID | None:
    """Return the organisation that this account administers."""
    return await session.scalar(
        select(OrganisationAccount.organisation).where(
            OrganisationAccount.account == account, OrganisationAccount.administrator
        )
    )


async def organisation_of(session: Reading, account: UUID) -> Organisation | None:
    """Return the organisation of an account; `None` without one."""
    return await session.scalar(
        select(Organisation)
        .join(OrganisationAccount, OrganisationAccount.organisation == Organisation.id)
        .where(OrganisationAccount.account == account)
    )


async def lock(session: Writing, organisation: UUID) -> Organisation:
    """Return an organisation, whose row stays locked: acts of its administrators wait for each other.

    The lock lets others add rows that name the organisation: a person who stops a recovery does not wait for it.

    Raises:
        NotFound: There is no such organisation.
    """
    found = await session.scalar(
        select(Organisation)
        .where(Organisation.id == organisation)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound
    return found


async def demand_enough(session: Reading, organisation: UUID, *, without: UUID | None = None) -> None:
    """Refuse an act if fewer than two active administrators are there, or would be left. Raises `Conflict`."""
    if len(await active_administrators(session, organisation) - {without}) < FEWEST:
        raise Conflict(_TOO_FEW, code="too-few-administrators")


async def note(session: Writing, organisation: UUID, actor: UUID, act: str, concerned: UUID | None = None) -> None:
    """Record an act in the log of an organisation."""
    row = OrganisationAct(
        id=clock.new_id(), organisation=organisation, at=clock.now(), actor=actor, act=act, concerned=concerned
    )
    session.add(row)
    await session.flush()


async def list_acts(session: Reading, organisation: UUID, *, before: UUID | None, limit: int) -> Sequence[Act]:
    """Return the acts on an organisation, newest first, with the names of the actor and the account concerned."""
    actor, concerned = aliased(Account), aliased(Account)
    wanted = (
        select(OrganisationAct.id, OrganisationAct.at, OrganisationAct.act, actor.name, concerned.name)
        .join(actor, actor.id == OrganisationAct.actor)
        .outerjoin(concerned, concerned.id == OrganisationAct.concerned)
        .where(OrganisationAct.organisation == organisation)
        .order_by(OrganisationAct.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(OrganisationAct.id < before)
    return [Act(*row) for row in await session.execute(wanted)]


def _name_taken() -> Conflict:
    return Conflict("Another organisation has this name.", code="name-taken")


_OF_IT: Final = OrganisationAccount.organisation == Organisation.id
_ADMINISTRATORS: Final = (
    select(func.count())
    .select_from(OrganisationAccount)
    .join(Account, Account.id == OrganisationAccount.account)
    .where(_OF_IT, OrganisationAccount.administrator)
)
_ROWS: Final = select(
    Organisation.id,
    Organisation.name,
    Organisation.created_at,
    select(func.count()).where(_OF_IT).correlate(Organisation).scalar_subquery(),
    _ADMINISTRATORS.where(Account.closed_at.is_(None)).correlate(Organisation).scalar_subquery(),
    (_ADMINISTRATORS.correlate(Organisation).scalar_subquery() > 0),
)
