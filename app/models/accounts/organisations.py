"""Organisations, their accounts, proposals of their administrators, and the log of acts. They belong to no JIT."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Organisation(Table):
    """An authority or body whose administrators are responsible for how its accounts sign in."""

    __tablename__ = "organisations"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[Moment]

    __table_args__ = (CheckConstraint("length(name) between 1 and 300", name="name"),)


class OrganisationAccount(Table):
    """An account of an organisation. The key is the account, so that it has at most one organisation."""

    __tablename__ = "organisation_accounts"

    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    organisation: Mapped[UUID] = mapped_column(ForeignKey("organisations.id"))
    administrator: Mapped[bool] = mapped_column(server_default=text("false"))
    since_at: Mapped[Moment]

    __table_args__ = (Index(None, "organisation"),)


class OrganisationProposal(Table):
    """A proposal of an administrator, which another administrator confirms.

    Attributes:
        concerned: The account that the proposal is about.
        destination: The organisation that gets the account, for a move. One of its administrators confirms.
        second_factors: Whether a recovery removes the second factors, too.
        state: `open`; `waiting`: a confirmed recovery; `done`, `withdrawn`, or `stopped` by the person concerned.
        ends_at: End of the waiting time of a recovery.
        code_hash: SHA-256 of the one-time code of a recovery.
    """

    __tablename__ = "organisation_proposals"

    id: Mapped[Id]
    organisation: Mapped[UUID] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[str]
    concerned: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    destination: Mapped[UUID | None] = mapped_column(ForeignKey("organisations.id"))
    second_factors: Mapped[bool]
    state: Mapped[str]
    proposed_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    proposed_at: Mapped[Moment]
    confirmed_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    ends_at: Mapped[datetime | None]
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    code_expires_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(
            "kind in ('recovery', 'move', 'administrator_addition', 'administrator_removal')",
            name="kind",
        ),
        CheckConstraint("state in ('open', 'waiting', 'done', 'withdrawn', 'stopped')", name="state"),
        CheckConstraint("(kind = 'move') = (destination is not null)", name="destination"),
        CheckConstraint("state <> 'waiting' or (kind = 'recovery' and ends_at is not null)", name="waiting"),
        CheckConstraint("confirmed_by <> proposed_by", name="two_people"),
        CheckConstraint("kind <> 'recovery' or concerned not in (proposed_by, confirmed_by)", name="another_person"),
        CheckConstraint("(code_hash is null) = (code_expires_at is null)", name="code"),
        Index(
            "ix_organisation_proposals_running",
            "concerned",
            "kind",
            unique=True,
            postgresql_where=text("state in ('open', 'waiting')"),
        ),
        Index(None, "organisation"),
        Index(None, "destination"),
    )


class OrganisationAct(Table):
    """An act of an operator or an administrator on an organisation. `concerned`: the account that it is about."""

    __tablename__ = "organisation_acts"

    id: Mapped[Id]
    organisation: Mapped[UUID] = mapped_column(ForeignKey("organisations.id"))
    at: Mapped[Moment]
    actor: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    act: Mapped[str]
    concerned: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))

    __table_args__ = (
        CheckConstraint("length(act) between 1 and 50", name="act"),
        Index(None, "organisation", "at"),
        Index("ix_organisation_acts_at", "at"),
    )
