"""Emergency access: what an originator allows to whom, and each use. The database writes the uses."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class EmergencyPermission(Table):
    """A decision of `party` whether `recipient` has emergency access to its exhibits.

    With the highest level, and the clause that allows it.
    """

    __tablename__ = "break_glass"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    recipient: Mapped[UUID] = mapped_column(primary_key=True)
    allowed: Mapped[bool]
    level: Mapped[int] = mapped_column(SmallInteger)
    clause: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recipient"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("level in (2, 3)", name="level"),
        CheckConstraint("recipient <> party", name="others"),
    )


class Emergency(Table):
    """One use of emergency access: member, reason, end, and the originator's review.

    `former`: the release that it raised.
    """

    __tablename__ = "emergencies"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    exhibit_number: Mapped[str]
    originator: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    reason: Mapped[str]
    level: Mapped[int] = mapped_column(SmallInteger)
    begun_at: Mapped[Moment]
    until: Mapped[Moment]
    former: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    settled_at: Mapped[datetime | None]
    review_due_at: Mapped[Moment]
    verdict: Mapped[str | None]
    finding: Mapped[str | None]
    reviewed_by: Mapped[UUID | None]
    reviewed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "reviewed_by"], ["members.jit", "members.id"]),
        CheckConstraint("verdict in ('justified', 'not_justified')", name="verdict"),
        CheckConstraint(
            "(verdict is null) = (finding is null) and (verdict is null) = (reviewed_by is null)"
            " and (verdict is null) = (reviewed_at is null)",
            name="reviewed",
        ),
        Index(None, "evidence", "party"),
        Index(None, "until", postgresql_where=text("settled_at is null")),
        Index(None, "party", "id"),
    )
