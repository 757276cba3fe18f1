"""Tasks: given to a seat, commented, linked to exhibits. What another party gives is proposed.

Every act is a fact that the task's people hear: its assigner's and assignee's parties and the coordinators. A link is heard,
like it is seen, only by who sees the exhibit too; it leaves the task's version alone, so that nobody else can tell.
Deliberately not here: lists (`services/task_list.py`) and what changes later (`services/task_changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Permission, Role, permissions_of
from app.access.seats import Seat
from app.access.task_states import WORKING, TaskState
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import TaskAssigned, TaskCommented, TaskLinked, TaskUnlinked
from app.ledger.facts.fact import Fact
from app.models import Evidence, Task, TaskComment, TaskItem, TaskLink
from app.services import phases, task_people, task_repeats
from app.services import roster as rosters
from app.services.numbers import random_characters
from app.services.roster import Roster

_NUMBER_LENGTH: Final = 6
NOT_YOURS: Final = "Only its assignee, the seat that set it and coordinators change this task. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: the moment, and the zone in which it was meant."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as its assigner states it. `assignee`: the code of a seat."""

    title: str
    assignee: str
    details: str | None = None
    due: Due | None = None
    priority: str = "normal"
    evidence: Sequence[UUID] = ()
    legal_basis: str | None = None
    language: str | None = None
    checklist: Sequence[str] = ()
    repeats: str | None = None


async def assign(session: Writing, seat: Seat, what: Assignment) -> UUID:
    """Give a task to a seat. Raises `Invalid` naming the field, `Conflict`, `Forbidden`: then nothing was created."""
    if seat.party is None:
        raise Forbidden("Only somebody of a party assigns tasks. Nothing was created.", code="no-party")
    await phases.demand_operational(session, seat, "No task was given.")
    roster = await rosters.of(session, seat.jit)
    assignee = assignee_of(roster, what.assignee)
    exhibits = await _visible(session, what.evidence, "evidence")
    now = clock.now()
    values = {
        "jit": seat.jit,
        "title": what.title,
        "details": what.details,
        "priority": what.priority,
        "legal_basis": what.legal_basis,
        "language": what.language,
        "assigner": seat.id,
        "assigner_party": seat.party,
        "assignee": assignee.id,
        "assignee_party": assignee.party,
        "due_at": what.due.at if what.due else None,
        "due_zone": what.due.zone if what.due else None,
        "created_at": now,
        "updated_at": now,
        "state_changed_at": now,
        "party_since": now,
        **standing(seat, assignee.party, now),
        **repeating(what.repeats, what.due),
    }
    task = (await session.scalars(select(Task).where(Task.id == await insert_row(session, values)))).one()
    add_items(session, seat, task.id, what.checklist)
    facts = [assigned(task, roster, None, what.checklist), *link_all(session, seat, task, roster, exhibits)]
    await session.flush()
    await journal.append(session, seat, *facts)
    return task.id


def standing(seat: Seat, party: UUID, now: datetime) -> dict[str, Any]:
    """How a task begins that the seat gives to this party's people: as a proposal, unless the party is its own."""
    own = party == seat.party
    state = TaskState.OPEN if own else TaskState.PROPOSED
    return {"state": state.value, "accepted_at": now if own else None, "accepted_by": None}


def repeating(rule: str | None, due: Due | None) -> dict[str, Any]:
    """From which deadline on it repeats. Raises `Invalid` naming `repeats`."""
    if rule is None:
        return dict.fromkeys(("repeats", "repeats_from", "repeats_zone", "occurrence"))
    if due is None:
        raise Invalid("What repeats has a deadline, from which it is counted. Nothing was changed.", field="repeats")
    task_repeats.demand_rule(rule, due.at, due.zone)
    start = task_repeats.local(due.at, due.zone)
    return {"repeats": rule, "repeats_from": start, "repeats_zone": due.zone, "occurrence": 1}


def add_items(session: Writing, seat: Seat, task: UUID, texts: Sequence[str]) -> list[TaskItem]:
    """Put these at the end of a checklist."""
    now = clock.now()
    items = [
        TaskItem(id=clock.new_id(), jit=seat.jit, task=task, text=one, added_by=seat.id, added_at=now) for one in texts
    ]
    session.add_all(items)
    return items


def link_all(session: Writing, seat: Seat, task: Task, roster: Roster, exhibits: dict[UUID, str]) -> list[Fact]:
    """Let a new task mention these exhibits; what the ledger says of it."""
    now = clock.now()
    for exhibit in exhibits:
        session.add(TaskLink(task=task.id, evidence=exhibit, jit=seat.jit, linked_by=seat.id, linked_at=now))
    return [_linked(TaskLinked, task, roster, exhibit, number) for exhibit, number in exhibits.items()]


async def insert_row(session: Writing, values: dict[str, Any]) -> UUID:
    """The row under a number that no other task of the team bears."""
    while True:
        row = {"id": clock.new_id(), "number": f"T-{random_characters(_NUMBER_LENGTH)}", **values}
        done = insert(Task).values(row).on_conflict_do_nothing(index_elements=["jit", "number"]).returning(Task.id)
        if (made := await session.scalar(done)) is not None:
            return made


