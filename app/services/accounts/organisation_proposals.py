"""Proposals of administrators of an organisation: one proposes, and another one confirms.

Kinds: recovery of an account, move of an account to another organisation, and who is an administrator. A move is
confirmed by an administrator of the organisation that gets the account.
Proposals of an administrator who was removed are withdrawn. The row of the organisation orders concurrent acts.
Not here: what follows a confirmed recovery (`recoveries.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from app import clock
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.models import Account, Organisation, OrganisationAccount, OrganisationProposal
from app.services.accounts import organisations
from app.services.accounts.organisations import Administrator

Kind = Literal["recovery", "move", "administrator_addition", "administrator_removal"]
#: How long a proposal can be confirmed, and a recovery be used after its waiting time.
LASTS: Final = timedelta(days=14)
RUNNING: Final = OrganisationProposal.state.in_(("open", "waiting"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """The content of a new proposal. `concerned`: an account of the organisation."""

    kind: str
    concerned: UUID
    destination: UUID | None = None
    second_factors: bool = False


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with the names that its readers need."""

    proposal: OrganisationProposal
    concerned: str
    email: str
    organisation: str
    destination: str | None
    proposed_by: str
    confirmed_by: str | None


async def propose(session: Writing, by: Administrator, what: Proposed) -> UUID:
    """Make a proposal, as an administrator. Return its id.

    Raises:
        NotFound: The account is not in the organisation of the administrator.
        Forbidden: Administrators propose no recovery of their own account.
        Conflict: The organisation has too few administrators, the account does not fit, or such a proposal is running.
        Invalid: The destination does not fit; names `destination`.
    """
    await _lock_organisations(session, by, by.organisation)
    await organisations.demand_enough(session, by.organisation)
    await _demand_fitting(session, by, what)
    now = clock.now()
    await _withdraw(
        session,
        OrganisationProposal.concerned == what.concerned,
        or_(
            and_(OrganisationProposal.state == "open", OrganisationProposal.proposed_at <= now - LASTS),
            OrganisationProposal.ends_at <= now - LASTS,
        ),
    )
    row = insert(OrganisationProposal).values(
        id=clock.new_id(),
        organisation=by.organisation,
        kind=what.kind,
        concerned=what.concerned,
        destination=what.destination,
        second_factors=what.second_factors and what.kind == "recovery",
        state="open",
        proposed_by=by.account,
        proposed_at=now,
    )
    added = (await session.scalars(row.on_conflict_do_nothing().returning(OrganisationProposal.id))).one_or_none()
    if added is None:
        raise Conflict("There is such a proposal for this account already.", code="proposal-running")
    await organisations.note(session, by.organisation, by.account, f"{what.kind}.proposed", what.concerned)
    return added


async def confirm(session: Writing, by: Administrator, proposal: UUID, waiting: timedelta) -> None:
    """Confirm a proposal of another administrator. It takes effect; a recovery begins its waiting time.

    Raises:
        NotFound: The administrator's organisation has no part in such a proposal.
        Forbidden: It is the administrator's own proposal or own account, or the other organisation confirms it.
        Conflict: It is settled or expired, its proposer is no administrator any more, or it does not fit any more.
    """
    row = await lock(session, by, proposal)
    if row.state != "open":
        raise Conflict("This proposal is settled already.", code="proposal-settled")
    _demand_another(row, by)
    if row.proposed_at <= clock.now() - LASTS:
        raise Conflict("This proposal has expired. Make a new one.", code="proposal-expired")
    if row.proposed_by not in await organisations.active_administrators(session, row.organisation):
        raise Conflict("The person who proposed this is no longer an administrator.", code="proposer-removed")
    what = Proposed(row.kind, row.concerned, row.destination, row.second_factors)
    await _demand_fitting(session, Administrator(by.person, row.organisation), what)
    row.confirmed_by = by.account
    row.state = "waiting" if row.kind == "recovery" else "done"
    row.ends_at = clock.now() + waiting if row.kind == "recovery" else None
    await session.flush()
    await _take_effect(session, by, row)


async def withdraw(session: Writing, by: Administrator, proposal: UUID) -> None:
    """Withdraw a proposal or a running recovery, as any administrator of a concerned organisation.

    Raises:
        NotFound: The administrator's organisation has no part in such a proposal.
        Conflict: It is settled.
    """
    row = await lock(session, by, proposal)
    if row.state not in {"open", "waiting"}:
        raise Conflict("This proposal is settled already.", code="proposal-settled")
    row.state = "withdrawn"
    await session.flush()
    await organisations.note(session, row.organisation, by.account, f"{row.kind}.withdrawn", row.concerned)


async def list_running(session: Reading, by: Administrator) -> Sequence[ProposalRow]:
    """Return the running proposals in which the administrator's organisation has a part, newest first."""
    return [ProposalRow(*row) for row in await session.execute(_rows(_seen(by), RUNNING))]


async def read(session: Reading, by: Administrator, proposal: UUID) -> ProposalRow:
    """Return one proposal. Raises `NotFound`."""
    row = (await session.execute(_rows(_seen(by), OrganisationProposal.id == proposal))).one_or_none()
    if row is None:
        raise NotFound
    return ProposalRow(*row)


async def read_recovery(session: Reading, concerned: UUID) -> ProposalRow | None:
    """Return the running recovery of an account, once it was confirmed."""
    wanted = (
        OrganisationProposal.concerned == concerned,
        OrganisationProposal.kind == "recovery",
        OrganisationProposal.state == "waiting",
        OrganisationProposal.ends_at > clock.now() - LASTS,
    )
    row = (await session.execute(_rows(*wanted))).one_or_none()
    return None if row is None else ProposalRow(*row)


