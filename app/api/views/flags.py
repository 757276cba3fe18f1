"""The forms and the view of flags."""

from typing import Literal
from uuid import UUID

from app.api.schemas import Form, Justification, Paragraph, Time, View
from app.services.flags import Whole

DecisionWord = Literal["disclosed", "consented", "refused"]


class FlagForm(Form):
    """Whom it may exonerate, or of what, and by which part of it; and for what one read it."""

    exonerates: Paragraph
    justification: Justification


class FlagDecisionForm(Form):
    """What the originator does about it, and why: to which court it disclosed it, on which conditions it consents, or why it refuses."""

    decision: DecisionWord
    because: Justification


class FlagView(View):
    """That an exhibit, named as it was then, may exonerate somebody. `decision` null: it waits for its originator."""

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


def flag_view(whole: Whole) -> FlagView:
    """A flag as the seat may see it."""
    row, roster = whole.flag, whole.roster
    return FlagView(
        **{name: getattr(row, name) for name in _AS_KEPT},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        decided_by=None if row.decided_by is None else roster.seat_code(row.decided_by),
        side="ours" if row.party == whole.seat.party else "others",
        may_decide=whole.may_decide,
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
