"""Forms and views of deadlines of legal requests.

Not here: routes (`api/requests/deadlines.py`), and due instants (`access/requests/deadlines.py`).
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from app.access.requests.deadlines import Basis
from app.api.requests.views.words import WordsView
from app.api.schemas import Form, Justification, Moment, Time, View
from app.models import RequestDeadline
from app.reference.catalogue import Instrument

RuleKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
DeadlineState = Literal["running", "paused", "stopped", "missed", "met", "void"]


class DeadlineForm(Form):
    """A deadline of the instrument by its key, the event that begins it, and the item that it is about."""

    rule: RuleKey
    begins_at: Moment
    item: UUID | None = None


class DeadlineExtensionForm(Form):
    """The extension of a deadline. `reason`: why it was granted."""

    reason: Justification | None = None


class DeadlineEndForm(Form):
    """The end of a deadline: it was met, or does not matter any more (`void`)."""

    outcome: Literal["met", "void"]
    occurred_at: Moment | None = None


class DeadlineView(View):
    """A deadline. `item`: null for the whole request. `extension`: the duration by which it can still be extended.

    `lapses`: preserved data may be gone after it. `stopped`: a production request was linked. `verified`: a person
    confirmed the rule.
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
    ended_at: Time | None
    source: str | None
    verified: bool


def deadline_view(row: RequestDeadline, instrument: Instrument | None) -> DeadlineView:
    """Return the view of a deadline of a request with this instrument."""
    told = {name: getattr(row, name) for name in _AS_KEPT}
    return DeadlineView(
        **told,
        title=deadline_title(row.rule, instrument),
        state=state_of(row),
        basis=Basis(row.basis),
        extension=None if row.extended or row.ended_at is not None else row.extension,
    )


def deadline_title(rule: str, known: Instrument | None) -> WordsView:
    """Return the title of a rule in the catalogue, or its key if the catalogue does not have it any more."""
    titles = [one.value.title for one in (known.deadlines if known else ()) if one.value and one.value.key == rule]
    return WordsView(**titles[0].model_dump()) if titles else WordsView(en=rule, fr=rule)


def state_of(row: RequestDeadline) -> DeadlineState:
    """Return the state of a deadline."""
    if row.ended_at is not None:
        return "met" if row.outcome == "met" else "void"
    if row.missed_at is not None:
        return "missed"
    if row.paused_at is not None:
        return "paused"
    return "running" if row.stopped_at is None else "stopped"


_AS_KEPT = (
    "id",
    "item",
    "rule",
    "begins_at",
    "due_at",
    "zone",
    "duration",
    "minimum",
    "extended",
    "lapses",
    "ended_at",
    "source",
    "verified",
)
