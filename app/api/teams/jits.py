"""Routes for teams: found, list, read, and enter what the agreement sets (phase, quorum, review sample)."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Request, Response, status
from pydantic import Field

from app.access.seats import Function
from app.api.context import context_of
from app.api.guards import MayAgreeQuorum, MayAgreeSample, MayMovePhase, MayReadJit, ReadingUnit, SignedIn, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Day, Form, IfMatch, Line, Page, ReasonForm, Time, View, expected_version
from app.api.teams.views.parties import PartyForm
from app.api.teams.views.people import SeatView, seat_view
from app.models import Jit
from app.services.audit import witnesses
from app.services.sharing import viewings
from app.services.teams import jits as service
from app.services.teams import members, phases
from app.services.teams.members import Seated
from app.services.teams.phases import Phase

router = Router(prefix="/api/jits", tags=["jits"])


class FounderForm(Form):
    """The founder's party, authority and function. Party and authority are part of the same request."""

    party: Line
    authority: Line
    function: Function


class JitForm(Form):
    """A team as its agreement defines it."""

    name: Line
    reference: Line
    agreement_signed_on: Day
    time_zone: Line
    founder: FounderForm
    parties: Annotated[list[PartyForm], Field(min_length=1, max_length=60)]

    def founding(self) -> service.Founding:
        """Return the data as the service takes it."""
        return service.Founding(
            name=self.name,
            reference=self.reference,
            agreement_signed_on=self.agreement_signed_on,
            time_zone=self.time_zone,
            founder_party=self.founder.party,
            founder_authority=self.founder.authority,
            founder_function=self.founder.function,
            parties=[party.party() for party in self.parties],
        )


class PhaseForm(ReasonForm):
    """The phase, the reason, and the clause of the agreement."""

    phase: Phase
    clause: Line


class QuorumForm(ReasonForm):
    """How many parties' log co-signers must cosign, without the host's, and the clause of the agreement. 0: none."""

    quorum: Annotated[int, Field(ge=0, le=60)]
    clause: Line


class ReviewSampleForm(ReasonForm):
    """Number of files a reviewer views if an exhibit has more files than that, and the clause of the agreement."""

    files: Annotated[int, Field(ge=10, le=10_000)]
    clause: Line


class JitView(View):
    """A team and the caller's member in it."""

    id: UUID
    name: str
    reference: str
    agreement_signed_on: date
    time_zone: str
    state: Literal["operational", "trial", "closed"]
    ledger_origin: str
    founded_at: Time
    quorum: int
    review_sample: int
    seat: SeatView
    version: int


@router.get("")
async def list_jits(session: ReadingUnit, person: SignedIn) -> Page[JitView]:
    """List the teams of which the caller is a member, oldest first."""
    return Page(items=[_view(jit, seated) for jit, seated in await members.list_of_person(session, person)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def found_jit(session: WritingUnit, person: SignedIn, request: Request, form: JitForm) -> JitView:
    """Found a team. Needs the platform right `may_found`; the founder becomes its coordinator."""
    context = context_of(request)
    seat = await service.found(session, person, context.ledger_keys, context.settings.ledger_name, form.founding())
    return _view(await service.read(session, seat.jit), await members.read(session, seat.jit, seat.id))


@router.get("/{jit}")
async def read_jit(session: ReadingUnit, seat: MayReadJit, response: Response) -> JitView:
    """Return one team."""
    await tell_position(response, session, seat.jit)
    return _view(await service.read(session, seat.jit), await members.read(session, seat.jit, seat.id))


@router.post("/{jit}/phase")
async def move_phase(session: WritingUnit, seat: MayMovePhase, form: PhaseForm, if_match: IfMatch = None) -> JitView:
    """Move the team to its trial phase, in which nothing new is registered and existing exhibits are used, or back."""
    expected = expected_version(if_match)
    await phases.move(session, seat, form.phase, clause=form.clause, reason=form.reason, expected=expected)
    return _view(await service.read(session, seat.jit), await members.read(session, seat.jit, seat.id))


@router.post("/{jit}/quorum")
async def agree_quorum(
    session: WritingUnit, seat: MayAgreeQuorum, form: QuorumForm, if_match: IfMatch = None
) -> JitView:
    """Record the agreed number of parties whose log co-signers must cosign the audit log."""
    expected = expected_version(if_match)
    await witnesses.agree(session, seat, form.quorum, clause=form.clause, reason=form.reason, expected=expected)
    return _view(await service.read(session, seat.jit), await members.read(session, seat.jit, seat.id))


@router.post("/{jit}/review-sample")
async def agree_review_sample(
    session: WritingUnit, seat: MayAgreeSample, form: ReviewSampleForm, if_match: IfMatch = None
) -> JitView:
    """Record the agreed sample size: exhibits with more files are reviewed by a sample of this size."""
    expected = expected_version(if_match)
    await viewings.set_sample_size(session, seat, form.files, clause=form.clause, reason=form.reason, expected=expected)
    return _view(await service.read(session, seat.jit), await members.read(session, seat.jit, seat.id))


def _view(jit: Jit, seated: Seated) -> JitView:
    return JitView(
        id=jit.id,
        name=jit.name,
        reference=jit.reference,
        agreement_signed_on=jit.agreement_signed_on,
        time_zone=jit.time_zone,
        state=jit.state,  # the table's CHECK constraint ensures these values
        ledger_origin=jit.ledger_origin,
        founded_at=jit.founded_at,
        quorum=jit.quorum,
        review_sample=jit.review_sample,
        seat=seat_view(seated),
        version=jit.version,
    )
