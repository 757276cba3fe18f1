"""Acquisition records: how an image was taken from its medium. Insert-only; a correction is a new record."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Acquisition(Table):
    """One acquisition.

    `corrects`: the record that this one replaces, with its `reason`. `examiner`: a name or a code.
    `clock_offset_seconds`: how far the device's clock was ahead. `hashes`: as stated by the tool, of the medium or of
    the container that holds its image.
    """

    __tablename__ = "acquisitions"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[Moment]
    corrects: Mapped[UUID | None]
    reason: Mapped[str | None]
    make: Mapped[str | None]
    model: Mapped[str | None]
    serial: Mapped[str | None]
    capacity: Mapped[str | None]
    seal_number: Mapped[str | None]
    write_blocker: Mapped[str | None]
    tool: Mapped[str]
    tool_version: Mapped[str]
    examiner: Mapped[str]
    examiner_function: Mapped[str | None]
    started_at: Mapped[Moment]
    ended_at: Mapped[Moment]
    zone: Mapped[str]
    clock_offset_seconds: Mapped[int | None]
    hashes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    bad_sectors: Mapped[int | None] = mapped_column(BigInteger)
    errors: Mapped[str | None]
    notes: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("started_at <= ended_at", name="times"),
        CheckConstraint("(corrects is null) = (reason is null)", name="reason"),
        CheckConstraint("bad_sectors >= 0", name="bad_sectors"),
        UniqueConstraint("corrects"),
        UniqueConstraint("evidence", "id"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "recorded_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["evidence", "corrects"], ["acquisitions.evidence", "acquisitions.id"]),
    )
