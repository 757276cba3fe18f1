"""Forms and view of flags for potentially exculpatory exhibits."""

from typing import Literal
from uuid import UUID

from app.api.schemas import Form, Justification, Paragraph, Time, View
from app.services.evidence.flags import FlagDetails

DecisionWord = Literal["disclosed", "consented", "refused"]


class FlagForm(Form):
    """A flag: the person, the accusation and the exculpatory part of the exhibit; and why the caller read it."""

    exonerates: Paragraph
    justification: Justification


class FlagDecisionForm(Form):
    """The originator's decision and its grounds: receiving court, conditions of consent, or reason for refusal."""

    decision: DecisionWord
    because: Justification


class FlagView(View):
    """A flag; the exhibit is named as it was then. `decision` null: the originator has not decided."""

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    party: str
    seat: str
    exonerates: str
    flagged_at: Time
    decision: DecisionWord | None
    because: str | None
    decided_by: str | None
    decided_at: Time | None
    side: Literal["ours", "others"]
    may_decide: bool
    version: int


def flag_view(details: FlagDetails) -> FlagView:
    """Return the view of a flag for a member."""
    row, roster = details.flag, details.roster
    return FlagView(
        **{name: getattr(row, name) for name in _AS_KEPT},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        decided_by=None if row.decided_by is None else roster.seat_code(row.decided_by),
        side="ours" if row.party == details.seat.party else "others",
        may_decide=details.may_decide,
    )


_AS_KEPT = (
    "id",
    "evidence",
    "exhibit_number",
    "title",
    "exonerates",
    "flagged_at",
    "decision",
    "because",
    "decided_at",
    "version",
)
