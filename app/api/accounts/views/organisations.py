"""Forms and views of organisations, their accounts, and proposals of their administrators."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app import clock
from app.api.schemas import Form, Line, Time, View
from app.services.accounts.administration import state_of
from app.services.accounts.organisation_proposals import Kind, ProposalRow, Proposed
from app.services.accounts.organisations import Act, Administrator, OrganisationMember, OrganisationRow


class OrganisationForm(Form):
    """The name of an organisation."""

    name: Line


class FirstAdministratorsForm(Form):
    """The accounts of the first administrators, two or more."""

    administrators: Annotated[list[UUID], Field(min_length=1, max_length=20)]


class ProposalForm(Form):
    """A proposal about an account of the caller's organisation.

    `destination`: the organisation that gets the account, for a move only. `second_factors`: whether a recovery removes
    the second factors, too.
    """

    kind: Kind
    concerned: UUID
    destination: UUID | None = None
    second_factors: bool = False

    def proposed(self) -> Proposed:
        """Return the content of the proposal."""
        return Proposed(self.kind, self.concerned, self.destination, self.second_factors)


class OrganisationView(View):
    """An organisation as an operator sees it.

    `administrators`: those whose account is active. `established`: the first administrators were named.
    """

    id: UUID
    name: str
    created_at: Time
    accounts: int
    administrators: int
    established: bool


class OrganisationsView(View):
    """All organisations, by name."""

    items: list[OrganisationView]


class NamedOrganisationView(View):
    """An organisation to which an account can move."""

    id: UUID
    name: str


class OrganisationAccountView(View):
    """An account of an organisation. `mine`: the caller's own."""

    id: UUID
    email: str
    name: str
    state: Literal["active", "disabled", "closed"]
    administrator: bool
    mine: bool


class ProposalView(View):
    """A running proposal.

    `state`: `waiting` for a confirmed recovery. `ends_at`: when its waiting time ends. `code_expires_at`: null before a
    code was issued. `confirmable`: the caller may confirm it. `code_issuable`: the caller may issue the one-time code.
    `incoming`: an account comes from another organisation.
    """

    id: UUID
    kind: Kind
    state: Literal["open", "waiting", "done", "withdrawn", "stopped"]
    concerned_name: str
    concerned_email: str
    organisation_name: str
    destination_name: str | None
    second_factors: bool
    proposed_by_name: str
    proposed_at: Time
    confirmed_by_name: str | None
    ends_at: Time | None
    code_expires_at: Time | None
    confirmable: bool
    code_issuable: bool
    incoming: bool


class OwnOrganisationView(View):
    """The organisation that the caller administers.

    `waiting_hours`: waiting time of a recovery. `destinations`: organisations to which an account can move.
    """

    id: UUID
    name: str
    waiting_hours: int
    accounts: list[OrganisationAccountView]
    proposals: list[ProposalView]
    destinations: list[NamedOrganisationView]


class RecoveryCodeView(View):
    """The one-time code of a recovery. It is shown only now."""

    one_time_code: str
    expires_at: Time
    name: str
    email: str


class OrganisationActView(View):
    """An act in the log of an organisation. `concerned`: the name of the account that it is about."""

    id: UUID
    at: Time
    act: str
    actor: str
    concerned: str | None


def organisation_view(row: OrganisationRow) -> OrganisationView:
    """Return an organisation as an operator sees it."""
    return OrganisationView.model_validate(row)


def account_view(member: OrganisationMember, mine: UUID) -> OrganisationAccountView:
    """Return an account of an organisation."""
    account = member.account
    return OrganisationAccountView(
        id=account.id,
        email=account.email,
        name=account.name,
        state=state_of(account),
        administrator=member.administrator,
        mine=account.id == mine,
    )


def proposal_view(row: ProposalRow, by: Administrator) -> ProposalView:
    """Return a proposal as an administrator sees it."""
    one = row.proposal
    incoming = one.destination == by.organisation
    own_recovery = one.kind == "recovery" and one.concerned == by.account
    other = one.proposed_by != by.account and not own_recovery and (one.kind != "move" or incoming)
    over = one.ends_at is not None and one.ends_at <= clock.now()
    return ProposalView.model_validate(
        {
            "id": one.id,
            "kind": one.kind,
            "state": one.state,
            "concerned_name": row.concerned,
            "concerned_email": row.email,
            "organisation_name": row.organisation,
            "destination_name": row.destination,
            "second_factors": one.second_factors,
            "proposed_by_name": row.proposed_by,
            "proposed_at": one.proposed_at,
            "confirmed_by_name": row.confirmed_by,
            "ends_at": one.ends_at,
            "code_expires_at": one.code_expires_at,
            "confirmable": one.state == "open" and other,
            "code_issuable": one.state == "waiting" and over and not own_recovery,
            "incoming": incoming,
        }
    )


def act_view(act: Act) -> OrganisationActView:
    """Return an act in the log of an organisation."""
    return OrganisationActView.model_validate(act)
