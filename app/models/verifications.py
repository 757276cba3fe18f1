"""Verifications: verdicts on what came from beyond the Union, and who is the controller of it. Rows are added, never changed."""

from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words

_CHECKLIST: Final = "array['agreement', 'lawful', 'limited', 'conditions', 'integrity']"


class Controller(Table):
    """An administrator's seat, designated controller of such data as a clause of the agreement says.

    The last one counts that another administrator designated, or that a leader of another party confirmed.
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
    """A leader's word, of another party, that the administrator who designated herself is the controller."""

    __tablename__ = "controller_confirmations"

    controller: Mapped[UUID] = mapped_column(ForeignKey("controllers.id"), primary_key=True)
    jit: Mapped[UUID]
    confirmed_by: Mapped[UUID]
    confirmed_at: Mapped[Moment]

    __table_args__ = (ForeignKeyConstraint(["jit", "confirmed_by"], ["members.jit", "members.id"]),)


class Verification(Table):
    """An administrator's verdict on one exhibit. `checklist`: what was found in order; all of it, where it passed."""

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
