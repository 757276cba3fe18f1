"""Which values of the reference data the requests of a party relied on. Not here: the values (`reference.py`)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class ReferenceUse(Table):
    """That a request, its form or one of its deadlines relied on a version of a value.

    `field`, `version`: as in `ReferenceVersion`; 0 is the value before the first change. `settled_version`: the last version
    about which a leader decided, or the version that was used. `told_version`: the last one of which leaders were told.
    """

    __tablename__ = "reference_uses"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    request: Mapped[UUID]
    purpose: Mapped[str]
    deadline: Mapped[UUID | None]
    kind: Mapped[str]
    key: Mapped[str]
    field: Mapped[str]
    version: Mapped[int] = mapped_column(BigInteger)
    value: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    used_at: Mapped[Moment]
    settled_version: Mapped[int] = mapped_column(BigInteger)
    told_version: Mapped[int] = mapped_column(BigInteger)
    decision: Mapped[str | None]
    settled_by: Mapped[UUID | None]
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint(
            "request",
            "purpose",
            "deadline",
            "kind",
            "key",
            "field",
            name="uq_reference_uses_use",
            postgresql_nulls_not_distinct=True,
        ),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        # Deferred: a deadline and its use are written together, in no particular order.
        ForeignKeyConstraint(
            ["jit", "deadline"],
            ["request_deadlines.jit", "request_deadlines.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
        ForeignKeyConstraint(["jit", "settled_by"], ["members.jit", "members.id"]),
        CheckConstraint("purpose in ('request', 'form', 'deadline')", name="purpose"),
        CheckConstraint("(purpose = 'deadline') = (deadline is not null)", name="deadline"),
        CheckConstraint("decision in ('recomputed', 'kept', 'acknowledged')", name="decision"),
        CheckConstraint("num_nonnulls(decision, settled_by, settled_at) in (0, 3)", name="settled"),
        CheckConstraint("0 <= version and version <= settled_version", name="version"),
        Index(None, "kind", "key", "field"),
        Index(None, "jit", "party", "request"),
    )
