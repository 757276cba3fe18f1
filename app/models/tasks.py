"""Tasks: who does what by when. What hangs on a task, its links and comments, stands in tables of its own.

Deliberately not here: which states follow each other (`access/task_states.py`). A link has no version and leaves the task's
alone: who may not see the exhibit must not learn from a number that something was linked.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Task(Table):
    """A task and where it stands. `due_zone`: the zone in which its deadline was meant; null without a deadline.

    `party_since`: when it came to its assignee's party, which reads what was said from then on.
    """

    __tablename__ = "tasks"

    id: Mapped[Id]
    jit: Mapped[UUID]
    number: Mapped[str]
    title: Mapped[str]
    details: Mapped[str | None]
    priority: Mapped[str]
    state: Mapped[str]
    state_reason: Mapped[str | None]
    assigner: Mapped[UUID]
    assigner_party: Mapped[UUID]
    assignee: Mapped[UUID]
    assignee_party: Mapped[UUID]
    due_at: Mapped[datetime | None]
    due_zone: Mapped[str | None]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    state_changed_at: Mapped[Moment]
    party_since: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "number"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "assigner"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "assignee"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "assigner_party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "assignee_party"], ["parties.jit", "parties.id"]),
        CheckConstraint("priority in ('low', 'normal', 'high', 'urgent')", name="priority"),
        CheckConstraint("state in ('open', 'in_progress', 'blocked', 'done', 'cancelled')", name="state"),
        CheckConstraint("(due_at is null) = (due_zone is null)", name="due"),
        Index(None, "jit", "due_at", "id"),
        Index(None, "assignee", "due_at", "id"),
    )


class TaskLink(Table):
    """A mention of an exhibit by a task: a row that only who sees both can see."""

    __tablename__ = "task_links"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )


class TaskComment(Table):
    """What somebody said about a task: never changed, never taken back."""

    __tablename__ = "task_comments"

    id: Mapped[Id]
    jit: Mapped[UUID]
    task: Mapped[UUID]
    seat: Mapped[UUID]
    text: Mapped[str]
    at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        Index(None, "task", "id"),
    )
