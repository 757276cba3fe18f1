"""Limits of use of exhibits that came from abroad."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class UseLimit(Table):
    """A limit of use (speciality) of an exhibit, which every reader of the exhibit reads.

    The authority that provided the exhibit set it.
    `result`: the link to a request that it came with, which may be removed by now; readers of the exhibit need not know
    the request. `of_item`: it was stated for the item that the exhibit answers, not for the whole request. `clause`: its
    legal basis. Text and clause never change: a corrected limit ends, and another begins. `recorded_by`, `ended_by`: null
    if the worker did it, because the member who changed the request does not see the exhibit.
    """

    __tablename__ = "use_limits"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    result: Mapped[UUID]
    wording: Mapped[str]
    clause: Mapped[str | None]
    of_item: Mapped[bool] = mapped_column(server_default=text("false"))
    recorded_by: Mapped[UUID | None]
    recorded_at: Mapped[Moment]
    ended_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recorded_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "ended_by"], ["members.jit", "members.id"]),
        CheckConstraint("ended_at is not null or ended_by is null", name="ended"),
        Index(None, "evidence", "id"),
        Index(None, "result", "of_item", unique=True, postgresql_where=text("ended_at is null")),
    )
