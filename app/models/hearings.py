"""Hearings at which a party uses exhibits, and what the law of a forum needs for an exhibit (admissibility).

Not here: the checklist of a hearing, which is computed (`services/requests/hearings/checklist.py`).
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Hearing(Table):
    """A hearing or proceeding of one party. `country`, `court`: the forum. `proceeding`: file number there.

    `zone`: time zone of the court, in which `held_at` is shown. `court_language`: of the proceedings (ISO 639); null: the
    languages of the country's party count. `erased`: whether the title was erased, and when; set by the database.
    """

    __tablename__ = "hearings"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    title: Mapped[str]
    country: Mapped[str]
    court: Mapped[str]
    proceeding: Mapped[str | None]
    held_at: Mapped[Moment]
    zone: Mapped[str]
    court_language: Mapped[str | None]
    created_by: Mapped[UUID]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "created_by"], ["members.jit", "members.id"]),
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("court_language ~ '^[a-z]{2,3}$'", name="court_language"),
        Index(None, "jit", "party", "held_at", "id"),
    )


class HearingExhibit(Table):
    """An exhibit that will be used at a hearing: a row visible only to members who see the exhibit."""

    __tablename__ = "hearing_exhibits"

    court_hearing: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    added_by: Mapped[UUID]
    added_at: Mapped[Moment]

    __table_args__ = (
        # Deleting a hearing also removes rows of exhibits that the deleting member no longer sees.
        ForeignKeyConstraint(["jit", "court_hearing"], ["hearings.jit", "hearings.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "added_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )


class Admissibility(Table):
    """An assessment of one need of a forum's law for an exhibit. Never changed; a later assessment replaces it.

    `party`: the party that reviewed. `country`: of the forum. `need`: what its law needs, in words. `replaces`: the
    earlier assessment of the same need.
    """

    __tablename__ = "admissibilities"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    country: Mapped[str]
    need: Mapped[str]
    status: Mapped[str]
    reason: Mapped[str]
    replaces: Mapped[UUID | None]
    reviewer: Mapped[UUID]
    reviewed_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        UniqueConstraint("evidence", "party", "id"),
        UniqueConstraint("replaces"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "reviewer"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(
            ["evidence", "party", "replaces"],
            ["admissibilities.evidence", "admissibilities.party", "admissibilities.id"],
        ),
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("status in ('met', 'open', 'not_needed')", name="status"),
        Index(None, "evidence", "id"),
    )


class AdmissibilityPaper(Table):
    """The exhibit that meets a need: a row visible only to members who see the assessment and this exhibit."""

    __tablename__ = "admissibility_papers"

    admissibility: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID]
    jit: Mapped[UUID]
    party: Mapped[UUID]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "admissibility"], ["admissibilities.jit", "admissibilities.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        Index(None, "evidence"),
    )
