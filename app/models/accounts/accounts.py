"""Accounts, their sessions, and counters of failed sign-ins. They belong to no JIT."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Account(Table):
    """A person who can sign in. Memberships of teams are in `members`.

    Attributes:
        may_found: Whether the person may found teams.
        operator: Whether the person may administer accounts of this installation. It gives no access to a team.
        needs_code: Whether the person takes each place in a team with a one-time code. False only for accounts that
            the command `liaison account` created. A code can be handed to somebody else than the owner of the address.
        closed_at: Since when nobody can sign in.
        disabled: Whether an operator may open the closed account again.
    """

    __tablename__ = "accounts"

    id: Mapped[Id]
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    locale: Mapped[str] = mapped_column(server_default="en")
    time_zone: Mapped[str] = mapped_column(server_default="UTC")
    may_found: Mapped[bool] = mapped_column(server_default=text("false"))
    operator: Mapped[bool] = mapped_column(server_default=text("false"))
    needs_code: Mapped[bool] = mapped_column(server_default=text("false"))
    demonstration: Mapped[bool] = mapped_column(server_default=text("false"))
    closed_at: Mapped[datetime | None]
    disabled: Mapped[bool] = mapped_column(server_default=text("false"))
    created_at: Mapped[Moment]

    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_lower"),
        CheckConstraint("not disabled or closed_at is not null", name="disabled"),
    )


class Session(Table):
    """A signed-in browser (`cookie`), a token of ten minutes (`token`) or a named token of a script (`script`).

    Tokens of ten minutes are found by `jti`, the others by the hash of their secret.
    `second_factor`: a second factor was proved at sign-in or later in this session.
    `unfamiliar`: the account had not signed in from this browser or this network before.
    """

    __tablename__ = "sessions"

    id: Mapped[Id]
    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str]
    secret_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    user_agent: Mapped[str]
    address: Mapped[str]
    second_factor: Mapped[bool] = mapped_column(server_default=text("false"))
    unfamiliar: Mapped[bool] = mapped_column(server_default=text("false"))
    created_at: Mapped[Moment]
    last_seen_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("kind in ('cookie', 'token', 'script')", name="kind"),
        CheckConstraint("(kind <> 'token') = (secret_hash is not null)", name="secret"),
        Index(None, "account", "created_at"),
        Index("ix_sessions_unfamiliar", "created_at", postgresql_where=text("unfamiliar")),
    )


class Throttle(Table):
    """Failed sign-ins of one account name, or of all names, from one address; other addresses are not slowed down."""

    __tablename__ = "throttles"

    account_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    address: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    blocked_until: Mapped[datetime | None]
    changed_at: Mapped[Moment]
