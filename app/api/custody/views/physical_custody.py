"""Forms and views of physical custody: custody events and the present custody of an exhibit."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access import custody_states
from app.access.custody_states import CustodyEvent, CustodyState
from app.api.audit.views.entries import EntryView, entry_view
from app.api.custody.views.event_time import EventDetailsForm
from app.api.custody.views.handovers import HandoverBrief, handover_brief
from app.api.schemas import Form, Justification, Line, Paragraph, Time, View
from app.services.custody.corrections import CorrectedCustody
from app.services.custody.physical_custody import CustodyContext, PhysicalCustodyDetails

EventKind = Literal[
    "seized",
    "collected",
    "sealed",
    "unsealed",
    "transported",
    "stored",
    "checked_out",
    "checked_in",
    "produced",
    "returned",
    "destroyed",
    "incident",
]
State = Literal["held", "stored", "out", "returned", "destroyed"]


class CustodyEventForm(EventDetailsForm):
    """A custody event. Its kind determines which fields are required or allowed; an error names a wrong field."""

    act: EventKind
    by: Line | None = None
    from_whom: Line | None = None
    to_whom: Line | None = None
    custodian: Line | None = None
    place: Line | None = None
    seal: Line | None = None
    intact: bool | None = None
    photograph: Annotated[UUID | None, Field(description="A file of the exhibit that shows the seal.")] = None
    why: Justification | None = None
    what: Paragraph | None = None
    court: Line | None = None
    proceeding: Line | None = None
    file_number: Line | None = None
    method: Line | None = None
    witnessed_by: Line | None = None
    receipt: Line | None = None

    @model_validator(mode="after")
    def _demand_fields(self) -> Self:
        if (wrong := custody_states.wrong_field(self.event, self.event_fields())) is not None:
            name, problem = wrong
            sentence = "Required." if problem == "missing" else "Not used with this event."
            raise PydanticCustomError("act", sentence, {"field": name})
        return self

    @property
    def event(self) -> CustodyEvent:
        """Return the kind of event."""
        return CustodyEvent(self.act)

    def event_fields(self) -> dict[str, Any]:
        """Return the fields of the event, without kind, time and remarks."""
        return self.model_dump(exclude={"act", "occurred", "remarks"})


class StandingForm(Form):
    """The exhibit's custody as stated by the member. `seal` null: it is not sealed."""

    standing: State
    custodian: Line | None = None
    place: Line | None = None
    seal: Line | None = None
    taken_back: bool = False


class CorrectionForm(EventDetailsForm):
    """The entry to correct, and why. `occurred` and `mended`: the correct time and custody, if those were wrong."""

    corrects: UUID
    reason: Justification
    mended: StandingForm | None = None

    def to_corrected(self) -> CorrectedCustody | None:
        """Return the corrected custody as the service takes it."""
        if self.mended is None:
            return None
        values = self.mended.model_dump(exclude={"standing"})
        return CorrectedCustody(**values, state=CustodyState(self.mended.standing))


class ReceiverView(View):
    """A member to whom the reader may hand over the exhibit."""

    party: str
    seat: str
    name: str


class PhysicalCustodyView(View):
    """An exhibit's physical custody.

    Null: not recorded, or hidden from the reader. `visible`: whether the reader may know it. If false, nothing is said
    about whether a physical item exists. `way`: custody events, newest first.

    `steps`: events that the reader may record now. `may_correct`: whether the reader may correct an earlier entry.
    """

    evidence: UUID
    visible: bool
    standing: State | None
    party: str | None
    seat: str | None
    custodian: str | None
    place: str | None
    seal: str | None
    changed_at: Time | None
    handover: HandoverBrief | None
    steps: list[EventKind]
    may_correct: bool
    receivers: list[ReceiverView]
    way: list[EntryView]
    version: int


def physical_custody_view(details: PhysicalCustodyDetails) -> PhysicalCustodyView:
    """Return the view of an exhibit's physical custody for a member."""
    context = details.context
    row, roster = context.custody, context.roster
    shown = ("custodian", "place", "seal", "changed_at")
    return PhysicalCustodyView(
        evidence=context.exhibit.id,
        visible=details.is_visible,
        standing=None if row is None else row.state,
        **{name: None if row is None else getattr(row, name) for name in shown},
        party=None if row is None else roster.party_code(row.party),
        seat=None if row is None or row.seat is None else roster.seat_code(row.seat),
        handover=_open_handover(context),
        steps=[event.value for event in details.events],
        may_correct=row is not None and context.may_record,
        receivers=[ReceiverView.model_validate(one) for one in details.recipients],
        way=[entry_view(one) for one in details.history],
        version=context.version,
    )


def _open_handover(context: CustodyContext) -> HandoverBrief | None:
    handover = context.open_handover
    if handover is None:
        return None
    answers = custody_states.possible_answers(context.seat, handover, is_originator=context.is_originator)
    return handover_brief(handover, answers, context.roster)
