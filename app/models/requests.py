"""Legal requests: the line of each, its content, items, moves, and the parties that know of it.

Line and content are two tables because row-level security hides rows, not columns: a party may know that a request
exists without knowing what it says. Not here: states (`access/requests/states.py`), and rules of instruments
(`app/reference`).
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table

_OUTGOING: Final = (
    "'DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK', 'SENT', 'SUBMISSION_ACCEPTED', 'SUBMISSION_REJECTED',"
    " 'RELAYED', 'RELAY_FAILED', 'DELIVERED', 'NOT_DELIVERED', 'RETRIEVED', 'NOT_RETRIEVED', 'ACKNOWLEDGED',"
    " 'CLARIFICATION_REQUESTED', 'CLARIFIED', 'TRANSFERRED_TO_COMPETENT', 'CLOSED', 'WITHDRAWN'"
)
_INCOMING: Final = "'REGISTERED', 'ALLOCATED', 'EXECUTING', 'ANSWERED', 'CLOSED'"
_ITEM_STATES: Final = "'open', 'preserved', 'executing', 'delivered', 'partly', 'refused', 'postponed', 'impossible', 'lapsed', 'withdrawn'"


class LegalRequest(Table):
    """The line of a request: all that a party knows to which only its existence was released.

    `party`: the party that asks or was asked. `country`: of the other side. `since_at`: when the state began, as
    recorded with its move.
    """

    __tablename__ = "requests"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    number: Mapped[str]
    direction: Mapped[str]
    instrument: Mapped[str]
    country: Mapped[str]
    state: Mapped[str]
    since_at: Mapped[Moment]
    urgent: Mapped[bool]
    created_by: Mapped[UUID]
    created_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "number"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "created_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            f"direction = 'out' and state in ({_OUTGOING}) or direction = 'in' and state in ({_INCOMING})", name="state"
        ),
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        Index(None, "jit", "party", "id"),
    )


class RequestContent(Table):
    """The content of a request. `authority`: on the other side. `zone`: time zone of the executing authority.

    `conditions`: limits of use that the other side set, or that the party set for its answer.
    """

    __tablename__ = "request_contents"

    request: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    title: Mapped[str | None]
    authority: Mapped[str | None]
    zone: Mapped[str]
    reference: Mapped[str | None]
    counterpart_reference: Mapped[str | None]
    facts: Mapped[str | None]
    offence: Mapped[str | None]
    legal_basis: Mapped[str | None]
    purpose: Mapped[str | None]
    confidentiality: Mapped[str | None]
    language: Mapped[str | None]
    issuing_authority: Mapped[str | None]
    validating_authority: Mapped[str | None]
    conditions: Mapped[str | None]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )


class RequestItem(Table):
    """One identifier or measure of a request, with a state of its own.

    `place`: its number within the request, from 1 on. `ground`: for the refusal or postponement.
    """

    __tablename__ = "request_items"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    party: Mapped[UUID]
    place: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[str]
    data_category: Mapped[str | None]
    identifier_kind: Mapped[str | None]
    identifier: Mapped[str | None]
    description: Mapped[str | None]
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    state: Mapped[str]
    since_at: Mapped[Moment]
    ground: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("request", "place"),
        UniqueConstraint("jit", "id"),
        UniqueConstraint("request", "id"),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint(
            "kind in ('data', 'measure', 'hearing', 'search', 'freeze', 'confiscation', 'surrender')", name="kind"
        ),
        CheckConstraint(f"state in ({_ITEM_STATES})", name="state"),
        CheckConstraint("(identifier is null) = (identifier_kind is null)", name="identifier"),
        CheckConstraint("identifier is not null or description is not null", name="named"),
        CheckConstraint("from_at <= until_at", name="span"),
    )


class RequestMove(Table):
    """A state change of a request or of one of its items: when it happened, when it was recorded. Never changed."""

    __tablename__ = "request_moves"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    item: Mapped[UUID | None]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    former: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None]
    ground: Mapped[str | None]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["request", "item"], ["request_items.request", "request_items.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "request", "id"),
    )


class RequestRelease(Table):
    """That another party knows of a request: its existence or its content, until the release is recalled."""

    __tablename__ = "request_releases"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    party: Mapped[UUID]
    recipient: Mapped[UUID]
    level: Mapped[str]
    released_by: Mapped[UUID]
    released_at: Mapped[Moment]
    recalled_by: Mapped[UUID | None]
    recalled_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recipient"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "released_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "recalled_by"], ["members.jit", "members.id"]),
        CheckConstraint("level in ('existence', 'content')", name="level"),
        CheckConstraint("party <> recipient", name="another"),
        CheckConstraint("(recalled_at is null) = (recalled_by is null)", name="recalled"),
        Index(None, "request", "recipient", unique=True, postgresql_where=text("recalled_at is null")),
        Index(None, "jit", "recipient", postgresql_where=text("recalled_at is null")),
    )
