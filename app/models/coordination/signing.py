"""Signatures of parties under decisions: their public keys, which decisions they sign, and the signatures.

Each row refers to its ledger entry.
Not here: which decision awaits whose signature (`messages.signers`), and private keys, which the server never receives.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class SigningKey(Table):
    """A party's public Ed25519 key, valid for entries between `entry`, which named it, and `revocation`."""

    __tablename__ = "signing_keys"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    name: Mapped[str]
    public: Mapped[bytes] = mapped_column(LargeBinary)
    entry: Mapped[UUID]
    named_by: Mapped[UUID]
    named_at: Mapped[Moment]
    revocation: Mapped[UUID | None]
    revoked_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    reason: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        UniqueConstraint("jit", "party", "public"),
        UniqueConstraint("entry"),
        UniqueConstraint("revocation"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "named_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "revoked_by"], ["members.jit", "members.id"]),
        CheckConstraint("octet_length(public) = 32", name="public"),
        CheckConstraint("char_length(name) between 1 and 60", name="name"),
        CheckConstraint("num_nulls(revocation, revoked_by, revoked_at, reason) in (0, 4)", name="revoked"),
    )


class SigningDemand(Table):
    """Which decisions a party signs: none, those of its own members, or all it takes part in. No row: none."""

    __tablename__ = "signing_demands"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    scope: Mapped[str]
    entry: Mapped[UUID]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=sql("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("scope in ('none', 'own', 'all')", name="scope"),
        UniqueConstraint("entry"),
    )


class DecisionSignature(Table):
    """A party's signature under a decision, verified on receipt. Never changed."""

    __tablename__ = "decision_signatures"

    id: Mapped[Id]
    jit: Mapped[UUID]
    message: Mapped[UUID]
    party: Mapped[UUID]
    key: Mapped[UUID]
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    entry: Mapped[UUID]
    seat: Mapped[UUID]
    at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("message", "key"),
        UniqueConstraint("entry"),
        ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "key"], ["signing_keys.jit", "signing_keys.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("octet_length(signature) = 64", name="signature"),
        Index(None, "message", "id"),
    )
