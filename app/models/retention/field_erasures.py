"""Erasures of fields of ledger entries: decided, agreed to by the obtaining parties, and carried out."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class FieldErasure(Table):
    """A leader's request to erase fields of an entry.

    `approval`: the ledger entry that decides it. The worker completes it (`erased_at`).
    """

    __tablename__ = "field_erasures"

    id: Mapped[Id]
    jit: Mapped[UUID]
    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    party: Mapped[UUID]
    names: Mapped[list[str]] = mapped_column(ARRAY(Text))
    ground: Mapped[str]
    legal_basis: Mapped[str]
    reason: Mapped[str]
    wanted_by: Mapped[UUID]
    wanted_at: Mapped[Moment]
    confirmed_by: Mapped[UUID | None]
    approval: Mapped[UUID | None] = mapped_column(ForeignKey("entries.id"))
    decided_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    last_backup_expires: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "wanted_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),
        UniqueConstraint("approval"),
        CheckConstraint("cardinality(names) between 1 and 50", name="names"),
        CheckConstraint("ground in ('subject_request', 'not_necessary', 'unlawful', 'time_limit')", name="ground"),
        CheckConstraint("(approval is null) = (decided_at is null)", name="decided"),
        CheckConstraint(
            "(erased_at is null) = (last_backup_expires is null) and (erased_at is null or approval is not null)",
            name="erased",
        ),
        Index(None, "entry"),
        Index(
            "ix_field_erasures_unfinished",
            "id",
            postgresql_where=text("approval is not null and erased_at is null"),
        ),
    )


class FieldErasureAgreement(Table):
    """Agreement of another party that obtained what the entry is about.

    It remains after the request is removed; the request's id is not reused.
    """

    __tablename__ = "field_erasure_agreements"

    erasure: Mapped[UUID] = mapped_column(primary_key=True)
    agreed_by: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    agreed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "agreed_by"], ["members.jit", "members.id"]),
    )


class ErasedField(Table):
    """An erased field. Its hash stays in the entry; `certificate` is the entry that records the erasure."""

    __tablename__ = "erased_fields"

    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    certificate: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    erased_at: Mapped[Moment]
