"""Of which decisions and consents a task is: rows that only who sees both ends can see.

Deliberately not here: exhibits, which stand beside the task (`tasks.py`), and talk, of which nothing may say that it was.
"""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class TaskDecision(Table):
    """A task of a decision on record."""

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
    """A task of a consent, asked or answered."""

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
