"""Hearings of Operation Lantern that miss something, and assessments of admissibility."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Reading
from app.demo.building import Team
from app.demo.local_time import PARIS, ROTTERDAM
from app.models import Admissibility, Hearing
from app.services.requests.hearings import admissibilities, hearings
from app.services.requests.hearings.admissibilities import NewAssessment
from app.services.requests.hearings.hearings import NewHearing


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A hearing.

    Attributes:
        by: E-mail address of the member who creates it.
        title: Its name, which identifies it.
        days: Days from the building to the hearing.
        at: Local time (`HH:MM`).
        exhibits: Keys of the exhibits that will be used.
    """

    by: str
    title: str
    country: str
    court: str
    proceeding: str
    days: int
    at: str
    zone: str
    language: str
    exhibits: tuple[str, ...]

    def held_at(self, now: datetime) -> datetime:
        """Return when the hearing is held, counted from `now`."""
        day = now.astimezone(ZoneInfo(self.zone)).date() + timedelta(days=self.days)
        return datetime.combine(day, time.fromisoformat(self.at), ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """An assessment of a need. `exhibit`, `paper`: keys of exhibits."""

    by: str
    exhibit: str
    country: str
    need: str
    status: str
    reason: str
    paper: str | None = None


HEARINGS: Final = (
    Held(
        by="noor@nl.demo",
        title="Custody of suspect A: hearing on the investigation",
        country="NL",
        court="Rechtbank Rotterdam",
        proceeding="10-114-26",
        days=24,
        at="09:30",
        zone=ROTTERDAM,
        language="nl",
        exhibits=("nl-seizure", "nl-lampkit", "de-subscriber", "de-protocol", "fr-greek-note"),
    ),
    Held(
        by="claire@fr.demo",
        title="Suspect C : débat sur la détention provisoire",
        country="FR",
        court="Tribunal judiciaire de Paris",
        proceeding="JI 26/0217",
        days=17,
        at="14:00",
        zone=PARIS,
        language="fr",
        exhibits=("fr-protocol", "fr-greek-note", "nl-seizure", "de-database"),
    ),
)
ASSESSED: Final = (
    Assessed(
        by="noor@nl.demo",
        exhibit="nl-lampkit",
        country="NL",
        need="Report of the examiner who made the image",
        status="open",
        reason="The laboratory has not sent the report yet.",
    ),
    Assessed(
        by="noor@nl.demo",
        exhibit="de-subscriber",
        country="NL",
        need="Answer of the authority that executed the order",
        status="met",
        reason="The annex to the answer names the order RK 26/1063.",
        paper="de-annex",
    ),
)


async def make(team: Team) -> None:
    """Create the hearings and record the assessments, unless that was done."""
    for one in HEARINGS:
        seat = team.seats[one.by]
        async with team.context.database.writing(seat.requester) as session:
            if await session.scalar(select(Hearing.id).where(Hearing.title == one.title)) is None:
                await hearings.create(session, seat, _hearing(team, one))
    for each in ASSESSED:
        seat, exhibit = team.seats[each.by], team.exhibits[each.exhibit]
        async with team.context.database.writing(seat.requester) as session:
            if not await _is_assessed(session, seat, exhibit, each.need):
                await admissibilities.assess(session, seat, exhibit, _assessment(team, each))


def _hearing(team: Team, one: Held) -> NewHearing:
    values = {
        "title": one.title,
        "country": one.country,
        "court": one.court,
        "proceeding": one.proceeding,
        "held_at": one.held_at(clock.now()),
        "zone": one.zone,
        "court_language": one.language,
    }
    return NewHearing(values, [team.exhibits[key] for key in one.exhibits])


def _assessment(team: Team, one: Assessed) -> NewAssessment:
    paper = None if one.paper is None else team.exhibits[one.paper]
    return NewAssessment(status=one.status, reason=one.reason, country=one.country, need=one.need, paper=paper)


async def _is_assessed(session: Reading, seat: Seat, exhibit: UUID, need: str) -> bool:
    known = select(Admissibility.id).where(
        Admissibility.evidence == exhibit, Admissibility.party == seat.party, Admissibility.need == need
    )
    return await session.scalar(known) is not None
