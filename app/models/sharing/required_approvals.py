"""Approvals that a party requires before it shares or sends one of its exhibits or legal requests."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from app.models.tables import Id, Moment, Table


class RequiredApproval(Table):
    """A requirement of one party, which no other party sees. It is in force until it is lifted.

    `approver`: the authority or function whose approval is required.
    """

    __tablename__ = "required_approvals"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    evidence: Mapped[UUID | None]
    request: Mapped[UUID | None]
    approver: Mapped[str]
    reason: Mapped[str]
    set_by: Mapped[UUID]
    set_at: Mapped[Moment]
    lifted_by: Mapped[UUID | None]
    lifted_at: Mapped[datetime | None]
    lift_reason: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "set_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "lifted_by"], ["members.jit", "members.id"]),
        CheckConstraint("(evidence is null) <> (request is null)", name="subject"),
        CheckConstraint(
            "(lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)", name="lifted"
        ),
        Index(None, "jit", "party", postgresql_where=text("lifted_at is null")),
        Index(None, "evidence"),
        Index(None, "request"),
    )
