"""Form and view of copies."""

from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.api.schemas import Form, Justification, Time, View
from app.services.custody.copies import CopyDetails


class CopyAnswerForm(Form):
    """Statement about a copy: destroyed or kept. A reason is required if it is kept."""

    answer: Literal["destroyed", "kept"]
    because: Justification | None = None

    @model_validator(mode="after")
    def _demand_reason(self) -> Self:
        if self.answer == "kept" and self.because is None:
            raise PydanticCustomError("because", "State why the copy is kept.", {"field": "because"})
        return self


class CopyView(View):
    """A copy: the exhibit as it was named at the download, the holder, and the question and answer since."""

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


def copy_view(details: CopyDetails) -> CopyView:
    """Return the view of a copy for a member."""
    row, roster = details.copy, details.roster
    return CopyView(
        **{name: getattr(row, name) for name in _COPIED},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        answered_by=roster.seat_code(row.answered_by) if row.answered_by else None,
        side="held" if row.party == details.seat.party else "given",
        may_answer=details.may_answer,
    )


_COPIED = (
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