async def destinations(session: Reading, by: Administrator) -> Sequence[Organisation]:
    """Return the other organisations that have an administrator, by name."""
    named = select(OrganisationAccount.organisation).where(OrganisationAccount.administrator)
    others = select(Organisation).where(Organisation.id != by.organisation, Organisation.id.in_(named))
    return (await session.scalars(others.order_by(Organisation.name))).all()


async def _demand_fitting(session: Reading, by: Administrator, what: Proposed) -> None:
    """Check the account and the destination of a proposal of this organisation. Raises as `propose` does."""
    row = await session.scalar(
        select(OrganisationAccount)
        .where(OrganisationAccount.account == what.concerned, OrganisationAccount.organisation == by.organisation)
        .execution_options(populate_existing=True)
    )
    account = await session.get(Account, what.concerned, populate_existing=True)
    if row is None or account is None:
        raise NotFound
    if what.kind != "administrator_removal" and account.closed_at is not None:
        raise Conflict("This account is closed or disabled.", code="account-closed")
    if what.kind == "recovery" and what.concerned == by.account:
        raise Forbidden("Other administrators recover your account.", code="own-account")
    if what.kind == "administrator_addition" and row.administrator:
        raise Conflict("This person is an administrator already.", code="is-administrator")
    if what.kind == "administrator_removal":
        if not row.administrator:
            raise Conflict("This person is not an administrator.", code="no-administrator")
        await organisations.demand_enough(session, by.organisation, without=what.concerned)
    if what.kind == "move" and row.administrator:
        raise Conflict("An administrator cannot be moved. Remove the administrator first.", code="is-administrator")
    await _demand_destination(session, by, what)


async def _demand_destination(session: Reading, by: Administrator, what: Proposed) -> None:
    if what.kind != "move":
        if what.destination is not None:
            raise Invalid("Only a move has a destination.", field="destination")
        return
    destination = what.destination
    if destination is None or destination == by.organisation or await session.get(Organisation, destination) is None:
        raise Invalid("Choose another organisation.", field="destination")
    await organisations.demand_enough(session, destination)


def _demand_another(row: OrganisationProposal, by: Administrator) -> None:
    if row.kind == "move" and by.organisation != row.destination:
        raise Forbidden("An administrator of the other organisation confirms this move.", code="other-organisation")
    if row.proposed_by == by.account:
        raise Forbidden("Another administrator has to confirm your proposal.", code="own-proposal")
    if row.kind == "recovery" and row.concerned == by.account:
        raise Forbidden("Other administrators recover your account.", code="own-account")


async def _take_effect(session: Writing, by: Administrator, row: OrganisationProposal) -> None:
    if row.kind.startswith("administrator"):
        wanted = row.kind == "administrator_addition"
        await organisations.set_administrator(session, by.account, row.organisation, row.concerned, wanted=wanted)
        if not wanted:
            mine = (OrganisationProposal.proposed_by, OrganisationProposal.confirmed_by)
            await _withdraw(session, or_(*(one == row.concerned for one in mine)))
        return
    if row.kind == "recovery":
        await organisations.note(session, row.organisation, by.account, "recovery.confirmed", row.concerned)
        return
    assert row.destination is not None
    moved = update(OrganisationAccount).where(OrganisationAccount.account == row.concerned)
    await session.execute(moved.values(organisation=row.destination, since_at=clock.now()))
    await _withdraw(session, OrganisationProposal.concerned == row.concerned)
    await organisations.note(session, row.organisation, by.account, "account.left", row.concerned)
    await organisations.note(session, row.destination, by.account, "account.moved", row.concerned)


async def _withdraw(session: Writing, *which: ColumnElement[bool]) -> None:
    """Withdraw running proposals that cannot go on."""
    await session.execute(
        update(OrganisationProposal)
        .where(RUNNING, *which)
        .values(state="withdrawn")
        .execution_options(synchronize_session=False)
    )


async def lock(session: Writing, by: Administrator, proposal: UUID) -> OrganisationProposal:
    """Lock the organisations of a proposal, in the order of their ids, and then the proposal. Raises `NotFound`."""
    ids = (
        await session.execute(
            select(OrganisationProposal.organisation, OrganisationProposal.destination).where(
                OrganisationProposal.id == proposal, _seen(by)
            )
        )
    ).one_or_none()
    if ids is None:
        raise NotFound
    await _lock_organisations(session, by, *(one for one in ids if one is not None))
    row = await session.scalar(
        select(OrganisationProposal)
        .where(OrganisationProposal.id == proposal)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    assert row is not None
    return row


async def _lock_organisations(session: Writing, by: Administrator, *which: UUID) -> None:
    for organisation in sorted(which):
        await organisations.lock(session, organisation)
    if await organisations.administered_by(session, by.account) != by.organisation:
        raise NotFound  # removed while this request waited


def _seen(by: Administrator) -> ColumnElement[bool]:
    return or_(
        OrganisationProposal.organisation == by.organisation, OrganisationProposal.destination == by.organisation
    )


def _rows(*which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    concerned, proposer, confirmer = aliased(Account), aliased(Account), aliased(Account)
    organisation, destination = aliased(Organisation), aliased(Organisation)
    return (
        select(
            OrganisationProposal,
            concerned.name,
            concerned.email,
            organisation.name,
            destination.name,
            proposer.name,
            confirmer.name,
        )
        .join(concerned, concerned.id == OrganisationProposal.concerned)
        .join(organisation, organisation.id == OrganisationProposal.organisation)
        .outerjoin(destination, destination.id == OrganisationProposal.destination)
        .join(proposer, proposer.id == OrganisationProposal.proposed_by)
        .outerjoin(confirmer, confirmer.id == OrganisationProposal.confirmed_by)
        .where(*which)
        .order_by(OrganisationProposal.id.desc())
        .execution_options(populate_existing=True)
    )
