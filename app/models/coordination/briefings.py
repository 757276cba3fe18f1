"""Catch-up summaries: how far a member has read. Events and shift notes are in the ledger only."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class BriefingMark(Table):
    """The last position that a member marked as read; it only increases."""

    __tablename__ = "briefing_marks"

    jit: Mapped[UUID]
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)
    moved_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("position >= -1", name="position"),
    )
