"""Routes to close a team: read the state, declare, agree, withdraw, and complete."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response, status
from pydantic import Field

from app.api.guards import (
    MayAgreeClosing,
    MayDeclareClosing,
    MayReadJit,
    MayWithdrawClosing,
    ReadingUnit,
    WritingUnit,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Form, IfMatch, Line, ReasonForm, Time, View, expected_version
from app.services.ending import closing as service
from app.services.ending.closing import ClosingDetails

Waits = Literal[
    "exhibits",
    "holds",
    "erasures",
    "field_erasures",
    "releases",
    "consents",
    "tasks",
    "handovers",
    "copies",
    "flags",
    "emergencies",
    "alerts",
    "bundles",
    "operations",
    "requests",
    "signatures",
    "ways",
    "leavings",
    "parties",
]

router = Router(prefix="/api/jits/{jit}/closing", tags=["closing"])


class ClosingForm(ReasonForm):
    """The reason for closing the team, and the clause of the agreement."""

    clause: Line


class ClosingApprovalForm(Form):
    """The closing to which the caller agrees."""

    closing: UUID


class CompletionForm(Form):
    """The team's reference, typed as confirmation."""

    confirmation: Line


class WaitView(View):
    """A kind of open item that blocks closing, and how many of them the caller may see."""

    what: Waits
    many: int


class ClosingApprovalView(View):
    """A party with a leader. `seat`: the leader who agreed, if that member still leads the party."""

    party: str
    seat: str | None
    agreed_at: Time | None


class DeclaredView(View):
    """The declared closing. `closed_at` and `closed_by` are set once it is complete."""

    id: UUID
    clause: str
    reason: str
    declared_by: str
    declared_at: Time
    closed_by: str | None
    closed_at: Time | None


class ClosingView(View):
    """The state of closing the team. `position`: audit log position of the last entry, once it has one."""

    state: Literal["operational", "trial", "closed"]
    declared: DeclaredView | None
    parties: Annotated[
        list[ClosingApprovalView], Field(description="Parties that must agree, once a closing was declared.")
    ]
    waits: list[WaitView]
    position: int | None
    may: list[Literal["declare", "agree", "withdraw", "close"]]
    version: int


@router.get("")
async def read_closing(session: ReadingUnit, seat: MayReadJit, response: Response) -> ClosingView:
    """Return which parties agreed and which open items block closing, as far as the caller may know."""
    await tell_position(response, session, seat.jit)
    return _view(await service.read(session, seat))


@router.post("", status_code=status.HTTP_201_CREATED)
async def declare_closing(
    session: WritingUnit, seat: MayDeclareClosing, form: ClosingForm, if_match: IfMatch = None
) -> ClosingView:
    """Declare that the team will be closed. A leader of every party must agree."""
    expected = expected_version(if_match)
    await service.declare(session, seat, clause=form.clause, reason=form.reason, expected=expected)
    return _view(await service.read(session, seat))


@router.post("/assents", status_code=status.HTTP_201_CREATED)
async def agree_to_closing(session: WritingUnit, seat: MayAgreeClosing, form: ClosingApprovalForm) -> ClosingView:
    """Agree to the closing for the caller's party, and to the archive made in the caller's name. Needs no version."""
    await service.agree(session, seat, form.closing)
    return _view(await service.read(session, seat))


@router.delete("")
async def withdraw_closing(
    session: WritingUnit, seat: MayWithdrawClosing, form: ReasonForm, if_match: IfMatch = None
) -> ClosingView:
    """Withdraw the declaration. Administrators and leaders of any party may do so."""
    await service.withdraw(session, seat, reason=form.reason, expected=expected_version(if_match))
    return _view(await service.read(session, seat))


@router.post("/completion")
async def close_jit(
    session: WritingUnit, seat: MayDeclareClosing, form: CompletionForm, if_match: IfMatch = None
) -> ClosingView:
    """Close the team permanently. This writes the last audit log entry and orders an archive for each party."""
    await service.close(session, seat, confirmation=form.confirmation, expected=expected_version(if_match))
    return _view(await service.read(session, seat))


def _view(details: ClosingDetails) -> ClosingView:
    return ClosingView(
        state=details.jit.state,  # the table's CHECK constraint ensures these three values
        declared=_declared(details),
        parties=[
            ClosingApprovalView(
                party=details.roster.party_code(one.party),
                seat=None if one.seat is None else details.roster.seat_code(one.seat),
                agreed_at=one.agreed_at,
            )
            for one in details.agreed
        ],
        waits=[WaitView(what=what, many=many) for what, many in details.waits.items()],
        position=details.position,
        may=sorted(details.may),
        version=details.jit.version,
    )


def _declared(details: ClosingDetails) -> DeclaredView | None:
    row = details.closing
    if row is None:
        return None
    return DeclaredView(
        id=row.id,
        clause=row.clause,
        reason=row.reason,
        declared_by=details.roster.seat_code(row.declared_by),
        declared_at=row.declared_at,
        closed_by=None if row.closed_by is None else details.roster.seat_code(row.closed_by),
        closed_at=row.closed_at,
    )
