"""Physical custody: where an item is, one row per exhibit with recorded custody.

Not here: the history, which is in the ledger (`ledger/facts/custody/physical_custody.py`); who may read and write which rows
(`schema/custody/physical_custody.sql`); the rules (`access/custody_states.py`).
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


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

    __tablename__ = "physical_custody"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    state: Mapped[str]
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
        CheckConstraint("state in ('held', 'stored', 'out', 'returned', 'destroyed')", name="state"),
        CheckConstraint("(custodian is null) = (state = 'destroyed')", name="custodian"),
        CheckConstraint("state in ('held', 'out') or seat is null", name="seat"),
    )