def assignee_of(roster: Roster, code: str) -> Any:  # noqa: ANN401 - a row of the roster
    """The seat with this code, if it can be given a task. Raises `Invalid`, `Conflict`."""
    row = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if row is None or row.party is None or Permission.TASK_WORK not in permissions_of(Role(role) for role in row.roles):
        raise Invalid("This is not a seat that can be given a task. Nothing was changed.", field="assignee")
    party = roster.party(roster.party_code(row.party), "assignee")
    rosters.demand_within(party, ", which this version cannot take. Nothing was changed.")
    return row


async def _visible(session: Reading, wanted: Sequence[UUID], name: str) -> dict[UUID, str]:
    """The numbers of exhibits. Raises `Invalid`, the same for what is absent and what is invisible."""
    rows = await session.execute(select(Evidence.id, Evidence.exhibit_number).where(Evidence.id.in_(wanted)))
    known = {row.id: str(row.exhibit_number) for row in rows}
    for index, one in enumerate(wanted):
        if one not in known:
            raise Invalid("There is no such exhibit. Nothing was changed.", field=f"{name}.{index}")
    return {one: known[one] for one in wanted}


async def find(session: Reading, task: UUID) -> Task:
    """A task that the seat may see. Raises `NotFound`."""
    found = (await session.scalars(select(Task).where(Task.id == task))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def in_turn(session: Writing, task: UUID) -> None:
    """Until the end of the transaction nobody else says or changes anything of the task: who hears it is who has it then.

    No lock of its row: that is only for those who may change it, and whoever sees a task may comment on it.
    """
    await session.execute(_IN_TURN, {"task": str(task)})


_IN_TURN: Final = text("select pg_advisory_xact_lock(hashtextextended('liaison-task ' || :task, 0))")


def said_of(task: Task, roster: Roster) -> dict[str, Any]:
    """A task as facts and refusals tell it."""
    return {
        "title": task.title,
        "details": task.details,
        "priority": task.priority,
        "state": task.state,
        "assignee": roster.seat_code(task.assignee),
        "due_at": clock.rfc3339(task.due_at) if task.due_at else None,
        "due_zone": task.due_zone,
        "legal_basis": task.legal_basis,
        "language": task.language,
        "repeats": task.repeats,
        "version": task.version,
    }


def assigned(
    task: Task, roster: Roster, former: str | None, checklist: Sequence[str], follows: str | None = None
) -> TaskAssigned:
    """The fact that a seat has this task from now on, as it reads; `former`: the seat that had it; `follows`: what it repeats."""
    said = said_of(task, roster)
    del said["version"]
    return TaskAssigned(
        task=task.id,
        number=task.number,
        hearing=task_people.of(task, roster),
        assigner=roster.seat_code(task.assigner),
        former=former,
        items=list(checklist),
        follows=follows,
        **said,
    )


def _linked(fact: type[TaskLinked], task: Task, roster: Roster, exhibit: UUID, number: str) -> TaskLinked:
    return fact(
        task=task.id,
        number=task.number,
        hearing=task_people.of(task, roster),
        evidence=exhibit,
        exhibit=str(exhibit),
        exhibit_number=number,
    )


async def relink(session: Writing, seat: Seat, task: UUID, link: Sequence[UUID], unlink: Sequence[UUID]) -> None:
    """Let the task mention exhibits, and others no more; what is so already stays so. Raises `NotFound`, `Forbidden`, `Invalid`."""
    await in_turn(session, task)
    found = await find(session, task)
    if not WORKING & task_people.hands_of(seat, found):
        raise Forbidden(NOT_YOURS, code="not-your-task")
    linking, parting = await _visible(session, link, "link"), await _visible(session, unlink, "unlink")
    roster, now, facts = await rosters.of(session, seat.jit), clock.now(), list[Fact]()
    for exhibit, number in linking.items():
        row = {"task": task, "evidence": exhibit, "jit": seat.jit, "linked_by": seat.id, "linked_at": now}
        done = insert(TaskLink).values(row).on_conflict_do_nothing().returning(TaskLink.evidence)
        if await session.scalar(done) is not None:
            facts.append(_linked(TaskLinked, found, roster, exhibit, number))
    for exhibit, number in parting.items():
        gone = delete(TaskLink).where(TaskLink.task == task, TaskLink.evidence == exhibit).returning(TaskLink.evidence)
        if await session.scalar(gone) is not None:
            facts.append(_linked(TaskUnlinked, found, roster, exhibit, number))
    await journal.append(session, seat, *facts)


async def comment(session: Writing, seat: Seat, task: UUID, words: str) -> TaskComment:
    """Say something about a task, for good. Raises `NotFound`."""
    await in_turn(session, task)
    found = await find(session, task)
    said = TaskComment(id=clock.new_id(), jit=seat.jit, task=task, seat=seat.id, text=words, at=clock.now())
    session.add(said)
    await session.flush()
    hearing = task_people.of(found, await rosters.of(session, seat.jit))
    fact = TaskCommented(task=task, number=found.number, hearing=hearing, comment=said.id, text=words)
    await journal.append(session, seat, fact)
    return said


async def comments(session: Reading, task: UUID, before: UUID | None, limit: int) -> Sequence[TaskComment]:
    """What was said about a task, newest first. Raises `NotFound`."""
    await find(session, task)
    query = select(TaskComment).where(TaskComment.task == task).order_by(TaskComment.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(TaskComment.id < before))).all()
