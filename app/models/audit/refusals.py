"""Refused acts that wait for their ledger entry, and the technical access log."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, SmallInteger
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Refused(Table):
    """An act on a visible exhibit, refused `times` times in one minute, until the worker records it in the ledger."""

    __tablename__ = "refusals"

    seat: Mapped[UUID] = mapped_column(primary_key=True)
    minute: Mapped[Moment] = mapped_column(primary_key=True)
    act: Mapped[str] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    times: Mapped[int]
    first_at: Mapped[Moment]
    last_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        Index(None, "minute"),
    )


class AccessLine(Table):
    """A request of an authenticated account to a team.

    `id`: the request's. `seat`, `party`: null without a membership. No foreign keys: the requested object may not
    exist, and the row outlives the objects it names.
    """

    __tablename__ = "access_log"

    id: Mapped[Id]
    jit: Mapped[UUID]
    account: Mapped[UUID]
    session: Mapped[UUID]
    seat: Mapped[UUID | None]
    party: Mapped[UUID | None]
    method: Mapped[str]
    route: Mapped[str]
    ids: Mapped[dict[str, Any]] = mapped_column(JSONB)
    outcome: Mapped[int] = mapped_column(SmallInteger)
    at: Mapped[Moment]
    address: Mapped[str]

    __table_args__ = (
        Index(None, "jit", "id"),
        Index(None, "jit", "party", "id"),
        Index("ix_access_log_at", "at", postgresql_using="brin"),
    )
