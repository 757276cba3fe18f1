"""Releases and recalls of legal requests and notices that wait for a second leader."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class WaitingLineRelease(Table):
    """A release or recall as a leader decided it. It never changes: the confirmation carries it out and deletes it.

    `level`: of the release; `none` is a recall, with its `reason`. `attestation`: of a release beyond the Union.
    """

    __tablename__ = "waiting_line_releases"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    request: Mapped[UUID | None]
    notice: Mapped[UUID | None]
    recipient: Mapped[UUID]
    level: Mapped[str]
    reason: Mapped[str | None]
    attestation: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    wanted_by: Mapped[UUID]
    wanted_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("request", "recipient"),
        UniqueConstraint("notice", "recipient"),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recipient"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "wanted_by"], ["members.jit", "members.id"]),
        CheckConstraint("(request is null) <> (notice is null)", name="line"),
        CheckConstraint("level in ('existence', 'content', 'none')", name="level"),
        CheckConstraint("(level = 'none') = (reason is not null)", name="recall"),
        CheckConstraint("party <> recipient", name="another"),
        Index(None, "jit", "party"),
    )
