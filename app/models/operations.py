"""Action days: the day, the parties' words, the actions with their plans and moves, what was reported, and what nobody touches.

A row is seen or it is not; so what parties see of an action by itself, a line of the board, stands in a table of its own beside its
plan. Where words were erased from the ledger, a dash stands in their row, and `erased` says of which column,
and since when: the database sets it. Deliberately not here: which states follow each other (`access/operation_states.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Ids, Moment, Table


class Operation(Table):
    """An action day. `h_at`: its H-hour, meant in `h_zone`; `parties`: who takes part.

    `told_at`: when it was told to them; none, of a draft, also of one that was given up. `told_as`: counts what it is and its H-hour, for
    which the parties speak. The database sets both.
    """

    __tablename__ = "operations"

    id: Mapped[Id]
    jit: Mapped[UUID]
    title: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    h_at: Mapped[Moment]
    h_zone: Mapped[str]
    parties: Mapped[Ids]
    author: Mapped[UUID]
    author_party: Mapped[UUID]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    live_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    told_at: Mapped[datetime | None]
    told_as: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "author"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "author_party"], ["parties.jit", "parties.id"]),
        CheckConstraint("kind in ('real', 'rehearsal')", name="kind"),
        CheckConstraint("state in ('draft', 'planned', 'live', 'closed')", name="state"),
        CheckConstraint("cardinality(parties) between 1 and 50", name="parties"),
        CheckConstraint("(state = 'closed') = (closed_at is not null)", name="closed"),
        CheckConstraint(
            "case state when 'draft' then told_at is null when 'closed' then true else told_at is not null end",
            name="told",
        ),
    )


class OperationWord(Table):
    """Go or no-go of one party. It counts for what was told when it was said (`said_as`: the day's `told_as`), and for nothing else."""

    __tablename__ = "operation_words"

    operation: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    word: Mapped[str | None]
    reason: Mapped[str | None]
    said_by: Mapped[UUID]
    said_at: Mapped[Moment]
    said_for: Mapped[Moment]
    said_as: Mapped[int]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "said_by"], ["members.jit", "members.id"]),
        CheckConstraint("word in ('go', 'no_go')", name="word"),
    )


class Action(Table):
    """One line of the board: all that parties see with whom it is shared as such. `since_at`: when its state was reached."""

    __tablename__ = "actions"

    id: Mapped[Id]
    jit: Mapped[UUID]
    operation: Mapped[UUID]
    party: Mapped[UUID]
    number: Mapped[str]
    sharing: Mapped[str]
    state: Mapped[str]
    since_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("operation", "number"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint("sharing in ('whole', 'board', 'none')", name="sharing"),
        CheckConstraint("state in ('planned', 'ready', 'go', 'executing', 'done', 'aborted')", name="state"),
    )


class ActionPlan(Table):
    """What an action is: its party's, and that of whom it is wholly shared with. Its changes show in no other row."""

    __tablename__ = "action_plans"

    action: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    objective: Mapped[str]
    place: Mapped[str | None]
    lead: Mapped[UUID]
    team: Mapped[str | None]
    interpreter: Mapped[str | None]
    risk: Mapped[str | None]
    contingency: Mapped[str | None]
    channel: Mapped[str | None]
    authorisation_kind: Mapped[str | None]
    authorisation_reference: Mapped[str | None]
    authorisation_from: Mapped[datetime | None]
    authorisation_until: Mapped[datetime | None]
    authorisation_zone: Mapped[str | None]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "action"], ["actions.jit", "actions.id"]),
        ForeignKeyConstraint(["jit", "lead"], ["members.jit", "members.id"]),
        CheckConstraint("(authorisation_kind is null) = (authorisation_reference is null)", name="authorisation"),
        CheckConstraint("authorisation_zone is not null or authorisation_kind is null", name="zone"),
        CheckConstraint("authorisation_from < authorisation_until", name="valid"),
    )


class ActionMove(Table):
    """That an action came to a state: when it did, and when that was recorded. `key`: the client's, so that it is applied once."""

    __tablename__ = "action_moves"

    id: Mapped[Id]
    jit: Mapped[UUID]
    action: Mapped[UUID]
    seat: Mapped[UUID]
    key: Mapped[UUID]
    former: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "seat", "key"),
        ForeignKeyConstraint(["jit", "action"], ["actions.jit", "actions.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "action", "id"),
    )


class Report(Table):
    """A line of the ticker, or a decision on record: never changed, never taken back. `shared`: with all who take part."""

    __tablename__ = "operation_reports"

    id: Mapped[Id]
    jit: Mapped[UUID]
    operation: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    key: Mapped[UUID]
    kind: Mapped[str]
    text: Mapped[str]
    shared: Mapped[bool]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        UniqueConstraint("jit", "seat", "key"),
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("kind in ('incident', 'decision')", name="kind"),
        CheckConstraint("kind = 'incident' or shared", name="decided"),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "operation", "id"),
    )


class Protected(Table):
    """Whom or what nobody touches, and why. `told`: the parties that see it beside its own; for all others it is not there."""

    __tablename__ = "protected"

    id: Mapped[Id]
    jit: Mapped[UUID]
    operation: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    kind: Mapped[str]
    subject: Mapped[str]
    reason: Mapped[str]
    told: Mapped[Ids]
    entered_at: Mapped[Moment]
    lifted_at: Mapped[datetime | None]
    lifted_reason: Mapped[str | None]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "operation"], ["operations.jit", "operations.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("kind in ('person', 'place', 'account')", name="kind"),
        CheckConstraint("(lifted_at is null) = (lifted_reason is null)", name="lifted"),
        Index(None, "operation", "id"),
    )
