"""Saved views: filters and columns of the exhibit list that a member keeps under a name."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words


class SavedView(Table):
    """A named set of filters. `filters`: values by the name of the query parameter; `columns`: shown, in order."""

    __tablename__ = "saved_views"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    name: Mapped[str]
    filters: Mapped[dict[str, Any]] = mapped_column(JSONB)
    columns: Mapped[Words]
    saved_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("seat", "name"),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("char_length(name) between 1 and 60", name="name"),
        CheckConstraint("cardinality(columns) <= 20", name="columns"),
    )
