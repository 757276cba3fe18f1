"""Named tokens of scripts. They belong to accounts, not to a JIT."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Table


class ScriptToken(Table):
    """Limits and last use of a token, whose row in `sessions` holds the rest.

    Attributes:
        session: The row that holds account, hash, expiry and end.
        name: As its owner calls it.
        scope: `read` or `write`.
        jit: The only team; `None` for all teams of its owner.
        networks: CIDR; an empty list admits every address.
        last_address: The address of the last use.
    """

    __tablename__ = "script_tokens"

    session: Mapped[UUID] = mapped_column(ForeignKey("sessions.id", ondelete="cascade"), primary_key=True)
    name: Mapped[str]
    scope: Mapped[str]
    jit: Mapped[UUID | None] = mapped_column(ForeignKey("jits.id"))
    networks: Mapped[list[str]] = mapped_column(ARRAY(Text))
    last_used_at: Mapped[datetime | None]
    last_address: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("scope in ('read', 'write')", name="scope"),
        CheckConstraint("(last_used_at is null) = (last_address is null)", name="last_use"),
    )
