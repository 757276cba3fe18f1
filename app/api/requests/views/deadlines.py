"""Forms and views of deadlines of legal requests.

Not here: routes (`api/requests/deadlines.py`), and due instants (`access/requests/deadlines.py`).
"""

from typing import Annotated, Final, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.requests.deadlines import Basis, lateness
from app.api.requests.views.words import WordsView
from app.api.schemas import Day, Form, Justification, Moment, Time, View
from app.models import RequestDeadline
from app.reference.catalogue import Instrument
from app.reference.deadline_terms import LapseStop
from app.services.requests.deadlines.acts import Extension, NewDeadline
from app.services.requests.deadlines.reading import ASKED, may_extend, rule_of, title_of

RuleKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
DeadlineState = Literal["running", "paused", "stopped", "missed", "met", "met_late", "void"]


class DeadlineForm(Form):
    """A deadline of the instrument by its key, or `ASKED` with a day that the party sets.

    `begins_at`: the event that begins a deadline of the instrument. `due_on`: the day of `ASKED`. `item`: the item that it
    is about; null for the whole request.
    """

    rule: RuleKey
    begins_at: Moment | None = None
    due_on: Day | None = None
    item: UUID | None = None

    @model_validator(mode="after")
    def _event_or_day(self) -> Self:
        wanted, other = ("due_on", "begins_at") if self.rule == ASKED else ("begins_at", "due_on")
        if getattr(self, wanted) is None:
            raise PydanticCustomError("no_begin", _NEEDED[wanted], {"field": wanted})
        if getattr(self, other) is not None:
            raise PydanticCustomError("begin_twice", "Leave this out for this deadline.", {"field": other})
        return self

    def deadline(self) -> NewDeadline:
        """Return the deadline as the service takes it."""
        return NewDeadline(self.rule, self.item, self.begins_at, self.due_on)


_NEEDED: Final = {"due_on": "Enter the day.", "begins_at": "Enter when the event happened that begins this deadline."}


class DeadlineExtensionForm(Form):
    """The extension of a deadline.

    `granted_at`: now by default, and within the period. `reason`: why it was granted.
    """

    granted_at: Moment | None = None
    reason: Justification | None = None

    def extension(self) -> Extension:
        """Return the extension as the service takes it."""
        return Extension(self.granted_at, self.reason)


class DeadlineEndForm(Form):
    """The end of a deadline: it was met, or does not matter any more (`void`)."""

    outcome: Literal["met", "void"]
    occurred_at: Moment | None = None


class DeadlineView(View):
    """A deadline. `item`: null for the whole request. `extension`: the duration by which it can still be extended.

    `lapses`: preserved data may be gone after it. `stopped`: a production request was received, or, for an order of Regulation
    (EU) 2023/1543, the addressee was told of it (`stopped_by`). `extended`: at least once. `late_days`, `late_hours`: how late
    it was met; periods in hours have hours. `verified`: a person confirmed the rule.
    """

    id: UUID
    item: UUID | None
    rule: str
    title: WordsView
    state: DeadlineState
    begins_at: Time
    due_at: Time
    zone: str
    duration: str
    basis: Basis
    minimum: bool
    extended: bool
    extension: str | None
    lapses: bool
    stopped_by: LapseStop | None
    ended_at: Time | None
    late_days: int | None
    late_hours: int | None
    source: str | None
    verified: bool


def deadline_view(row: RequestDeadline, instrument: Instrument | None) -> DeadlineView:
    """Return the view of a deadline of a request with this instrument."""
    told = {name: getattr(row, name) for name in _AS_KEPT}
    rule = rule_of(instrument, row.rule)
    late_days, late_hours = _lateness(row)
    return DeadlineView(
        **told,
        title=WordsView(**title_of(row.rule, instrument).model_dump()),
        state=state_of(row),
        basis=Basis(row.basis),
        extended=row.extensions > 0,
        extension=row.extension if may_extend(row, instrument) else None,
        stopped_by=(rule.stopped_by if rule else LapseStop.RECEIPT) if row.lapses else None,
        late_days=late_days,
        late_hours=late_hours,
    )


def _lateness(row: RequestDeadline) -> tuple[int | None, int | None]:
    if row.outcome != "met_late" or row.ended_at is None:
        return None, None
    return lateness(Basis(row.basis), row.due_at, row.ended_at, ZoneInfo(row.zone))


def state_of(row: RequestDeadline) -> DeadlineState:
    """Return the state of a deadline."""
    if row.ended_at is not None:
        return _OUTCOMES[str(row.outcome)]
    if row.missed_at is not None:
        return "missed"
    if row.paused_at is not None:
        return "paused"
    return "running" if row.stopped_at is None else "stopped"


_OUTCOMES: Final[dict[str, DeadlineState]] = {
    "met": "met",
    "met_late": "met_late",
    "missed": "missed",
    "void": "void",
}
_AS_KEPT = (
    "id",
    "item",
    "rule",
    "begins_at",
    "due_at",
    "zone",
    "duration",
    "minimum",
    "lapses",
    "ended_at",
    "source",
    "verified",
)
