"""Working sessions: a common purpose for many access events.

Not here: sign-in sessions (`models/accounts/accounts.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class WorkingSession(Table):
    """A member's working session, bound to the sign-in `session`.

    `justification`: recorded with each of its access events.
    """

    __tablename__ = "working_sessions"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    session: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), index=True)
    task: Mapped[UUID | None]
    purpose: Mapped[str]
    justification: Mapped[str]
    begun_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    ended_at: Mapped[datetime | None]
    ended: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("jit", "seat", "id"),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "task"], ["tasks.jit", "tasks.id"]),
        CheckConstraint("expires_at > begun_at and expires_at <= begun_at + interval '8 hours'", name="lasts"),
        CheckConstraint("(ended_at is null) = (ended is null)", name="end"),
        CheckConstraint("ended in ('hand', 'clock', 'sign_out', 'seat')", name="ended"),
        Index("ix_working_sessions_seat", "seat", unique=True, postgresql_where=text("ended_at is null")),
    )
