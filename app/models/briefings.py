"""Briefings: how far a seat has read. What happened, and the notes, stand in the ledger alone."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class BriefingMark(Table):
    """The last position that a seat said it has read; it only goes on."""

    __tablename__ = "briefing_marks"

    jit: Mapped[UUID]
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)
    moved_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("position >= -1", name="position"),
    )
