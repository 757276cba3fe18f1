"""Suspensions of parties: who proposed and confirmed them, and when they ended."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from app.models.tables import Id, Moment, Table


class Suspension(Table):
    """A proposed or confirmed suspension. Of one that is not confirmed, nothing remains in force after `lapses_at`.

    `at_once`: the party is suspended from the proposal on. `ended_at`: when it lapsed, or the party was resumed.
    """

    __tablename__ = "suspensions"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    clause: Mapped[str]
    reason: Mapped[str]
    at_once: Mapped[bool]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[Moment]
    lapses_at: Mapped[Moment]
    confirmed_by: Mapped[UUID | None]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "proposed_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "(confirmed_at is null) = (confirmed_by is null) and confirmed_by is distinct from proposed_by",
            name="confirmed",
        ),
        CheckConstraint("lapses_at > proposed_at", name="lapses"),
        Index("ix_suspensions_standing", "jit", "party", unique=True, postgresql_where=text("ended_at is null")),
        Index(
            "ix_suspensions_lapses_at",
            "lapses_at",
            postgresql_where=text("ended_at is null and confirmed_at is null"),
        ),
    )
