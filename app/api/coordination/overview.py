"""Routes for the overview of a team: counts of pending actions, ending releases, audit log.

Not here: the list of pending actions (`pending_actions.py`), and presence (live channel).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status
from pydantic import StringConstraints

from app.api.audit.views.witnesses import CosignedView
from app.api.context import context_of
from app.api.coordination.views.pending_actions import PendingCountsView, pending_counts_view
from app.api.guards import MayReadJit, ReadingUnit, SignedIn, WritingUnit
from app.api.own import MayDismissFirstSteps
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page, Time, View
from app.api.teams.views.people import JitSummary, SeatView, seat_view
from app.services.coordination import first_steps
from app.services.coordination import overview as service
from app.services.coordination.first_steps import Step
from app.services.coordination.overview import Overview

router = Router(prefix="/api", tags=["situation"])

SeenText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,18}$")]


class EndingView(View):
    """A release that ends within a week, granted by the caller's party, or to it (`to_us`)."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    until: Time
    to_us: bool


class SignedHeadView(View):
    """The state of the audit log: head as visible to the caller, last signed size and its time, and cosignatures."""

    head: int
    signed_size: int | None
    signed_at: Time | None
    cosigned: CosignedView | None


class FirstStepView(View):
    """A step of the first days of a team: `done` of `of` objects are done. `may`: the caller may do it."""

    step: Step
    done: int
    of: int
    may: bool


class SituationView(View):
    """The overview of a team.

    `fresh`: number of others' entries since the given position, counted up to 100.
    `first_steps`: empty once all are done, or once the caller dismissed them.
    """

    pending: PendingCountsView
    ending: list[EndingView]
    fresh: int | None
    ledger: SignedHeadView
    first_steps: list[FirstStepView]


class TeamView(View):
    """A team of the caller, the caller's member in it, and its overview."""

    jit: JitSummary
    seat: SeatView
    situation: SituationView


@router.get("/jits/{jit}/situation")
async def read_situation(
    request: Request,
    session: ReadingUnit,
    seat: MayReadJit,
    response: Response,
    after: Annotated[
        int | None, Query(ge=-1, le=2**62, description="The last position that the person has seen.")
    ] = None,
) -> SituationView:
    """Return counts of pending actions, ending releases, new entries since `after`, and the audit log."""
    await tell_position(response, session, seat.jit)
    return _view(await service.of(session, seat, after, context_of(request).settings.host_party))


@router.post("/jits/{jit}/first-steps/dismissals", status_code=status.HTTP_204_NO_CONTENT)
async def dismiss_first_steps(session: WritingUnit, seat: MayDismissFirstSteps) -> None:
    """Hide the checklist of the first days from the caller. Nobody else is told."""
    await first_steps.dismiss(session, seat)


@router.get("/me/teams")
async def list_teams(
    request: Request,
    session: ReadingUnit,
    person: SignedIn,
    seen: Annotated[
        list[SeenText] | None, Query(max_length=200, description="`<team>:<last position seen>`, once for each team.")
    ] = None,
) -> Page[TeamView]:
    """List the caller's teams with their overviews, oldest membership first.

    Each is read with the caller's access there.
    """
    positions = {UUID(team): int(position) for team, _, position in (one.partition(":") for one in seen or ())}
    teams = await service.of_all(session, person, positions, context_of(request).settings.host_party)
    request.state.person, request.state.seats = person, [team.seat for team in teams]  # one log line per team
    return Page(
        items=[
            TeamView(
                jit=JitSummary.model_validate(team.jit), seat=seat_view(team.seated), situation=_view(team.situation)
            )
            for team in teams
        ],
        next=None,
    )


def _view(found: Overview) -> SituationView:
    size, at = found.signed or (None, None)
    return SituationView(
        pending=pending_counts_view(found.pending),
        ending=[EndingView.model_validate(one) for one in found.ending],
        fresh=found.fresh,
        ledger=SignedHeadView(
            head=found.head,
            signed_size=size,
            signed_at=at,
            cosigned=None if found.cosigned is None else CosignedView.model_validate(found.cosigned),
        ),
        first_steps=[FirstStepView.model_validate(one) for one in found.first_steps],
    )
