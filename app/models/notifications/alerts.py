"""Alerts to an originator and its daily digests: access by others to its exhibits. The database inserts alerts."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Alert(Table):
    """An alert caused by an access event of `party`'s `seat`, an emergency, an overdue handover or a refused release.

    `recipient`: the party to which the seat tried to release a derived exhibit beyond the release of its parent.
    `originator`: the party alerted: the exhibit's originator, or the party that offered the handover. `owner`: its
    leader who has to acknowledge; always exactly one.
    """

    __tablename__ = "alerts"

    id: Mapped[Id]
    jit: Mapped[UUID]
    originator: Mapped[UUID]
    kind: Mapped[str]
    opening: Mapped[UUID | None] = mapped_column(ForeignKey("openings.id"))
    emergency: Mapped[UUID | None] = mapped_column(ForeignKey("emergencies.id"), unique=True)
    handover: Mapped[UUID | None] = mapped_column(ForeignKey("handovers.id"), unique=True)
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    seat: Mapped[UUID]
    recipient: Mapped[UUID | None]
    openings: Mapped[int]
    raised_at: Mapped[Moment]
    owner: Mapped[UUID]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[UUID | None]
    word: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("opening", "kind"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "recipient"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "owner"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "acknowledged_by"], ["members.jit", "members.id"]),
        CheckConstraint("kind in ('first_opening', 'copy', 'burst', 'emergency', 'handover', 'beyond')", name="kind"),
        CheckConstraint(
            "(kind = 'emergency') = (emergency is not null) and (kind = 'handover') = (handover is not null)"
            " and (kind = 'beyond') = (recipient is not null)"
            " and (kind in ('emergency', 'handover', 'beyond')) = (opening is null)",
            name="about",
        ),
        CheckConstraint(
            "(acknowledged_at is null) = (word is null) and (acknowledged_at is null) = (acknowledged_by is null)",
            name="acknowledged",
        ),
        Index(None, "evidence", "party", unique=True, postgresql_where=text("kind = 'first_opening'")),
        Index(None, "originator", "id"),
        Index(None, "owner", "id", postgresql_where=text("acknowledged_at is null")),
        Index(None, "seat", "originator", "raised_at", postgresql_where=text("kind = 'burst'")),
    )


class Digest(Table):
    """A party's day in its own time zone, counted when it was over. `openings` 0: no access by others."""

    __tablename__ = "digests"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    day: Mapped[date]
    zone: Mapped[str]
    made_at: Mapped[Moment]
    openings: Mapped[int]

    __table_args__ = (
        UniqueConstraint("party", "day"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )


class DigestLine(Table):
    """Access of one other party to one exhibit on that day: numbers of access events, copies and members."""

    __tablename__ = "digest_lines"

    digest: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    openings: Mapped[int]
    copies: Mapped[int]
    seats: Mapped[int]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "digest"], ["digests.jit", "digests.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
    )
