"""Routes for organisations: operators create them and fill them, and their administrators act in pairs."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, status

from app.api import pagination
from app.api.accounts.views.organisations import (
    FirstAdministratorsForm,
    NamedOrganisationView,
    OrganisationActView,
    OrganisationForm,
    OrganisationsView,
    OrganisationView,
    OwnOrganisationView,
    ProposalForm,
    ProposalView,
    RecoveryCodeView,
    account_view,
    act_view,
    organisation_view,
    proposal_view,
)
from app.api.context import context_of
from app.api.guards import ReadingUnit, WritingUnit
from app.api.operator_guards import MAY_ADMINISTER, MayAdminister, MayAdministerOrganisation
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.services.accounts import organisation_proposals as proposals
from app.services.accounts import organisations as service
from app.services.accounts import recoveries

operator_router = Router(prefix="/api/administration/organisations", tags=["administration"])
router = Router(prefix="/api/organisation", tags=["organisation"])


@operator_router.get("", dependencies=[MAY_ADMINISTER])
async def list_organisations(session: ReadingUnit) -> OrganisationsView:
    """List all organisations, by name."""
    return OrganisationsView(items=[organisation_view(one) for one in await service.list_all(session)])


@operator_router.post("", status_code=status.HTTP_201_CREATED)
async def create_organisation(session: WritingUnit, person: MayAdminister, form: OrganisationForm) -> OrganisationView:
    """Create an organisation. It has no accounts and no administrators yet."""
    return organisation_view(await service.create(session, person, form.name))


@operator_router.put("/{organisation}/name")
async def rename_organisation(
    session: WritingUnit, person: MayAdminister, organisation: UUID, form: OrganisationForm
) -> OrganisationView:
    """Rename an organisation."""
    return organisation_view(await service.rename(session, person, organisation, form.name))


@operator_router.post("/{organisation}/accounts/{account}")
async def add_account_to_organisation(
    session: WritingUnit, person: MayAdminister, organisation: UUID, account: UUID
) -> OrganisationView:
    """Put an account without an organisation into this one. Its owner is told by e-mail."""
    return organisation_view(await service.add_account(session, person, organisation, account))


@operator_router.post("/{organisation}/administrators")
async def name_first_administrators(
    session: WritingUnit, person: MayAdminister, organisation: UUID, form: FirstAdministratorsForm
) -> OrganisationView:
    """Name the first administrators, two or more. Afterwards only administrators name others."""
    return organisation_view(await service.name_first(session, person, organisation, form.administrators))


@router.get("")
async def read_own_organisation(
    session: ReadingUnit, request: Request, by: MayAdministerOrganisation
) -> OwnOrganisationView:
    """Return the organisation that the caller administers, with its accounts and running proposals."""
    found = await service.organisation_of(session, by.account)
    assert found is not None
    return OwnOrganisationView(
        id=found.id,
        name=found.name,
        waiting_hours=context_of(request).settings.recovery_hours,
        accounts=[account_view(one, by.account) for one in await service.members_of(session, found.id)],
        proposals=[proposal_view(one, by) for one in await proposals.list_running(session, by)],
        destinations=[NamedOrganisationView.model_validate(one) for one in await proposals.destinations(session, by)],
    )


@router.get("/acts")
async def list_organisation_acts(
    session: ReadingUnit,
    by: MayAdministerOrganisation,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[OrganisationActView]:
    """List the acts on the organisation and its accounts, newest first."""
    asked = pagination.by_id(cursor, limit)
    found = await service.list_acts(session, by.organisation, before=asked.after, limit=asked.row_limit)
    return asked.page(found, act_view)


@router.post("/proposals", status_code=status.HTTP_201_CREATED)
async def make_organisation_proposal(
    session: WritingUnit, by: MayAdministerOrganisation, form: ProposalForm
) -> ProposalView:
    """Propose a recovery, a move, a new administrator, or the end of one. Another administrator confirms it."""
    proposal = await proposals.propose(session, by, form.proposed())
    return proposal_view(await proposals.read(session, by, proposal), by)


@router.post("/proposals/{proposal}/confirmation")
async def confirm_organisation_proposal(
    session: WritingUnit, request: Request, by: MayAdministerOrganisation, proposal: UUID
) -> ProposalView:
    """Confirm a proposal of another administrator. It takes effect; a recovery begins its waiting time."""
    await proposals.confirm(session, by, proposal, timedelta(hours=context_of(request).settings.recovery_hours))
    return proposal_view(await proposals.read(session, by, proposal), by)


@router.post("/proposals/{proposal}/withdrawal")
async def withdraw_organisation_proposal(
    session: WritingUnit, by: MayAdministerOrganisation, proposal: UUID
) -> ProposalView:
    """Withdraw a proposal or a running recovery."""
    await proposals.withdraw(session, by, proposal)
    return proposal_view(await proposals.read(session, by, proposal), by)


@router.post("/proposals/{proposal}/code")
async def issue_recovery_code(session: WritingUnit, by: MayAdministerOrganisation, proposal: UUID) -> RecoveryCodeView:
    """Issue the one-time code of a recovery after its waiting time. A former code is void."""
    issued = await recoveries.issue_code(session, by, proposal)
    row = await proposals.read(session, by, proposal)
    return RecoveryCodeView(
        one_time_code=issued.code, expires_at=issued.expires_at, name=row.concerned, email=row.email
    )
