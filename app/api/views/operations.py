"""The forms and views of action days: the day with its parties' words, and what the checker found.

An H-hour comes in as a moment (`h_at`) or as what a clock in its zone will show (`h_local`), and goes out as a moment with its zone and
each party's. Deliberately not here: routes, actions (`api/views/actions.py`), and what is said on the day (`api/views/reports.py`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access.operation_checks import Concern, Finding
from app.access.operation_states import COURSE, OperationKind, OperationState
from app.access.roles import Permission
from app.access.seats import Seat
from app.api.schemas import Code, Form, Justification, Line, Moment, Shown, Time, View
from app.api.views.evidence import Zone
from app.models import Operation, OperationWord
from app.services import operation_people as people
from app.services import zones
from app.services.operation_list import WholeDay
from app.services.operations import Changes, Hour, Planning
from app.services.roster import PartyRow, Roster

Codes = Annotated[tuple[Code, ...], Field(max_length=50)]
Word = Literal["go", "no_go"]


class HourForm(Form):
    """An H-hour in one of its two forms, always with its zone."""

    h_at: Moment | None = None
    h_local: Shown | None = None
    h_zone: Zone | None = None

    @model_validator(mode="after")
    def _one_hour(self) -> Self:
        given = [self.h_at, self.h_local]
        if all(given):
            raise PydanticCustomError("hour_twice", "give one: a moment or a local time", {"field": "h_local"})
        if any(given) != (self.h_zone is not None):
            raise PydanticCustomError("hour_zone", "an H-hour and its zone come together", {"field": "h_zone"})
        return self

    def hour(self) -> Hour | None:
        """The H-hour. Raises `Invalid` naming `h_local`, with both readings, where clocks show it twice or never."""
        if self.h_zone is None:
            return None
        if self.h_at is not None:
            return Hour(self.h_at, self.h_zone)
        assert self.h_local is not None
        return Hour(zones.moment_of(self.h_local, self.h_zone, field="h_local"), self.h_zone)


class OperationForm(HourForm):
    """An action day. `parties`: who takes part."""

    title: Line
    kind: OperationKind = OperationKind.REAL
    parties: Annotated[tuple[Code, ...], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def _has_an_hour(self) -> Self:
        if self.h_zone is None:
            raise PydanticCustomError("no_hour", "an action day has an H-hour", {"field": "h_at"})
        return self

    def planning(self) -> Planning:
        """For the service."""
        hour = self.hour()
        assert hour is not None
        return Planning(self.title, self.kind.value, hour, self.parties)


class OperationChangeForm(HourForm):
    """What is to change; what is left out stays. `parties`: who joins. `reason`: of a new state."""

    title: Line | None = None
    kind: OperationKind | None = None
    parties: Codes = ()
    state: OperationState | None = None
    reason: Justification | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"reason"}:
            raise PydanticCustomError("no_change", "name at least one value to change", {"field": "title"})
        for name in ("title", "kind", "state"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise PydanticCustomError("not_null", "an action day always has one", {"field": name})
        return self

    def changes(self) -> Changes:
        """For the service."""
        values: dict[str, Any] = {} if self.title is None else {"title": self.title}
        if self.kind is not None:
            values["kind"] = self.kind.value
        if (hour := self.hour()) is not None:
            values |= {"h_at": hour.at, "h_zone": hour.zone}
        return Changes(values=values, parties=self.parties, state=self.state, reason=self.reason)


class WordForm(Form):
    """Go, no-go, or null to take it back. `told_as`: of the day for which it is said, as the reader saw it."""

    word: Word | None
    told_as: Annotated[int, Field(ge=1)]
    reason: Justification | None = None


class PartyWordView(View):
    """A party that takes part and what it said. `asked`: whether its word counts; `stands`: for the day as it is meant now."""

    party: str
    zone: str
    asked: bool
    word: Word | None
    stands: bool
    reason: str | None
    said_by: str | None
    said_at: Time | None
    said_for: Time | None


class CourseView(View):
    """A state that the reader may bring the day to, and whether that needs a reason."""

    state: OperationState
    needs_reason: bool


class MayOperationView(View):
    """What the reader may do now. `speak`: for its party; `plan`: actions of its party; `decide`: put a decision on record."""

    edit: bool
    speak: bool
    plan: bool
    decide: bool
    steps: list[CourseView]


class OperationView(View):
    """An action day. `told_as`: counts what it is and its H-hour, for which the parties say their words."""

    id: UUID
    title: str
    kind: OperationKind
    state: OperationState
    h_at: Time
    h_zone: str
    author: str
    author_party: str
    parties: list[PartyWordView]
    created_at: Time
    updated_at: Time
    live_at: Time | None
    closed_at: Time | None
    version: int
    told_as: int
    may: MayOperationView


class CheckView(View):
    """Something to look at. `verified`: whether anybody checked the source; None: it is read off the plan itself."""

    concern: Concern
    party: str
    number: str | None
    says: str | None
    source: str | None
    verified: bool | None
    at: Time | None


def operation_view(whole: WholeDay, seat: Seat) -> OperationView:
    """A day as the seat may see it."""
    row, roster, words = whole.operation, whole.roster, {one.party: one for one in whole.words}
    state = OperationState(row.state)
    parties = sorted((one for one in roster.parties if one.id in row.parties), key=lambda one: one.code)
    takes_part = people.takes_part(seat, row)
    steps = [
        CourseView(state=after, needs_reason=needs) for (before, after), needs in COURSE.items() if before == state
    ]
    return OperationView(
        id=row.id,
        title=row.title,
        kind=OperationKind(row.kind),
        state=state,
        h_at=row.h_at,
        h_zone=row.h_zone,
        author=roster.seat_code(row.author),
        author_party=roster.party_code(row.author_party),
        parties=[_word(one, words.get(one.id), row, roster) for one in parties],
        created_at=row.created_at,
        updated_at=row.updated_at,
        live_at=row.live_at,
        closed_at=row.closed_at,
        version=row.version,
        told_as=row.told_as,
        may=MayOperationView(
            edit=whole.runs and state in {OperationState.DRAFT, OperationState.PLANNED},
            speak=takes_part
            and seat.may(Permission.OPERATION_DECIDE)
            and state in {OperationState.PLANNED, OperationState.LIVE},
            plan=takes_part and seat.may(Permission.ACTION_PLAN) and state is not OperationState.CLOSED,
            decide=seat.may(Permission.OPERATION_PLAN) and state is not OperationState.CLOSED,
            steps=steps if whole.runs else [],
        ),
    )


def _word(party: PartyRow, said: OperationWord | None, row: Operation, roster: Roster) -> PartyWordView:
    return PartyWordView.model_validate(
        {
            "party": party.code,
            "zone": party.time_zone,
            "asked": party.id in people.asked(row, roster),
            "word": said.word if said else None,
            "stands": said is not None and people.stands(said, row),
            "reason": said.reason if said else None,
            "said_by": roster.seat_code(said.said_by) if said else None,
            "said_at": said.said_at if said else None,
            "said_for": said.said_for if said else None,
        }
    )


def check_view(found: Finding) -> CheckView:
    """A finding as a view: nothing of the seed was verified."""
    return CheckView(
        concern=found.concern,
        party=found.party,
        number=found.number,
        says=found.says,
        source=found.source,
        verified=None if found.number is not None or found.concern is Concern.WEEKEND else False,
        at=found.at,
    )
