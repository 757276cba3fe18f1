"""The end of a team over HTTP: looked at, declared, agreed to, taken back, done."""

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
from app.api.routing import Router
from app.api.schemas import Form, IfMatch, Line, ReasonForm, Time, View, expected_version
from app.api.views.positions import tell_position
from app.services import closing as service
from app.services.closing import Whole

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
    "signatures",
    "ways",
    "leavings",
    "parties",
]

router = Router(prefix="/api/jits/{jit}/closing", tags=["closing"])


class ClosingForm(ReasonForm):
    """Why the team is closed, and the clause of the agreement that says so."""

    clause: Line


class AssentForm(Form):
    """The closing that was read, and is agreed to."""

    closing: UUID


class CompletionForm(Form):
    """The reference of the team, typed."""

    confirmation: Line


class WaitView(View):
    """What waits and must not be cut off, and how many of it one may see."""

    what: Waits
    many: int


class AssentView(View):
    """A party that somebody leads; the seat that agreed for it, where one did and still leads it."""

    party: str
    seat: str | None
    agreed_at: Time | None


class DeclaredView(View):
    """The closing as it was declared; `closed_at`, `closed_by`: it is done."""

    id: UUID
    clause: str
    reason: str
    declared_by: str
    declared_at: Time
    closed_by: str | None
    closed_at: Time | None


class ClosingView(View):
    """How it stands with the end of the team. `position`: of the last entry, once it has its place."""

    state: Literal["operational", "trial", "closed"]
    declared: DeclaredView | None
    parties: Annotated[list[AssentView], Field(description="Who is asked, once a closing was declared.")]
    waits: list[WaitView]
    position: int | None
    may: list[Literal["declare", "agree", "withdraw", "close"]]
    version: int


@router.get("")
async def read_closing(session: ReadingUnit, seat: MayReadJit, response: Response) -> ClosingView:
    """Who agreed, and what waits, as far as one may know."""
    await tell_position(response, session, seat.jit)
    return _view(await service.read(session, seat))


@router.post("", status_code=status.HTTP_201_CREATED)
async def declare_closing(
    session: WritingUnit, seat: MayDeclareClosing, form: ClosingForm, if_match: IfMatch = None
) -> ClosingView:
    """Declare that the team is closed: a leader of every party agrees first."""
    expected = expected_version(if_match)
    await service.declare(session, seat, clause=form.clause, reason=form.reason, expected=expected)
    return _view(await service.read(session, seat))


@router.post("/assents", status_code=status.HTTP_201_CREATED)
async def agree_to_closing(session: WritingUnit, seat: MayAgreeClosing, form: AssentForm) -> ClosingView:
    """Agree for one's party, and to the archive that is made of it in one's name. No version: it names the closing."""
    await service.agree(session, seat, form.closing)
    return _view(await service.read(session, seat))


@router.delete("")
async def withdraw_closing(
    session: WritingUnit, seat: MayWithdrawClosing, form: ReasonForm, if_match: IfMatch = None
) -> ClosingView:
    """It is not closed: an administrator takes it back, or a leader of any party."""
    await service.withdraw(session, seat, reason=form.reason, expected=expected_version(if_match))
    return _view(await service.read(session, seat))


@router.post("/completion")
async def close_jit(
    session: WritingUnit, seat: MayDeclareClosing, form: CompletionForm, if_match: IfMatch = None
) -> ClosingView:
    """Close the team, for good: the last entry, and the archive of each party."""
    await service.close(session, seat, confirmation=form.confirmation, expected=expected_version(if_match))
    return _view(await service.read(session, seat))


def _view(whole: Whole) -> ClosingView:
    return ClosingView(
        state=whole.jit.state,  # the table's check holds the three words
        declared=_declared(whole),
        parties=[
            AssentView(
                party=whole.roster.party_code(one.party),
                seat=None if one.seat is None else whole.roster.seat_code(one.seat),
                agreed_at=one.agreed_at,
            )
            for one in whole.agreed
        ],
        waits=[WaitView(what=what, many=many) for what, many in whole.waits.items()],
        position=whole.position,
        may=sorted(whole.may),
        version=whole.jit.version,
    )


def _declared(whole: Whole) -> DeclaredView | None:
    row = whole.closing
    if row is None:
        return None
    return DeclaredView(
        id=row.id,
        clause=row.clause,
        reason=row.reason,
        declared_by=whole.roster.seat_code(row.declared_by),
        declared_at=row.declared_at,
        closed_by=None if row.closed_by is None else whole.roster.seat_code(row.closed_by),
        closed_at=row.closed_at,
    )
