"""Proofs of a second factor for kinds of acts, and the kinds for which a party demands one."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table, Words


class StepUp(Table):
    """The latest proof of a second factor in a session, for one kind of act. It belongs to no team."""

    __tablename__ = "step_ups"

    session: Mapped[UUID] = mapped_column(ForeignKey("sessions.id", ondelete="cascade"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    proved_at: Mapped[Moment]


class StepUpPolicy(Table):
    """The kinds of acts for which a party demands a second factor again. No row: none."""

    __tablename__ = "step_up_policies"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    kinds: Mapped[Words]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "kinds <@ array['restricted_release', 'recall', 'erasure', 'export', 'signing', 'member_confirmation',"
            " 'keys_and_policy']",
            name="kinds",
        ),
    )
