"""Consent requests and information requests of one party to another, and their answers.

Not here: the permission itself. What is granted is in `releases`, with the consent as its basis.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Consent(Table):
    """A request. `use`: a wider release, use in court, or an information request without an exhibit (`question`).

    `level` to `purposes`: what is requested beyond the current release. `former`: the release row before the grant, to
    which it is reset. `answer`: the exhibit attached to the answer of an information request.
    """

    __tablename__ = "consents"

    id: Mapped[Id]
    jit: Mapped[UUID]
    use: Mapped[str]
    evidence: Mapped[UUID | None]
    asker: Mapped[UUID]
    asker_party: Mapped[UUID]
    asked_party: Mapped[UUID]
    words: Mapped[str]
    level: Mapped[int | None] = mapped_column(SmallInteger)
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    purposes: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    state: Mapped[str]
    requested_at: Mapped[Moment]
    due_at: Mapped[Moment]
    due_zone: Mapped[str]
    seen_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None]
    reason: Mapped[str | None]
    conditions: Mapped[str | None]
    until: Mapped[datetime | None]
    former: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    answer: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "answer"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "asker"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "answered_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "asker_party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "asked_party"], ["parties.jit", "parties.id"]),
        CheckConstraint("use in ('release', 'court', 'question')", name="use"),
        CheckConstraint("level between 1 and 3", name="level"),
        CheckConstraint(
            "state in ('requested', 'seen', 'granted', 'granted_with_conditions', 'refused', 'expired', 'withdrawn')",
            name="state",
        ),
        CheckConstraint("(use = 'question') = (evidence is null)", name="object"),
        CheckConstraint("asker_party <> asked_party", name="parties"),
        UniqueConstraint("jit", "id"),
        Index(None, "asker_party", "id"),
        Index(None, "asked_party", "id"),
        Index("ix_consents_due", "due_at", postgresql_where=text("state in ('requested', 'seen')")),
        Index(
            "ix_consents_until",
            "until",
            postgresql_where=text(
                "until is not null and ended_at is null and state in ('granted', 'granted_with_conditions')"
            ),
        ),
    )
