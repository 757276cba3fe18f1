"""Forms and views of physical custody: custody events and the present custody of an exhibit."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access.custody_states import Standing, Step, misfit
from app.api.audit.views.entries import EntryView, entry_view
from app.api.custody.views.event_time import WordsForm
from app.api.custody.views.handovers import HandoverBrief, handover_brief
from app.api.schemas import Form, Justification, Line, Paragraph, Time, View
from app.services.custody.corrections import Mended
from app.services.custody.handovers import answers_of
from app.services.custody.physical_custody import PhysicalCustodyDetails

StepWord = Literal[
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
StandingWord = Literal["held", "stored", "out", "returned", "destroyed"]


class PhysicalActForm(WordsForm):
    """A custody event. Its kind determines which fields are required or allowed; an error names a wrong field."""

    act: StepWord
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
    def _says_what_it_has_to(self) -> Self:
        if (wrong := misfit(self.step, self.said())) is not None:
            name, how = wrong
            told = "say this" if how == "missing" else "this act does not take it"
            raise PydanticCustomError("act", told, {"field": name})
        return self

    @property
    def step(self) -> Step:
        """Return the kind of event."""
        return Step(self.act)

    def said(self) -> dict[str, Any]:
        """Return the fields of the event, without kind, time and remarks."""
        return self.model_dump(exclude={"act", "occurred", "remarks"})


class StandingForm(Form):
    """The exhibit's custody as stated by the member. `seal` null: it is not sealed."""

    standing: StandingWord
    custodian: Line | None = None
    place: Line | None = None
    seal: Line | None = None
    taken_back: bool = False


class CorrectionForm(WordsForm):
    """The entry to correct, and why. `occurred` and `mended`: the correct time and custody, if those were wrong."""

    corrects: UUID
    reason: Justification
    mended: StandingForm | None = None

    def standing(self) -> Mended | None:
        """Return the corrected custody as the service takes it."""
        if self.mended is None:
            return None
        return Mended(**self.mended.model_dump(exclude={"standing"}), standing=Standing(self.mended.standing))


class ReceiverView(View):
    """A member to whom the reader may hand over the exhibit."""

    party: str
    seat: str
    name: str


class WhereaboutsView(View):
    """An exhibit's physical custody.

    Null: not recorded, or hidden from the reader. `way`: custody events, newest first.

    `steps`: events that the reader may record now. `may_correct`: whether the reader may correct an earlier entry.
    """

    evidence: UUID
    standing: StandingWord | None
    party: str | None
    seat: str | None
    custodian: str | None
    place: str | None
    seal: str | None
    changed_at: Time | None
    handover: HandoverBrief | None
    steps: list[StepWord]
    may_correct: bool
    receivers: list[ReceiverView]
    way: list[EntryView]
    version: int


def whereabouts_view(whole: PhysicalCustodyDetails) -> WhereaboutsView:
    """Return the view of an exhibit's physical custody for a member."""
    found, handover = whole.found, whole.found.handover
    may = () if handover is None else answers_of(found.seat, handover, obtained=found.obtained)
    row, roster = found.row, found.roster
    shown = ("standing", "custodian", "place", "seal", "changed_at")
    return WhereaboutsView(
        evidence=found.evidence.id,
        **{name: None if row is None else getattr(row, name) for name in shown},
        party=None if row is None else roster.party_code(row.party),
        seat=None if row is None or row.seat is None else roster.seat_code(row.seat),
        handover=None if handover is None else handover_brief(handover, may, roster),
        steps=[step.value for step in whole.steps],
        may_correct=row is not None and found.records,
        receivers=[ReceiverView.model_validate(one) for one in whole.receivers],
        way=[entry_view(one) for one in whole.way],
        version=found.version,
    )
