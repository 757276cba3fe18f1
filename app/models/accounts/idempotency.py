"""Idempotent requests: a request sent again under the same key is carried out once.

Not here: the result, which is in the exhibit and its ledger.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class IdempotencyRecord(Table):
    """`key`: SHA-256 of the key chosen by the sender; `said`: SHA-256 of the key and the request."""

    __tablename__ = "idempotency_records"

    seat: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    jit: Mapped[UUID]
    said: Mapped[bytes] = mapped_column(LargeBinary)
    evidence: Mapped[UUID]
    sent_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("octet_length(key) = 32 and octet_length(said) = 32", name="hashed"),
    )
