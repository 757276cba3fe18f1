"""Physical custody: where an item is (one row per exhibit with recorded custody), and handovers between members.

Not here: the history, which is in the ledger (`ledger/facts/custody.py`); who may read and write which rows
(`schema/custody/whereabouts.sql`, `schema/custody/handovers.sql`); the rules (`access/custody_states.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class PhysicalCustody(Table):
    """Current physical custody of an exhibit. The history is in the ledger.

    Attributes:
        state: The state (`CustodyState` in `access/custody_states.py`).
        party: The responsible party.
        seat: Its member who holds the item; null if another custodian does.
        custodian: Name of the person or store that holds the item; null once it is destroyed.
        seal: Number of the seal; null if the item is not sealed.
        corrects: The entry that a member corrected last.
        corrections: Number of corrections.
    """

    __tablename__ = "whereabouts"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    state: Mapped[str] = mapped_column("standing")
    party: Mapped[UUID]
    seat: Mapped[UUID | None]
    custodian: Mapped[str | None]
    place: Mapped[str | None]
    seal: Mapped[str | None]
    corrects: Mapped[UUID | None]
    corrections: Mapped[int] = mapped_column(server_default=text("0"))
    changed_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "evidence"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        CheckConstraint("standing in ('held', 'stored', 'out', 'returned', 'destroyed')", name="standing"),
        CheckConstraint("(custodian is null) = (standing = 'destroyed')", name="custodian"),
        CheckConstraint("standing in ('held', 'out') or seat is null", name="seat"),
    )


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
        ForeignKeyConstraint(["jit", "evidence"], ["whereabouts.jit", "whereabouts.evidence"]),
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
