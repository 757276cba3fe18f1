"""Parties that leave: the agreement's clauses, and each declared leaving."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from app.models.tables import Id, Moment, Table

_WORDS = "('stay', 'freeze', 'withdraw')"


class LeavingClause(Table):
    """What happens to exhibits that a leaving party contributed and received. `party` null: any party.

    Rows are inserted, never changed; the last one counts.
    """

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
    """A declared leaving, with the clause as it was then. `begun_at`: the party left; `ended_at`: all is done."""

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
