"""Tasks: assign, link to exhibits and comment on them. A task for another party starts as a proposal.

Entries go to the parties of assigner and assignee and to coordinators.
A link is visible only to members who also see the exhibit, and does not change the task's version.
A new version would reveal the link to others.
Not here: lists (`services/coordination/task_list.py`) and later changes (`services/coordination/task_changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access import task_states
from app.access.roles import Permission, Role, permissions_of
from app.access.seats import Seat
from app.access.task_states import WORKING, TaskState
from app.database import Reading, Writing
from app.errors import Forbidden, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts import TaskAssigned, TaskCommented, TaskLinked, TaskUnlinked
from app.ledger.facts.fact import Fact
from app.models import Evidence, Task, TaskComment, TaskItem, TaskLink
from app.services.coordination import recipients, task_repeats
from app.services.teams import phases
from app.services.teams import roster as rosters
from app.services.teams.numbers import random_characters
from app.services.teams.roster import Roster

_NUMBER_LENGTH: Final = 6
NOT_YOURS: Final = "Only its assignee, the seat that set it and coordinators change this task. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline, and the time zone (IANA name) in which it was entered."""

    at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as its assigner states it. `assignee`: code of a member; `repeats`: rule as in `task_repeats`."""

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
    """Assign a task to a member and return its id.

    Raises:
        Forbidden: The assigner belongs to no party.
        Conflict: The team is not in its operational phase, or the assignee's party is beyond the Union.
        Invalid: The assignee, an exhibit or the repetition rule is not acceptable.
    """
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
    """Return the initial state: open for the member's own party, proposed for another party."""
    own = party == seat.party
    state = TaskState.OPEN if own else TaskState.PROPOSED
    return {"state": state.value, "accepted_at": now if own else None, "accepted_by": None}


def repeating(rule: str | None, due: Due | None) -> dict[str, Any]:
    """Return the columns of a repetition rule. Raises `Invalid` naming `repeats`."""
    if rule is None:
        return dict.fromkeys(("repeats", "repeats_from", "repeats_zone", "occurrence"))
    if due is None:
        raise Invalid("What repeats has a deadline, from which it is counted. Nothing was changed.", field="repeats")
    task_repeats.demand_rule(rule, due.at, due.zone)
    start = task_repeats.local(due.at, due.zone)
    return {"repeats": rule, "repeats_from": start, "repeats_zone": due.zone, "occurrence": 1}


def add_items(session: Writing, seat: Seat, task: UUID, texts: Sequence[str]) -> list[TaskItem]:
    """Append items to a checklist and return them."""
    now = clock.now()
    items = [
        TaskItem(id=clock.new_id(), jit=seat.jit, task=task, text=one, added_by=seat.id, added_at=now) for one in texts
    ]
    session.add_all(items)
    return items


def link_all(session: Writing, seat: Seat, task: Task, roster: Roster, exhibits: dict[UUID, str]) -> list[Fact]:
    """Link a new task to these exhibits and return the facts about it."""
    now = clock.now()
    for exhibit in exhibits:
        session.add(TaskLink(task=task.id, evidence=exhibit, jit=seat.jit, linked_by=seat.id, linked_at=now))
    return [_linked(TaskLinked, task, roster, exhibit, number) for exhibit, number in exhibits.items()]


async def insert_row(session: Writing, values: dict[str, Any]) -> UUID:
    """Insert the row with a number that is unique in the team, and return its id."""
    while True:
        row = {"id": clock.new_id(), "number": f"T-{random_characters(_NUMBER_LENGTH)}", **values}
        done = insert(Task).values(row).on_conflict_do_nothing(index_elements=["jit", "number"]).returning(Task.id)
        if (made := await session.scalar(done)) is not None:
            return made


def assignee_of(roster: Roster, code: str) -> Any:  # noqa: ANN401 - a row of the roster
    """Return the active member with this code, if tasks can be assigned to it. Raises `Invalid`, `Conflict`."""
    row = next((one for one in roster.seats if one.code == code and one.state == "seated"), None)
    if row is None or row.party is None or Permission.TASK_WORK not in permissions_of(Role(role) for role in row.roles):
        raise Invalid("This is not a seat that can be given a task. Nothing was changed.", field="assignee")
    party = roster.party(roster.party_code(row.party), "assignee")
    rosters.demand_within(party, ", which this version cannot take. Nothing was changed.")
    return row


async def _visible(session: Reading, wanted: Sequence[UUID], name: str) -> dict[UUID, str]:
    """Return the numbers of exhibits by id. Raises the same `Invalid` for absent and invisible ones."""
    rows = await session.execute(select(Evidence.id, Evidence.exhibit_number).where(Evidence.id.in_(wanted)))
    known = {row.id: str(row.exhibit_number) for row in rows}
    for index, one in enumerate(wanted):
        if one not in known:
            raise Invalid("There is no such exhibit. Nothing was changed.", field=f"{name}.{index}")
    return {one: known[one] for one in wanted}


async def find(session: Reading, task: UUID) -> Task:
    """Return a task. Raises `NotFound` if it is absent or invisible."""
    found = (await session.scalars(select(Task).where(Task.id == task))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def in_turn(session: Writing, task: UUID) -> None:
    """Lock the task against concurrent changes and comments until the end of the transaction.

    So the recipients of an entry are the people of the task at that time.
    It is an advisory lock: a row lock needs permission to update the task, and everyone who sees a task may comment.
    """
    await session.execute(_IN_TURN, {"task": str(task)})


_IN_TURN: Final = text("select pg_advisory_xact_lock(hashtextextended('liaison-task ' || :task, 0))")


def said_of(task: Task, roster: Roster) -> dict[str, Any]:
    """Return the task as audit log entries and `Stale` errors show it."""
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
    """Build the fact that a task is assigned.

    `former`: code of the previous assignee; `follows`: number of the previous task of its series.
    """
    said = said_of(task, roster)
    del said["version"]
    return TaskAssigned(
        task=task.id,
        number=task.number,
        hearing=recipients.of_task(task, roster),
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
        hearing=recipients.of_task(task, roster),
        evidence=exhibit,
        exhibit=str(exhibit),
        exhibit_number=number,
    )


async def relink(session: Writing, seat: Seat, task: UUID, link: Sequence[UUID], unlink: Sequence[UUID]) -> None:
    """Link and unlink exhibits. Links that already have the wanted state stay unchanged. Takes the lock of the task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is neither assignee, assigner nor coordinator.
        Invalid: An exhibit is absent or invisible.
    """
    await in_turn(session, task)
    found = await find(session, task)
    if not WORKING & task_states.hands_of(seat, found):
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
    """Add a comment, which never changes, and return it. Takes the lock of the task. Raises `NotFound`."""
    await in_turn(session, task)
    found = await find(session, task)
    said = TaskComment(id=clock.new_id(), jit=seat.jit, task=task, seat=seat.id, text=words, at=clock.now())
    session.add(said)
    await session.flush()
    hearing = recipients.of_task(found, await rosters.of(session, seat.jit))
    fact = TaskCommented(task=task, number=found.number, hearing=hearing, comment=said.id, text=words)
    await journal.append(session, seat, fact)
    return said


async def comments(session: Reading, task: UUID, before: UUID | None, limit: int) -> Sequence[TaskComment]:
    """Return the comments on a task, newest first. Raises `NotFound`."""
    await find(session, task)
    query = select(TaskComment).where(TaskComment.task == task).order_by(TaskComment.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(TaskComment.id < before))).all()
