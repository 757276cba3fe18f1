"""Tasks: who does what by when. What hangs on a task, its links, items, comments and what it waits for, stands in tables of its own.

Deliberately not here: which states follow each other (`access/task_states.py`). A link has no version and leaves the task's
alone: who may not see the exhibit must not learn from a number that something was linked.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Task(Table):
    """A task and where it stands. `due_zone`: the zone in which its deadline was meant; null without a deadline.

    `party_since`: when it came to its assignee's party, which reads what was said from then on. `accepted_at`: null while nobody
    of another party than the giver's said yes; `accepted_by`: who did, null where a party gave within itself. `repeats`: by which
    rule (RFC 5545), counted from `repeats_from` on the clocks of `repeats_zone`; this is the `occurrence`-th,
    made after `predecessor`, and `followed_at` says when the one after it was made.
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
    legal_basis: Mapped[str | None]
    language: Mapped[str | None]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[UUID | None]
    repeats: Mapped[str | None]
    repeats_from: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    repeats_zone: Mapped[str | None]
    occurrence: Mapped[int | None]
    predecessor: Mapped[UUID | None]
    followed_at: Mapped[datetime | None]
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
        ForeignKeyConstraint(["jit", "accepted_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "predecessor"], ["tasks.jit", "tasks.id"]),
        UniqueConstraint("predecessor"),
        CheckConstraint(
            "state in ('proposed', 'declined', 'open', 'in_progress', 'blocked', 'done', 'cancelled')", name="state"
        ),
        CheckConstraint("(due_at is null) = (due_zone is null)", name="due"),
        CheckConstraint(
            "case when state in ('proposed', 'declined') then accepted_at is null when state = 'cancelled' then true"
            " else accepted_at is not null end and (accepted_by is null or accepted_at is not null)",
            name="accepted",
        ),
        CheckConstraint("num_nulls(repeats, repeats_from, repeats_zone, occurrence) in (0, 4)", name="repeats"),
        CheckConstraint("repeats is null or due_at is not null", name="repeats_due"),
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
    """What somebody said about a task: never changed, never taken back. `erased`: that its words were, and when; the database sets it."""

    __tablename__ = "task_comments"

    id: Mapped[Id]
    jit: Mapped[UUID]
    task: Mapped[UUID]
    seat: Mapped[UUID]
    text: Mapped[str]
    at: Mapped[Moment]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        Index(None, "task", "id"),
    )


class TaskItem(Table):
    """One thing of a task's checklist. `done_by`: the seat that ticked it."""

    __tablename__ = "task_items"

    id: Mapped[Id]
    jit: Mapped[UUID]
    task: Mapped[UUID]
    text: Mapped[str]
    added_by: Mapped[UUID]
    added_at: Mapped[Moment]
    done_by: Mapped[UUID | None]
    done_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "added_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "done_by"], ["members.jit", "members.id"]),
        CheckConstraint("(done_by is null) = (done_at is null)", name="done"),
        Index(None, "task", "id"),
    )


class TaskWait(Table):
    """A task that waits for another: a row that only who sees both can see."""

    __tablename__ = "task_waits"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    waits_for: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    added_by: Mapped[UUID]
    added_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "waits_for"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "added_by"], ["members.jit", "members.id"]),
        CheckConstraint("task <> waits_for", name="another"),
        Index(None, "waits_for"),
    )
