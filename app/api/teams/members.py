"""Routes for members: list, propose, confirm, change, suspend, resume, end, and redeem a one-time code."""

from typing import Annotated
from uuid import UUID

from fastapi import Response, status
from pydantic import Field

from app.access.roles import Role
from app.api.guards import (
    MayChangeMember,
    MayConfirmMember,
    MayProposeMember,
    MayProposeRoles,
    MayReadMembers,
    ReadingUnit,
    SignedIn,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Form, IfMatch, Line, Moment, Page, ReasonForm, View, expected_version
from app.api.teams.views.members import MemberForm
from app.api.teams.views.people import SeatView, seat_view
from app.services.teams import duties, invitations, member_changes, proposals, role_changes
from app.services.teams import members as service

router = Router(tags=["members"])


class ProposedView(SeatView):
    """A proposed member. `one_time_code` is returned only here: hand it over outside this system."""

    one_time_code: str | None


class ConfirmedMemberView(SeatView):
    """A confirmed member. `one_time_code`: hand it over outside this system. Null if the person is a member now."""

    one_time_code: str | None


class ConfirmationForm(Form):
    """The person's name as the leader read it. This name is confirmed."""

    name: Line


class UntilForm(ReasonForm):
    """When the membership ends automatically; null: never."""

    until: Moment | None


class NameForm(ReasonForm):
    """A new name of the member, which the leader confirms."""

    name: Line


class RolesForm(ReasonForm):
    """The roles that the member shall have instead of the present ones."""

    roles: Annotated[list[Role], Field(min_length=1, max_length=9)]


class DutyView(View):
    """A task, or the exhibit of a handover or of an item: identifier, number and title."""

    id: UUID
    number: str
    title: str


class DutiesView(View):
    """Duties that a member leaves, or has left, behind.

    `named_in`: releases naming the member. `last_leader`: no other leads the party. The lists have at most 100 lines:
    open tasks, exhibits of open handovers, and physical exhibits that the member holds.
    """

    tasks: int
    named_in: int
    last_leader: bool
    open_tasks: list[DutyView]
    handovers: list[DutyView]
    items: list[DutyView]


class RedemptionForm(Form):
    """A one-time code. Case and missing hyphens do not matter."""

    code: Line


@router.get("/api/jits/{jit}/members")
async def list_members(session: ReadingUnit, seat: MayReadMembers, response: Response) -> Page[SeatView]:
    """List all members and proposals, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[seat_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("/api/jits/{jit}/members", status_code=status.HTTP_201_CREATED)
async def propose_member(session: WritingUnit, seat: MayProposeMember, form: MemberForm) -> ProposedView:
    """Propose a member.

    A leader of the party must confirm. The answer does not reveal whether the person has an account.
    """
    proposed, code = await proposals.propose(session, seat, form.proposal())
    return ProposedView(**seat_view(proposed).model_dump(), one_time_code=code)


@router.post("/api/jits/{jit}/members/{member}/confirmation")
async def confirm_member(
    session: WritingUnit, seat: MayConfirmMember, member: UUID, form: ConfirmationForm
) -> ConfirmedMemberView:
    """Confirm a member of the caller's party and the person's name, or agree to the auditor of the team.

    The answer has a one-time code, and the seat stays proposed until it is redeemed. A person whose account the command
    `liaison account` created is a member at once.
    """
    confirmed, code = await service.confirm(session, seat, member, form.name)
    return ConfirmedMemberView(**seat_view(confirmed).model_dump(), one_time_code=code)


@router.post("/api/jits/{jit}/members/{member}/withdrawal")
async def withdraw_proposal(
    session: WritingUnit, seat: MayProposeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """Withdraw a proposal. The person can be proposed again, for example with another e-mail address."""
    expected = expected_version(if_match)
    return seat_view(await proposals.withdraw(session, seat, member, expected=expected, reason=form.reason))


@router.post("/api/jits/{jit}/members/{member}/code")
async def issue_code(
    session: WritingUnit, seat: MayProposeMember, member: UUID, if_match: IfMatch = None
) -> ProposedView:
    """Issue another one-time code for a proposal that had one. The former code is void."""
    proposed, code = await proposals.issue_code(session, seat, member, expected=expected_version(if_match))
    return ProposedView(**seat_view(proposed).model_dump(), one_time_code=code)


@router.get("/api/jits/{jit}/members/{member}/duties")
async def read_duties(session: ReadingUnit, seat: MayChangeMember, response: Response, member: UUID) -> DutiesView:
    """Return what this member of the caller's party leaves, or has left, behind."""
    await tell_position(response, session, seat.jit)
    return DutiesView.model_validate(await duties.read(session, seat, member))


@router.post("/api/jits/{jit}/members/{member}/suspension")
async def suspend_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """Suspend a member of the caller's party. The member cannot act until resumed."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.suspend(session, seat, member, expected=expected, reason=form.reason))


@router.delete("/api/jits/{jit}/members/{member}/suspension")
async def resume_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """Resume a suspended member."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.resume(session, seat, member, expected=expected, reason=form.reason))


@router.post("/api/jits/{jit}/members/{member}/end")
async def end_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """End the membership or proposal of a member of the caller's party, or that of the auditor of the team."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.end(session, seat, member, expected=expected, reason=form.reason))


@router.put("/api/jits/{jit}/members/{member}/until")
async def set_members_end(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: UntilForm, if_match: IfMatch = None
) -> SeatView:
    """Set when the membership of a member of the caller's party ends automatically."""
    expected = expected_version(if_match)
    changed = member_changes.set_until(session, seat, member, form.until, expected=expected, reason=form.reason)
    return seat_view(await changed)


@router.put("/api/jits/{jit}/members/{member}/name")
async def rename_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: NameForm, if_match: IfMatch = None
) -> SeatView:
    """Confirm a new name of a member of the caller's party. It is used from now on."""
    expected = expected_version(if_match)
    changed = member_changes.rename(session, seat, member, form.name, expected=expected, reason=form.reason)
    return seat_view(await changed)


@router.post("/api/jits/{jit}/members/{member}/role-changes", status_code=status.HTTP_201_CREATED)
async def propose_roles(
    session: WritingUnit, seat: MayProposeRoles, member: UUID, form: RolesForm, if_match: IfMatch = None
) -> SeatView:
    """Propose other roles for a member; a leader of the party confirms them. The membership goes on.

    Leaders propose for members of their own party, coordinators for members of every party.
    """
    expected = expected_version(if_match)
    changed = role_changes.propose(session, seat, member, form.roles, expected=expected, reason=form.reason)
    return seat_view(await changed)


@router.post("/api/jits/{jit}/members/{member}/role-changes/{change}/confirmation")
async def confirm_roles(session: WritingUnit, seat: MayConfirmMember, member: UUID, change: UUID) -> SeatView:
    """Confirm proposed roles of a member of the caller's party. The member has them at once."""
    return seat_view(await role_changes.confirm(session, seat, member, change))


@router.post("/api/jits/{jit}/members/{member}/role-changes/{change}/withdrawal")
async def withdraw_roles(
    session: WritingUnit, seat: MayProposeRoles, member: UUID, change: UUID, form: ReasonForm
) -> SeatView:
    """Withdraw or reject proposed roles. The member keeps the present ones."""
    return seat_view(await role_changes.withdraw(session, seat, member, change, reason=form.reason))


@router.post("/api/redemptions")
async def redeem_code(session: WritingUnit, person: SignedIn, form: RedemptionForm) -> SeatView:
    """Become the member that a one-time code names."""
    return seat_view(await invitations.redeem(session, person, form.code))
