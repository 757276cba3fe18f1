"""Passkeys of accounts, and challenges that were answered. They belong to no JIT."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Passkey(Table):
    """A passkey (W3C Web Authentication) of an account.

    Attributes:
        credential: Identifier that the authenticator chose.
        public_key: In COSE form.
        count: Signature counter of the last answer; 0 where the authenticator has none.
        domain: The domain to which the passkey is bound (RP ID).
        name: As its owner calls it.
        synchronised: Whether a copy is kept outside the device.
    """

    __tablename__ = "passkeys"

    id: Mapped[Id]
    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    credential: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    count: Mapped[int] = mapped_column(BigInteger)
    domain: Mapped[str]
    name: Mapped[str]
    synchronised: Mapped[bool]
    created_at: Mapped[Moment]
    last_used_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("count >= 0", name="count"), Index(None, "account"))


class AnsweredChallenge(Table):
    """A challenge that was answered, so that no answer is accepted twice. Deleted when the challenge has expired."""

    __tablename__ = "answered_challenges"

    challenge: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    answered_at: Mapped[Moment]
