"""Routes for operators: accounts, invitations, storage, configuration, and the log of their acts.

An operator reads no content and no member's name, and gets no place in a team here.
"""

from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import Query, Request, Response, status
from starlette.concurrency import run_in_threadpool

from app import clock
from app.api import pagination
from app.api.accounts.views.administration import (
    AccountInvitationForm,
    FoundingRightForm,
    InstallationHealthView,
    InvitationsView,
    IssuedInvitationView,
    MailTestView,
    ManagedAccountView,
    OperatorActView,
    PartHealthView,
    StorageTestView,
    TeamStorageView,
    account_row_view,
    act_view,
    invitation_view,
    issued_view,
    member_invitation_view,
    storage_views,
)
from app.api.accounts.views.configuration import ConfigurationView, setting_views
from app.api.context import context_of
from app.api.guards import ReadingUnit, WritingUnit
from app.api.operator_guards import MAY_ADMINISTER, MayAdminister, MayTestServices
from app.api.routing import Router
from app.api.schemas import Limit, Page
from app.errors import Conflict
from app.services.accounts import account_invitations, accounts, health, throttles
from app.services.accounts import administration as service
from app.services.evidence import storage
from app.services.notifications import mail_check
from app.vault import scanning, self_test, space

router = Router(prefix="/api/administration", tags=["administration"])

_TEST: Final = "service test"
_TOO_MANY_TESTS: Final = "Too many tests in a short time. Try again in {seconds} seconds."


