"""Default sharing rules of a party: one row for each cell of its matrix. Earlier versions are in the ledger."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class AccessRule(Table):
    """The current version of a rule. Null in one of the cell's four columns means any; level 0 gives no access.

    A retired rule has no effect.
    """

    __tablename__ = "access_rules"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    code: Mapped[str]
    category: Mapped[str | None]
    handling: Mapped[str | None]
    to_party: Mapped[UUID | None]
    to_kind: Mapped[str | None]
    level: Mapped[int] = mapped_column(SmallInteger)
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    not_before: Mapped[datetime | None]
    until: Mapped[datetime | None]
    purposes: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    four_eyes: Mapped[bool] = mapped_column(server_default=text("false"))
    clause: Mapped[str]
    state: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "party", "code"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "to_party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("level between 0 and 3", name="level"),
        CheckConstraint("state in ('active', 'retired')", name="state"),
        CheckConstraint("until > not_before", name="window"),
        CheckConstraint("to_party is null or to_kind is null", name="recipient"),
        CheckConstraint("to_party is distinct from party", name="to_another"),
        CheckConstraint("to_party is not null or (authorities is null and seats is null)", name="named"),
        Index(
            "uq_access_rules_cell",
            "jit",
            "party",
            "category",
            "handling",
            "to_party",
            "to_kind",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("state = 'active'"),
        ),
    )
