"""The forms and views of copies."""

from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.api.schemas import Form, Justification, Time, View
from app.services.copies import Whole


class CopyAnswerForm(Form):
    """What became of it. Who keeps it says why; who destroyed it may say how."""

    answer: Literal["destroyed", "kept"]
    because: Justification | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.answer == "kept" and self.because is None:
            raise PydanticCustomError("because", "say why it is kept", {"field": "because"})
        return self


class CopyView(View):
    """A copy: what was taken, as it was called then, who keeps it, and what was asked and answered since."""

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    party: str
    seat: str
    custodian: str
    file_number: str
    taken_at: Time
    state: Literal["out", "destroyed", "kept"]
    asked_at: Time | None
    reason: str | None
    because: str | None
    answered_at: Time | None
    answered_by: str | None
    side: Literal["held", "given"]
    may_answer: bool
    version: int


def copy_view(whole: Whole) -> CopyView:
    """A copy as the seat may see it."""
    row, roster = whole.copy, whole.roster
    return CopyView(
        **{name: getattr(row, name) for name in _AS_KEPT},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        answered_by=roster.seat_code(row.answered_by) if row.answered_by else None,
        side="held" if row.party == whole.seat.party else "given",
        may_answer=whole.may_answer,
    )


_AS_KEPT = (
    "id",
    "evidence",
    "exhibit_number",
    "title",
    "custodian",
    "file_number",
    "taken_at",
    "state",
    "asked_at",
    "reason",
    "because",
    "answered_at",
    "version",
)
