"""Tasks of the demonstration, in every state and time zone, with deadlines relative to the day of building.

Exhibits are named by their key in the catalogue. An exhibit that the coordinator does not see is not mentioned.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.coordination.languages import Language
from app.access.coordination.task_states import TaskState
from app.access.seats import Seat
from app.database import Writing
from app.demo.building import Team
from app.demo.local_time import ATHENS, BERLIN, MADRID, PARIS, ROTTERDAM
from app.models import Evidence, Task, TaskItem
from app.services.coordination.tasks import task_parts, tasks
from app.services.coordination.tasks.task_parts import ChecklistChanges
from app.services.coordination.tasks.tasks import Assignment, Changes, Due

COORDINATOR: Final = "coordinator@nl.demo"
Priority = Literal["low", "normal", "high", "urgent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A task and what became of it.

    A task for another party awaits acceptance first. The assignee accepts it, unless it ends as proposed or declined.

    Attributes:
        to: E-mail address of the assignee.
        by: E-mail address of the assigner: the coordinator, or a leader of the assignee's party.
        title: Title, which identifies the task.
        details: Description.
        due: Days from today, time and time zone; None without a deadline.
        priority: Priority.
        exhibits: Keys of the exhibits.
        state: State in which the task ends.
        reason: Reason for that state.
        said: Comments, with the e-mail address of the author.
        legal_basis: Legal basis.
        language: Language of the work.
        checklist: Items of the checklist.
        ticked: Number of items that are done, from the top.
        repeats: Recurrence rule (RFC 5545).
        after: Title of the task on which this one depends.
    """

    to: str
    title: str
    details: str | None = None
    due: tuple[int, str, str] | None = None
    priority: Priority = "normal"
    exhibits: tuple[str, ...] = ()
    state: TaskState = TaskState.OPEN
    reason: str | None = None
    said: tuple[tuple[str, str], ...] = ()
    legal_basis: str | None = None
    language: Language | None = None
    checklist: tuple[str, ...] = ()
    ticked: int = 0
    repeats: str | None = None
    after: str | None = None
    by: str = COORDINATOR


_S = TaskState
LANTERN: Final = (
    Given(
        to="lena@de.demo",
        title="Compare the sign-ins at the front with the log of the German host",
        details="Hours in UTC. Note every address that stands in both, with its first and last hour.",
        due=(1, "17:00", BERLIN),
        priority="high",
        exhibits=("nl-front-log", "nl-lampkit"),
        state=_S.IN_PROGRESS,
        legal_basis="JIT agreement, cl. 9",
        language="de",
        checklist=(
            "Bring both logs to UTC",
            "Addresses that stand in both",
            "First and last hour of each",
            "A note for Paris",
        ),
        ticked=2,
        said=(("lena@de.demo", "The host's log begins an hour later than ours; asking for the rest."),),
    ),
    Given(
        to="jonas@de.demo",
        title="Preservation request to the host in Frankfurt: ask for prolongation",
        due=(3, "12:00", BERLIN),
        priority="urgent",
    ),
    Given(
        to="lena@de.demo",
        by="jonas@de.demo",
        title="Book the locksmith in Kassel for the morning of the action day",
        due=(6, "16:00", BERLIN),
        checklist=("Locksmith", "Local patrol", "Witness of the municipality"),
        ticked=1,
        state=_S.IN_PROGRESS,
    ),
    Given(
        to="claire@fr.demo",
        title="Decide on the release of the relay's records to Germany",
        due=(2, "18:00", PARIS),
        priority="high",
        exhibits=("fr-relay-log",),
    ),
    Given(
        to="hugo@fr.demo",
        title="Match the subscribers with the French victim reports",
        due=(5, "10:00", PARIS),
        language="fr",
        exhibits=("nl-subscriber",),
        state=_S.IN_PROGRESS,
    ),
    Given(
        to="daan@nl.demo",
        title="Photograph the seals of the carriers again before they leave for The Hague",
        due=(0, "23:30", ROTTERDAM),
        exhibits=("nl-seizure",),
    ),
    Given(
        to="sofia@nl.demo",
        title="Fixity of the stick: compute both hashes from the original",
        due=(-1, "16:00", ROTTERDAM),
        exhibits=("nl-lampkit",),
        state=_S.BLOCKED,
        reason="The write blocker is at calibration until Thursday.",
    ),
    Given(
        to="amir@nl.demo",
        title="Translate the conversation of 9 September, the Dari parts first",
        due=(6, "17:00", ROTTERDAM),
    ),
    Given(
        to="marek@europol.demo",
        title="Cross-check the wallets with the analysis project",
        details="Wallets only; the names stay with the team.",
        due=(4, "15:00", ROTTERDAM),
        exhibits=("nl-bank",),
        said=(("marek@europol.demo", "Two of them are known; the answer comes as an exhibit."),),
    ),
    Given(
        to="ines@eurojust.demo",
        title="Coordination meeting: agenda and interpreters in three languages",
        due=(9, "11:00", ATHENS),
    ),
    Given(to="noor@nl.demo", title="Answer the German question about the witness in Kassel"),
    Given(
        to="bram@nl.demo",
        title="Draft operation plan for the action day, Dutch part",
        due=(12, "09:00", ROTTERDAM),
        priority="high",
        after="Answer the German question about the witness in Kassel",
    ),
    Given(
        to="daan@nl.demo",
        title="Weekly copy of the marketplace's front page",
        details="As it stands at that hour, with the hash in the comment.",
        due=(2, "08:00", ROTTERDAM),
        checklist=("Front page", "List of vendors", "Hash in the comment"),
        repeats="FREQ=WEEKLY",
    ),
    Given(
        to="hugo@fr.demo",
        title="Hear the host's second bookkeeper before he leaves for Geneva",
        due=(4, "16:00", PARIS),
        priority="urgent",
        legal_basis="EIO, Directive 2014/41/EU Art. 10(2)(c)",
        language="fr-CH",
        state=_S.PROPOSED,
    ),
    Given(
        to="jonas@de.demo",
        title="Interpreter for Dari on the action day, from Wiesbaden",
        state=_S.DECLINED,
        reason="Ours is on leave until the tenth; ask the Dutch police.",
    ),
    Given(
        to="lena@de.demo",
        title="Receipt for the stick that was taken to Wiesbaden",
        due=(-3, "12:00", BERLIN),
        exhibits=("nl-lampkit",),
        state=_S.DONE,
    ),
    Given(
        to="hugo@fr.demo",
        title="Second interview with the host's bookkeeper",
        state=_S.CANCELLED,
        reason="The judge heard him himself.",
    ),
)
SEXTANT: Final = (
    Given(
        to="nikos@gr.demo",
        title="Cameras of gate 4 in Piraeus: secure them before they are overwritten",
        due=(1, "18:00", ATHENS),
        priority="urgent",
        exhibits=("sx-nl-list",),
        state=_S.IN_PROGRESS,
    ),
    Given(to="pilar@es.demo", title="Container list: which of them left Valencia?", due=(2, "14:00", MADRID)),
    Given(to="daan@nl.demo", title="Hours of the portal against the terminal's own clock", due=(7, "12:00", ROTTERDAM)),
)
GIVEN: Final = {"lantern": LANTERN, "sextant": SEXTANT}


