"""Links of tasks to decisions, consents and legal requests: rows visible only to members who can see both ends.

Not here: links to exhibits (`tasks.py`). Chat messages cannot be linked: nothing may record that one existed.
"""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class TaskDecision(Table):
    """Links a task to a recorded decision."""

    __tablename__ = "task_decisions"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    message: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "message"),
    )


class TaskConsent(Table):
    """Links a task to a consent request, open or answered."""

    __tablename__ = "task_consents"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    consent: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "consent"], ["consents.jit", "consents.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "consent"),
    )


class TaskRequest(Table):
    """Links a task to a legal request."""

    __tablename__ = "task_requests"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    request: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "request"),
    )


class TaskRequestItem(Table):
    """Links a task to one item of a legal request. An item that is removed from a draft takes its links with it."""

    __tablename__ = "task_request_items"

    task: Mapped[UUID] = mapped_column(primary_key=True)
    item: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        ForeignKeyConstraint(["jit", "item"], ["request_items.jit", "request_items.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "item"),
    )
