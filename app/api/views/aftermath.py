"""The forms and views of what an action day leaves: results, debriefs, the line for the press.

Deliberately not here: routes.
"""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from app import clock
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.api.schemas import Form, Moment, Paragraph, Time, View, moments
from app.api.views.evidence import Zone
from app.api.views.reports import Short
from app.models import Debrief
from app.services import operation_people as people
from app.services.aftermath import Line, WholeLine
from app.services.results import Result, Whole
from app.services.roster import Roster

Kind = Literal["search", "arrest", "seizure", "wallet"]


class ResultForm(Form):
    """What an action brought. `key`: chosen by the client, the same when it is sent again."""

    key: UUID
    kind: Kind
    count: Annotated[int, Field(ge=1, le=100_000)] = 1
    text: Short
    occurred_at: Moment

    def result(self) -> Result:
        """For the service."""
        return Result(self.key, self.kind, self.count, self.text, self.occurred_at)


class ResultExhibitForm(Form):
    """The exhibit that came of a result."""

    evidence: UUID


class MediaLineForm(Form):
    """The line as it is to read. `embargo_at`: from when on it may be used, meant in `embargo_zone`."""

    text: Paragraph
    embargo_at: Moment
    embargo_zone: Zone

    def line(self) -> Line:
        """For the service."""
        return Line(self.text, self.embargo_at, self.embargo_zone)


class ApprovalForm(Form):
    """Which version is approved."""

    line_version: Annotated[int, Field(ge=1)]


class DebriefForm(Form):
    """What one's party learned."""

    text: Paragraph


class LinkedExhibitView(View):
    """An exhibit that the reader sees."""

    id: UUID
    exhibit_number: str


class ResultView(View):
    """What an action brought. `may_link`: whether the reader says which exhibit came of it."""

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
    """What the reader may do with the line."""

    write: bool
    approve: bool


class MediaLineView(View):
    """The line. `version` 0: none is written yet. `cleared`: every party approved this version; `free`: and the embargo is over.

    One whose words were erased is neither, and nobody approves it.
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
    """What a party learned. `version` 0: nothing said yet."""

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


def result_view(whole: Whole, roster: Roster) -> ResultView:
    """A result as the seat may see it."""
    row = whole.row
    return ResultView.model_validate(
        {
            name: getattr(row, name)
            for name in ("id", "action", "kind", "count", "text", "occurred_at", "recorded_at", "erased")
        }
        | {
            "number": whole.action.number,
            "party": roster.party_code(row.party),
            "seat": roster.seat_code(row.seat),
            "evidence": [{"id": one, "exhibit_number": number} for one, number in whole.evidence],
            "may_link": whole.own,
        }
    )


def media_line_view(whole: WholeLine, roster: Roster, seat: Seat) -> MediaLineView:
    """The line as the seat may see it."""
    row, day = whole.line, whole.operation
    missing = sorted(roster.party_code(one) for one in people.asked(day, roster) if one not in whole.approved)
    part, leads = people.takes_part(seat, day), seat.may(Permission.OPERATION_DECIDE)
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
        approved=sorted(roster.party_code(one) for one in whole.approved),
        missing=missing if row else [],
        cleared=cleared,
        free=cleared and row is not None and row.embargo_at <= clock.now(),
        may=MayMediaLineView(
            write=(part and leads) or Role.COORDINATOR in seat.roles,
            approve=part and leads and stands and seat.party not in whole.approved,
        ),
    )


def debrief_view(party: str, row: Debrief | None, roster: Roster) -> DebriefView:
    """What a party said, or that it has not."""
    return DebriefView(
        party=party,
        text=row.text if row else None,
        said_by=roster.seat_code(row.said_by) if row else None,
        said_at=row.said_at if row else None,
        version=row.version if row else 0,
        erased=moments(row.erased) if row else {},
    )
