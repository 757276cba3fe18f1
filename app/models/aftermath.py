"""What an action day leaves: results and the exhibits made of them, debriefs, the line for the press and its approvals.

A link is a row that only who sees result and exhibit can see. Deliberately not here: the day and its actions (`models/operations.py`).
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class ActionResult(Table):
    """What an action brought: never changed, never taken back. `key`: the client's, so that it stands once."""

    __tablename__ = "action_results"

    id: Mapped[Id]
    jit: Mapped[UUID]
    action: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    key: Mapped[UUID]
    kind: Mapped[str]
    count: Mapped[int]
    text: Mapped[str]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        UniqueConstraint("jit", "seat", "key"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "action"], ["actions.jit", "actions.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("kind in ('search', 'arrest', 'seizure', 'wallet')", name="kind"),
        CheckConstraint("count between 1 and 100000", name="count"),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "action", "id"),
    )


class ResultLink(Table):
    """That an exhibit came of a result."""

    __tablename__ = "result_links"

    result: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "result"], ["action_results.jit", "action_results.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )


class MediaLine(Table):
    """What may be said in public, from `embargo_at` on, once every party approved this version."""

    __tablename__ = "media_lines"

    operation: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    text: Mapped[str]
    embargo_at: Mapped[Moment]
    embargo_zone: Mapped[str]
    written_by: Mapped[UUID]
    written_at: Mapped[Moment]
    version: Mapped[int]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "written_by"], ["members.jit", "members.id"]),
    )

    @property
    def is_erased(self) -> bool:
        """Whether its words are gone: there is nothing to approve until somebody writes it anew."""
        return "text" in self.erased


class MediaApproval(Table):
    """A party's approval of one version of the line."""

    __tablename__ = "media_approvals"

    operation: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    line_version: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    approved_by: Mapped[UUID]
    approved_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "approved_by"], ["members.jit", "members.id"]),
    )


class Debrief(Table):
    """What a party says that it learned."""

    __tablename__ = "debriefs"

    operation: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    text: Mapped[str]
    said_by: Mapped[UUID]
    said_at: Mapped[Moment]
    version: Mapped[int]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "said_by"], ["members.jit", "members.id"]),
    )
