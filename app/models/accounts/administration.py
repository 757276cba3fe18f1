"""The installation's master key, first-run setup, invitations of accounts, and the log of the operator's acts.

They belong to no JIT.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Installation(Table):
    """The fingerprint of the master key with which this database is used (`ledger/state_folder.py`), never the key."""

    __tablename__ = "installations"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    master_key: Mapped[str]
    recorded_at: Mapped[Moment]

    __table_args__ = (
        CheckConstraint("id = 1", name="single"),
        CheckConstraint("master_key ~ '^[0-9a-f]{64}$'", name="master_key"),
    )


class SetupCode(Table):
    """The setup code that the server printed at its last start; no row once an account exists."""

    __tablename__ = "setup_codes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (CheckConstraint("id = 1", name="single"),)


class AccountInvitation(Table):
    """An account that an operator offers to a person, who creates it with a one-time code."""

    __tablename__ = "account_invitations"

    id: Mapped[Id]
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    may_found: Mapped[bool]
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    expires_at: Mapped[Moment]
    invited_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    invited_at: Mapped[Moment]

    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)


class OperatorAct(Table):
    """An act of an operator on accounts or the installation. `subject`: the e-mail address of the account, or empty."""

    __tablename__ = "operator_acts"

    id: Mapped[Id]
    at: Mapped[Moment]
    operator: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    act: Mapped[str]
    subject: Mapped[str]

    __table_args__ = (CheckConstraint("length(act) between 1 and 50", name="act"),)
