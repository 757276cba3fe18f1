"""Action days: the day, the parties' go or no-go, actions with plans and moves, reports, the deconfliction list.

Row-level security shows whole rows. Therefore the board line of an action is in another table than its plan.
A text erased from the ledger is replaced by a dash; `erased` names the column and the time, set by the database.
Not here: the state transitions (`access/coordination/operation_states.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Ids, Moment, Table


class Operation(Table):
    """An action day. `h_at`: its H-hour, in the time zone `h_zone`; `parties`: the participants.

    `told_at`: when it was announced to them; null for a draft, also one that was dropped. `told_as`: version of its
    kind, H-hour and time zone, which a party's go refers to. The database sets both.
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
    """Go or no-go of one party. It is valid only for the announced version `said_as` (the day's `told_as`)."""

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
    """One line of the board: all that parties see if the action is shared as `board`. `since_at`: time of the state."""

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
    """The plan of an action: visible to its party, and to others if the action is shared as `whole`.

    A change of the plan changes no other row.
    """

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
    """A state change of an action: when it happened and when it was recorded. `key`: from the client, for retries."""

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
    """A line of the operations log, or a recorded decision; never changed or deleted.

    `shared`: with all participants.
    """

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
    """An entry of the deconfliction list, with its reason.

    `told`: other parties that see it; for all others it does not exist.
    """

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
