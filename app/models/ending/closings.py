"""Closing of a team: declared by an administrator, and agreed to by a leader of each party."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Closing(Table):
    """A declared closing, which is then withdrawn or completed. The database sets `closed_by` and `closed_at`."""

    __tablename__ = "closings"

    id: Mapped[Id]
    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"))
    clause: Mapped[str]
    reason: Mapped[str]
    declared_by: Mapped[UUID]
    declared_at: Mapped[Moment]
    withdrawn_by: Mapped[UUID | None]
    withdrawn_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "declared_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "withdrawn_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "closed_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "(withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or closed_at is null)",
            name="withdrawn",
        ),
        CheckConstraint("(closed_at is null) = (closed_by is null)", name="closed"),
        Index("ix_closings_standing", "jit", unique=True, postgresql_where=text("withdrawn_at is null")),
    )


class ClosingApproval(Table):
    """A leader's agreement for the party. It counts while the member is a leader."""

    __tablename__ = "closing_assents"

    closing: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    agreed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "closing"], ["closings.jit", "closings.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )
