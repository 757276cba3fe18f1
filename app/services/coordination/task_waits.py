"""Dependencies: a task should not start before other tasks of the team are done. The interface warns only.

Only coordinators change dependencies. They see every task, so the error for a cycle reveals nothing to them.
A dependency does not change the task's version. Its entry goes to members who receive the entries of both tasks.
Locks: the advisory lock of each task, in order of ids, then the team's lock for dependencies.
Not here: whether a task may start (`access/task_states.py`).
"""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.roles import Role
from app.access.seats import Seat
from app.database import Writing
from app.errors import Forbidden, Invalid
from app.ledger import journal
from app.ledger.facts import TaskDependencyAdded, TaskDependencyRemoved
from app.ledger.facts.fact import Fact
from app.models import Task, TaskWait
from app.services.coordination import recipients, tasks
from app.services.teams import roster as rosters


async def change(session: Writing, seat: Seat, task: UUID, add: Sequence[UUID], remove: Sequence[UUID]) -> None:
    """Add and remove dependencies of a task.

    Raises:
        NotFound: The task is absent or invisible.
        Forbidden: The member is not a coordinator.
        Invalid: Another task is absent or invisible, or there would be a cycle.
    """
    for one in sorted({task, *add, *remove}):
        await tasks.in_turn(session, one)
    found = await tasks.find(session, task)
    if Role.COORDINATOR not in seat.roles:
        raise Forbidden("Only coordinators say what waits for what. Nothing was changed.", code="coordinator-only")
    others = {one.id: one for one in await session.scalars(select(Task).where(Task.id.in_([*add, *remove])))}
    _demand_known(others, add=add, remove=remove)
    await session.execute(_IN_TURN, {"jit": str(seat.jit)})
    roster, now, facts = await rosters.of(session, seat.jit), clock.now(), list[Fact]()

    def told(fact: type[TaskDependencyAdded], other: Task) -> Fact:
        hearing = recipients.of_both(recipients.of_task(found, roster), recipients.of_task(other, roster), roster)
        return fact(task=task, number=found.number, hearing=hearing, waits_for=other.number)

    for one in remove:
        gone = delete(TaskWait).where(TaskWait.task == task, TaskWait.waits_for == one).returning(TaskWait.task)
        if await session.scalar(gone) is not None:
            facts.append(told(TaskDependencyRemoved, others[one]))
    for index, one in enumerate(add):
        if await session.scalar(_IN_A_CIRCLE, {"task": task, "wanted": one}):
            raise Invalid(
                f"{others[one].number} waits for this task, or is it: they would wait in a circle. Nothing was changed.",
                code="waits-in-a-circle",
                field=f"add.{index}",
            )
        row = {"task": task, "waits_for": one, "jit": seat.jit, "added_by": seat.id, "added_at": now}
        done = insert(TaskWait).values(row).on_conflict_do_nothing().returning(TaskWait.task)
        if await session.scalar(done) is not None:
            facts.append(told(TaskDependencyAdded, others[one]))
    await journal.append(session, seat, *facts)


def _demand_known(others: Mapping[UUID, Task], **wanted: Sequence[UUID]) -> None:
    for name, ids in wanted.items():
        for index, one in enumerate(ids):
            if one not in others:
                raise Invalid("There is no such task. Nothing was changed.", field=f"{name}.{index}")


#: The trigger of `task_waits` takes the same lock before each row.
_IN_TURN: Final = text("select pg_advisory_xact_lock(hashtextextended('liaison-waits ' || :jit, 0))")
_IN_A_CIRCLE: Final = text(
    """
    with recursive behind (task) as (
      select cast(:wanted as uuid) union select w.waits_for from task_waits w join behind b on w.task = b.task
    ) select exists (select 1 from behind where task = :task)
    """
)
