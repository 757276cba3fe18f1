"""Legal requests: the line of each, its content, items, moves, and the parties that know of it.

Line and content are two tables because row-level security hides rows, not columns: a party may know that a request
exists without knowing what it says. Not here: states (`access/requests/states.py`), and rules of instruments
(`app/reference`).
"""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table

_OUTGOING: Final = (
    "'DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK', 'SENT', 'SUBMISSION_ACCEPTED', 'SUBMISSION_REJECTED',"
    " 'RELAYED', 'RELAY_FAILED', 'DELIVERED', 'NOT_DELIVERED', 'RETRIEVED', 'NOT_RETRIEVED', 'ACKNOWLEDGED',"
    " 'CLARIFICATION_REQUESTED', 'CLARIFIED', 'TRANSFERRED_TO_COMPETENT', 'CLOSED', 'WITHDRAWN'"
)
_INCOMING: Final = (
    "'REGISTERED', 'ACKNOWLEDGED', 'ALLOCATED', 'CLARIFICATION_REQUESTED', 'CLARIFIED', 'EXECUTING', 'ANSWERED', 'CLOSED',"
    " 'WITHDRAWN'"
)
#: States in which the party of a request has to act.
_WAITING: Final = "'VALIDATION', 'CLARIFICATION_REQUESTED'"
#: As in app/access/requests/connections.py.
_PROTOCOLS: Final = "'tcp', 'udp', 'udplite', 'sctp', 'dccp', 'icmp', 'icmpv6', 'igmp', 'gre', 'esp', 'ah'"
_GIVEN_TIME: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"
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
        Index("ix_requests_waiting", "jit", "party", "id", postgresql_where=text(f"state in ({_WAITING})")),
    )


class RequestContent(Table):
    """The content of a request. `authority`: on the other side. `zone`: time zone of the executing authority.

    `conditions`: limits of use that the other side set, or that the party set for its answer. `received_at`: when an
    incoming request reached the party. `erased`: which texts were erased, and when; set by the database.
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
    received_at: Mapped[datetime | None]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        CheckConstraint("received_at <= updated_at + clock_skew()", name="received"),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )


class RequestFormValues(Table):
    """The values that a member entered in a form of a request; `filled`: by section and field.

    `form`, `form_version`: the form of `reference/forms/` for which they were entered. `sent_at`: when a form that follows the
    request was sent; null for the form that is sent with the request.
    """

    __tablename__ = "request_forms"

    request: Mapped[UUID] = mapped_column(primary_key=True)
    form: Mapped[str] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    form_version: Mapped[str]
    filled: Mapped[dict[str, Any]] = mapped_column(JSONB)
    sent_at: Mapped[datetime | None]
    updated_by: Mapped[UUID]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "updated_by"], ["members.jit", "members.id"]),
        CheckConstraint("jsonb_typeof(filled) = 'object'", name="filled"),
        CheckConstraint("sent_at <= updated_at + clock_skew()", name="sent"),
    )


class RequestItem(Table):
    """One identifier or measure of a request, with a state of its own.

    `place`: its number within the request, from 1 on. `port` to `source_line`: what a log states beside the identifier
    (`access/requests/connections.py`); `at` is a text, so that its digits and its offset stay as given.
    `identifier_confirmed`: a member confirmed the identifier although it may not fit its kind. `ground`: for the refusal
    or postponement. `conditions`: limits of use of its results, besides those of the content. `erased`: as for the content.
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
    identifier_confirmed: Mapped[bool] = mapped_column(server_default=text("false"))
    port: Mapped[int | None]
    port_until: Mapped[int | None]
    protocol: Mapped[str | None]
    at: Mapped[str | None]
    zone: Mapped[str | None]
    source_line: Mapped[str | None]
    description: Mapped[str | None]
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    state: Mapped[str]
    since_at: Mapped[Moment]
    ground: Mapped[str | None]
    conditions: Mapped[str | None]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

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
        CheckConstraint(
            "identifier is not null or num_nonnulls(port, protocol, at, source_line) = 0 and not identifier_confirmed",
            name="beside_identifier",
        ),
        CheckConstraint("port between 1 and 65535", name="port"),
        CheckConstraint(
            "port_until is null or port is not null and port_until > port and port_until <= 65535",
            name="port_until",
        ),
        CheckConstraint(f"protocol in ({_PROTOCOLS})", name="protocol"),
        CheckConstraint(f"at ~ '{_GIVEN_TIME}'", name="at"),
        CheckConstraint("zone is null or at is not null", name="zone"),
        CheckConstraint("from_at <= until_at", name="span"),
        Index(
            "ix_request_items_delivered",
            "jit",
            "party",
            "request",
            postgresql_where=text("state in ('delivered', 'partly')"),
        ),
    )


class RequestMove(Table):
    """A state change of a request or of one of its items: when it happened, when it was recorded. Never changed.

    `reason`: read by the function `reason_of_move` alone, which shows it to members of the party of the request.
    """

    __tablename__ = "request_moves"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    item: Mapped[UUID | None]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    former: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None] = mapped_column(deferred=True, deferred_raiseload=True)
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


