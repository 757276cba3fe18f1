"""Tiles that make a ledger readable by standard clients, and alarms about its health.

Only `app.ledger` uses these tables. `tiles` is insert-only. Partial tiles are not stored: they are computed from the
level below (`app/ledger/tree/nodes.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, LargeBinary, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Tile(Table):
    """A full tile of 256 hashes (C2SP tlog-tiles). Level -1: the commitments of an entry bundle, without `root`."""

    __tablename__ = "tiles"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    level: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    hashes: Mapped[bytes] = mapped_column(LargeBinary)
    root: Mapped[bytes | None] = mapped_column(LargeBinary)

    __table_args__ = (
        CheckConstraint("level between -1 and 6 and number >= 0", name="place"),
        CheckConstraint("octet_length(hashes) = 8192", name="hashes"),
        CheckConstraint("(level < 0) = (root is null) and (root is null or octet_length(root) = 32)", name="root"),
    )


class Alarm(Table):
    """A current problem of a ledger. `detail` is for the operator and never shown to a member."""

    __tablename__ = "alarms"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    what: Mapped[str] = mapped_column(primary_key=True)
    detail: Mapped[str]
    since: Mapped[Moment]

    __table_args__ = (
        CheckConstraint(
            "what in ('promise', 'sequencing', 'signing', 'unanswered', 'recomputation', 'timestamp', 'clock', 'witness', 'fixity',"
            " 'quorum')",
            name="what",
        ),
    )


class Recomputation(Table):
    """Progress of recomputing a ledger from its bodies, up to the published size `target`."""

    __tablename__ = "recomputations"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    started_at: Mapped[Moment]
    target: Mapped[int] = mapped_column(BigInteger)
    position: Mapped[int] = mapped_column(BigInteger)
    edge: Mapped[bytes] = mapped_column(LargeBinary)
    found: Mapped[str | None]
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
