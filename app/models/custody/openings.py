"""Access events: viewing or downloading an exhibit; files viewed by reviewers; acknowledged handling texts.

The justification, and the text itself, are in the ledger only.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Opening(Table):
    """An access event, bound to its sign-in session. `open` gives access to renditions, `take` to the original.

    `verify` and `filter`: access for deciding an upload or a privilege review. `working_session`: the working session
    in which it was recorded. `files`: the files that its audit log entry names, and no others; null in rows of before
    revision 0120, which have expired.
    """

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
    files: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))

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
    """A page of a file that a reviewer received, within an access event for a review. Insert-only."""

    __tablename__ = "viewings"

    opening: Mapped[UUID] = mapped_column(ForeignKey("openings.id"), primary_key=True)
    file: Mapped[UUID] = mapped_column(primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    seat: Mapped[UUID]
    viewed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        Index(None, "evidence", "seat"),
    )


class CutViewing(Table):
    """A delivery of a page to a reviewer that ended before its last byte, and why. Insert-only."""

    __tablename__ = "cut_viewings"

    id: Mapped[Id]
    opening: Mapped[UUID] = mapped_column(ForeignKey("openings.id"))
    file: Mapped[UUID]
    page: Mapped[int]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    seat: Mapped[UUID]
    why: Mapped[str]
    cut_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("why in ('client_closed', 'access_ended', 'failed')", name="why"),
        Index(None, "evidence", "seat"),
    )


class Acknowledgement(Table):
    """A member acknowledged a handling text (H3), identified by its hash: once per text."""

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
