"""Facts about tasks: the fields of a task in audit log entries, its assignment, and its links to exhibits.

Not here: other facts, which the services build where they record them.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app import clock
from app.ledger.facts import TaskAssigned, TaskLinked
from app.models import Task
from app.services.coordination import recipients
from app.services.teams.roster import Roster


def as_fields(task: Task, roster: Roster) -> dict[str, Any]:
    """Return the task as audit log entries and `Stale` errors show it."""
    return {
        "title": task.title,
        "details": task.details,
        "priority": task.priority,
        "state": task.state,
        "assignee": roster.seat_code(task.assignee),
        "co_assignees": roster.seat_codes(task.co_assignees) or [],
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
    said = as_fields(task, roster)
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


def linked(fact: type[TaskLinked], task: Task, roster: Roster, exhibit: UUID, number: str) -> TaskLinked:
    """Build the fact that an exhibit is linked to a task, or unlinked from it."""
    return fact(
        task=task.id,
        number=task.number,
        hearing=recipients.of_task(task, roster),
        evidence=exhibit,
        exhibit=str(exhibit),
        exhibit_number=number,
    )
