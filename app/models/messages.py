"""Channels, what is said in them on and off the record, and what hangs on it: links, former words, translations, read marks.

A message's number in its channel is drawn by the database, under the lock of the channel's pulse. Deliberately not here: who
may read what (row-level security), and what goes into the ledger (`services/on_record.py`).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Ids, Moment, Table


class TalkRule(Table):
    """What a clause of the agreement says of how long talk is kept. Rows are added; the last one counts."""

    __tablename__ = "talk_rules"

    id: Mapped[Id]
    jit: Mapped[UUID]
    days: Mapped[int]
    clause: Mapped[str]
    decided_by: Mapped[UUID]
    decided_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "decided_by"], ["members.jit", "members.id"]),
        CheckConstraint("days between 1 and 3650", name="days"),
        Index(None, "jit", "id"),
    )


class Channel(Table):
    """Where some parties talk, or the whole team (`whole`, and no `parties`). For whom it is never changes."""

    __tablename__ = "channels"

    id: Mapped[Id]
    jit: Mapped[UUID]
    name: Mapped[str]
    whole: Mapped[bool]
    parties: Mapped[Ids]
    service: Mapped[bool]
    opened_by: Mapped[UUID]
    opened_at: Mapped[Moment]
    closed_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=sql("1"))

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "opened_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "closed_by"], ["members.jit", "members.id"]),
        CheckConstraint("whole = (cardinality(parties) = 0)", name="parties"),
        CheckConstraint(
            "(closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null)", name="closed"
        ),
    )


class Pulse(Table):
    """How many messages a channel has had, and how often anything in it changed: what the live channel looks at."""

    __tablename__ = "pulses"

    channel: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    numbered: Mapped[int] = mapped_column(server_default=sql("0"))
    beats: Mapped[int] = mapped_column(server_default=sql("0"))

    __table_args__ = (ForeignKeyConstraint(["jit", "channel"], ["channels.jit", "channels.id"]), Index(None, "jit"))


class Message(Table):
    """Talk, or a decision on record (`entry`). `text` null: taken back by its author, or erased from the record.

    `corrects`: the decision that this one puts right. `words`: the text as it is searched. `signers`: the parties that
    demanded to sign a decision themselves when it was recorded.
    """

    __tablename__ = "messages"

    id: Mapped[Id]
    jit: Mapped[UUID]
    channel: Mapped[UUID]
    number: Mapped[int]
    kind: Mapped[str]
    seat: Mapped[UUID]
    text: Mapped[str | None]
    mentions: Mapped[Ids]
    entry: Mapped[UUID | None]
    corrects: Mapped[UUID | None]
    signers: Mapped[Ids] = mapped_column(server_default=sql("'{}'"))
    at: Mapped[Moment]
    corrected_at: Mapped[datetime | None]
    taken_back_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    words: Mapped[Any] = mapped_column(
        TSVECTOR, Computed("to_tsvector('simple', coalesce(text, ''))", persisted=True), deferred=True
    )

    __table_args__ = (
        UniqueConstraint("channel", "number"),
        UniqueConstraint("jit", "id"),
        UniqueConstraint("corrects"),
        ForeignKeyConstraint(["jit", "channel"], ["channels.jit", "channels.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "corrects"], ["messages.jit", "messages.id"]),
        CheckConstraint("kind in ('talk', 'decision')", name="kind"),
        CheckConstraint("(kind = 'decision') = (entry is not null)", name="recorded"),
        CheckConstraint(
            "kind = 'talk' or (corrected_at is null and taken_back_at is null and version = 1)", name="unchanged"
        ),
        CheckConstraint("kind = 'decision' or corrects is null", name="corrects"),
        CheckConstraint("(taken_back_at is null or text is null) and cardinality(mentions) <= 50", name="taken_back"),
        CheckConstraint("length(text) between 1 and 10000", name="text"),
        UniqueConstraint("entry"),
        CheckConstraint("kind = 'decision' or cardinality(signers) = 0", name="signers"),
        Index("ix_messages_signers", "jit", "id", postgresql_where=sql("kind = 'decision' and signers <> '{}'")),
        Index("ix_messages_named", "at", postgresql_where=sql("kind = 'talk' and mentions <> '{}'")),
        Index("ix_messages_talk", "channel", "at", postgresql_where=sql("kind = 'talk'")),
    )


class FormerWords(Table):
    """What talk said before its author corrected it. Written by the database."""

    __tablename__ = "former_words"

    message: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    text: Mapped[str]
    until: Mapped[Moment]

    __table_args__ = (ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"], ondelete="CASCADE"),)


class MessageLink(Table):
    """A mention of an exhibit at a place of a text: a row that only who sees both can see."""

    __tablename__ = "message_links"

    message: Mapped[UUID] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("place between 1 and 50", name="place"),
        Index(None, "evidence"),
    )


class Translation(Table):
    """A message in another language, beside the original: by a seat's hand, or by a service that the seat asked (`service`).

    `of_version`: what the message said then.
    """

    __tablename__ = "translations"

    id: Mapped[Id]
    jit: Mapped[UUID]
    message: Mapped[UUID]
    of_version: Mapped[int]
    language: Mapped[str]
    text: Mapped[str | None]
    seat: Mapped[UUID]
    service: Mapped[str | None]
    at: Mapped[Moment]
    entry: Mapped[UUID | None]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("language ~ '^[a-z]{2,3}$'", name="language"),
        CheckConstraint("length(text) between 1 and 20000", name="text"),
        UniqueConstraint("entry"),
        Index(None, "message", "id"),
    )


class ReadMark(Table):
    """How far a seat has read in a channel: its own affair, told to nobody."""

    __tablename__ = "read_marks"

    channel: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    number: Mapped[int]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "channel"], ["channels.jit", "channels.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
    )
