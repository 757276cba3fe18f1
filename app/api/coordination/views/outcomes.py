"""Forms and views of an action day's results, debriefs and joint press statement.

Not here: routes (`api/coordination/outcomes.py`).
"""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from app import clock
from app.access.coordination import operation_states
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.api.coordination.views.reports import Short
from app.api.evidence.views.evidence import Zone
from app.api.schemas import Form, Moment, Paragraph, Time, View, moments
from app.models import Debrief
from app.services.coordination import recipients
from app.services.coordination.outcomes import ActionResultDetails, PressStatement, PressStatementDetails, Result
from app.services.teams.roster import Roster

Kind = Literal["search", "arrest", "seizure", "wallet"]


class ResultForm(Form):
    """A result of an action. `key`: chosen by the client; repeat it with a repeated request."""

    key: UUID
    kind: Kind
    count: Annotated[int, Field(ge=1, le=100_000)] = 1
    text: Short
    occurred_at: Moment

    def result(self) -> Result:
        """Return the result as the service takes it."""
        return Result(self.key, self.kind, self.count, self.text, self.occurred_at)


class ResultExhibitForm(Form):
    """The exhibit to link to a result."""

    evidence: UUID


class MediaLineForm(Form):
    """The joint press statement. It may be published from `embargo_at`, stated in `embargo_zone`."""

    text: Paragraph
    embargo_at: Moment
    embargo_zone: Zone

    def line(self) -> PressStatement:
        """Return the statement as the service takes it."""
        return PressStatement(self.text, self.embargo_at, self.embargo_zone)


class ApprovalForm(Form):
    """The version that is approved."""

    line_version: Annotated[int, Field(ge=1)]


class DebriefForm(Form):
    """The debrief of the caller's party."""

    text: Paragraph


class LinkedExhibitView(View):
    """A linked exhibit that the reader may see."""

    id: UUID
    exhibit_number: str


class ResultView(View):
    """A result of an action. `may_link`: whether the reader may link an exhibit."""

    id: UUID
    action: UUID
    number: str
    party: str
    seat: str
    kind: Kind
    count: int
    text: str
    occurred_at: Time
    recorded_at: Time
    erased: dict[str, Time]
    evidence: list[LinkedExhibitView]
    may_link: bool


class MayMediaLineView(View):
    """Permissions of the reader for the press statement."""

    write: bool
    approve: bool


class MediaLineView(View):
    """The joint press statement. `version` 0: none is written yet.

    `cleared`: every party approved this version. `free`: it is cleared, and the embargo is over. A statement whose text
    was erased is neither, and cannot be approved.
    """

    text: str | None
    embargo_at: Time | None
    embargo_zone: str | None
    written_by: str | None
    written_at: Time | None
    version: int
    erased: dict[str, Time]
    approved: list[str]
    missing: list[str]
    cleared: bool
    free: bool
    may: MayMediaLineView


class DebriefView(View):
    """A party's debrief. `version` 0: none is written yet."""

    party: str
    text: str | None
    said_by: str | None
    said_at: Time | None
    version: int
    erased: dict[str, Time]

    @model_validator(mode="after")
    def _said_or_not(self) -> Self:
        assert (self.version == 0) == (self.text is None)
        return self


def result_view(details: ActionResultDetails, roster: Roster) -> ResultView:
    """Return the view of a result for a member."""
    row = details.row
    return ResultView.model_validate(
        {
            name: getattr(row, name)
            for name in ("id", "action", "kind", "count", "text", "occurred_at", "recorded_at", "erased")
        }
        | {
            "number": details.action.number,
            "party": roster.party_code(row.party),
            "seat": roster.seat_code(row.seat),
            "evidence": [{"id": one, "exhibit_number": number} for one, number in details.evidence],
            "may_link": details.own,
        }
    )


def media_line_view(details: PressStatementDetails, roster: Roster, seat: Seat) -> MediaLineView:
    """Return the view of the press statement for a member."""
    row, day = details.line, details.operation
    missing = sorted(
        roster.party_code(one) for one in recipients.asked_parties(day, roster) if one not in details.approved
    )
    part, leads = operation_states.takes_part(seat, day), seat.may(Permission.OPERATION_DECIDE)
    stands = row is not None and not row.is_erased
    cleared = stands and not missing
    return MediaLineView(
        text=row.text if row else None,
        embargo_at=row.embargo_at if row else None,
        embargo_zone=row.embargo_zone if row else None,
        written_by=roster.seat_code(row.written_by) if row else None,
        written_at=row.written_at if row else None,
        version=row.version if row else 0,
        erased=moments(row.erased) if row else {},
        approved=sorted(roster.party_code(one) for one in details.approved),
        missing=missing if row else [],
        cleared=cleared,
        free=cleared and row is not None and row.embargo_at <= clock.now(),
        may=MayMediaLineView(
            write=(part and leads) or Role.COORDINATOR in seat.roles,
            approve=part and leads and stands and seat.party not in details.approved,
        ),
    )


def debrief_view(party: str, row: Debrief | None, roster: Roster) -> DebriefView:
    """Return the view of a party's debrief, also if it has not written one."""
    return DebriefView(
        party=party,
        text=row.text if row else None,
        said_by=roster.seat_code(row.said_by) if row else None,
        said_at=row.said_at if row else None,
        version=row.version if row else 0,
        erased=moments(row.erased) if row else {},
    )
