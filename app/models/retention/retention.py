"""Retention: the team's rule, legal holds, erasures and pending ones, and files delivered completely."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class RetentionRule(Table):
    """The agreement's rule for exhibits without their own. Rows are inserted; the last one counts."""

    __tablename__ = "retention_rules"

    id: Mapped[Id]
    jit: Mapped[UUID]
    mode: Mapped[str]
    review_months: Mapped[int]
    clause: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("mode in ('TRANSFER', 'POOL')", name="mode"),
        CheckConstraint("review_months between 1 and 60", name="months"),
        Index(None, "jit", "id"),
    )


class Hold(Table):
    """A legal hold of one party: until it is lifted, the exhibit cannot be erased."""

    __tablename__ = "holds"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    court: Mapped[str]
    file_number: Mapped[str]
    reason: Mapped[str]
    set_by: Mapped[UUID]
    set_at: Mapped[Moment]
    lifted_by: Mapped[UUID | None]
    lifted_at: Mapped[datetime | None]
    lift_reason: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "set_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "lifted_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "(lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)", name="lifted"
        ),
        Index(None, "evidence"),
    )


class Erasure(Table):
    """A decided erasure: irrevocable, completed by the worker (`destroyed_at`). No decider: the retention job decided.

    `confirmed_by`: the second leader, if its party requires one. `fields`: personal data in the exhibit's entries is
    erased too. `way_stands`: except in entries about the physical item, as long as somebody holds it.
    """

    __tablename__ = "erasures"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    ground: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[Moment]
    destroyed_at: Mapped[datetime | None]
    last_backup_expires: Mapped[datetime | None]
    confirmed_by: Mapped[UUID | None]
    fields: Mapped[bool] = mapped_column(server_default=text("false"))
    way_stands: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),
        CheckConstraint("ground in ('withdrawn', 'review', 'taken', 'term')", name="ground"),
        CheckConstraint("(destroyed_at is null) = (last_backup_expires is null)", name="destroyed"),
        Index("ix_erasures_unfinished", "evidence", postgresql_where=text("destroyed_at is null")),
        Index("ix_erasures_way_stands", "evidence", postgresql_where=text("way_stands")),
    )


class ErasureWish(Table):
    """An erasure that waits for a second leader. Once confirmed it becomes an `erasures` row."""

    __tablename__ = "erasure_wishes"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    ground: Mapped[str]
    reason: Mapped[str]
    wanted_by: Mapped[UUID]
    wanted_at: Mapped[Moment]
    confirmed_by: Mapped[UUID | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "wanted_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),
        CheckConstraint("ground in ('withdrawn', 'review')", name="ground"),
    )


class Delivery(Table):
    """A file that was downloaded completely, by one access event."""

    __tablename__ = "deliveries"

    opening: Mapped[UUID] = mapped_column(ForeignKey("openings.id"), primary_key=True)
    file: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    delivered_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        Index(None, "evidence"),
    )