class RequestDeadline(Table):
    """A deadline of a request or of one of its items, with the rule as the catalogue had it when it began.

    `holidays_of`: country whose public holidays count. `pauses`: the rule rests while a clarification is open;
    `paused_at`: since when it does; `paused`: earlier pauses, each with begin and end. `stopped_at`: the executing
    side was asked for the production of the data, so a lapse is no longer feared. `extensions`: how often it was extended.
    `missed_at`: it passed without an end. `alarm_at`: when leaders are warned
    next, or the end itself; `warned_at`: when they were last. `lapses`: preserved data may be gone after it.
    `before`: it is counted back from `begins_at`, a future event.
    """

    __tablename__ = "request_deadlines"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    item: Mapped[UUID | None]
    party: Mapped[UUID]
    rule: Mapped[str]
    duration: Mapped[str]
    basis: Mapped[str]
    extension: Mapped[str | None]
    minimum: Mapped[bool]
    rolls: Mapped[bool]
    pauses: Mapped[bool]
    lapses: Mapped[bool]
    before: Mapped[bool] = mapped_column(server_default=text("false"))
    zone: Mapped[str]
    holidays_of: Mapped[str | None]
    source: Mapped[str | None]
    verified: Mapped[bool]
    begins_at: Mapped[Moment]
    due_at: Mapped[Moment]
    extensions: Mapped[int] = mapped_column(SmallInteger)
    paused_at: Mapped[datetime | None]
    paused: Mapped[list[list[str]]] = mapped_column(JSONB, server_default="[]")
    stopped_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    missed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    alarm_at: Mapped[datetime | None]
    started_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["request", "item"], ["request_items.request", "request_items.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint("basis in ('hours', 'calendar', 'working')", name="basis"),
        CheckConstraint("outcome in ('met', 'met_late', 'missed', 'void')", name="outcome"),
        CheckConstraint("extensions between 0 and 100", name="extensions"),
        CheckConstraint("(ended_at is null) = (outcome is null)", name="ended"),
        CheckConstraint(
            "alarm_at is null or ended_at is null and paused_at is null and stopped_at is null", name="alarm"
        ),
        Index(None, "request", "id"),
        Index(None, "jit", "due_at", "id", postgresql_where=text("lapses and ended_at is null")),
        Index(
            "ix_request_deadlines_running",
            "jit",
            "party",
            "due_at",
            postgresql_where=text("ended_at is null and paused_at is null and stopped_at is null"),
        ),
        Index(
            "ix_request_deadlines_next",
            "jit",
            "due_at",
            "request",
            postgresql_where=text("ended_at is null and paused_at is null and stopped_at is null"),
        ),
        Index(None, "alarm_at", postgresql_where=text("alarm_at is not null")),
    )


class RequestTransmission(Table):
    """A station on the way of a request: where it arrived, when and how. Never changed; the last one is the holder.

    `receipt`: evidence of transport, by the names of ETSI REM.
    """

    __tablename__ = "request_transmissions"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    authority: Mapped[str]
    country: Mapped[str | None]
    contact: Mapped[str | None]
    channel: Mapped[str | None]
    receipt: Mapped[str | None]
    arrived_at: Mapped[Moment]
    recorded_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("arrived_at <= recorded_at + clock_skew()", name="arrived"),
        Index(None, "request", "id"),
    )


class RequestPaper(Table):
    """An exhibit that is a paper of a request: a row visible only to members who see both."""

    __tablename__ = "request_papers"

    request: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    kind: Mapped[str]
    added_by: Mapped[UUID]
    added_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "added_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "kind in ('form', 'translation', 'annex', 'receipt', 'decision', 'notification', 'answer')", name="kind"
        ),
        Index(None, "evidence"),
    )


class RequestResult(Table):
    """An exhibit that came by a request, and the item that it answers: a row visible only to members who see both."""

    __tablename__ = "request_results"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    item: Mapped[UUID | None]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("request", "item", "evidence", postgresql_nulls_not_distinct=True),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["request", "item"], ["request_items.request", "request_items.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "evidence"),
    )


class RequestLink(Table):
    """That a request follows an earlier one of the same party, and how.

    `confirmed_at`: when the addressee of the earlier order was told that this production was requested.
    """

    __tablename__ = "request_links"

    request: Mapped[UUID] = mapped_column(primary_key=True)
    earlier: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    relation: Mapped[str]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]
    confirmed_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("confirmed_at is null or relation = 'production'", name="confirmed"),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "earlier"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        CheckConstraint("relation in ('production', 'extension', 'reminder', 'replacement', 'other')", name="relation"),
        CheckConstraint("request <> earlier", name="another"),
        Index(None, "earlier"),
    )


class RequestReview(Table):
    """That a leader decided to keep the texts of an ended request until another review. The newest one applies."""

    __tablename__ = "request_reviews"

    id: Mapped[Id]
    jit: Mapped[UUID]
    request: Mapped[UUID]
    party: Mapped[UUID]
    review_on: Mapped[date]
    reason: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        Index(None, "request", "id"),
    )
