"""Routes for the overview of a team: pending actions, new entries, and the state of the audit log.

Not here: presence (live channel) and tasks (`tasks.py`, `my_tasks.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import StringConstraints

from app.api.audit.views.witnesses import CosignedView
from app.api.context import context_of
from app.api.coordination.views.pending_actions import PendingCountsView, pending_counts_view
from app.api.custody.views.handovers import HandoverView, handover_view
from app.api.guards import MayReadJit, ReadingUnit, SignedIn
from app.api.notifications.views.alerts import AlertView, alert_view
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page, Time, View
from app.api.teams.views.people import JitSummary, SeatView, seat_view
from app.services.coordination import overview as service
from app.services.coordination.overview import Overview

router = Router(prefix="/api", tags=["situation"])

SeenText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,18}$")]


class UndecidedView(View):
    """A file that differs from its declared hash and waits for a leader's decision."""

    evidence: UUID
    exhibit_number: str
    title: str
    file: UUID
    name: str
    received_at: Time | None


class EndingView(View):
    """A release that ends within a week, granted by the caller's party, or to it (`to_us`)."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    until: Time
    to_us: bool


class AskedCopyView(View):
    """A copy about which the caller must answer, asked at `asked_at`. Names are those at the time of the download."""

    id: UUID
    exhibit_number: str
    title: str
    custodian: str
    file_number: str
    asked_at: Time


class SecondView(View):
    """A release, a `recall` or a use in court that waits for this leader's approval.

    The leader approves as a second leader, or, if `jointly`, for a party that jointly obtained the exhibit.
    """

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    recall: bool
    jointly: bool
    court_use: bool
    wanted_by: str
    wanted_at: Time


class WaitingFlagView(View):
    """An exhibit of the caller's party, flagged as potentially exculpatory, about which the caller must decide."""

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    exonerates: str
    flagged_at: Time


class DamagedView(View):
    """An exhibit that the caller's party obtained, whose stored files failed the last integrity check."""

    evidence: UUID
    exhibit_number: str
    title: str
    checked_at: Time


class WaitingView(View):
    """The caller's pending actions, most urgent first, at most fifty of each kind."""

    undecided: list[UndecidedView]
    proposed: list[SeatView]
    ending: list[EndingView]
    copies: list[AskedCopyView]
    seconds: list[SecondView]
    flags: list[WaitingFlagView]
    damaged: list[DamagedView]
    alerts: list[AlertView]
    handovers: list[HandoverView]


class SignedHeadView(View):
    """The state of the audit log: head as visible to the caller, last signed size and its time, and cosignatures."""

    head: int
    signed_size: int | None
    signed_at: Time | None
    cosigned: CosignedView | None


class SituationView(View):
    """The overview of a team. `fresh`: number of others' entries since the given position, counted up to 100."""

    pending: PendingCountsView
    waiting: WaitingView
    fresh: int | None
    ledger: SignedHeadView


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
    """Return the caller's pending actions, the number of new entries since `after`, and the state of the audit log."""
    await tell_position(response, session, seat.jit)
    return _view(await service.of(session, seat, after, context_of(request).settings.host_party))


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
        waiting=WaitingView(
            undecided=[UndecidedView.model_validate(one) for one in found.undecided],
            proposed=[seat_view(one) for one in found.proposed],
            ending=[EndingView.model_validate(one) for one in found.ending],
            copies=[AskedCopyView.model_validate(one) for one in found.copies],
            seconds=[SecondView.model_validate(one) for one in found.seconds],
            flags=[WaitingFlagView.model_validate(one) for one in found.flags],
            damaged=[DamagedView.model_validate(one) for one in found.damaged],
            alerts=[alert_view(one) for one in found.alerts],
            handovers=[handover_view(one) for one in found.handovers],
        ),
        fresh=found.fresh,
        ledger=SignedHeadView(
            head=found.head,
            signed_size=size,
            signed_at=at,
            cosigned=None if found.cosigned is None else CosignedView.model_validate(found.cosigned),
        ),
    )
