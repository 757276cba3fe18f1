"""Reference data of the deployment, its history, and imported allocation tables. No JIT owns them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import CIDR, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table

_KINDS = "('instruments', 'countries', 'providers', 'directory', 'treaties', 'codes')"


class ReferenceRecord(Table):
    """An instrument, a country card, a provider card, a contact, a treaty or a list of codes.

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


class ReferenceVersion(Table):
    """A changed value of a record, as all accounts may read it: the history names operators. Append-only.

    `field`: the value (`app/reference/values.py`). `version`: how many times it was changed until then. `record_version`: the
    version of the record with this value. `value`: None where there is none any more. `source`: that of the value.
    """

    __tablename__ = "reference_versions"

    id: Mapped[Id]
    kind: Mapped[str]
    key: Mapped[str]
    field: Mapped[str]
    version: Mapped[int] = mapped_column(BigInteger)
    record_version: Mapped[int] = mapped_column(BigInteger)
    value: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    source: Mapped[str | None]
    changed_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("kind", "key", "field", "version"),
        ForeignKeyConstraint(["kind", "key"], ["reference_records.kind", "reference_records.key"]),
        CheckConstraint("version > 0", name="version"),
    )


class AllocationTable(Table):
    """A table that an operator imported: networks or domain names with their countries and providers.

    `source`: where the operator got it. `version`: raised by each import, which replaces all rows.
    """

    __tablename__ = "allocation_tables"

    kind: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    source: Mapped[str]
    row_count: Mapped[int]
    imported_at: Mapped[Moment]
    imported_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))

    __table_args__ = (
        CheckConstraint("kind in ('networks', 'domains')", name="kind"),
        CheckConstraint("version > 0", name="version"),
        CheckConstraint("row_count >= 0", name="row_count"),
    )


class AllocatedNetwork(Table):
    """A network of the imported table, in CIDR notation."""

    __tablename__ = "allocated_networks"

    network: Mapped[str] = mapped_column(CIDR, primary_key=True)
    country: Mapped[str | None]
    provider: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("country is not null or provider is not null", name="named"),
    )


class AllocatedDomain(Table):
    """A domain name of the imported table, in ASCII. It includes its subdomains."""

    __tablename__ = "allocated_domains"

    domain: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str | None]
    provider: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("country is not null or provider is not null", name="named"),
    )
