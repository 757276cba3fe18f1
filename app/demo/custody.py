"""Custody events of the two sticks of Operation Lantern, and a pending handover."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select

from app import clock
from app.access.custody_states import CustodyEvent
from app.demo.building import Team
from app.demo.local_time import ROTTERDAM, local
from app.models import File
from app.services.custody import handovers, physical_custody
from app.services.custody.event_time import EventDetails, Occurred
from app.services.custody.handovers import NewHandover

_EXHIBIT: Final = "nl-sticks"
_BY: Final = "daan@nl.demo"
_TO: Final = "bram@nl.demo"
_DAY: Final = "2026-09-15"
_KEEPER: Final = "Property store, R. de Wit"
#: Event, fields, local time of that day in Rotterdam, remarks.
WAY: Final[tuple[tuple[CustodyEvent, dict[str, Any], str, str | None], ...]] = (
    (
        CustodyEvent.SEIZED,
        {"by": "T. Vos, T-417", "from_whom": "Suspect A, jacket", "place": "Dwelling R-1, hall"},
        "07:15",
        None,
    ),
    (CustodyEvent.SEALED, {"by": "T. Vos, T-417", "seal": "NL-00431"}, "07:19", "Both in one bag."),
    (CustodyEvent.TRANSPORTED, {"by": "T. Vos, T-417", "place": "Police station, Rotterdam"}, "13:40", None),
    (CustodyEvent.STORED, {"custodian": _KEEPER, "place": "Property store Rotterdam, shelf 14-C"}, "15:05", None),
)


async def keep(team: Team) -> None:
    """Record the missing custody events and offer the handover, unless that was done."""
    if _EXHIBIT not in team.exhibits:
        return
    for number, (event, fields, at, remarks) in enumerate(WAY):
        happened = local(f"{_DAY} {at}", ROTTERDAM)
        await _record(team, number, event, fields, happened, remarks)
    seat, exhibit = team.seats[_BY], team.exhibits[_EXHIBIT]
    async with team.context.database.writing(seat.requester) as session:
        context = await physical_custody.find(session, seat, exhibit)
        if context.version == len(WAY) and context.open_handover is None:
            to = team.seats[_TO]
            offer = NewHandover(to.party_code or "", to.code, due_at=clock.now() + timedelta(hours=20))
            event_details = EventDetails(remarks="For the second image at the laboratory.")
            await handovers.offer(session, seat, exhibit, offer, event_details, expected=context.version)


async def _record(
    team: Team, number: int, event: CustodyEvent, fields: dict[str, Any], happened: datetime, remarks: str | None
) -> None:
    seat, exhibit = team.seats[_BY], team.exhibits[_EXHIBIT]
    async with team.context.database.writing(seat.requester) as session:
        context = await physical_custody.find(session, seat, exhibit)
        if context.version > number:
            return
        if event is CustodyEvent.SEALED:
            fields = fields | {
                "photograph": (await session.scalars(select(File.id).where(File.evidence == exhibit))).first()
            }
        event_details = EventDetails(Occurred(happened, ROTTERDAM, "report"), remarks)
        await physical_custody.record(session, seat, exhibit, event, fields, event_details, expected=number)
