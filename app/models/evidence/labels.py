"""Labels: codes by which members with access find an exhibit, and blank labels not yet assigned."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Label(Table):
    """The random code of an exhibit. Created once, because it is printed."""

    __tablename__ = "labels"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    code: Mapped[str] = mapped_column(unique=True)

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'", name="code"),
    )


class BlankLabel(Table):
    """A label printed before registration, on one `sheet`. `evidence`: the exhibit registered under it.

    `voiding`: the ledger entry that declares it void.
    """

    __tablename__ = "blank_labels"

    code: Mapped[str] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    sheet: Mapped[UUID]
    printed_by: Mapped[UUID]
    printed_at: Mapped[Moment]
    evidence: Mapped[UUID | None] = mapped_column(unique=True)
    voiding: Mapped[UUID | None] = mapped_column(unique=True)
    voided_by: Mapped[UUID | None]
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "printed_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "voided_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'", name="code"),
        CheckConstraint(
            "num_nulls(voiding, voided_by, voided_at, void_reason) in (0, 4) and (voiding is null or evidence is null)",
            name="void",
        ),
        Index(None, "jit", "party", "sheet", "code", postgresql_where=text("evidence is null")),
    )
