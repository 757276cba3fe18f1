"""Parties that leave: what the agreement says of it, and each leaving that was declared."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from app.models.tables import Id, Moment, Table

_WORDS = "('stay', 'freeze', 'withdraw')"


class LeavingClause(Table):
    """What becomes of what a party contributed and received, where it leaves. `party` null: any. Rows are added; the last counts."""

    __tablename__ = "leaving_clauses"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID | None]
    contributed: Mapped[str]
    received: Mapped[str]
    clause: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint(f"contributed in {_WORDS}", name="contributed"),
        CheckConstraint(f"received in {_WORDS}", name="received"),
    )


class Leaving(Table):
    """A leaving as it was declared, under the clause as it read then. `begun_at`: the party left; `ended_at`: all of it is done."""

    __tablename__ = "leavings"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    clause: Mapped[UUID]
    contributed: Mapped[str]
    received: Mapped[str]
    reason: Mapped[str]
    effective_at: Mapped[Moment]
    declared_by: Mapped[UUID]
    declared_at: Mapped[Moment]
    withdrawn_by: Mapped[UUID | None]
    withdrawn_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "clause"], ["leaving_clauses.jit", "leaving_clauses.id"]),
        ForeignKeyConstraint(["jit", "declared_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "withdrawn_by"], ["members.jit", "members.id"]),
        CheckConstraint(f"contributed in {_WORDS}", name="contributed"),
        CheckConstraint(f"received in {_WORDS}", name="received"),
        CheckConstraint(
            "(withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or begun_at is null)",
            name="withdrawn",
        ),
        CheckConstraint("ended_at is null or begun_at is not null", name="ended"),
        Index("ix_leavings_standing", "jit", "party", unique=True, postgresql_where=text("withdrawn_at is null")),
        Index(
            "ix_leavings_effective_at",
            "effective_at",
            postgresql_where=text("withdrawn_at is null and ended_at is null"),
        ),
    )
