"""Seats over HTTP: listed, proposed, confirmed, taken by a one-time code; suspended, resumed, timed, renamed, ended."""

from typing import Annotated
from uuid import UUID

from fastapi import Response, status
from pydantic import Field

from app.access.roles import Role
from app.access.seats import Function
from app.api.guards import (
    MayChangeMember,
    MayConfirmMember,
    MayProposeMember,
    MayReadMembers,
    ReadingUnit,
    SignedIn,
    WritingUnit,
)
from app.api.routing import Router
from app.api.schemas import Code, Form, IfMatch, Line, Moment, Page, ReasonForm, View, expected_version
from app.api.views.credentials import PlainEmail
from app.api.views.people import SeatView, seat_view
from app.api.views.positions import tell_position
from app.services import member_changes, proposals
from app.services import members as service

router = Router(tags=["members"])


class MemberForm(Form):
    """A proposed seat. `party` null: the auditor of the whole team, who needs a leader of every party."""

    party: Code | None
    authority: Line | None
    email: PlainEmail
    name: Annotated[Line, Field(description="Under which the person acts, and which the leader confirms.")]
    roles: Annotated[list[Role], Field(min_length=1, max_length=len(Role))]
    function: Function
    until: Annotated[
        Moment | None,
        Field(description="When the seat ends by itself. Left out: never; roles given for a time end after a year."),
    ] = None
    seconded_to: Code | None = None
    entrustment: Line | None = None


class ProposedView(SeatView):
    """A proposed seat. `one_time_code` is told here and never again: hand it over outside this system."""

    one_time_code: str | None


class ConfirmationForm(Form):
    """The person's name as the leader read it: the one that is confirmed."""

    name: Line


class UntilForm(ReasonForm):
    """When a seat ends by itself; null: never."""

    until: Moment | None


class NameForm(ReasonForm):
    """Another name of a seat's person, which the leader confirms."""

    name: Line


class DutiesView(View):
    """What a seat would leave behind: open tasks, releases that name it; whether it alone decides for its party."""

    tasks: int
    named_in: int
    last_leader: bool


class RedemptionForm(Form):
    """A one-time code, however it was typed."""

    code: Line


@router.get("/api/jits/{jit}/members")
async def list_members(session: ReadingUnit, seat: MayReadMembers, response: Response) -> Page[SeatView]:
    """Every seat and proposal, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[seat_view(one) for one in await service.list_all(session, seat)], next=None)


@router.post("/api/jits/{jit}/members", status_code=status.HTTP_201_CREATED)
async def propose_member(session: WritingUnit, seat: MayProposeMember, form: MemberForm) -> ProposedView:
    """Propose a seat: a leader of its party confirms it. The answer is the same whether or not the person has an account."""
    what = proposals.Proposal(
        party=form.party,
        authority=form.authority,
        email=form.email,
        name=form.name,
        roles=list(dict.fromkeys(form.roles)),
        function=form.function,
        until=form.until,
        seconded_to=form.seconded_to,
        entrustment=form.entrustment,
    )
    proposed, code = await proposals.propose(session, seat, what)
    return ProposedView(**seat_view(proposed).model_dump(), one_time_code=code)


@router.post("/api/jits/{jit}/members/{member}/confirmation")
async def confirm_member(
    session: WritingUnit, seat: MayConfirmMember, member: UUID, form: ConfirmationForm
) -> SeatView:
    """Confirm a seat of one's own party and the name of its person, or agree to the auditor of the team."""
    return seat_view(await service.confirm(session, seat, member, form.name))


@router.get("/api/jits/{jit}/members/{member}/duties")
async def read_duties(session: ReadingUnit, seat: MayChangeMember, response: Response, member: UUID) -> DutiesView:
    """What would be left behind if this seat of one's own party ended."""
    await tell_position(response, session, seat.jit)
    return DutiesView.model_validate(await member_changes.duties(session, seat, member))


@router.post("/api/jits/{jit}/members/{member}/suspension")
async def suspend_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """Suspend a seat of one's own party: nobody acts from it until it is resumed."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.suspend(session, seat, member, expected=expected, reason=form.reason))


@router.delete("/api/jits/{jit}/members/{member}/suspension")
async def resume_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """Let a suspended seat act again."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.resume(session, seat, member, expected=expected, reason=form.reason))


@router.post("/api/jits/{jit}/members/{member}/end")
async def end_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: ReasonForm, if_match: IfMatch = None
) -> SeatView:
    """End a seat of one's own party, a proposal of one, or that of the auditor of the team."""
    expected = expected_version(if_match)
    return seat_view(await member_changes.end(session, seat, member, expected=expected, reason=form.reason))


@router.put("/api/jits/{jit}/members/{member}/until")
async def set_members_end(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: UntilForm, if_match: IfMatch = None
) -> SeatView:
    """Set when a seat of one's own party ends by itself."""
    expected = expected_version(if_match)
    changed = member_changes.set_until(session, seat, member, form.until, expected=expected, reason=form.reason)
    return seat_view(await changed)


@router.put("/api/jits/{jit}/members/{member}/name")
async def rename_member(
    session: WritingUnit, seat: MayChangeMember, member: UUID, form: NameForm, if_match: IfMatch = None
) -> SeatView:
    """Confirm another name of a person of one's own party: the seat acts under it from here on."""
    expected = expected_version(if_match)
    changed = member_changes.rename(session, seat, member, form.name, expected=expected, reason=form.reason)
    return seat_view(await changed)


@router.post("/api/redemptions")
async def redeem_code(session: WritingUnit, person: SignedIn, form: RedemptionForm) -> SeatView:
    """Take the seat that a one-time code names: a party's first leader."""
    return seat_view(await service.redeem(session, person, form.code))
