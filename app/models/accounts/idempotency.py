"""Idempotent requests: a request sent again under the same key is carried out once.

Not here: the result, which is in the object and its ledger.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class IdempotencyRecord(Table):
    """`key`: SHA-256 of the key chosen by the sender; `said`: SHA-256 of the key and the request.

    `evidence`, `request`, `notice`, `court_hearing`, `export`: the object that the request made or changed. A hearing can be deleted
    later: its record stays, so that a repeated request does not create it again.
    """

    __tablename__ = "idempotency_records"

    seat: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    jit: Mapped[UUID]
    said: Mapped[bytes] = mapped_column(LargeBinary)
    evidence: Mapped[UUID | None]
    request: Mapped[UUID | None]
    notice: Mapped[UUID | None]
    court_hearing: Mapped[UUID | None]
    export: Mapped[UUID | None]
    sent_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["export"], ["exports.id"]),
        CheckConstraint("octet_length(key) = 32 and octet_length(said) = 32", name="hashed"),
        CheckConstraint("num_nonnulls(evidence, request, notice, court_hearing, export) = 1", name="one_object"),
    )
