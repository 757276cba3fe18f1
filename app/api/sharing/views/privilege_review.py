"""Forms and views of the privilege review."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.api.schemas import ReasonForm, Time, View
from app.api.sharing.views.reviews import ReviewCountsView, review_counts
from app.models import Clearance, Evidence
from app.services.sharing.privilege_review import Verdict
from app.services.sharing.viewings import Review
from app.services.teams.roster import Roster

VerdictWord = Literal["cleared", "privileged"]


class ClearanceForm(ReasonForm):
    """A privilege reviewer's decision and reason. `files`: number of files that the reviewer saw."""

    verdict: VerdictWord
    files: Annotated[int, Field(ge=0)]

    def given(self) -> Verdict:
        """Return the decision as the service takes it."""
        return Verdict(cleared=self.verdict == "cleared", reason=self.reason, files=self.files)


class ClearanceView(View):
    """A decision of a privilege review."""

    evidence: UUID
    verdict: VerdictWord
    reason: str
    decided_by: str
    decided_at: Time


class UncheckedView(View):
    """An exhibit that waits for the reader's privilege review."""

    evidence: UUID
    exhibit_number: str
    title: str
    files_count: int
    registered_at: Time
    review: ReviewCountsView
    version: int


def clearance_view(row: Clearance, roster: Roster) -> ClearanceView:
    """Return the view of a decision."""
    return ClearanceView(
        evidence=row.evidence,
        verdict=row.verdict,
        reason=row.reason,
        decided_by=roster.seat_code(row.decided_by),
        decided_at=row.decided_at,
    )


def unchecked_view(row: Evidence, review: Review) -> UncheckedView:
    """Return the view of an exhibit in the review queue."""
    return UncheckedView(
        evidence=row.id,
        exhibit_number=row.exhibit_number,
        title=row.title,
        files_count=row.files_count,
        registered_at=row.registered_at,
        review=review_counts(review),
        version=row.version,
    )
