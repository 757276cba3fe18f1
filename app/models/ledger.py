"""Tables of the custody ledger. Only `app.ledger` uses them.

All are insert-only by grants and triggers, TRUNCATE included, except the queue (`pending`), the chain heads (`chains`)
and the tree's edge (`trees`).
"""

from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    LargeBinary,
    SmallInteger,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Entry(Table):
    """An entry as committed: what the transparency log holds, visible to the whole JIT once published."""

    __tablename__ = "entries"

    id: Mapped[Id]
    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"))
    commitment: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (CheckConstraint("octet_length(commitment) = 32", name="commitment"),)


class Header(Table):
    """Data of an entry for the sequencer, the hub and lists: no names, no values.

    `about`: the object whose history includes the entry, if it is another one than the exhibit.
    """

    __tablename__ = "headers"

    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    jit: Mapped[UUID]
    kind: Mapped[str]
    evidence: Mapped[UUID | None]
    subject: Mapped[str]
    seat: Mapped[str]
    party: Mapped[UUID | None]
    party_code: Mapped[str | None]
    at: Mapped[Moment]
    about: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("at >= '2000-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00'", name="at"),
        CheckConstraint("length(subject) <= 600", name="subject"),
        Index(None, "evidence", "entry"),
        Index(None, "jit", "entry"),
        Index(None, "about", "entry"),
    )


class EntryAudience(Table):
    """Readers of an entry: a party (null: the whole team), narrowed to authorities or members, at a level.

    `mentions`: an exhibit; the row applies only to members who can see it at the time of reading.
    """

    __tablename__ = "entry_audience"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))
    jit: Mapped[UUID]
    party: Mapped[UUID | None]
    level: Mapped[int] = mapped_column(SmallInteger)
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    mentions: Mapped[UUID | None]

    __table_args__ = (Index(None, "entry", "party"),)


class Body(Table):
    """Salt and canonical bytes of an entry, unchanged."""

    __tablename__ = "bodies"

    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    jit: Mapped[UUID]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    canonical: Mapped[bytes] = mapped_column(LargeBinary)


class Field(Table):
    """One value of an entry with its own salt. `value`: canonical JSON; `readers`: who of the audience may read it."""

    __tablename__ = "fields"

    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    value: Mapped[str]
    readers: Mapped[str]

    __table_args__ = (CheckConstraint("readers in ('audience', 'readable', 'actor')", name="readers"),)


class Chain(Table):
    """The head of an exhibit's chain, changed only by the functions in `app/schema/ledger`."""

    __tablename__ = "chains"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger)
    previous: Mapped[bytes | None] = mapped_column(LargeBinary)


class Pending(Table):
    """Queue of committed entries without a position. The identity column gives the order in which they get one."""

    __tablename__ = "pending"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    jit: Mapped[UUID]
    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"))


class Position(Table):
    """The position of a leaf. The primary key is the last protection against a fork."""

    __tablename__ = "positions"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    entry: Mapped[UUID] = mapped_column(ForeignKey("entries.id"), unique=True)

    __table_args__ = (CheckConstraint("position >= 0", name="position"),)


class Tree(Table):
    """The right edge of a ledger's tree, needed to extend it. Derived from `positions`, and checked against it."""

    __tablename__ = "trees"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    edge: Mapped[bytes] = mapped_column(LargeBinary)


class Epoch(Table):
    """An epoch of a ledger that ended in a data loss: the restored size, and the signed head known to be lost."""

    __tablename__ = "epochs"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    origin: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int] = mapped_column(BigInteger)
    head: Mapped[str]

    __table_args__ = (CheckConstraint("number >= 0 and size > 0", name="number"),)


class Checkpoint(Table):
    """A published signed checkpoint."""

    __tablename__ = "checkpoints"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    edge: Mapped[bytes] = mapped_column(LargeBinary)
    note: Mapped[str]
    occasion: Mapped[str]
    at: Mapped[Moment]

    __table_args__ = (
        Index(None, "jit", "size"),
        CheckConstraint("occasion in ('clock', 'export')", name="occasion"),
    )


class Timestamp(Table):
    """An RFC 3161 time stamp of a checkpoint. `at`: the time stated by the authority."""

    __tablename__ = "timestamps"

    id: Mapped[Id]
    jit: Mapped[UUID]
    checkpoint: Mapped[int] = mapped_column(BigInteger)
    authority: Mapped[str]
    token: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[Moment]
    received_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "checkpoint"], ["checkpoints.jit", "checkpoints.id"]),
        UniqueConstraint("jit", "checkpoint", "authority"),
        Index(None, "jit", "authority", "id"),
    )
