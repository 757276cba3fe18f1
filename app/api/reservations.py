"""Reserved judicial functions over HTTP: what one's own party reserves, and its leaders' decision about it."""

from fastapi import Response

from app.api.guards import MayReadReservation, MaySetReservation, ReadingUnit, WritingUnit
from app.api.routing import Router
from app.api.schemas import IfMatch, ReasonForm, Time, View, expected_version
from app.api.views.positions import tell_position
from app.services import reservations as service

router = Router(prefix="/api/jits/{jit}/reservation", tags=["reservations"])


class ReservationForm(ReasonForm):
    """Whether releases, standing rules and use in court are for judicial seats alone, and why."""

    judicial: bool


class ReservationView(View):
    """What stands for one's own party. `version` 0: nothing was ever decided."""

    judicial: bool
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    version: int


@router.get("")
async def read_reservation(session: ReadingUnit, seat: MayReadReservation, response: Response) -> ReservationView:
    """Of one's own party."""
    await tell_position(response, session, seat.jit)
    return ReservationView.model_validate(await service.read(session, seat))


@router.put("")
async def set_reservation(
    session: WritingUnit, seat: MaySetReservation, form: ReservationForm, if_match: IfMatch = None
) -> ReservationView:
    """Reserve them, or lift that."""
    expected = expected_version(if_match)
    await service.decide(session, seat, judicial=form.judicial, reason=form.reason, expected=expected)
    return ReservationView.model_validate(await service.read(session, seat))
