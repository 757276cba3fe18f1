"""Routes for the person concerned: the own organisation, a running recovery, and the new password after it."""

from fastapi import Request, Response, status

from app.api.context import context_of
from app.api.credentials import CredentialsForm
from app.api.guards import Anyone, ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Line, Time, View
from app.services.accounts import organisation_proposals, organisations
from app.services.accounts import recoveries as service

own_router = Router(prefix="/api/me", tags=["me"])
router = Router(prefix="/api/recoveries", tags=["sessions"])


class RunningRecoveryView(View):
    """A confirmed recovery of the caller's account, which the caller can stop.

    `ends_at`: when the waiting time ends. `second_factors`: the second factors are removed, too.
    """

    proposed_by_name: str
    confirmed_by_name: str
    ends_at: Time
    second_factors: bool


class OrganisationOfMineView(View):
    """The caller's organisation: its name, whether the caller administers it, and a running recovery."""

    name: str | None
    administers: bool
    recovery: RunningRecoveryView | None


class RecoveryForm(CredentialsForm):
    """The e-mail address, the one-time code, and a new password. Case and missing hyphens do not matter."""

    code: Line


@own_router.get("/organisation")
async def read_organisation_of_mine(session: ReadingUnit, person: SignedIn) -> OrganisationOfMineView:
    """Return the caller's organisation, and a running recovery of the caller's account."""
    found = await organisations.organisation_of(session, person.account)
    running = await organisation_proposals.read_recovery(session, person.account)
    recovery = None
    if running is not None:
        recovery = RunningRecoveryView.model_validate(
            {
                "proposed_by_name": running.proposed_by,
                "confirmed_by_name": running.confirmed_by,
                "ends_at": running.proposal.ends_at,
                "second_factors": running.proposal.second_factors,
            }
        )
    return OrganisationOfMineView(
        name=None if found is None else found.name,
        administers=await organisations.administered_by(session, person.account) is not None,
        recovery=recovery,
    )


@own_router.post("/recovery/stop", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def stop_recovery(session: WritingUnit, person: SignedIn) -> None:
    """Stop the running recovery of the caller's account. Its one-time code is void."""
    await service.stop(session, person)


@router.post("/acceptance", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def accept_recovery(visitor: Anyone, request: Request, form: RecoveryForm) -> None:
    """Set a new password with a one-time code. Every session and token of the account ends.

    The answer does not reveal whether the address has an account or a recovery.
    """
    entered = service.Acceptance(form.email, form.code, form.password.get_secret_value())
    await service.accept(context_of(request).database, visitor, entered)
