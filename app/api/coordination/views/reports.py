"""Forms and views of the operations log and the deconfliction list of an action day.

Not here: routes (`api/coordination/operations.py`).
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints
from pydantic.functional_validators import AfterValidator

from app.api.coordination.views.operations import Codes
from app.api.schemas import Form, Justification, Line, Moment, Time, View, printable
from app.models import Protected, Report
from app.services.coordination.deconfliction import NewProtectedEntry
from app.services.coordination.operations_log import NewReport
from app.services.teams.roster import Roster

Short = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(printable)
]


class ReportForm(Form):
    """An incident or a decision for the operations log.

    `key`: chosen by the client; repeat it with a repeated request.
    """

    key: UUID
    kind: Literal["incident", "decision"] = "incident"
    text: Short
    shared: bool = True
    occurred_at: Moment

    def saying(self) -> NewReport:
        """Return the report as the service takes it."""
        return NewReport(self.key, self.kind, self.text, self.shared, self.occurred_at)


class ProtectedForm(Form):
    """An entry for the deconfliction list. `told`: other parties that may see it."""

    kind: Literal["person", "place", "account"]
    subject: Line
    reason: Justification
    told: Codes = ()

    def entering(self) -> NewProtectedEntry:
        """Return the entry as the service takes it."""
        return NewProtectedEntry(self.kind, self.subject, self.reason, self.told)


class ReportView(View):
    """An entry of the operations log: when it happened and when it was recorded.

    `erased`: which texts were erased, and when.
    """

    id: UUID
    key: UUID
    kind: Literal["incident", "decision"]
    party: str
    seat: str
    text: str
    shared: bool
    occurred_at: Time
    recorded_at: Time
    erased: dict[str, Time]


class ProtectedView(View):
    """An entry of the deconfliction list, and the parties that see it. `erased`: which texts were erased, and when."""

    id: UUID
    kind: Literal["person", "place", "account"]
    party: str
    seat: str
    subject: str
    reason: str
    told: list[str]
    entered_at: Time
    lifted_at: Time | None
    lifted_reason: str | None
    erased: dict[str, Time]


def report_view(row: Report, roster: Roster) -> ReportView:
    """Return the view of an operations log entry."""
    return ReportView.model_validate(
        {
            name: getattr(row, name)
            for name in ("id", "key", "kind", "text", "shared", "occurred_at", "recorded_at", "erased")
        }
        | {"party": roster.party_code(row.party), "seat": roster.seat_code(row.seat)}
    )


def protected_view(row: Protected, roster: Roster) -> ProtectedView:
    """Return the view of a deconfliction list entry."""
    kept = ("id", "kind", "subject", "reason", "entered_at", "lifted_at", "lifted_reason", "erased")
    return ProtectedView.model_validate(
        {name: getattr(row, name) for name in kept}
        | {"party": roster.party_code(row.party), "seat": roster.seat_code(row.seat)}
        | {"told": sorted(roster.party_code(one) for one in row.told)}
    )
