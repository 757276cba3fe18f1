"""Four-eyes rule: acts for which a party requires a second leader, and confirmations. No row: none required."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table, Words


class FourEyes(Table):
    """The acts for which a party requires a second leader.

    `acts`: releases, recalls, erasures. `proposed`: the reduced list proposed by `decided_by`, until another leader
    agrees.
    """

    __tablename__ = "four_eyes"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    acts: Mapped[Words]
    proposed: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("acts <@ array['release', 'recall', 'erase']", name="acts"),
        CheckConstraint("proposed <@ acts and not proposed @> acts", name="proposed"),
    )


class ReleaseConfirmation(Table):
    """The second leader's confirmation of one waiting release or recall.

    It remains after the request; never changed.
    """

    __tablename__ = "release_confirmations"

    waiting: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    confirmed_by: Mapped[UUID]
    confirmed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )
