"""Values of the reference data on which requests, hearings and assessments of a party relied.

Not here: the values (`reference.py`).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class ReferenceUse(Table):
    """Records that an object of a party relied on a version of a value.

    Objects are a request with its form and deadlines, a hearing, and an assessment of admissibility.
    Exactly one of `request`, `court_hearing` and `admissibility` is set.
    `field`, `version`: as in `ReferenceVersion`; 0 is the value before the first change. `settled_version`: the last version
    about which a leader decided, or the version that was used. `told_version`: the last one of which leaders were told.
    `decision`: of a leader. For a hearing, whether the value of the card was confirmed or removed.
    """

    __tablename__ = "reference_uses"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    request: Mapped[UUID | None]
    court_hearing: Mapped[UUID | None]
    admissibility: Mapped[UUID | None]
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
            "court_hearing",
            "admissibility",
            name="uq_reference_uses_use",
            postgresql_nulls_not_distinct=True,
        ),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "court_hearing"], ["hearings.jit", "hearings.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["jit", "admissibility"], ["admissibilities.jit", "admissibilities.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        # Deferred: a deadline and its use are written together, in no particular order.
        ForeignKeyConstraint(
            ["jit", "deadline"],
            ["request_deadlines.jit", "request_deadlines.id"],
            deferrable=True,
            initially="DEFERRED",
        ),
        ForeignKeyConstraint(["jit", "settled_by"], ["members.jit", "members.id"]),
        CheckConstraint("num_nonnulls(request, court_hearing, admissibility) = 1", name="object"),
        CheckConstraint(
            "case when request is not null then purpose in ('request', 'form', 'deadline')"
            " when court_hearing is not null then purpose = 'hearing' else purpose = 'admissibility' end",
            name="purpose",
        ),
        CheckConstraint("(purpose = 'deadline') = (deadline is not null)", name="deadline"),
        CheckConstraint(
            "case when request is not null then decision in ('recomputed', 'kept', 'acknowledged')"
            " when court_hearing is not null then decision in ('confirmed', 'removed') else decision is null end",
            name="decision",
        ),
        CheckConstraint("num_nonnulls(decision, settled_by, settled_at) in (0, 3)", name="settled"),
        CheckConstraint("0 <= version and version <= settled_version", name="version"),
        Index(None, "kind", "key", "field"),
        Index(None, "jit", "party", "request"),
        Index(None, "jit", "court_hearing"),
        Index(None, "jit", "admissibility"),
    )
