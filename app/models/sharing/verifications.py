"""Approval of third-country uploads: decisions, and the data controller. Rows are inserted, never changed."""

from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words

_CHECKLIST: Final = "array['agreement', 'lawful', 'limited', 'conditions', 'integrity']"


class Controller(Table):
    """An administrator designated as controller of such data, by a clause of the agreement.

    The last row counts that another administrator designated, or that a leader of another party confirmed.
    """

    __tablename__ = "controllers"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    clause: Mapped[str]
    designated_by: Mapped[UUID]
    designated_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "designated_by"], ["members.jit", "members.id"]),
        Index(None, "jit", "id"),
    )


class ControllerConfirmation(Table):
    """Confirmation, by a leader of another party, of an administrator who designated themselves as controller."""

    __tablename__ = "controller_confirmations"

    controller: Mapped[UUID] = mapped_column(ForeignKey("controllers.id"), primary_key=True)
    jit: Mapped[UUID]
    confirmed_by: Mapped[UUID]
    confirmed_at: Mapped[Moment]

    __table_args__ = (ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),)


class Verification(Table):
    """An administrator's decision on one exhibit. `checklist`: the points in order; all of them if it passed."""

    __tablename__ = "verifications"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    verdict: Mapped[str]
    checklist: Mapped[Words]
    reason: Mapped[str]
    verified_by: Mapped[UUID]
    verified_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "verified_by"], ["members.jit", "members.id"]),
        CheckConstraint("verdict in ('passed', 'refused')", name="verdict"),
        CheckConstraint(
            f"checklist <@ {_CHECKLIST} and (verdict = 'refused' or checklist @> {_CHECKLIST})", name="checklist"
        ),
    )
