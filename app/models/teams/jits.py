"""Teams: a JIT, its parties, their authorities, and the members."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words


class Jit(Table):
    """A joint investigation team.

    `quorum`: number of parties whose co-signers must cosign the ledger; 0: none agreed. `review_sample`: of an exhibit
    with more files than this, a reviewer views so many files, chosen at random.
    """

    __tablename__ = "jits"

    id: Mapped[Id]
    name: Mapped[str]
    reference: Mapped[str]
    agreement_signed_on: Mapped[date]
    time_zone: Mapped[str]
    state: Mapped[str]
    ledger_origin: Mapped[str] = mapped_column(unique=True)
    founded_at: Mapped[Moment]
    quorum: Mapped[int] = mapped_column(server_default=text("0"))
    review_sample: Mapped[int] = mapped_column(server_default=text("50"))
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        CheckConstraint("state in ('operational', 'trial', 'closed')", name="state"),
        CheckConstraint("quorum between 0 and 60", name="quorum"),
        CheckConstraint("review_sample between 10 and 10000", name="review_sample"),
    )


class Party(Table):
    """A State, EU body or other organisation in one JIT. `leaves_at`: when its memberships end."""

    __tablename__ = "parties"

    id: Mapped[Id]
    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"))
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    time_zone: Mapped[str]
    languages: Mapped[Words]
    status: Mapped[str]
    leaves_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "code"),
        UniqueConstraint("jit", "id"),
        CheckConstraint(
            "kind in ('member_state', 'third_country', 'eu_body', 'judicial_authority', 'organisation')", name="kind"
        ),
        CheckConstraint("status in ('active', 'suspended', 'left')", name="status"),
    )


class Authority(Table):
    """A prosecutor's office, a police unit or a laboratory of one party."""

    __tablename__ = "authorities"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]

    __table_args__ = (
        UniqueConstraint("jit", "party", "code"),
        UniqueConstraint("jit", "party", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )


class Member(Table):
    """A member: one account's place in one JIT. `code` contains no name; `party` is null for the auditor of the JIT.

    `until`: when the membership ends automatically. `seconded_to`, `entrustment`: the party in which a seconded member
    works, and the basis.
    """

    __tablename__ = "members"

    id: Mapped[Id]
    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"))
    party: Mapped[UUID | None]
    authority: Mapped[UUID | None]
    account: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    code: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    roles: Mapped[Words]
    function: Mapped[str]
    state: Mapped[str]
    proposed_by: Mapped[UUID | None]
    proposed_at: Mapped[Moment]
    seated_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    seconded_to: Mapped[UUID | None]
    entrustment: Mapped[str | None]
    one_time_code_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    one_time_code_expires_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "code"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party", "authority"], ["authorities.jit", "authorities.party", "authorities.id"]),
        CheckConstraint("function in ('judicial', 'police', 'technical')", name="function"),
        ForeignKeyConstraint(["jit", "seconded_to"], ["parties.jit", "parties.id"]),
        CheckConstraint("state in ('proposed', 'seated', 'suspended', 'ended')", name="state"),
        CheckConstraint("(seconded_to is null) = (entrustment is null)", name="secondment"),
        CheckConstraint("cardinality(roles) > 0", name="roles"),
        CheckConstraint("party is not null or roles = '{auditor}'", name="party"),
        Index("ix_members_one_seat", "jit", "email", unique=True, postgresql_where=text("state <> 'ended'")),
        Index(None, "account"),
        Index("ix_members_until", "until", postgresql_where=text("until is not null and state <> 'ended'")),
    )


class Confirmation(Table):
    """A leader's confirmation of a proposed member; the auditor of the JIT needs one from every party."""

    __tablename__ = "confirmations"

    jit: Mapped[UUID]
    member: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    confirmed_by: Mapped[UUID]
    confirmed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "member"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )
