"""The checklist of the first days of a team: which members dismissed it. The steps follow from other tables."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class FirstStepDismissal(Table):
    """A member who no longer wants to see the checklist."""

    __tablename__ = "first_step_dismissals"

    jit: Mapped[UUID]
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    dismissed_at: Mapped[Moment]

    __table_args__ = (ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),)
