"""Releases that wait for approvals (gates), and signed attestations.

A requested release is a row here until its last approval; then it becomes a row of `releases`, which alone gives
access.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words


class WaitingRelease(Table):
    """A release as a leader requested it. The terms never change: another request is another row.

    `gates`: the approvals that it requires. Level 0 is a recall, with its `reason`. `court_use`: the release exists
    already, and its use in court waits.
    """

    __tablename__ = "waiting_releases"

    id: Mapped[Id]
    jit: Mapped[UUID]
    party: Mapped[UUID]
    evidence: Mapped[UUID]
    originator: Mapped[UUID]
    level: Mapped[int] = mapped_column(SmallInteger)
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    not_before: Mapped[datetime | None]
    until: Mapped[datetime | None]
    purposes: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    basis: Mapped[str | None]
    gates: Mapped[Words]
    reason: Mapped[str | None]
    court_use: Mapped[bool] = mapped_column(server_default=text("false"))
    wanted_by: Mapped[UUID]
    wanted_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("jit", "evidence", "party"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "wanted_by"], ["members.jit", "members.id"]),
        CheckConstraint("level between 0 and 3", name="level"),
        CheckConstraint(
            "(level = 0) = (reason is not null) and (level > 0 or gates = array['second_leader'])", name="recall"
        ),
        CheckConstraint("until > not_before", name="window"),
        CheckConstraint("not court_use or (level > 0 and 'joint' = any (gates))", name="court_use"),
        CheckConstraint(
            "cardinality(gates) > 0"
            " and gates <@ array['verification', 'attestation', 'second_leader', 'clearance', 'joint']",
            name="gates",
        ),
        CheckConstraint("party <> originator", name="own"),
        Index(None, "evidence"),
    )


class Attestation(Table):
    """A signed attestation for one waiting release to a third country. It remains after the request; never changed."""

    __tablename__ = "attestations"

    waiting: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    necessity: Mapped[str]
    proportionality: Mapped[str]
    transfer_basis: Mapped[str]
    record: Mapped[str]
    signed_by: Mapped[UUID]
    signed_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "signed_by"], ["members.jit", "members.id"]),
        CheckConstraint("transfer_basis in ('adequacy', 'safeguards', 'derogation')", name="transfer_basis"),
        Index(None, "evidence"),
    )
