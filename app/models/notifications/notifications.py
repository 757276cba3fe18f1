"""Notifications of members, found by the worker in the ledger; delivery settings of accounts; e-mail to send.

A row has no content: member, position in the ledger, kind, and the subject's id. The subject is read again through
row-level security each time.
Not here: which facts notify whom (`access/notification_rules.py`).
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
    """One notification of one member: about a fact at `position`, a `moment` that is near, or a `talk` message.

    A `talk` message has a `moment`, too. `reading`: the operation that marked it as read together with others, so that
    they can be marked as unread together. `mail`: the immediate e-mail about it; `digest`: the daily one. `at`: time of
    the event; `written_at`: time of this row, which is later after an outage.
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
    """The position of a team's ledger up to which facts were processed, each exactly once."""

    __tablename__ = "notification_cursors"

    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"), primary_key=True)
    next: Mapped[int] = mapped_column(BigInteger)


class NotificationPreference(Table):
    """Delivery settings of an account. No row: notifications in the interface only.

    `threshold`: least urgency mailed at once; null: none. `digest_hour` and the quiet hours: in the account's time
    zone. `urgent_passes`: urgent ones may be mailed in quiet hours. `mailing_since`: earlier notifications are not
    mailed.
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
    """When the accounts with e-mail were last checked: one row, at most a minute old while a worker runs."""

    __tablename__ = "mail_rounds"

    one: Mapped[bool] = mapped_column(primary_key=True)
    at: Mapped[Moment]

    __table_args__ = (CheckConstraint("one", name="one"),)


class Mail(Table):
    """An e-mail to one account about notifications (urgent, or unread ones once per `day`), or about the account.

    It is stored without text. The Message-ID is made of the id, so that a retry is recognised as the same message.
    One account has at most one queued notice. An e-mail about a sign-in has the id of the session,
    and one about an act of an organisation the id of the act.
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
        CheckConstraint(
            "occasion in ('notice', 'digest', 'sign_in', 'organisation', 'recovery', 'recovered')", name="occasion"
        ),
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
