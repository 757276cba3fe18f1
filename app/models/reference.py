"""Reference data of the deployment, and the history of its changes. They belong to no JIT."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table

_KINDS = "('instruments', 'countries', 'providers', 'directory')"


class ReferenceRecord(Table):
    """An instrument, a country card, a provider card or a contact.

    `document`: the record as its type in `app/reference/catalogue.py` writes it. `position`: place in the shipped file; None
    for a record that an operator added. `changed_at`: None while the record is as shipped; then a later version of the
    program may replace it.
    """

    __tablename__ = "reference_records"

    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int | None]
    document: Mapped[dict[str, Any]] = mapped_column(JSONB)
    version: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    __table_args__ = (
        CheckConstraint(f"kind in {_KINDS}", name="kind"),
        CheckConstraint("length(key) between 2 and 40", name="key"),
        CheckConstraint("version > 0", name="version"),
    )


class ReferenceChange(Table):
    """A change of one value by an operator, append-only.

    `field`: place of the value in the document, empty for the whole record. `former`, `value`: None where there was none.
    """

    __tablename__ = "reference_changes"

    id: Mapped[Id]
    kind: Mapped[str]
    key: Mapped[str]
    field: Mapped[str]
    act: Mapped[str]
    former: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    value: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    at: Mapped[Moment]
    operator: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))

    __table_args__ = (
        ForeignKeyConstraint(["kind", "key"], ["reference_records.kind", "reference_records.key"]),
        CheckConstraint("act in ('added', 'changed', 'verified', 'imported', 'tested')", name="act"),
        Index(None, "kind", "key", "id"),
    )
