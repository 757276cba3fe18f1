"""Create the next task of a repeating task, once, in the transaction that closes the current one.

It is a new task with its own number, comments and history. The checklist is copied unticked.
Links to exhibits are copied as far as the closing member sees them. An earlier acceptance stays valid.
No task follows if the rule ends, the assignee is not active, or the team is not in its operational phase.
Not here: the rule (`services/coordination/task_repeats.py`).
"""

from typing import Any, Final

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.access.task_states import TaskState
from app.database import Writing
from app.ledger.facts.fact import Fact
from app.models import Evidence, Task, TaskLink
from app.services.coordination import task_parts, task_repeats, tasks
from app.services.teams import phases
from app.services.teams.roster import Roster


async def make(session: Writing, seat: Seat, task: Task, roster: Roster) -> list[Fact]:
    """Create the successor of a task that was just closed. Returns the facts about it, none if no task follows."""
    assert task.repeats is not None
    assert task.repeats_from is not None
    assert task.repeats_zone is not None
    assert task.occurrence is not None
    now = clock.now()
    then = task_repeats.following(task.repeats, task.repeats_from, task.repeats_zone, task.occurrence, now)
    sits = any(row.id == task.assignee and row.state == "seated" for row in roster.seats)
    if then is None or not sits or not await phases.is_operational(session, seat):
        return []
    occurrence, due_at = then
    values: dict[str, Any] = {name: getattr(task, name) for name in _TAKEN_OVER} | {
        "state": (TaskState.PROPOSED if task.accepted_at is None else TaskState.OPEN).value,
        "due_at": due_at,
        "due_zone": task.repeats_zone,
        "occurrence": occurrence,
        "predecessor": task.id,
        "created_at": now,
        "updated_at": now,
        "state_changed_at": now,
        "party_since": now,
    }
    task.followed_at = now
    await session.flush()
    made = (await session.scalars(select(Task).where(Task.id == await tasks.insert_row(session, values)))).one()
    checklist = await task_parts.checklist(session, task.id)
    tasks.add_items(session, seat, made.id, checklist)
    query = select(Evidence.id, Evidence.exhibit_number).join(TaskLink, TaskLink.evidence == Evidence.id)
    rows = await session.execute(query.where(TaskLink.task == task.id).order_by(TaskLink.linked_at, Evidence.id))
    exhibits = {row.id: str(row.exhibit_number) for row in rows}
    facts = [
        tasks.assigned(made, roster, None, checklist, follows=task.number),
        *tasks.link_all(session, seat, made, roster, exhibits),
    ]
    await session.flush()
    return facts


_TAKEN_OVER: Final = (
    "jit",
    "title",
    "details",
    "priority",
    "legal_basis",
    "language",
    "assigner",
    "assigner_party",
    "assignee",
    "assignee_party",
    "accepted_at",
    "accepted_by",
    "repeats",
    "repeats_from",
    "repeats_zone",
)
