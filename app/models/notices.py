"""INTERPOL notices and diffusions: line, content, answers to checks, moves, hits, challenges, links.

A release shows line and content together. Links to exhibits and to the request for arrest are tables of their own: their
rows are visible only to members who see both ends. Not here: states (`access/requests/notice_states.py`), and which
fields a colour needs (`access/requests/notice_sheet.py`).
"""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words

_KINDS: Final = "'RED', 'BLUE', 'GREEN', 'YELLOW', 'BLACK', 'ORANGE', 'PURPLE', 'SILVER', 'UNSC_SPECIAL'"
_STATES: Final = (
    "'draft', 'checked', 'with_ncb', 'under_review', 'published', 'refused', 'hit', 'withdrawn', 'expired', 'recalled'"
)
_GROUNDS: Final = "'incomplete', 'too_slight', 'article_2', 'article_3', 'other'"


class Notice(Table):
    """The line of a notice or diffusion. `since_at`: when the state began, as recorded with its move."""

    __tablename__ = "notices"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    number: Mapped[str]
    kind: Mapped[str]
    is_diffusion: Mapped[bool]
    state: Mapped[str]
    since_at: Mapped[Moment]
    created_by: Mapped[UUID]
    created_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "number"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "created_by"], ["members.jit", "members.id"]),
        CheckConstraint(f"kind in ({_KINDS})", name="kind"),
        CheckConstraint(f"state in ({_STATES})", name="state"),
        Index(None, "jit", "party", "id"),
    )


class NoticeContent(Table):
    """The content of a notice: the values of its request sheet.

    `birth_date`: a date or a year. `parents`, `aliases`: of the subject. `is_child`, `is_reported` (to the police) and
    `is_publication_allowed`: of a missing person. `max_penalty_years`: full years. `is_unidentified`: the subject has no known name. `reference`: of the national authority;
    `ncb_reference`, `interpol_reference`: of the bureau and of INTERPOL. `erased`: which texts were erased, and when; set by
    the database.
    """

    __tablename__ = "notice_contents"

    notice: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    ncb: Mapped[str | None]
    authority: Mapped[str | None]
    reference: Mapped[str | None]
    ncb_reference: Mapped[str | None]
    interpol_reference: Mapped[str | None]
    language: Mapped[str | None]
    purpose: Mapped[str | None]
    is_public: Mapped[bool | None]
    cautions: Mapped[Words]
    recipients: Mapped[Words]
    review_on: Mapped[date | None]
    diffusion_reason: Mapped[str | None]
    diffusion_aim: Mapped[str | None]
    is_unidentified: Mapped[bool | None]
    family_name: Mapped[str | None]
    forenames: Mapped[str | None]
    aliases: Mapped[Words] = mapped_column(server_default="{}")
    sex: Mapped[str | None]
    birth_date: Mapped[str | None]
    birth_place: Mapped[str | None]
    nationalities: Mapped[Words]
    parents: Mapped[str | None]
    languages: Mapped[Words]
    description: Mapped[str | None]
    identity_documents: Mapped[str | None]
    other_identifiers: Mapped[str | None]
    person_status: Mapped[str | None]
    is_child: Mapped[bool | None]
    guardian: Mapped[str | None]
    is_publication_allowed: Mapped[bool | None]
    is_reported: Mapped[bool | None]
    facts: Mapped[str | None]
    charge: Mapped[str | None]
    law: Mapped[str | None]
    max_penalty_years: Mapped[int | None]
    sentence_months: Mapped[int | None]
    is_exceptional: Mapped[bool | None]
    exception_reason: Mapped[str | None]
    penalty: Mapped[str | None]
    warrant: Mapped[str | None]
    sought: Mapped[Words] = mapped_column(server_default="{}")
    questions: Mapped[str | None]
    assessment: Mapped[str | None]
    assessment_author: Mapped[str | None]
    assessment_grounds: Mapped[Words] = mapped_column(server_default="{}")
    assessment_basis: Mapped[str | None]
    threat_from: Mapped[Words] = mapped_column(server_default="{}")
    object_data: Mapped[str | None]
    place: Mapped[str | None]
    method: Mapped[str | None]
    method_aim: Mapped[str | None]
    assets: Mapped[Words]
    asset_measures: Mapped[Words] = mapped_column(server_default="{}")
    asset_aim: Mapped[str | None]
    asset_link: Mapped[str | None]
    regime: Mapped[str | None]
    listing: Mapped[str | None]
    measures: Mapped[Words]
    extradition_countries: Mapped[Words]
    review_warned_at: Mapped[datetime | None]
    updated_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint("max_penalty_years between 0 and 99", name="max_penalty_years"),
        CheckConstraint("sentence_months between 0 and 1200", name="sentence_months"),
    )


class NoticeCheck(Table):
    """An answer to a question of the checks. Never changed; the newest answer to a question counts.

    `content_version`: version of the content that was answered about. `erased`: as for the content.
    """

    __tablename__ = "notice_checks"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    question: Mapped[str]
    answer: Mapped[str]
    reason: Mapped[str]
    content_version: Mapped[int]
    answered_at: Mapped[Moment]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("answer in ('yes', 'no', 'unclear')", name="answer"),
        Index(None, "notice", "id"),
    )


