"""Forms and views of handovers: offered by one member, answered by another."""

from collections.abc import Sequence
from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from app.access.custody_states import ANSWER_FIELDS
from app.api.custody.views.event_time import EventDetailsForm
from app.api.schemas import Code, Justification, Line, Moment, Time, View
from app.api.sharing.views.releases import SeatCode
from app.models import Handover
from app.services.custody.handovers import HandoverAnswer, HandoverDetails, NewHandover
from app.services.teams.roster import Roster

Answer = Literal["received", "refused", "withdrawn"]
State = Literal["offered", "received", "refused", "withdrawn"]


class OfferForm(EventDetailsForm):
    """The recipient. `giver`: who hands over, if not a member of the team. `due_at`: if omitted, one day from now."""

    party: Code
    seat: SeatCode
    giver: Line | None = None
    due_at: Moment | None = None

    def to_offer(self) -> NewHandover:
        """Return the offer as the service takes it."""
        return NewHandover(self.party, self.seat, self.giver, self.due_at)


class HandoverAnswerForm(EventDetailsForm):
    """`received` requires `place`, and `intact` if the exhibit is sealed. `refused` and `withdrawn` require `why`."""

    answer: Answer
    place: Line | None = None
    intact: bool | None = None
    why: Justification | None = None

    @model_validator(mode="after")
    def _demand_fields(self) -> Self:
        for name in ("place", "why"):
            is_required = name == ANSWER_FIELDS[self.answer]
            if (getattr(self, name) is not None) != is_required:
                problem = "Required." if is_required else "Not used with this answer."
                raise PydanticCustomError("answer", problem, {"field": name})
        if self.intact is not None and self.answer != "received":
            raise PydanticCustomError("answer", "Not used with this answer.", {"field": "intact"})
        return self

    def to_answer(self) -> HandoverAnswer:
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
    state: State
    place: str | None
    why: str | None
    answered_by: str | None
    answered_at: Time | None
    may: list[Answer]
    version: int


class HandoverView(HandoverBrief):
    """A handover with its exhibit."""

    evidence: UUID
    exhibit_number: str
    title: str
    seal: str | None


def handover_brief(row: Handover, possible_answers: Sequence[str], roster: Roster) -> HandoverBrief:
    """Return the view of a handover for a member who may give these answers."""
    return HandoverBrief.model_validate(_values(row, possible_answers, roster))


def handover_view(details: HandoverDetails) -> HandoverView:
    """Return the view of a handover with its exhibit."""
    exhibit = details.exhibit
    values = _values(details.handover, details.possible_answers, details.roster)
    values |= {"evidence": exhibit.id, "exhibit_number": exhibit.exhibit_number, "title": exhibit.title}
    return HandoverView.model_validate(values | {"seal": details.seal})


def _values(row: Handover, possible_answers: Sequence[str], roster: Roster) -> dict[str, object]:
    shown = ("id", "giver", "offered_at", "due_at", "state", "place", "why", "answered_at", "version")
    return {name: getattr(row, name) for name in shown} | {
        "party": roster.party_code(row.party),
        "offered_by": roster.seat_code(row.offered_by),
        "to_party": roster.party_code(row.to_party),
        "to_seat": roster.seat_code(row.to_seat),
        "to_name": next(str(one.name) for one in roster.seats if one.id == row.to_seat),
        "answered_by": None if row.answered_by is None else roster.seat_code(row.answered_by),
        "may": list(possible_answers),
    }
