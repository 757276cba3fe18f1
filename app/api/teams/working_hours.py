"""Routes for working hours of the parties and for proposed meeting times.

The frontend computes the present local times itself, because they change without the data changing.
"""

from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from fastapi import Query, Response
from pydantic import Field, StringConstraints

from app.access.hours import AtWork
from app.api.guards import MayReadJit, MaySetHours, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Code, Form, IfMatch, Page, Time, View, expected_version
from app.services.teams import working_hours as service
from app.services.teams.working_hours import Meeting, PartyHours, StatedHours, clock_of

router = Router(prefix="/api/jits/{jit}", tags=["working hours"])

Clock = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
Language = Annotated[
    Literal["en", "fr"], Query(description="Language of the names of holidays, where their country has one.")
]


class WorkingHoursForm(Form):
    """Working hours in the party's zone. `days`: 1 is Monday. `holidays_of`: country, ISO 3166-1 alpha-2."""

    days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]
    begins: Clock
    ends: Clock
    holidays_of: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None

    def stated(self) -> StatedHours:
        """Return the hours as the service takes them."""
        return StatedHours(self.days, _minutes(self.begins), _minutes(self.ends), self.holidays_of)


class HolidayView(View):
    """A public holiday according to a software library. Verify it with the country concerned."""

    on: date
    name: str


class WorkingHoursView(View):
    """A party's working hours. `is_stated`: set by a leader, otherwise usual hours.

    `holidays`: from 15 days ago until 30 days ahead.
    """

    party: str
    time_zone: str
    days: list[int]
    begins: str
    ends: str
    holidays_of: str | None
    holidays: list[HolidayView]
    is_stated: bool
    version: int


class LocalView(View):
    """A meeting time as a party sees it. `begins_local` and `ends_local`: its local time with offset."""

    party: str
    at_work: AtWork
    begins_local: str
    ends_local: str
    holiday: str | None


class SlotView(View):
    """A proposed meeting time. `working`: number of parties within their working hours."""

    begins_at: Time
    ends_at: Time
    working: int
    parties: list[LocalView]


@router.get("/working-hours")
async def list_working_hours(
    session: ReadingUnit, seat: MayReadJit, response: Response, language: Language = "en"
) -> Page[WorkingHoursView]:
    """List the working hours of every participating party, by code."""
    await tell_position(response, session, seat.jit)
    return Page(items=[_view(one) for one in await service.of_all(session, seat, language)], next=None)


@router.put("/working-hours")
async def set_working_hours(
    session: WritingUnit, seat: MaySetHours, form: WorkingHoursForm, if_match: IfMatch = None
) -> WorkingHoursView:
    """Set the working hours of the caller's party. `If-Match: "0"` if they were never set."""
    await service.set_hours(session, seat, form.stated(), expected=expected_version(if_match))
    own = await service.of_own(session, seat)
    assert own is not None
    return _view(own)


@router.get("/meeting-slots")
async def list_meeting_slots(
    session: ReadingUnit,
    seat: MayReadJit,
    response: Response,
    party: Annotated[
        list[Code] | None, Query(max_length=20, description="Codes of the parties that meet. Without it, all parties.")
    ] = None,
    minutes: Annotated[int, Query(ge=30, le=120)] = 60,
    days: Annotated[int, Query(ge=1, le=14)] = 5,
    language: Language = "en",
) -> Page[SlotView]:
    """List the best meeting times: most parties at work first, then nearest to the others' hours, then earliest."""
    await tell_position(response, session, seat.jit)
    found = await service.meeting(session, seat, party or (), days=days, minutes=minutes, language=language)
    return Page(items=[_slot(found, index) for index in range(len(found.slots))], next=None)


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def _view(details: PartyHours) -> WorkingHoursView:
    return WorkingHoursView(
        party=details.party.code,
        time_zone=details.party.time_zone,
        days=list(details.stated.days),
        begins=clock_of(details.stated.begins),
        ends=clock_of(details.stated.ends),
        holidays_of=details.stated.holidays_of,
        holidays=[HolidayView(on=day, name=name) for day, name in details.holidays.items()],
        is_stated=details.is_stated,
        version=details.version,
    )


def _slot(found: Meeting, index: int) -> SlotView:
    slot, parties = found.slots[index], list[LocalView]()
    for details, at_work in zip(found.parties, slot.at_work, strict=True):
        begins, ends = (at.astimezone(ZoneInfo(details.party.time_zone)) for at in (slot.begins_at, slot.ends_at))
        local = (begins.isoformat(timespec="minutes"), ends.isoformat(timespec="minutes"))
        name = details.holidays.get(begins.date()) if at_work is AtWork.HOLIDAY else None
        parties.append(
            LocalView(
                party=details.party.code, at_work=at_work, begins_local=local[0], ends_local=local[1], holiday=name
            )
        )
    working = sum(one.at_work is AtWork.WORKING for one in parties)
    return SlotView(begins_at=slot.begins_at, ends_at=slot.ends_at, working=working, parties=parties)