@router.get("/accounts")
async def list_accounts(
    session: ReadingUnit,
    person: MayAdminister,
    q: Annotated[str | None, Query(max_length=200)] = None,
    state: Annotated[Literal["active", "disabled", "closed"] | None, Query()] = None,
    organisation: Annotated[UUID | None, Query()] = None,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[ManagedAccountView]:
    """List accounts, newest first. `q`: part of the name or the e-mail address. `organisation`: only its accounts."""
    asked = pagination.by_id(cursor, limit)
    found = await service.list_accounts(
        session,
        search=q,
        state=state,
        organisation=organisation,
        before=asked.after,
        limit=asked.row_limit,
        now=clock.now(),
    )
    return asked.page(found, lambda row: account_row_view(row, person.account))


@router.post("/accounts/{account}/disabling")
async def disable_account(session: WritingUnit, person: MayAdminister, account: UUID) -> ManagedAccountView:
    """Disable an account: its sessions end, and nobody can sign in with it until it is enabled."""
    await service.set_disabled(session, person, account, wanted=True)
    return account_row_view(await service.read_account(session, account, clock.now()), person.account)


@router.post("/accounts/{account}/enabling")
async def enable_account(session: WritingUnit, person: MayAdminister, account: UUID) -> ManagedAccountView:
    """Enable an account that an operator disabled. An account that was closed for good stays closed."""
    await service.set_disabled(session, person, account, wanted=False)
    return account_row_view(await service.read_account(session, account, clock.now()), person.account)


@router.post("/accounts/{account}/session-endings")
async def end_account_sessions(session: WritingUnit, person: MayAdminister, account: UUID) -> ManagedAccountView:
    """End all sessions and tokens of an account. Its owner can sign in again."""
    await service.end_sessions(session, person, account)
    return account_row_view(await service.read_account(session, account, clock.now()), person.account)


@router.post("/accounts/{account}/founding-right")
async def set_founding_right(
    session: WritingUnit, person: MayAdminister, account: UUID, form: FoundingRightForm
) -> ManagedAccountView:
    """Grant or withdraw the right to found teams. Teams that were founded stay."""
    await service.set_may_found(session, person, account, wanted=form.may_found)
    return account_row_view(await service.read_account(session, account, clock.now()), person.account)


@router.get("/invitations", dependencies=[MAY_ADMINISTER])
async def list_invitations(session: ReadingUnit) -> InvitationsView:
    """List open invitations, soonest expiry first. Expired ones are included."""
    return InvitationsView(
        accounts=[invitation_view(one) for one in await account_invitations.list_open(session)],
        members=[member_invitation_view(one) for one in await account_invitations.list_of_members(session)],
    )


@router.post("/invitations", status_code=status.HTTP_201_CREATED, dependencies=[MAY_ADMINISTER])
async def invite_account(session: WritingUnit, form: AccountInvitationForm) -> IssuedInvitationView:
    """Invite a person to create an account. The account gets no place in a team by this."""
    invited = await account_invitations.invite(session, email=form.email, name=form.name, may_found=form.may_found)
    return issued_view(invited)


@router.post("/invitations/{invitation}/code", dependencies=[MAY_ADMINISTER])
async def reissue_account_code(session: WritingUnit, invitation: UUID) -> IssuedInvitationView:
    """Issue another code for an operator's invitation. The former code is void."""
    return issued_view(await account_invitations.reissue(session, invitation))


@router.post(
    "/invitations/{invitation}/withdrawal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    dependencies=[MAY_ADMINISTER],
)
async def withdraw_account_invitation(session: WritingUnit, invitation: UUID) -> None:
    """Withdraw an operator's invitation. Its code is void."""
    await account_invitations.withdraw(session, invitation)


@router.get("/storage", dependencies=[MAY_ADMINISTER])
async def list_storage(session: ReadingUnit, request: Request) -> Page[TeamStorageView]:
    """List what each team and party stores, with the quotas of this installation; newest team first."""
    bounds = context_of(request).bounds
    rows = list(await storage.use_of_teams(session))
    return Page(items=storage_views(rows, bounds.of_party, bounds.of_jit), next=None)


@router.get("/acts", dependencies=[MAY_ADMINISTER])
async def list_operator_acts(
    session: ReadingUnit,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[OperatorActView]:
    """List the acts of all operators, newest first."""
    asked = pagination.PageRequest(pagination.position(cursor, clock.parse), limit)
    found = await service.list_acts(session, before=asked.after, limit=asked.row_limit)
    return asked.page_by(lambda act: clock.rfc3339(act.at), found, act_view)


@router.get("/health", dependencies=[MAY_ADMINISTER])
async def read_installation_health(request: Request) -> InstallationHealthView:
    """Return the health of each part of the installation, as counts and times only."""
    context = context_of(request)
    set_up = health.SetUp(
        sends_mail=context.settings.sends_mail,
        stamps=bool(context.settings.timestamp_authorities),
        has_room=space.room(context.settings.state, context.settings.space_reserve_bytes) > 0,
        scans=await scanning.answers(context.settings.scanner),
    )
    parts = await health.of(context.database, set_up)
    return InstallationHealthView(checked_at=clock.now(), parts=[PartHealthView.model_validate(one) for one in parts])


@router.get("/configuration", dependencies=[MAY_ADMINISTER])
async def read_configuration(request: Request) -> ConfigurationView:
    """Return the settings in effect, without secrets, and whether each was set or is a default."""
    settings = context_of(request).settings
    return ConfigurationView(
        settings=setting_views(settings),
        sends_mail=settings.sends_mail,
        stores_remotely=settings.objects_url is not None,
        free_bytes=space.room(settings.state, settings.space_reserve_bytes),
    )


@router.post("/mail-tests")
async def test_mail(admission: MayTestServices) -> MailTestView:
    """Send a test message to the caller's own address, and return whether the mail server accepted it."""
    post = admission.context.post
    if post is None:
        raise Conflict("No mail server is configured. Set LIAISON_SMTP_HOST, then restart the server.", code="no-mail")
    async with admission.writing() as (session, person):
        await throttles.take_a_try(session, person.email, _TEST, _TOO_MANY_TESTS)
        await service.note(session, "mail.tested")
        locale = (await accounts.read(session, person)).locale
    problem = await mail_check.send(post, person, locale)
    return MailTestView(sent_to=person.email, server=f"{post.host}:{post.port}", problem=problem)


@router.post("/storage-tests")
async def test_storage(admission: MayTestServices) -> StorageTestView:
    """Write, read and delete a small object in the object store."""
    async with admission.writing() as (session, person):
        await throttles.take_a_try(session, person.email, _TEST, _TOO_MANY_TESTS)
        await service.note(session, "storage.tested")
    tested = await run_in_threadpool(self_test.run, admission.context.vault)
    return StorageTestView(failed_step=tested.failed, problem=tested.problem, milliseconds=tested.milliseconds)
