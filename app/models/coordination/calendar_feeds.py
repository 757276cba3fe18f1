"""Calendar feeds: a member's secret addresses for calendars. Of a secret only the hash is stored.

No request may read the hash.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class CalendarFeed(Table):
    """An address that reads with the rights of its member. `slot`: 1 to 5; `name`: chosen by the member."""

    __tablename__ = "calendar_feeds"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    slot: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str]
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    made_at: Mapped[Moment]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("secret_hash"),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("slot between 1 and 5", name="slot"),
        CheckConstraint("octet_length(secret_hash) = 32", name="secret_hash"),
        CheckConstraint("char_length(name) between 1 and 60", name="name"),
        Index("ix_calendar_feeds_slot", "seat", "slot", unique=True, postgresql_where=text("revoked_at is null")),
    )
