"""Openings: a seat's act of reading or taking an exhibit, what a reviewer viewed, and handling texts that were acknowledged.

The justification, and the text itself, stand in the ledger alone.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Opening(Table):
    """Bound to the sign-in that made it; `open` leads to renditions, `take` to the original. `working_session`: in which it was made."""

    __tablename__ = "openings"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    seat: Mapped[UUID]
    session: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    act: Mapped[str]
    purpose: Mapped[str]
    opened_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    working_session: Mapped[UUID | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(
            ["jit", "seat", "working_session"],
            ["working_sessions.jit", "working_sessions.seat", "working_sessions.id"],
        ),
        Index(None, "evidence", "seat"),
        Index(None, "seat", "opened_at"),
        Index(None, "jit", "opened_at"),
        Index(None, "working_session", postgresql_where=text("working_session is not null")),
        CheckConstraint("act in ('open', 'take', 'verify', 'filter')", name="act"),
    )


class Viewing(Table):
    """A file of which at least one page was delivered to a reviewer, within its opening for a verdict. Rows are added, never changed."""

    __tablename__ = "viewings"

    opening: Mapped[UUID] = mapped_column(ForeignKey("openings.id"), primary_key=True)
    file: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    seat: Mapped[UUID]
    viewed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        Index(None, "evidence", "seat"),
    )


class Acknowledgement(Table):
    """A seat has acknowledged a handling text (H3), known by its hash: once per text."""

    __tablename__ = "acknowledgements"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    text_sha256: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    jit: Mapped[UUID]
    acknowledged_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("octet_length(text_sha256) = 32", name="sha256"),
    )