async def give(team: Team) -> None:
    """Assign the tasks of the team and let their assignees work on them, unless they exist."""
    for one in GIVEN[team.spec.key]:
        seat = team.seats[one.by]
        async with team.context.database.writing(seat.requester) as session:
            if (await session.scalars(select(Task.id).where(Task.title == one.title))).first() is not None:
                continue
            task = await tasks.assign(session, seat, await _assignment(session, team, one))
            before = select(Task.id).where(Task.title == one.after)
            if one.after is not None and (found := await session.scalar(before)) is not None:
                await task_parts.change_dependencies(session, seat, task, (found,), ())
        await _go_on(team, one, task)


async def _assignment(session: Writing, team: Team, one: Given) -> Assignment:
    named = [team.exhibits[key] for key in one.exhibits if key in team.exhibits]
    seen = await session.scalars(select(Evidence.id).where(Evidence.id.in_(named)))
    return Assignment(
        title=one.title,
        assignee=team.seats[one.to].code,
        details=one.details,
        due=None if one.due is None else _due(*one.due),
        priority=one.priority,
        evidence=sorted(seen),
        legal_basis=one.legal_basis,
        language=one.language,
        checklist=one.checklist,
        repeats=one.repeats,
    )


def _due(days: int, at: str, zone: str) -> Due:
    there = ZoneInfo(zone)
    day = clock.now().astimezone(there).date() + timedelta(days=days)
    return Due(datetime.combine(day, time.fromisoformat(at), there), zone)


async def _go_on(team: Team, one: Given, task: UUID) -> None:
    by: Seat = team.seats[one.by if one.state is _S.CANCELLED else one.to]
    async with team.context.database.writing(team.seats[one.to].requester) as session:
        given = await tasks.find(session, task)
        if given.state == _S.PROPOSED and one.state not in {_S.PROPOSED, _S.DECLINED}:
            accept = Changes(state=_S.OPEN)
            await tasks.change(session, team.seats[one.to], task, accept, expected=1)
        version, stands = given.version, given.state
    if one.state != stands:
        async with team.context.database.writing(by.requester) as session:
            await tasks.change(session, by, task, Changes(state=one.state, reason=one.reason), expected=version)
    if one.ticked:
        async with team.context.database.writing(by.requester) as session:
            query = select(TaskItem.id).where(TaskItem.task == task).order_by(TaskItem.id).limit(one.ticked)
            await task_parts.change_checklist(
                session, by, task, ChecklistChanges(tick=(await session.scalars(query)).all())
            )
    for email, words in one.said:
        author = team.seats[email]
        async with team.context.database.writing(author.requester) as session:
            await task_parts.comment(session, author, task, words)
