"""Forms and views of approvals of third-country uploads, and of the controller."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from app.api.evidence.views.evidence import Category, Kind
from app.api.schemas import Code, Form, Justification, Line, Time, View
from app.api.sharing.views.releases import SeatCode
from app.api.sharing.views.reviews import ReviewCountsView, review_counts
from app.models import Controller, Evidence, Verification
from app.services.sharing.quarantine import Verdict
from app.services.sharing.viewings import Review
from app.services.teams.controllers import Designated
from app.services.teams.roster import Roster

Point = Literal["agreement", "lawful", "limited", "conditions", "integrity"]


class VerdictForm(Form):
    """An administrator's decision. `checklist`: points that are in order. `files`: number of files seen at the time."""

    verdict: Literal["passed", "refused"]
    checklist: tuple[Point, ...]
    reason: Justification
    files: int = Field(ge=0)

    def given(self) -> Verdict:
        """Return the decision as the service takes it."""
        return Verdict(self.verdict == "passed", self.checklist, self.reason, self.files)


class QuarantinedView(View):
    """An exhibit that waits for approval."""

    evidence: UUID
    exhibit_number: str
    title: str
    kind: Kind
    category: Category
    originator: str
    registered_at: Time
    files_count: int
    files_bytes: int
    review: ReviewCountsView
    version: int


class VerificationView(View):
    """A decision about a third-country upload."""

    evidence: UUID
    verdict: Literal["passed", "refused"]
    checklist: list[Point]
    reason: str
    verified_by: str
    verified_at: Time


class ControllerForm(Form):
    """The member whom the agreement designates, and the clause."""

    seat: SeatCode
    clause: Line


class ControllerView(View):
    """A designation. `stands`: it is in force, and the member is an active administrator now.

    `waits`: a self-designation that no leader of another party has confirmed yet.
    """

    id: UUID
    seat: str
    party: Code | None
    clause: str
    designated_by: str
    designated_at: Time
    confirmed_by: str | None
    stands: bool
    waits: bool


def quarantined_view(row: Evidence, roster: Roster, review: Review) -> QuarantinedView:
    """Return the view of an exhibit in the queue."""
    shown = ("exhibit_number", "title", "kind", "category", "registered_at", "files_count", "files_bytes", "version")
    values = {name: getattr(row, name) for name in shown}
    return QuarantinedView(
        evidence=row.id, originator=roster.party_code(row.originator), review=review_counts(review), **values
    )


def verification_view(row: Verification, roster: Roster) -> VerificationView:
    """Return the view of a decision."""
    return VerificationView(
        evidence=row.evidence,
        verdict=row.verdict,
        checklist=row.checklist,
        reason=row.reason,
        verified_by=roster.seat_code(row.verified_by),
        verified_at=row.verified_at,
    )


def controller_view(row: Controller, roster: Roster, found: Designated) -> ControllerView:
    """Return the view of a designation."""
    seat = next(one for one in roster.seats if one.id == row.seat)
    confirmed = found.confirmed.get(row.id)
    return ControllerView(
        id=row.id,
        seat=seat.code,
        party=roster.party_code(seat.party) if seat.party else None,
        clause=row.clause,
        designated_by=roster.seat_code(row.designated_by),
        designated_at=row.designated_at,
        confirmed_by=None if confirmed is None else roster.seat_code(confirmed),
        stands=found.in_force == row.id,
        waits=found.waits == row.id,
    )
