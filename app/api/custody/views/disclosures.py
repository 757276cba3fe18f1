"""Form and view of disclosures to proceedings."""

from typing import Literal
from uuid import UUID

from app.access.sharing.decisions import Act, Purpose
from app.api.evidence.views.use_limits import StatedLimitView
from app.api.schemas import Form, Justification, Line, Time, View
from app.services.custody.disclosures import DisclosureDetails, Recipient
from app.services.custody.openings import Intent

Schedule = Literal["used", "unused", "sensitive"]


class DisclosureForm(Form):
    """Court, proceeding, file number there and schedule; the purpose and the reason.

    `acknowledged_limits`: the member has read the limits of use of the exhibit; needed if it has any.
    """

    court: Line
    proceeding: Line
    file_number: Line
    schedule: Schedule
    purpose: Purpose
    justification: Justification
    acknowledged: bool = False
    acknowledged_limits: bool = False

    def intent(self) -> Intent:
        """Return the purpose and reason as the service takes them."""
        return Intent(Act.DISCLOSE, self.purpose, self.justification, self.acknowledged)

    def recipient(self) -> Recipient:
        """Return the recipient as the service takes it."""
        return Recipient(self.court, self.proceeding, self.file_number, self.schedule)


class DisclosedFileView(View):
    """A file of the exhibit, as disclosed."""

    file: UUID
    name: str
    sha256: str
    size_bytes: int


class DisclosureView(View):
    """A disclosure; the exhibit is named as it was then.

    `position`: of its audit log entry, whose receipt proves it. `limits_of_use`: those that the member confirmed to have
    read.
    """

    id: UUID
    evidence: UUID
    exhibit_number: str
    title: str
    originator: str
    party: str
    seat: str
    court: str
    proceeding: str
    file_number: str
    schedule: Schedule
    purpose: Purpose
    files: list[DisclosedFileView]
    limits_of_use: list[StatedLimitView]
    disclosed_at: Time
    recalled_at: Time | None
    reason: str | None
    position: int | None
    side: Literal["ours", "others"]


def disclosure_view(details: DisclosureDetails) -> DisclosureView:
    """Return the view of a disclosure for a member."""
    row, roster = details.disclosure, details.roster
    return DisclosureView(
        **{name: getattr(row, name) for name in _COPIED},
        originator=roster.party_code(row.originator),
        party=roster.party_code(row.party),
        seat=roster.seat_code(row.seat),
        files=[DisclosedFileView.model_validate(one) for one in row.files],
        limits_of_use=[StatedLimitView.as_read(one, row.exhibit_number) for one in row.limits_of_use],
        position=details.position,
        side="ours" if row.party == details.seat.party else "others",
    )


_COPIED = (
    "id",
    "evidence",
    "exhibit_number",
    "title",
    "court",
    "proceeding",
    "file_number",
    "schedule",
    "purpose",
    "disclosed_at",
    "recalled_at",
    "reason",
)
