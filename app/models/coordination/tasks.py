"""Tasks: who does what by when. Links, checklist items, comments and dependencies are in tables of their own.

A link has no version and does not change the task's: a member without access to the exhibit must not learn of the link.
Not here: the state transitions (`access/coordination/task_states.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKeyConstraint, Index, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Task(Table):
    """A task and its state. `due_zone`: the time zone in which the deadline was set; null without a deadline.

    `party_since`: when it was assigned to the assignee's party, which can read comments from then on. `accepted_at`:
    null until another party than the assigner's accepted; `accepted_by`: who did, null for a task within one party.
    `co_assignees`: other members of the assignee's party who work on it like the assignee.
    `repeats`: recurrence rule (RFC 5545), counted from `repeats_from` in the time zone `repeats_zone`. This task is the
    `occurrence`-th, created after `predecessor`; `followed_at`: when the next one was created.
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
    co_assignees: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default="{}")
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
        CheckConstraint(
            "cardinality(co_assignees) <= 20 and not assignee = any (co_assignees)",
            name="co_assignees",
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
    """Link of a task to an exhibit: a row visible only to members who can see both."""

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
    """A comment on a task; never changed or deleted.

    `erased`: that its text was erased, and when; set by the database.
    """

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
    """One item of a task's checklist. `done_by`: the member who ticked it."""

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
    """Dependency of a task on another: a row visible only to members who can see both."""

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
