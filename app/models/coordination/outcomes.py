"""Results of an action day and the exhibits made of them, debriefs, the press statement and its approvals.

A link is a row of its own, visible only to members who can see both the result and the exhibit.
Not here: the day and its actions (`models/coordination/operations.py`).
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class ActionResult(Table):
    """A result of an action; never changed or deleted. `key`: from the client, so that a retry adds no second row."""

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
    """Links an exhibit to the result that it came from."""

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
    """The press statement: publishable from `embargo_at` on, once every party has approved this version."""

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
        """Whether the text was erased: nothing can be approved until a new text is written."""
        return "text" in self.erased


class MediaApproval(Table):
    """A party's approval of one version of the press statement."""

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
    """A party's lessons learned."""

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
