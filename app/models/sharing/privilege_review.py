"""Privilege review: the reviewers named by a party, and their decisions. Decisions are insert-only."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class PrivilegeReviewers(Table):
    """The reviewers of a party: members who are not leaders."""

    __tablename__ = "filter_teams"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    seats: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
    )


class Clearance(Table):
    """A reviewer's decision on one exhibit. The last one counts, until the exhibit is flagged again."""

    __tablename__ = "clearances"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    verdict: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("verdict in ('cleared', 'privileged')", name="verdict"),
        Index(None, "evidence"),
    )
