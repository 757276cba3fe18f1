"""The action day of Operation Lantern and its exercise, planned some days after the building.

Three countries take part. One of them has not confirmed GO.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.coordination.operation_states import ActionState, OperationKind, OperationState, Sharing
from app.database import Reading
from app.demo.building import Team
from app.demo.local_time import BERLIN, ROTTERDAM
from app.models import Operation
from app.services.coordination import actions, deconfliction, operations, operations_log
from app.services.coordination.actions import Authorisation, Move, Planning
from app.services.coordination.deconfliction import NewProtectedEntry
from app.services.coordination.operations import Changes, Hour
from app.services.coordination.operations_log import NewReport

COORDINATOR: Final = "coordinator@nl.demo"
TITLE: Final = "Lantern out"
REHEARSAL: Final = "Lantern out, on the table"
PARTIES: Final = ("DE", "EUROJUST", "FR", "NL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An action of the action day.

    Attributes:
        by: E-mail address of the member who plans it.
        sharing: Fields that other parties see.
        plan: Fields of the plan.
        warrant: Kind, reference, time zone, and hours after H until which it is valid.
        ready: Whether it is marked as ready.
    """

    by: str
    sharing: Sharing
    plan: Mapping[str, Any]
    warrant: tuple[str, str, str, int] | None = None
    ready: bool = False


ACTIONS: Final = (
    Planned(
        by="daan@nl.demo",
        sharing=Sharing.WHOLE,
        plan={
            "objective": "Seize the front servers in the data centre, powered and recorded",
            "place": "Data centre, Waalhaven Oostzijde 81, Rotterdam",
            "team": "Four of the digital unit, two of the laboratory; the operator's night engineer opens",
            "channel": "TETRA LNT-1",
            "risk": "Wiped from afar when the front goes dark: cut the line first",
            "contingency": "Image live over the console if the cage stays locked",
        },
        warrant=("Seizure order", "RK 26/1184", ROTTERDAM, 72),
        ready=True,
    ),
    Planned(
        by="bram@nl.demo",
        sharing=Sharing.BOARD,
        plan={
            "objective": "Arrest of the man behind the front desk",
            "place": "Flat in Delfshaven",
            "team": "Arrest team, six",
            "interpreter": "Amir, by telephone",
            "channel": "TETRA LNT-2",
            "risk": "A child in the flat from Thursday on",
        },
        warrant=("Arrest warrant", "RK 26/1185", ROTTERDAM, 3),
    ),
    Planned(
        by="lena@de.demo",
        sharing=Sharing.WHOLE,
        plan={
            "objective": "Search of the workshop in Kassel",
            "place": "Workshop, Kassel",
            "team": "Eight of the BKA, a locksmith",
            "channel": "BOS 414",
            "contingency": "Wait for the second car: two exits",
        },
        warrant=("Search warrant", "3 Gs 812/26", BERLIN, 240),
        ready=True,
    ),
    Planned(
        by="jonas@de.demo",
        sharing=Sharing.NONE,
        plan={"objective": "Telephone of the second suspect, as soon as the first is taken", "team": "Two"},
        warrant=("Telecommunications order", "3 Gs 815/26", BERLIN, 240),
    ),
    Planned(
        by="hugo@fr.demo",
        sharing=Sharing.BOARD,
        plan={
            "objective": "Search of the relay's rooms in Lille",
            "place": "Lille, second floor",
            "team": "Five of the section",
            "risk": "Lawyer's office next door",
        },
    ),
)


async def plan(team: Team) -> None:
    """Plan the action day and its exercise in Operation Lantern, unless they exist."""
    if team.spec.key != "lantern":
        return
    if not await _known(team, REHEARSAL):
        day = await _day(team, REHEARSAL, OperationKind.REHEARSAL, days=2, at="10:00")
        await _say(team, day, "Every party reads its first line aloud; no car leaves the yard.")
    if not await _known(team, TITLE):
        day = await _day(team, TITLE, OperationKind.REAL, days=4, at="05:30")
        for one in ACTIONS:
            await _act(team, day, one)
        await _protect(team, day)
        await _say(team, day, "H moves from Thursday to this day: the child is at school by then.")
        for leader in ("noor@nl.demo", "jonas@de.demo"):
            seat = team.seats[leader]
            async with team.context.database.writing(seat.requester) as session:
                told_as = (await operations.find(session, day)).told_as
                await operations.give_answer(session, seat, day, "go", None, told_as)


async def _known(team: Team, title: str) -> bool:
    seat = team.seats[COORDINATOR]
    async with team.context.database.reading(seat.requester) as session:
        return (await session.scalars(select(Operation.id).where(Operation.title == title))).first() is not None


async def _day(team: Team, title: str, kind: OperationKind, *, days: int, at: str) -> UUID:
    seat, there = team.seats[COORDINATOR], ZoneInfo(ROTTERDAM)
    on = clock.now().astimezone(there).date() + timedelta(days=days)
    hour = Hour(datetime.combine(on, time.fromisoformat(at), there), ROTTERDAM)
    async with team.context.database.writing(seat.requester) as session:
        day = await operations.plan(session, seat, operations.Planning(title, kind.value, hour, PARTIES))
        await operations.change(session, seat, day, Changes(state=OperationState.PLANNED), expected=1)
    return day


async def _act(team: Team, day: UUID, one: Planned) -> None:
    seat = team.seats[one.by]
    async with team.context.database.writing(seat.requester) as session:
        values = {**one.plan, **await _warrant(session, day, one)}
        action = await actions.plan(session, seat, day, Planning(values, seat.code, one.sharing))
        if one.ready:
            ready = Move(clock.new_id(), ActionState.PLANNED, ActionState.READY, clock.now())
            await actions.move(session, seat, day, action, ready)


async def _warrant(session: Reading, day: UUID, one: Planned) -> dict[str, Any]:
    if one.warrant is None:
        return {}
    kind, reference, zone, hours = one.warrant
    h_at = (await operations.find(session, day)).h_at
    return Authorisation(kind, reference, h_at - timedelta(days=2), h_at + timedelta(hours=hours), zone).columns()


async def _protect(team: Team, day: UUID) -> None:
    seat = team.seats["jonas@de.demo"]
    entry = NewProtectedEntry(
        "person", "The buyer called Docht", "Works with us until Friday; a search at his address ends it.", ["NL"]
    )
    async with team.context.database.writing(seat.requester) as session:
        await deconfliction.enter(session, seat, day, entry)


async def _say(team: Team, day: UUID, words: str) -> None:
    seat = team.seats[COORDINATOR]
    saying = NewReport(clock.new_id(), operations_log.DECISION, words, shared=True, occurred_at=clock.now())
    async with team.context.database.writing(seat.requester) as session:
        await operations_log.report(session, seat, day, saying)
