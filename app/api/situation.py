"""What a seat meets when it looks at its team, and what a person meets in all of theirs.

Deliberately not here: presence, which the live channel tells, and tasks.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import StringConstraints

from app.api.guards import MayReadJit, ReadingUnit, SignedIn
from app.api.house import house_of
from app.api.routing import Router
from app.api.schemas import Page, Time, View
from app.api.views.alerts import AlertView, alert_view
from app.api.views.handovers import HandoverView, handover_view
from app.api.views.people import JitSummary, SeatView, seat_view
from app.api.views.positions import tell_position
from app.api.views.witnesses import CosignedView
from app.services import situation as service
from app.services.situation import Situation

router = Router(prefix="/api", tags=["situation"])

SeenText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,18}$")]


class UndecidedView(View):
    """A file that arrived with another hash than declared and waits for a leader."""

    evidence: UUID
    exhibit_number: str
    title: str
    file: UUID
    name: str
    received_at: Time | None


class EndingView(View):
    """A release that ends within a week: by one's own party, or `to_us`."""

    evidence: UUID
    exhibit_number: str
    title: str
    party: str
    until: Time
    to_us: bool


class AskedCopyView(View):
    """A copy for which one has to answer since `asked_at`: named as it was when it was taken."""

    id: UUID
    exhibit_number: str
    title: str
    custodian: str
    file_number: str
    asked_at: Time


class SecondView(View):
    """A release, a `recall` or a use in court that waits for this leader: as a second one, or `jointly`, of what several obtained."""

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
    """An exhibit of one's own party that may exonerate, as another flagged it, and about which one has to decide."""

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    exonerates: str
    flagged_at: Time


class DamagedView(View):
    """An exhibit that one's own party obtained, whose stored files were found damaged when they were last compared with their hashes."""

    evidence: UUID
    exhibit_number: str
    title: str
    checked_at: Time


class WaitingView(View):
    """What waits for this seat, the most urgent first; at most fifty of each."""

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
    """How the ledger stands: its head as this reader may know it, the last signed size with its time, and who cosigned how far."""

    head: int
    signed_size: int | None
    signed_at: Time | None
    cosigned: CosignedView | None


class SituationView(View):
    """A team as one seat meets it. `fresh`: facts by others since the position that was named, counted to a hundred."""

    waiting: WaitingView
    fresh: int | None
    ledger: SignedHeadView


class TeamView(View):
    """A team of one's own, one's seat in it, and the situation."""

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
    """What waits for this seat, what is new since `after`, and how the ledger stands."""
    await tell_position(response, session, seat.jit)
    return _view(await service.of(session, seat, after, house_of(request).settings.host_party))


@router.get("/me/teams")
async def list_teams(
    request: Request,
    session: ReadingUnit,
    person: SignedIn,
    seen: Annotated[
        list[SeenText] | None, Query(max_length=200, description="`<team>:<last position seen>`, once for each team.")
    ] = None,
) -> Page[TeamView]:
    """One's teams with what each asks of one, oldest seat first: each read as one's seat in it."""
    positions = {UUID(team): int(position) for team, _, position in (one.partition(":") for one in seen or ())}
    teams = await service.of_all(session, person, positions, house_of(request).settings.host_party)
    request.state.person, request.state.seats = person, [team.seat for team in teams]  # each team's log has its line
    return Page(
        items=[
            TeamView(
                jit=JitSummary.model_validate(team.jit), seat=seat_view(team.seated), situation=_view(team.situation)
            )
            for team in teams
        ],
        next=None,
    )


def _view(found: Situation) -> SituationView:
    size, at = found.signed or (None, None)
    return SituationView(
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
