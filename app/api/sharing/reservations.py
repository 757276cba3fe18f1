"""Routes for acts that a party reserves to its judicial members, and its leaders' decision about it."""

from fastapi import Response

from app.api.guards import MayReadReservation, MaySetReservation, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, ReasonForm, Time, View, expected_version
from app.services.sharing import reservations as service

router = Router(prefix="/api/jits/{jit}/reservation", tags=["reservations"])


class ReservationForm(ReasonForm):
    """Whether releases, sharing rules and use in court are reserved to judicial members, and the reason."""

    judicial: bool


class ReservationView(View):
    """The setting of the caller's party. `version` 0: nothing was ever decided."""

    judicial: bool
    decided_by: str | None
    decided_at: Time | None
    may_set: bool
    version: int


@router.get("")
async def read_reservation(session: ReadingUnit, seat: MayReadReservation, response: Response) -> ReservationView:
    """Return the setting of the caller's party."""
    await tell_position(response, session, seat.jit)
    return ReservationView.model_validate(await service.read(session, seat))


@router.put("")
async def set_reservation(
    session: WritingUnit, seat: MaySetReservation, form: ReservationForm, if_match: IfMatch = None
) -> ReservationView:
    """Reserve these acts to judicial members, or lift the reservation."""
    expected = expected_version(if_match)
    await service.decide(session, seat, judicial=form.judicial, reason=form.reason, expected=expected)
    return ReservationView.model_validate(await service.read(session, seat))