class NoticeMove(Table):
    """A state change of a notice: when it happened, when it was recorded. Never changed.

    `reason`: read by the function `reason_of_notice_move` alone, which shows it to members of the party of the notice.
    """

    __tablename__ = "notice_moves"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    former: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str | None] = mapped_column(deferred=True, deferred_raiseload=True)
    ground: Mapped[str | None]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint(f"ground in ({_GROUNDS})", name="ground"),
        CheckConstraint("(state = 'refused') = (ground is not null)", name="refused"),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "notice", "id"),
    )


class NoticeHit(Table):
    """A hit: the country that found the person or object, when, and what it did. Never changed.

    `erased`: as for the content.
    """

    __tablename__ = "notice_hits"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    country: Mapped[str]
    place: Mapped[str | None]
    measure: Mapped[str | None]
    what: Mapped[str]
    occurred_at: Mapped[Moment]
    recorded_at: Mapped[Moment]
    erased: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("country ~ '^[A-Z]{2}$'", name="country"),
        CheckConstraint("measure in ('arrest', 'watch', 'restriction')", name="measure"),
        CheckConstraint("occurred_at <= recorded_at + clock_skew()", name="occurred"),
        Index(None, "notice", "id"),
    )


class NoticeChallenge(Table):
    """A request of a person to the Commission for the Control of INTERPOL's Files (CCF) about a notice.

    `questions_due_on`: when answers to the Commission's questions are due; `questions_answered_on`: when they were given.
    `is_blocked`: the data are blocked meanwhile. `answer_due_at`: the end of that day in the party's zone, while an answer is
    awaited; `alarm_at`: when leaders are warned next; `warned_at`: when they were last.
    """

    __tablename__ = "notice_challenges"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    kind: Mapped[str]
    received_on: Mapped[date]
    admissible_on: Mapped[date | None]
    questions_due_on: Mapped[date | None]
    questions_answered_on: Mapped[date | None]
    is_blocked: Mapped[bool]
    answer_due_at: Mapped[datetime | None]
    alarm_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    decided_on: Mapped[date | None]
    decision: Mapped[str | None]
    remedy: Mapped[str | None]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recorded_by"], ["members.jit", "members.id"]),
        CheckConstraint("kind in ('access', 'correction', 'deletion', 'revision')", name="kind"),
        CheckConstraint("admissible_on >= received_on and decided_on >= received_on", name="order"),
        CheckConstraint("(decided_on is null) = (decision is null)", name="decided"),
        Index(None, "notice", "id"),
        Index(
            "ix_notice_challenges_questions",
            "jit",
            "party",
            "answer_due_at",
            postgresql_where=text("answer_due_at is not null"),
        ),
        Index(None, "alarm_at", postgresql_where=text("alarm_at is not null")),
    )


class NoticeExhibit(Table):
    """An exhibit of a notice, such as a photograph or the warrant: visible only to members who see both."""

    __tablename__ = "notice_exhibits"

    notice: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    party: Mapped[UUID]
    kind: Mapped[str]
    added_by: Mapped[UUID]
    added_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "added_by"], ["members.jit", "members.id"]),
        CheckConstraint(
            "kind in ('warrant', 'photograph', 'fingerprints', 'dna', 'document', 'form', 'answer')", name="kind"
        ),
        Index(None, "evidence"),
    )


class NoticeWarrant(Table):
    """The request for arrest or extradition on which a notice rests: visible only to members who see both."""

    __tablename__ = "notice_warrants"

    notice: Mapped[UUID] = mapped_column(primary_key=True)
    request: Mapped[UUID]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    linked_by: Mapped[UUID]
    linked_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "request"], ["requests.jit", "requests.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "linked_by"], ["members.jit", "members.id"]),
        Index(None, "request"),
    )


class NoticeRelease(Table):
    """That another party sees a notice, until the release is recalled."""

    __tablename__ = "notice_releases"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    recipient: Mapped[UUID]
    released_by: Mapped[UUID]
    released_at: Mapped[Moment]
    recalled_by: Mapped[UUID | None]
    recalled_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "recipient"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "released_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "recalled_by"], ["members.jit", "members.id"]),
        CheckConstraint("party <> recipient", name="another"),
        CheckConstraint("(recalled_at is null) = (recalled_by is null)", name="recalled"),
        Index(None, "notice", "recipient", unique=True, postgresql_where=text("recalled_at is null")),
        Index(None, "jit", "recipient", postgresql_where=text("recalled_at is null")),
    )


class NoticeReview(Table):
    """That a leader decided to keep the texts of an ended notice until another review. The newest one applies."""

    __tablename__ = "notice_reviews"

    id: Mapped[Id]
    jit: Mapped[UUID]
    notice: Mapped[UUID]
    party: Mapped[UUID]
    review_on: Mapped[date]
    reason: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "notice"], ["notices.jit", "notices.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        Index(None, "notice", "id"),
    )
