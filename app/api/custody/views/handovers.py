"""Forms and views of handovers: offered by one member, answered by another."""

from collections.abc import Sequence
from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.api.custody.views.event_time import WordsForm
from app.api.schemas import Code, Justification, Line, Moment, Time, View
from app.api.sharing.views.releases import SeatCode
from app.models import Handover
from app.services.custody.handovers import HandoverAnswer, HandoverDetails, NewHandover
from app.services.teams.roster import Roster

AnswerWord = Literal["received", "refused", "withdrawn"]
StateWord = Literal["offered", "received", "refused", "withdrawn"]


class OfferForm(WordsForm):
    """The recipient. `giver`: who hands over, if not a member of the team. `due_at`: if omitted, one day from now."""

    party: Code
    seat: SeatCode
    giver: Line | None = None
    due_at: Moment | None = None

    def offer(self) -> NewHandover:
        """Return the offer as the service takes it."""
        return NewHandover(self.party, self.seat, self.giver, self.due_at)


class HandoverAnswerForm(WordsForm):
    """`received` requires `place`, and `intact` if the exhibit is sealed. `refused` and `withdrawn` require `why`."""

    answer: AnswerWord
    place: Line | None = None
    intact: bool | None = None
    why: Justification | None = None

    @model_validator(mode="after")
    def _says_what_it_has_to(self) -> Self:
        received = self.answer == "received"
        for name in ("place", "why"):
            needed = received == (name == "place")
            if (getattr(self, name) is not None) != needed:
                told = "say this" if needed else "this answer does not take it"
                raise PydanticCustomError("answer", told, {"field": name})
        if self.intact is not None and not received:
            raise PydanticCustomError("answer", "this answer does not take it", {"field": "intact"})
        return self

    def given(self) -> HandoverAnswer:
        """Return the answer as the service takes it."""
        return HandoverAnswer(self.answer, self.place, self.intact, self.why)


class HandoverBrief(View):
    """A handover. `giver`: who holds the exhibit until receipt. `may`: answers that the reader may give."""

    id: UUID
    party: str
    offered_by: str
    giver: str
    to_party: str
    to_seat: str
    to_name: str
    offered_at: Time
    due_at: Time
    state: StateWord
    place: str | None
    why: str | None
    answered_by: str | None
    answered_at: Time | None
    may: list[AnswerWord]
    version: int


class HandoverView(HandoverBrief):
    """A handover with its exhibit."""

    evidence: UUID
    exhibit_number: str
    title: str
    seal: str | None


def handover_brief(row: Handover, may: Sequence[str], roster: Roster) -> HandoverBrief:
    """Return the view of a handover for a member who may give the answers in `may`."""
    return HandoverBrief.model_validate(_values(row, may, roster))


def handover_view(whole: HandoverDetails) -> HandoverView:
    """Return the view of a handover with its exhibit."""
    exhibit = whole.exhibit
    more = {"evidence": whole.handover.evidence, "exhibit_number": exhibit.exhibit_number, "title": exhibit.title}
    return HandoverView.model_validate(_values(whole.handover, whole.may, whole.roster) | more | {"seal": exhibit.seal})


def _values(row: Handover, may: Sequence[str], roster: Roster) -> dict[str, object]:
    shown = ("id", "giver", "offered_at", "due_at", "state", "place", "why", "answered_at", "version")
    return {name: getattr(row, name) for name in shown} | {
        "party": roster.party_code(row.party),
        "offered_by": roster.seat_code(row.offered_by),
        "to_party": roster.party_code(row.to_party),
        "to_seat": roster.seat_code(row.to_seat),
        "to_name": next(str(one.name) for one in roster.seats if one.id == row.to_seat),
        "answered_by": None if row.answered_by is None else roster.seat_code(row.answered_by),
        "may": list(may),
    }
