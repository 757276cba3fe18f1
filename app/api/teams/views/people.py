"""Views of accounts, sessions, members and parties that several routes share."""

from collections.abc import Collection
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app import characters
from app.access.roles import Permission, Role
from app.access.seats import Function, PartyKind
from app.api.schemas import Time, View
from app.models import Account, Session
from app.services.teams.members import Seated
from app.services.teams.parties import Declared, PartyDetails, Suspending


class AccountView(View):
    """The caller's account."""

    id: UUID
    email: str
    name: str
    locale: str
    time_zone: str
    may_found: bool
    operator: Annotated[bool, Field(description="May administer accounts of this installation.")]


class SessionView(View):
    """A session, with its latest possible end."""

    id: UUID
    created_at: Time
    expires_at: Time


class OwnSessionView(View):
    """A session or token of the caller. `unfamiliar`: it began in a browser or network that was new for the account."""

    id: UUID
    kind: Literal["cookie", "token"]
    created_at: Time
    last_seen_at: Time
    expires_at: Time
    user_agent: str
    address: str
    unfamiliar: bool
    current: bool


class JitSummary(View):
    """The main data of a team."""

    id: UUID
    name: str
    reference: str
    state: Literal["operational", "trial", "closed"]
    quorum: int
    review_sample: int
    version: int


class RoleChangeView(View):
    """Other roles proposed for a member. They await a leader of the member's party."""

    id: UUID
    roles: list[Role]
    reason: str
    proposed_by: str
    proposed_at: Time


class SeatView(View):
    """A member. `permissions` is set only for the caller's own membership.

    `role_change`: set only for the party of the member and for the member who proposed it.
    """

    id: UUID
    code: str
    jit: UUID
    party: str | None
    authority: str | None
    roles: list[Role]
    function: Function
    name: str
    mixed: Annotated[
        list[str], Field(description="Letters of the name that look like those of the alphabet of the rest.")
    ]
    email: str
    state: Literal["proposed", "seated", "suspended", "ended"]
    proposed_at: Time
    seated_at: Time | None
    until: Time | None
    seconded_to: str | None
    entrustment: str | None
    role_change: RoleChangeView | None
    version: int
    permissions: list[Permission] | None


class AuthorityView(View):
    """An authority of a party."""

    code: str
    name: str
    kind: Literal["prosecution", "police", "laboratory", "court", "body"]


Becomes = Literal["stay", "freeze", "withdraw"]


class LeavingView(View):
    """A party's departure: when, under which clause, and its progress (`begun_at`, `ended_at`)."""

    effective_at: Time
    contributed: Becomes
    received: Becomes
    clause: str
    reason: str
    declared_by: str
    declared_at: Time
    begun_at: Time | None
    ended_at: Time | None


class SuspensionView(View):
    """A suspension of a party: proposed until `lapses_at`, or confirmed. `at_once`: it takes effect meanwhile."""

    id: UUID
    clause: str
    reason: str
    at_once: bool
    proposed_by: str
    proposed_at: Time
    lapses_at: Time
    confirmed_by: str | None
    confirmed_at: Time | None


class PartyView(View):
    """A party of a team with its authorities."""

    id: UUID
    code: str
    name: str
    kind: PartyKind
    time_zone: str
    languages: list[str]
    authorities: list[AuthorityView]
    status: Literal["active", "suspended", "left"]
    has_leader: bool
    leaving: LeavingView | None
    suspension: SuspensionView | None
    version: int


def session_view(session: Session) -> SessionView:
    """Return the view of a session."""
    return SessionView.model_validate(session)


def own_session_view(session: Session, current: UUID) -> OwnSessionView:
    """Return the view of a session of the caller. `current`: id of the session that asks."""
    return OwnSessionView(
        id=session.id,
        kind=session.kind,  # the table's CHECK constraint ensures these values
        created_at=session.created_at,
        last_seen_at=session.last_seen_at,
        expires_at=session.expires_at,
        user_agent=session.user_agent,
        address=session.address,
        unfamiliar=session.unfamiliar,
        current=session.id == current,
    )


def account_view(account: Account) -> AccountView:
    """Return the view of an account, without its password."""
    return AccountView.model_validate(account)


def seat_view(seated: Seated, permissions: Collection[Permission] | None = None) -> SeatView:
    """Return the view of a member, with codes in place of ids."""
    member = seated.member
    return SeatView(
        id=member.id,
        code=member.code,
        jit=member.jit,
        party=seated.party,
        authority=seated.authority,
        roles=sorted(Role(role) for role in member.roles),
        function=Function(member.function),
        name=member.name,
        mixed=[f"{one} {characters.spelled(one)}" for one in characters.mixed_in(member.name)],
        email=member.email,
        state=member.state,  # the table's CHECK constraint ensures these values
        proposed_at=member.proposed_at,
        seated_at=member.seated_at,
        until=member.until,
        seconded_to=seated.host,
        entrustment=member.entrustment,
        role_change=_role_change_view(seated),
        version=member.version,
        permissions=None if permissions is None else sorted(permissions),
    )


def _role_change_view(seated: Seated) -> RoleChangeView | None:
    change, by = seated.change, seated.change_by
    if change is None or by is None:
        return None
    roles = sorted(Role(role) for role in change.roles)
    return RoleChangeView(
        id=change.id, roles=roles, reason=change.reason, proposed_by=by, proposed_at=change.proposed_at
    )


def party_view(details: PartyDetails) -> PartyView:
    """Return the view of a party with its authorities."""
    party = details.party
    return PartyView(
        id=party.id,
        code=party.code,
        name=party.name,
        kind=PartyKind(party.kind),
        time_zone=party.time_zone,
        languages=party.languages,
        authorities=[AuthorityView.model_validate(authority) for authority in details.authorities],
        status=party.status,  # the table's CHECK constraint ensures these values
        has_leader=details.has_leader,
        leaving=_leaving_view(details.leaving),
        suspension=_suspension_view(details.suspension),
        version=party.version,
    )


def _suspension_view(found: Suspending | None) -> SuspensionView | None:
    if found is None:
        return None
    names = SuspensionView.model_fields.keys() - {"proposed_by", "confirmed_by"}
    shown = {name: getattr(found.suspension, name) for name in names}
    return SuspensionView(**shown, proposed_by=found.proposed_by, confirmed_by=found.confirmed_by)


def _leaving_view(declared: Declared | None) -> LeavingView | None:
    if declared is None:
        return None
    names = LeavingView.model_fields.keys() - {"clause", "declared_by"}
    shown = {name: getattr(declared.leaving, name) for name in names}
    return LeavingView(**shown, clause=declared.clause, declared_by=declared.declared_by)
