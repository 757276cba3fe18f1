"""Downloaded copies: custodian, national file number, and the holder's answer after a recall.

Not here: the download itself (`models/custody/openings.py`), whose id the copy has.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Copy(Table):
    """A copy that was downloaded.

    `exhibit_number`, `title`: as at the download; the holder may see no later values. `authorities`, `seats`: the
    narrowing of the release at that time. `own_seats`: the narrowing of the originator's own row, kept current by the
    database. `asked_at`, `reason`: the recall. `because`: why the copy is kept, or how it was destroyed.
    """

    __tablename__ = "copies"

    id: Mapped[UUID] = mapped_column(ForeignKey("openings.id"), primary_key=True)
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
    custodian: Mapped[str]
    file_number: Mapped[str]
    taken_at: Mapped[Moment]
    state: Mapped[str]
    asked_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    because: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "answered_by"], ["members.jit", "members.id"]),
        CheckConstraint("state in ('out', 'destroyed', 'kept')", name="state"),
        CheckConstraint("(asked_at is null) = (reason is null)", name="asked"),
        CheckConstraint(
            "(state = 'out') = (answered_at is null) and (answered_at is null) = (answered_by is null)", name="answered"
        ),
        CheckConstraint("state = 'out' or asked_at is not null", name="unasked"),
        CheckConstraint("state <> 'kept' or because is not null", name="because"),
        Index(None, "party", "id"),
        Index(None, "originator", "id"),
        Index(None, "evidence"),
        Index(
            "ix_copies_unanswered",
            "party",
            "asked_at",
            postgresql_where=text("state = 'out' and asked_at is not null"),
        ),
    )
