"""Presence: what each server process reports about the members at its sockets, and how long that is valid.

Unlogged, written by the engine only. No foreign key to `members`: it would lock a member's row at every arrival.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Lease(Table):
    """A running server process. Its presence rows are valid until then; renewed every second."""

    __tablename__ = "leases"

    process: Mapped[UUID] = mapped_column(primary_key=True)
    until: Mapped[Moment]

    __table_args__ = ({"prefixes": ["UNLOGGED"]},)


class Presence(Table):
    """A member at a socket of this process, and the exhibit that the member looks at."""

    __tablename__ = "presences"

    process: Mapped[UUID] = mapped_column(ForeignKey("leases.process", ondelete="CASCADE"), primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    since: Mapped[Moment]
    focus: Mapped[UUID | None]
    turned_at: Mapped[datetime]

    __table_args__ = (Index(None, "jit"), {"prefixes": ["UNLOGGED"]})
