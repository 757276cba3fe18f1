"""Proposed changes of a member's roles, and what became of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from app.models.tables import Id, Moment, Table, Words


class RoleChange(Table):
    """Other roles that are proposed for a member. `outcome`: null while the proposal awaits a leader of the party."""

    __tablename__ = "role_changes"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    member: Mapped[UUID]
    roles: Mapped[Words]
    reason: Mapped[str]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[Moment]
    outcome: Mapped[str | None]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "member"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "proposed_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("outcome in ('confirmed', 'withdrawn')", name="outcome"),
        CheckConstraint(
            "(outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)", name="decided"
        ),
        CheckConstraint("outcome <> 'confirmed' or decided_by not in (proposed_by, member)", name="two_people"),
        CheckConstraint("cardinality(roles) > 0", name="roles"),
        Index("ix_role_changes_awaiting", "member", unique=True, postgresql_where=text("outcome is null")),
    )
