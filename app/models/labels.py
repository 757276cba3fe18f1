"""Labels: the code by which who may see an exhibit finds it."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Table


class Label(Table):
    """Random, and made once: what is printed stays true."""

    __tablename__ = "labels"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    code: Mapped[str] = mapped_column(unique=True)

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'", name="code"),
    )
