"""What a party reserves to its judicial seats. Without a row, nothing."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Reservation(Table):
    """`judicial`: releases, standing rules and use in court are decided by the party's judicial seats alone."""

    __tablename__ = "reservations"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    judicial: Mapped[bool]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
    )
