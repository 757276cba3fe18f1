"""Forms and views of the administration of accounts."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.api.credentials import PlainEmail
from app.api.schemas import Form, Line, Time, View
from app.services.accounts.account_invitations import Invited, InvitedMember
from app.services.accounts.administration import AccountRow, Act
from app.services.accounts.health import InstallationPart, PartState
from app.services.evidence.storage import PartyUse


class ManagedAccountView(View):
    """An account as an operator sees it.

    `last_sign_in_at`: null if none is known; sessions are kept for 30 days. `mine`: the caller's own account.
    `organisation`: its name; null without one.
    """

    id: UUID
    email: str
    name: str
    state: Literal["active", "disabled", "closed"]
    organisation: str | None
    may_found: bool
    operator: bool
    demonstration: bool
    created_at: Time
    last_sign_in_at: Time | None
    open_sessions: int
    mine: bool


class FoundingRightForm(Form):
    """Whether the account may found teams."""

    may_found: bool


class AccountInvitationForm(Form):
    """A person who creates an account with a one-time code. `may_found`: whether the account may found teams."""

    email: PlainEmail
    name: Line
    may_found: bool = False


class AccountInvitationView(View):
    """An operator's invitation that was not accepted."""

    id: UUID
    email: str
    name: str
    may_found: bool
    expires_at: Time


class IssuedInvitationView(AccountInvitationView):
    """An invitation with its one-time code, which is returned only here: hand it over outside this system."""

    one_time_code: str


class MemberInvitationView(View):
    """A proposal of a member that waits for its one-time code. Only its team can issue another code or withdraw it."""

    id: UUID
    team: str
    party: str | None
    party_name: str | None
    email: str
    expires_at: Time


class InvitationsView(View):
    """Open invitations: those of operators, and proposals of members of all teams."""

    accounts: list[AccountInvitationView]
    members: list[MemberInvitationView]


class PartyStorageView(View):
    """Bytes that a party stores in a team. `limit_bytes`: null for no limit."""

    party: str
    party_name: str
    used_bytes: int
    limit_bytes: int | None


class TeamStorageView(View):
    """Bytes that a team stores. `limit_bytes`: null for no limit."""

    id: UUID
    team: str
    closed: bool
    used_bytes: int
    limit_bytes: int | None
    parties: list[PartyStorageView]


class OperatorActView(View):
    """An act of an operator. `subject`: the e-mail address of the account, or empty."""

    id: UUID
    at: Time
    act: Annotated[str, Field(description="For example `account.disabled`.")]
    subject: str
    operator: str
    operator_email: str


class MailTestView(View):
    """Result of a test message. `problem`: null if the mail server accepted it."""

    sent_to: str
    server: str | None
    problem: str | None


class PartHealthView(View):
    """The state of a part of the installation.

    `waiting`: jobs or messages that wait, or co-signers that exist. `failing`: jobs, teams or co-signers with a fault.
    `last_at`: the last time stamp, or since when the oldest message is due.
    """

    part: InstallationPart
    state: PartState
    waiting: int
    failing: int
    last_at: Time | None


class InstallationHealthView(View):
    """The health of the installation. It names no team."""

    checked_at: Time
    parts: list[PartHealthView]


class StorageTestView(View):
    """Result of a storage test. `failed_step`: null if all steps succeeded."""

    failed_step: Literal["write", "read", "delete"] | None
    problem: str | None
    milliseconds: int


def account_row_view(row: AccountRow, mine: UUID) -> ManagedAccountView:
    """Return the view of an account. `mine`: the caller's account."""
    account = row.account
    return ManagedAccountView(
        id=account.id,
        email=account.email,
        name=account.name,
        state=row.state,
        may_found=account.may_found,
        operator=account.operator,
        demonstration=account.demonstration,
        created_at=account.created_at,
        last_sign_in_at=row.last_sign_in_at,
        open_sessions=row.open_sessions,
        organisation=row.organisation,
        mine=account.id == mine,
    )


def invitation_view(invited: Invited) -> AccountInvitationView:
    """Return the view of an operator's invitation, without its code."""
    return AccountInvitationView.model_validate(invited)


def issued_view(invited: Invited) -> IssuedInvitationView:
    """Return the view of an invitation whose code was issued just now."""
    assert invited.code is not None
    return IssuedInvitationView(**invitation_view(invited).model_dump(), one_time_code=invited.code)


def member_invitation_view(invited: InvitedMember) -> MemberInvitationView:
    """Return the view of a proposal that waits for its code."""
    return MemberInvitationView.model_validate(invited)


def act_view(act: Act) -> OperatorActView:
    """Return the view of an act of an operator."""
    return OperatorActView.model_validate(act)


def storage_views(rows: list[PartyUse], of_party: int | None, of_jit: int | None) -> list[TeamStorageView]:
    """Return the views of teams with their parties, in the order of the rows."""
    teams: dict[UUID, list[PartyUse]] = {}
    for row in rows:
        teams.setdefault(row.jit, []).append(row)
    return [
        TeamStorageView(
            id=jit,
            team=found[0].team,
            closed=found[0].closed,
            used_bytes=sum(one.bytes for one in found),
            limit_bytes=of_jit,
            parties=[
                PartyStorageView(party=one.party, party_name=one.party_name, used_bytes=one.bytes, limit_bytes=of_party)
                for one in found
            ],
        )
        for jit, found in teams.items()
    ]
