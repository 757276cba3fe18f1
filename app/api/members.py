"""Seats over HTTP: listed, proposed, confirmed, taken by a one-time code."""

from typing import Annotated
from uuid import UUID

from fastapi import Response, status
from pydantic import Field

from app.access.roles import Role
from app.access.seats import Function
from app.api.guards import MayConfirmMember, MayProposeMember, MayReadMembers, ReadingUnit, SignedIn, WritingUnit
from app.api.routing import Router
from app.api.schemas import Code, Form, Line, Page
from app.api.views.credentials import Email
from app.api.views.people import SeatView, seat_view
from app.api.views.positions import tell_position
from app.services import members as service
from app.services import proposals

router = Router(tags=["members"])


class MemberForm(Form):
    """A proposed seat. `party` null: the auditor of the whole team, who needs a leader of every party."""

    party: Code | None
    authority: Line | None
    email: Email
    name: Line | None = None
    roles: Annotated[list[Role], Field(min_length=1, max_length=len(Role))]
    function: Function


class ProposedView(SeatView):
    """A proposed seat. `one_time_code` is told here and never again: hand it over outside this system."""

    one_time_code: str | None


class ConfirmationForm(Form):
    """Nothing to say: the leader's session is the word."""


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
    )
    proposed, code = await proposals.propose(session, seat, what)
    return ProposedView(**seat_view(proposed).model_dump(), one_time_code=code)


@router.post("/api/jits/{jit}/members/{member}/confirmation")
async def confirm_member(
    session: WritingUnit,
    seat: MayConfirmMember,
    member: UUID,
    form: ConfirmationForm,  # noqa: ARG001 - says nothing, and is checked to say nothing
) -> SeatView:
    """Confirm a seat of one's own party, or agree to the auditor of the team."""
    return seat_view(await service.confirm(session, seat, member))


@router.post("/api/redemptions")
async def redeem_code(session: WritingUnit, person: SignedIn, form: RedemptionForm) -> SeatView:
    """Take the seat that a one-time code names: a party's first leader."""
    return seat_view(await service.redeem(session, person, form.code))
