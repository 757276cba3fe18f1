"""What was sent under a key of the sender's own, so that it is done once however often it arrives.

Deliberately not here: what was done, which is the exhibit's and its ledger's to say.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Sending(Table):
    """`key`: the SHA-256 of the key, which its sender alone knows; `said`: of the key and of what was sent under it."""

    __tablename__ = "sendings"

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
