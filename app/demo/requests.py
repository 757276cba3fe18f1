"""Builds legal requests of the demonstration through the services, each in one transaction.

The requests are in `lantern/requests.py`. Times are counted back from the instant of building, so that waiting times and deadlines look the same on every day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.seats import Seat
from app.database import Writing
from app.demo.building import Team
from app.models import LegalRequest, RequestContent, RequestItem
from app.services.requests import drafting, exhibits, links, moves, releases, required_approvals, transmissions
from app.services.requests.deadlines import acts, events, reading
from app.services.requests.deadlines.acts import NewDeadline
from app.services.requests.deadlines.reading import ASKED
from app.services.requests.drafting import NewItem, NewRequest
from app.services.requests.moves import NewMove
from app.services.requests.transmissions import NewTransmission
from app.services.sharing import required_approvals as shared

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """A local time some days ago: the last one that is at least `days` days and one hour ago."""

    days: int
    at: str = "10:20"

    def before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the instant, counted back from `now`."""
        local, at = (now - _HOUR).astimezone(zone), time.fromisoformat(self.at)
        day = local.date() - timedelta(days=self.days + (at > local.time()))
        return datetime.combine(day, at, zone)


@dataclass(frozen=True, slots=True)
class Hours:
    """Elapsed hours ago."""

    hours: int

    def before(self, now: datetime, _zone: ZoneInfo) -> datetime:
        """Return the instant, counted back from `now`."""
        return now - self.hours * _HOUR


@dataclass(frozen=True, slots=True)
class LapsingAfter:
    """The event of a period of so many days that ends at the first end of a local day after these hours.

    The law counts preservation in days, so data lapse at the end of a day in the zone of the executing authority. Up to 24
    hours more are left, depending on the time of building.
    """

    hours: int
    period_days: int
    at: str = "11:40"

    def before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the instant of the event. The period then ends at least `hours` hours after `now`."""
        last = (now + self.hours * _HOUR).astimezone(zone).date()
        return datetime.combine(last - self.period_days * _DAY, time.fromisoformat(self.at), zone)


When = Days | Hours | LapsingAfter


@dataclass(frozen=True, slots=True)
class Moved:
    """A move of the request, or of the item with this number."""

    to: RequestState | ItemState
    when: When
    item: int | None = None
    reason: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A step of transmission."""

    authority: str
    when: When
    country: str
    channel: str | None = None
    contact: str | None = None
    receipt: Literal["Delivery", "Retrieval", "SubmissionAcceptance"] | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a deadline that no move tells."""

    rule: str
    when: When


Step = Moved | Station | Ended


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval that the party requires before it sends the request. `by`: e-mail address of its leader."""

    by: str
    approver: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A request and what became of it.

    Attributes:
        by: E-mail address of the member who makes it; a leader, if it is released.
        instrument: Key of the instrument.
        country: Country of the other side.
        title: Title, which identifies the request.
        items: Its items.
        zone: Time zone in which the steps happened.
        direction: Whether the party asks or is asked.
        received: When an incoming request arrived.
        urgent: Whether it is urgent.
        content: Other values, by their columns.
        steps: Moves, steps of transmission and ends of deadlines, the first one first.
        answer_in: Days after the building by which the party asked for an answer.
        papers: Keys of exhibits that are papers, with their kind.
        results: Keys of exhibits that are results, with the number of the item.
        releases: Codes of parties, with the level of the release.
        produces: Title of an earlier request whose data this one asks to be produced.
        approval: A required approval that is not lifted.
    """

    by: str
    instrument: str
    country: str
    title: str
    items: tuple[NewItem, ...]
    zone: str
    direction: Direction = Direction.OUT
    received: When | None = None
    urgent: bool = False
    content: dict[str, Any] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    answer_in: int | None = None
    papers: tuple[tuple[str, str], ...] = ()
    results: tuple[tuple[str, int], ...] = ()
    releases: tuple[tuple[str, str], ...] = ()
    produces: str | None = None
    approval: Approved | None = None


async def make(team: Team, requested: Sequence[Requested]) -> None:
    """Make these requests, unless they exist."""
    for one in requested:
        seat = team.seats[one.by]
        async with team.context.database.writing(seat.requester) as session:
            if await _titled(session, one.title) is None:
                await _make(session, seat, team, one)
        if one.approval is not None:
            await _require(team, one.title, one.approval)


async def _require(team: Team, title: str, approval: Approved) -> None:
    """Require an approval of a request, unless one is required."""
    seat = team.seats[approval.by]
    async with team.context.database.writing(seat.requester) as session:
        request = await _titled(session, title)
        if request is not None and not await shared.list_all(session, seat, request=request):
            await required_approvals.set_for_request(session, seat, request, approval.approver, approval.reason)


async def _titled(session: Writing, title: str) -> UUID | None:
    found: UUID | None = await session.scalar(select(RequestContent.request).where(RequestContent.title == title))
    return found


async def _make(session: Writing, seat: Seat, team: Team, one: Requested) -> None:
    now, zone = clock.now(), ZoneInfo(one.zone)
    what = NewRequest(
        direction=one.direction,
        instrument=one.instrument,
        country=one.country,
        urgent=one.urgent,
        items=one.items,
        content=one.content | {"title": one.title},
        received_at=None if one.received is None else one.received.before(now, zone),
    )
    request = await drafting.create(session, seat, what)
    await events.of_request(session, seat, request, request.since_at)
    for step in one.steps:
        await _take(session, seat, request, step, step.when.before(now, zone))
    if one.answer_in is not None:
        due_on = (now + one.answer_in * _DAY).astimezone(zone).date()
        await acts.start(session, seat, request.id, NewDeadline(ASKED, due_on=due_on))
    items = await _items(session, request.id)
    for key, kind in one.papers:
        await exhibits.add_paper(session, seat, request.id, team.exhibits[key], kind)
    for key, place in one.results:
        await exhibits.link_result(session, seat, request.id, items[place].id, team.exhibits[key])
    for party, level in one.releases:
        await releases.grant(session, seat, request.id, party, level, None)
    if one.produces is not None and (earlier := await _titled(session, one.produces)) is not None:
        await links.link_earlier(session, seat, request.id, earlier, links.PRODUCTION)


async def _items(session: Writing, request: UUID) -> dict[int, RequestItem]:
    return {one.place: one for one in await drafting.items_of(session, request)}


async def _take(session: Writing, seat: Seat, request: LegalRequest, step: Step, at: datetime) -> None:
    match step:
        case Moved(item=None):
            await moves.move(session, seat, request.id, NewMove(step.to, at, step.reason))
        case Moved(item=int(place)):
            item = (await _items(session, request.id))[place]
            await moves.move_item(session, seat, request.id, item.id, NewMove(step.to, at, step.reason, step.ground))
        case Station():
            station = NewTransmission(step.authority, at, step.country, step.contact, step.channel, step.receipt)
            await transmissions.transmit(session, seat, request.id, station)
        case Ended():
            for row in await reading.of(session, [request.id]):
                if row.rule == step.rule and row.ended_at is None:
                    await acts.end(session, seat, request.id, row.id, "met", at)
