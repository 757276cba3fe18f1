"""Forms and views of action days, the parties' GO or no-go, and the checks.

An H-hour is given as a moment (`h_at`) or as local time in its zone (`h_local`). It is returned as a moment, with its
zone and each party's zone.
Not here: routes, actions (`api/coordination/views/actions.py`), and the operations log (`api/coordination/views/reports.py`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app import clock
from app.access.coordination import operation_states
from app.access.coordination.operation_checks import Concern, Finding
from app.access.coordination.operation_states import OperationKind, OperationState
from app.access.roles import Permission
from app.access.seats import Seat
from app.api.evidence.views.evidence import Zone
from app.api.schemas import Code, Form, Justification, Line, Moment, Shown, Time, View
from app.models import Operation, OperationWord
from app.services.accounts import zones
from app.services.coordination import recipients
from app.services.coordination.day_events import DayEvent
from app.services.coordination.operation_list import OperationDetails
from app.services.coordination.operations import Changes, Hour, Planning
from app.services.teams.roster import PartyRow, Roster

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
            raise PydanticCustomError("hour_twice", "Enter either a moment or a local time.", {"field": "h_local"})
        if any(given) != (self.h_zone is not None):
            raise PydanticCustomError(
                "hour_zone", "H-hour and its time zone are required together.", {"field": "h_zone"}
            )
        return self

    def hour(self) -> Hour | None:
        """Return the H-hour, or None.

        Raises:
            Invalid: The local time is ambiguous or does not exist. The error names `h_local` and gives both readings.
        """
        if self.h_zone is None:
            return None
        if self.h_at is not None:
            return Hour(self.h_at, self.h_zone)
        assert self.h_local is not None
        return Hour(zones.moment_of(self.h_local, self.h_zone, field="h_local"), self.h_zone)


class OperationForm(HourForm):
    """An action day. `parties`: those that take part."""

    title: Line
    kind: OperationKind = OperationKind.REAL
    parties: Annotated[tuple[Code, ...], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def _has_an_hour(self) -> Self:
        if self.h_zone is None:
            raise PydanticCustomError("no_hour", "An action day needs an H-hour.", {"field": "h_at"})
        return self

    def planning(self) -> Planning:
        """Return the action day as the service takes it."""
        hour = self.hour()
        assert hour is not None
        return Planning(self.title, self.kind.value, hour, self.parties)


class ClosingReasonForm(Form):
    """Why an action day is closed although this party still executes an action."""

    party: Code
    reason: Justification


class OperationChangeForm(HourForm):
    """Changes of an action day.

    Omitted fields stay unchanged. `parties`: those that join. `reason`: for a new state. `reasons`: for closing the day
    while parties still execute shared actions, one for each of these parties.
    """

    title: Line | None = None
    kind: OperationKind | None = None
    parties: Codes = ()
    state: OperationState | None = None
    reason: Justification | None = None
    reasons: Annotated[tuple[ClosingReasonForm, ...], Field(max_length=50)] = ()

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set - {"reason", "reasons"}:
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "title"})
        for name in ("title", "kind", "state"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise PydanticCustomError(
                    "not_null", "This value cannot be removed from an action day.", {"field": name}
                )
        return self

    def changes(self) -> Changes:
        """Return the changes as the service takes them."""
        values: dict[str, Any] = {} if self.title is None else {"title": self.title}
        if self.kind is not None:
            values["kind"] = self.kind.value
        if (hour := self.hour()) is not None:
            values |= {"h_at": hour.at, "h_zone": hour.zone}
        return Changes(
            values=values,
            parties=self.parties,
            state=self.state,
            reason=self.reason,
            reasons={one.party: one.reason for one in self.reasons},
        )


class WordForm(Form):
    """GO, no-go, or null to withdraw it. `told_as`: that of the action day as the caller saw it."""

    word: Word | None
    told_as: Annotated[int, Field(ge=1)]
    reason: Justification | None = None


class PartyWordView(View):
    """A participating party and its GO or no-go.

    `asked`: its answer counts. `stands`: the answer applies to the present plan.
    """

    party: str
    zone: str
    asked: bool
    word: Word | None
    stands: bool
    reason: str | None
    said_by: str | None
    said_at: Time | None
    said_for: Time | None


class ClosingReasonView(View):
    """Why the action day was closed although this party still executed an action."""

    party: str
    reason: str


class DayEventView(View):
    """A line of the operations log that has no report: a new state of the day, or the answer of a party.

    `state`: the new state; null for an answer. `word`: the answer; null also if it was withdrawn. `without`: parties
    without a GO when the day began. `reasons`: those of parties that still executed when it was closed. `erased`: which
    of these texts were erased, and when.
    """

    id: UUID
    at: Time
    seat: str
    party: str | None
    former: OperationState | None
    state: OperationState | None
    word: Word | None
    reason: str | None
    without: list[str]
    reasons: list[ClosingReasonView]
    erased: dict[str, Time]


class CourseView(View):
    """A state to which the reader may move the action day, and whether a reason is required."""

    state: OperationState
    needs_reason: bool


class MayOperationView(View):
    """Permissions of the reader for the action day now.

    `speak`: GO or no-go. `plan`: actions of the reader's party. `record`: their results, also after the day was closed.
    `decide`: record a decision.
    """

    edit: bool
    speak: bool
    plan: bool
    record: bool
    decide: bool
    steps: list[CourseView]


class OperationView(View):
    """An action day. `told_as`: version of its H-hour, time zone and kind; GO and no-go apply to one version.

    `events`: its states and the answers of its parties, oldest first. `reopens_until`: until when a closed day can be
    reopened.
    """

    id: UUID
    title: str
    kind: OperationKind
    state: OperationState
    h_at: Time
    h_zone: str
    author: str
    author_party: str
    parties: list[PartyWordView]
    events: list[DayEventView]
    created_at: Time
    updated_at: Time
    live_at: Time | None
    closed_at: Time | None
    reopens_until: Time | None
    version: int
    told_as: int
    may: MayOperationView


class CheckView(View):
    """A hint. `verified`: whether its source was verified; null: it follows from the plan itself."""

    concern: Concern
    party: str
    number: str | None
    says: str | None
    source: str | None
    verified: bool | None
    at: Time | None


def operation_view(details: OperationDetails, seat: Seat) -> OperationView:
    """Return the view of an action day for a member."""
    row, roster, words = details.operation, details.roster, {one.party: one for one in details.words}
    state = OperationState(row.state)
    parties = sorted((one for one in roster.parties if one.id in row.parties), key=lambda one: one.code)
    takes_part, is_told = operation_states.takes_part(seat, row), row.told_at is not None
    now = clock.now()
    steps = [
        CourseView(state=after, needs_reason=needs)
        for after, needs in operation_states.operation_steps(row, now).items()
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
        events=[_event(one) for one in details.events],
        created_at=row.created_at,
        updated_at=row.updated_at,
        live_at=row.live_at,
        closed_at=row.closed_at,
        reopens_until=operation_states.reopens_until(row),
        version=row.version,
        told_as=row.told_as,
        may=MayOperationView(
            edit=details.runs and state in {OperationState.DRAFT, OperationState.PLANNED},
            speak=takes_part
            and seat.may(Permission.OPERATION_DECIDE)
            and (state is OperationState.LIVE or (state is OperationState.PLANNED and row.h_at > now)),
            plan=takes_part and seat.may(Permission.ACTION_PLAN) and state is not OperationState.CLOSED,
            record=takes_part and seat.may(Permission.ACTION_PLAN) and (state is not OperationState.CLOSED or is_told),
            decide=seat.may(Permission.OPERATION_PLAN) and (state is not OperationState.CLOSED or is_told),
            steps=steps if details.runs else [],
        ),
    )


def _word(party: PartyRow, said: OperationWord | None, row: Operation, roster: Roster) -> PartyWordView:
    return PartyWordView.model_validate(
        {
            "party": party.code,
            "zone": party.time_zone,
            "asked": party.id in recipients.asked_parties(row, roster),
            "word": said.word if said else None,
            "stands": said is not None and operation_states.is_current(said, row),
            "reason": said.reason if said else None,
            "said_by": roster.seat_code(said.said_by) if said else None,
            "said_at": said.said_at if said else None,
            "said_for": said.said_for if said else None,
        }
    )


def _event(one: DayEvent) -> DayEventView:
    values = one.values
    return DayEventView.model_validate(
        {
            "id": one.id,
            "at": one.at,
            "seat": one.seat,
            "party": one.party,
            "former": values.get("former"),
            "state": values.get("state"),
            "word": values.get("word"),
            "reason": values.get("reason"),
            "without": values.get("without") or [],
            "reasons": values.get("reasons") or [],
            "erased": dict(one.erased),
        }
    )


def check_view(found: Finding) -> CheckView:
    """Return the view of a hint. No reference data has been verified."""
    return CheckView(
        concern=found.concern,
        party=found.party,
        number=found.number,
        says=found.says,
        source=found.source,
        verified=None if found.number is not None or found.concern is Concern.WEEKEND else False,
        at=found.at,
    )
