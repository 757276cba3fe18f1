"""Flags: an exhibit of another party is potentially exculpatory. Never removed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Flag(Table):
    """What is potentially exculpatory, who flagged it, and the originator's decision.

    Name of the exhibit and access restrictions are copies from the time of the flag.
    """

    __tablename__ = "flags"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    exhibit_number: Mapped[str]
    title: Mapped[str]
    originator: Mapped[UUID]
    own_seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    party: Mapped[UUID]
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seat: Mapped[UUID]
    exonerates: Mapped[str]
    flagged_at: Mapped[Moment]
    decision: Mapped[str | None]
    because: Mapped[str | None]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        CheckConstraint("decision in ('disclosed', 'consented', 'refused')", name="decision"),
        CheckConstraint(
            "(decision is null) = (because is null) and (decision is null) = (decided_by is null)"
            " and (decision is null) = (decided_at is null)",
            name="decided",
        ),
        CheckConstraint("party <> originator", name="anothers"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
        Index(None, "party", "id"),
        Index("ix_flags_waiting", "originator", "id", postgresql_where=text("decision is null")),
    )
