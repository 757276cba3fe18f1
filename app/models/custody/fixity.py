"""Integrity checks: the last check of each exhibit, findings of a check in progress, and orders."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Fixity(Table):
    """Last check of an exhibit. `since`: start of the interval after which the next is due.

    `since` is the time of the last check; first, the receipt of the first file, whose hash was checked then.
    """

    __tablename__ = "fixity"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    since: Mapped[Moment]
    checked_at: Mapped[datetime | None]
    verdict: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("verdict in ('verified', 'failed')", name="verdict"),
        CheckConstraint("(checked_at is null) = (verdict is null)", name="checked"),
        Index(None, "since"),
        Index("ix_fixity_failed", "jit", "evidence", postgresql_where=text("verdict = 'failed'")),
    )


class FixityOrder(Table):
    """A check that a member ordered and that has not begun yet. Its ledger entry remains after the row is removed."""

    __tablename__ = "fixity_orders"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    ordered_by: Mapped[UUID]
    ordered_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("evidence", "ordered_by"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "ordered_by"], ["members.jit", "members.id"]),
    )


class FixityFound(Table):
    """One file of a check in progress, so that a restart continues. `problem`: why the file could not be read."""

    __tablename__ = "fixity_found"

    file: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    begun_at: Mapped[Moment]
    checked_at: Mapped[Moment]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    found: Mapped[str | None]
    problem: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        CheckConstraint("(found is null) <> (problem is null)", name="outcome"),
        Index(None, "evidence"),
    )
