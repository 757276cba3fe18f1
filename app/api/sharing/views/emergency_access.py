"""Forms and views of emergency access: decisions to allow it, emergencies, and their review."""

from typing import Literal
from uuid import UUID

from app.access.sharing.decisions import Level
from app.api.schemas import Code, Form, Justification, Line, Time, View
from app.models import EmergencyPermission
from app.services.sharing.emergency_access import EmergencyAccessDetails, NewPermission
from app.services.teams.roster import Roster

EmergencyLevel = Literal["readable", "held"]


class BreakGlassForm(Form):
    """Whether a party gets emergency access to the caller's party's exhibits, the level, and the agreement's clause."""

    allowed: bool
    level: EmergencyLevel
    clause: Line

    def decided(self) -> NewPermission:
        """Return the decision as the service takes it."""
        return NewPermission(self.allowed, self.level, self.clause)


class BreakGlassView(View):
    """A decision in force. Parties that are not listed have no emergency access."""

    party: Code
    allowed: bool
    level: EmergencyLevel
    clause: str
    decided_by: str
    decided_at: Time
    version: int


class EmergencyForm(Form):
    """The number of the exhibit as it was communicated to the caller, and the imminent threat to life."""

    exhibit_number: Line
    reason: Justification


class ReviewForm(Form):
    """The originator's finding and its reasons."""

    verdict: Literal["justified", "not_justified"]
    finding: Justification


class EmergencyView(View):
    """An emergency access with its end and its review.

    `owner`: the reviewing leader, visible to the originator only.
    """

    id: UUID
    evidence: UUID
    exhibit_number: str
    originator: Code
    party: Code
    seat: str
    reason: str
    level: EmergencyLevel
    begun_at: Time
    until: Time
    review_due_at: Time
    owner: str | None
    verdict: Literal["justified", "not_justified"] | None
    finding: str | None
    reviewed_by: str | None
    reviewed_at: Time | None
    may_review: bool
    version: int


def break_glass_view(row: EmergencyPermission, roster: Roster) -> BreakGlassView:
    """Return the view of a decision."""
    return BreakGlassView(
        party=roster.party_code(row.recipient),
        allowed=row.allowed,
        level=Level(row.level).word,
        clause=row.clause,
        decided_by=roster.seat_code(row.decided_by),
        decided_at=row.decided_at,
        version=row.version,
    )


def emergency_view(details: EmergencyAccessDetails) -> EmergencyView:
    """Return the view of an emergency for a member of either party."""
    row, roster = details.emergency, details.roster
    shown = ("id", "evidence", "exhibit_number", "reason", "begun_at", "until", "review_due_at", "verdict", "finding")
    return EmergencyView(
        **{name: getattr(row, name) for name in (*shown, "reviewed_at", "version")},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        level=Level(row.level).word,
        owner=roster.seat_code(details.owner) if details.owner else None,
        reviewed_by=roster.seat_code(row.reviewed_by) if row.reviewed_by else None,
        may_review=details.may_review,
    )
