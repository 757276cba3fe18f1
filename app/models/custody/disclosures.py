"""Disclosures: an exhibit given to a court proceeding.

Not here: the reason, which is in the ledger only, and the copy from which it was given (`models/custody/copies.py`).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Disclosure(Table):
    """Court, proceeding and schedule of a disclosure. `files`: what was disclosed, with the hash of each file.

    `exhibit_number`, `title`, `authorities`, `seats`, `own_seats`: as in a copy. `recalled_at`, `reason`: a later
    recall. `limits_of_use`: those that the member confirmed to have read.
    """

    __tablename__ = "disclosures"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    exhibit_number: Mapped[str]
    title: Mapped[str]
    originator: Mapped[UUID]
    own_seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    party: Mapped[UUID]
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seat: Mapped[UUID]
    court: Mapped[str]
    proceeding: Mapped[str]
    file_number: Mapped[str]
    schedule: Mapped[str]
    purpose: Mapped[str]
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    disclosed_at: Mapped[Moment]
    recalled_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    limits_of_use: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default="[]")
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("schedule in ('used', 'unused', 'sensitive')", name="schedule"),
        CheckConstraint("(recalled_at is null) = (reason is null)", name="recalled"),
        Index(None, "party", "id"),
        Index(None, "originator", "id"),
        Index(None, "evidence"),
    )
