"""Channels, chat messages and recorded decisions, with links, previous texts, translations and read marks.

The database assigns the number of a message in its channel, under the lock of the channel's `pulses` row.
Not here: who may read what (row-level security), and ledger entries (`services/coordination/decisions.py`).
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
    """How long chat is kept according to a clause of the agreement. Rows are inserted; the last one counts."""

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
    """A channel of some parties, or of the whole team (`whole`, and no `parties`). Its participants never change."""

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
    """Number of messages of a channel, and of changes in it: what the live channel polls."""

    __tablename__ = "pulses"

    channel: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    numbered: Mapped[int] = mapped_column(server_default=sql("0"))
    beats: Mapped[int] = mapped_column(server_default=sql("0"))

    __table_args__ = (ForeignKeyConstraint(["jit", "channel"], ["channels.jit", "channels.id"]), Index(None, "jit"))


class Message(Table):
    """A chat message, or a recorded decision (`entry`). `text` null: deleted by its author, or erased from the record.

    `corrects`: the decision that this one corrects. `words`: the text for searching. `signers`: the parties that
    required their own signature under a decision when it was recorded.
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
    """Text of a chat message before a correction. Written by the database."""

    __tablename__ = "former_words"

    message: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    text: Mapped[str]
    until: Mapped[Moment]

    __table_args__ = (ForeignKeyConstraint(["jit", "message"], ["messages.jit", "messages.id"], ondelete="CASCADE"),)


class MessageLink(Table):
    """Mention of an exhibit at a place of a text: a row visible only to members who can see both."""

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
    """A translation of a message: by a member, or by a service that the member called (`service`).

    `of_version`: the translated version of the message.
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
    """How far a member has read in a channel. Shown to nobody else."""

    __tablename__ = "read_marks"

    channel: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    number: Mapped[int]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "channel"], ["channels.jit", "channels.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
    )
