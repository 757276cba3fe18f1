"""Agreements about jointly obtained exhibits: one row for each leader who agreed, never changed."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class ReleaseAgreement(Table):
    """Agreement to the terms of one waiting release. It remains after the request."""

    __tablename__ = "release_agreements"

    waiting: Mapped[UUID] = mapped_column(primary_key=True)
    agreed_by: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    agreed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "agreed_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )


class ErasureAgreement(Table):
    """Agreement to the erasure of an exhibit in this version."""

    __tablename__ = "erasure_agreements"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    agreed_by: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    reason: Mapped[str]
    agreed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "agreed_by"], ["members.jit", "members.id"]),
    )
