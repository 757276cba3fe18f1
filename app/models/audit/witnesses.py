"""Log co-signers (witnesses) of a team's ledger, their cosignatures, and the last request to each."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Witness(Table):
    """A party's log co-signer: verifier key and URL. A party has one at a time."""

    __tablename__ = "witnesses"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    vkey: Mapped[str]
    url: Mapped[str]
    named_by: Mapped[UUID]
    named_at: Mapped[Moment]
    removed_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        UniqueConstraint("jit", "vkey"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "named_by"], ["members.jit", "members.id"]),
        Index("ix_witnesses_jit_key", "jit", text("split_part(vkey, '+', 3)"), unique=True),
        Index("ix_witnesses_party", "jit", "party", unique=True, postgresql_where=text("removed_at is null")),
    )


class WitnessState(Table):
    """State of a log co-signer.

    `size`: the largest cosigned size, as its signature proves. `failure`: why it does not cosign at present, and since
    when (`failing_since`). `claimed`: the size that it claims to have cosigned of the ledger `claimed_of`, if larger
    than the size published at that time.
    """

    __tablename__ = "witness_states"

    witness: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    size: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    cosigned_at: Mapped[datetime | None]
    tried_at: Mapped[Moment]
    failing_since: Mapped[datetime | None]
    failure: Mapped[str | None]
    claimed: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    claimed_of: Mapped[str | None]
    excused_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("failure in ('unreachable', 'unknown', 'refused', 'wrong', 'ahead', 'fork')", name="failure"),
        CheckConstraint("(failure is null) = (failing_since is null)", name="failing"),
        ForeignKeyConstraint(["jit", "witness"], ["witnesses.jit", "witnesses.id"]),
    )


class Cosignature(Table):
    """A log co-signer's signature line under a published checkpoint, and the time that it states."""

    __tablename__ = "cosignatures"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    checkpoint: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    witness: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    line: Mapped[str]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "checkpoint"], ["checkpoints.jit", "checkpoints.id"]),
        ForeignKeyConstraint(["jit", "witness"], ["witnesses.jit", "witnesses.id"]),
    )
