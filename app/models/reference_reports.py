"""Reports about wrong values of the reference data. They name no team.

Not here: the values (`reference.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class ReferenceReport(Table):
    """A report that a value is wrong, and the answer of an operator.

    `reporter`: the account that reads the answer; the application cannot read this column. `field`: place of the value in the
    document. `wrong`, `proposed`, `source`: what is wrong, what is right, and where that was found. `settled_at`: None while open.
    """

    __tablename__ = "reference_reports"

    id: Mapped[Id]
    reporter: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str]
    key: Mapped[str]
    field: Mapped[str]
    wrong: Mapped[str]
    proposed: Mapped[str | None]
    source: Mapped[str]
    reported_at: Mapped[Moment]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    answer: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["kind", "key"], ["reference_records.kind", "reference_records.key"]),
        CheckConstraint("num_nonnulls(settled_at, settled_by, answer) in (0, 3)", name="settled"),
        Index(None, "reporter", "id"),
    )
