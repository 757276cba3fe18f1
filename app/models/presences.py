"""Who is here: what each server process says of the people at its sockets, and for how long its word counts.

Unlogged, written by the engine alone. Deliberately without a key to `members`: it would lock a seat's row whenever
somebody comes.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Lease(Table):
    """A server process that lives: what it says of presence counts until then, and is renewed every second."""

    __tablename__ = "leases"

    process: Mapped[UUID] = mapped_column(primary_key=True)
    until: Mapped[Moment]

    __table_args__ = ({"prefixes": ["UNLOGGED"]},)


class Presence(Table):
    """A seat that is at a socket of this process, and the exhibit to which it has turned."""

    __tablename__ = "presences"

    process: Mapped[UUID] = mapped_column(ForeignKey("leases.process", ondelete="CASCADE"), primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    since: Mapped[Moment]
    focus: Mapped[UUID | None]
    turned_at: Mapped[datetime]

    __table_args__ = (Index(None, "jit"), {"prefixes": ["UNLOGGED"]})
