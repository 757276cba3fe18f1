"""What concerns a seat personally, as the worker found it in the ledger; how an account wants to be told; e-mail to send.

A row keeps no content: whose it is, where it stands in the ledger, of which kind, and its subject's id, which is read anew through
row-level security each time. Deliberately not here: which facts notify whom (`access/notices.py`).
"""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Notification(Table):
    """One thing that concerns one seat: a fact at `position`, or, by the clock, a `moment` that comes near; or `talk`, since a `moment`.

    `reading`: the act by which it was read together with others, so that they can be unread together. `mail`: the e-mail that
    tells of it at once; `digest`: the one that told of it. `at`: when it happened; `written_at`: when this row was written, later after an outage.
    """

    __tablename__ = "notifications"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    position: Mapped[int | None] = mapped_column(BigInteger)
    moment: Mapped[datetime | None]
    kind: Mapped[str]
    noun: Mapped[str]
    subject: Mapped[UUID]
    talk: Mapped[UUID | None]
    urgency: Mapped[int] = mapped_column(SmallInteger)
    at: Mapped[Moment]
    written_at: Mapped[Moment] = mapped_column(server_default=text("now()"))
    read_at: Mapped[datetime | None]
    reading: Mapped[UUID | None]
    dismissed_at: Mapped[datetime | None]
    mail: Mapped[UUID | None] = mapped_column(ForeignKey("mails.id"))
    digest: Mapped[UUID | None] = mapped_column(ForeignKey("mails.id"))
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("seat", "position", "kind"),
        UniqueConstraint("seat", "kind", "subject", "moment"),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "talk"], ["messages.jit", "messages.id"], ondelete="CASCADE"),
        CheckConstraint("(position is null) <> (moment is null)", name="origin"),
        CheckConstraint("(noun = 'talk') = (talk is not null) and (talk is null or talk = subject)", name="talk"),
        CheckConstraint("urgency between 0 and 2", name="urgency"),
        CheckConstraint("reading is null or read_at is not null", name="reading"),
        Index(None, "seat", "id", postgresql_where=text("dismissed_at is null")),
        Index(
            "ix_notifications_unread",
            "seat",
            "urgency",
            "id",
            postgresql_where=text("read_at is null and dismissed_at is null"),
        ),
        Index(
            "ix_notifications_untold",
            "seat",
            postgresql_where=text("mail is null and read_at is null and dismissed_at is null"),
        ),
        Index(None, "mail"),
        Index(None, "digest"),
        Index(None, "talk"),
    )


class NotificationCursor(Table):
    """The position of a team's ledger up to which each fact was considered, exactly once."""

    __tablename__ = "notification_cursors"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    next: Mapped[int] = mapped_column(BigInteger)


class NotificationPreference(Table):
    """How one account wants to be told beside the page. Without a row: in the page alone.

    `threshold`: what is mailed at once, null: nothing is; `digest_hour` and the quiet hours are in the account's zone. `urgent_passes`: what is urgent
    may come in quiet hours. `mailing_since`: what was there before is mailed to nobody.
    """

    __tablename__ = "notification_preferences"

    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    by_mail: Mapped[bool]
    mailing_since: Mapped[datetime | None]
    threshold: Mapped[int | None] = mapped_column(SmallInteger)
    digest_hour: Mapped[int | None] = mapped_column(SmallInteger)
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    urgent_passes: Mapped[bool]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        CheckConstraint("threshold between 0 and 2", name="threshold"),
        CheckConstraint("digest_hour between 0 and 23", name="digest_hour"),
        CheckConstraint("(quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to", name="quiet"),
        CheckConstraint("quiet_from < '24:00' and quiet_to < '24:00'", name="quiet_within"),
        CheckConstraint("not by_mail or mailing_since is not null", name="mailing"),
    )


class MailRound(Table):
    """When everybody who may be told by e-mail was last looked at: one row, a minute old at most while a worker runs."""

    __tablename__ = "mail_rounds"

    one: Mapped[bool] = mapped_column(primary_key=True)
    at: Mapped[Moment]

    __table_args__ = (CheckConstraint("one", name="one"),)


class Mail(Table):
    """An e-mail to one account: that something needs it, or once a day (`day`) that something is unread. It holds no text.

    Its id makes its Message-ID: the same message tried again is known as the same. Of one account no two notices wait at once.
    """

    __tablename__ = "mails"

    id: Mapped[Id]
    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    occasion: Mapped[str]
    day: Mapped[date | None]
    state: Mapped[str]
    made_at: Mapped[Moment]
    due_at: Mapped[Moment]
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    sent_at: Mapped[datetime | None]
    problem: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("occasion in ('notice', 'digest')", name="occasion"),
        CheckConstraint("state in ('queued', 'sent', 'dropped', 'failed')", name="state"),
        CheckConstraint("(occasion = 'digest') = (day is not null)", name="day"),
        CheckConstraint("(state = 'sent') = (sent_at is not null)", name="sent"),
        Index(
            "ix_mails_waiting",
            "account",
            unique=True,
            postgresql_where=text("occasion = 'notice' and state = 'queued'"),
        ),
        Index("ix_mails_days", "account", "day", unique=True, postgresql_where=text("occasion = 'digest'")),
        Index("ix_mails_due", "due_at", postgresql_where=text("state = 'queued'")),
        Index(None, "account", "sent_at"),
    )
