"""Second factors of accounts: authenticator apps and recovery codes. They belong to no JIT."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class AuthenticatorApp(Table):
    """The authenticator app (RFC 6238) of an account.

    Attributes:
        secret: Encrypted (`identity/totp.py`).
        confirmed_at: When the first code was entered. Before, the app is not asked for.
        last_step: Time step of the last code that was accepted. Codes of this step and earlier ones are refused.
    """

    __tablename__ = "authenticator_apps"

    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[Moment]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int | None] = mapped_column(BigInteger)


class RecoveryCode(Table):
    """A code for a lost authenticator app, which is accepted once. Only its SHA-256 is stored."""

    __tablename__ = "recovery_codes"

    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    created_at: Mapped[Moment]
    used_at: Mapped[datetime | None]
