"""Handovers of physical exhibits between members.

Not here: who may read and write which rows (`schema/custody/handovers.sql`); who may offer and answer
(`access/custody_states.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Handover(Table):
    """A handover: the offer of an exhibit by one member to another, and the answer.

    Attributes:
        party: The party of the member who offers.
        giver: Name of the person who holds the item until it is received.
        place: Where the recipient keeps it; only in a received handover.
        why: Reason of a refusal or withdrawal.
        alarmed_at: When the offering party was alerted that it is overdue.
    """

    __tablename__ = "handovers"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    offered_by: Mapped[UUID]
    giver: Mapped[str]
    to_party: Mapped[UUID]
    to_seat: Mapped[UUID]
    offered_at: Mapped[Moment]
    due_at: Mapped[Moment]
    state: Mapped[str]
    place: Mapped[str | None]
    why: Mapped[str | None]
    answered_by: Mapped[UUID | None]
    answered_at: Mapped[datetime | None]
    alarmed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "evidence"], ["physical_custody.jit", "physical_custody.evidence"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "offered_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "to_party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "to_seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "answered_by"], ["members.jit", "members.id"]),
        CheckConstraint("state in ('offered', 'received', 'refused', 'withdrawn')", name="state"),
        CheckConstraint(
            "(state = 'offered') = (answered_at is null) and (answered_at is null) = (answered_by is null)",
            name="answered",
        ),
        CheckConstraint("(place is not null) = (state = 'received')", name="place"),
        CheckConstraint("(why is not null) = (state in ('refused', 'withdrawn'))", name="why"),
        CheckConstraint("to_seat <> offered_by", name="another"),
        Index("ix_handovers_open", "evidence", unique=True, postgresql_where=text("state = 'offered'")),
        Index(None, "to_seat", postgresql_where=text("state = 'offered'")),
        Index(None, "due_at", postgresql_where=text("state = 'offered' and alarmed_at is null")),
        Index(None, "evidence", "id"),
    )
