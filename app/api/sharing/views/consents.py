"""Forms and views of consent requests.

A deadline is returned as a moment with the zone in which it was stated and the zones of both parties. Not here: routes
(`api/sharing/consents.py`).
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access.sharing.consents import GRANTED, OPEN, ConsentState, Use
from app.access.sharing.decisions import Level, Purpose
from app.api.coordination.views.task_parts import TaskTitleView
from app.api.evidence.views.evidence import Zone
from app.api.evidence.views.use_limits import UseLimitView, use_limit_view
from app.api.schemas import Code, Form, Moment, Paragraph, Time, View
from app.api.sharing.views.releases import LevelWord, SeatCode
from app.models import Task
from app.services.sharing.consent_grants import Grant, is_in_force
from app.services.sharing.consents import ConsentDetails, NewConsentRequest


class ConsentForm(Form):
    """A consent request. `evidence`: for more access or use in court. `party`: for an information request.

    `level` to `purposes`: what is requested beyond the present release. No answer until `due_at` counts as a refusal.
    """

    use: Use
    words: Paragraph
    evidence: UUID | None = None
    party: Code | None = None
    level: LevelWord | None = None
    authorities: Annotated[list[Code] | None, Field(min_length=1)] = None
    seats: Annotated[list[SeatCode] | None, Field(min_length=1)] = None
    purposes: Annotated[list[Purpose] | None, Field(min_length=1)] = None
    due_at: Moment | None = None
    due_zone: Zone | None = None

    @model_validator(mode="after")
    def _fits_its_use(self) -> Self:
        question = self.use is Use.QUESTION
        if question != (self.evidence is None):
            raise PydanticCustomError(
                "object", "An information request has no exhibit; every other request needs one.", {"field": "evidence"}
            )
        if question != (self.party is not None):
            raise PydanticCustomError("party", "Only an information request names the party.", {"field": "party"})
        more = [name for name in ("level", "authorities", "seats", "purposes") if getattr(self, name) is not None]
        if self.use is Use.RELEASE and not more:
            raise PydanticCustomError("more", "State which further access is requested.", {"field": "level"})
        if self.use is not Use.RELEASE and more:
            raise PydanticCustomError("more", "Used only in a request for more access.", {"field": more[0]})
        return self

    def request(self) -> NewConsentRequest:
        """Return the request as the service takes it."""
        return NewConsentRequest(**self.model_dump())


class GrantForm(Form):
    """A consent.

    Omitted fields are granted as requested. An information request is answered with `evidence` and its `level`.
    `privilege_checked`: confirms that this exhibit was checked and holds nothing privileged, if it is shared for the
    first time.
    """

    evidence: UUID | None = None
    level: LevelWord | None = None
    authorities: Annotated[list[Code] | None, Field(min_length=1)] = None
    seats: Annotated[list[SeatCode] | None, Field(min_length=1)] = None
    purposes: Annotated[list[Purpose] | None, Field(min_length=1)] = None
    until: Moment | None = None
    conditions: Paragraph | None = None
    privilege_checked: bool | None = None

    def grant(self) -> Grant:
        """Return the consent as the service takes it."""
        return Grant(**self.model_dump())


class MayConsentView(View):
    """Permissions of the reader for the request now."""

    answer: bool
    withdraw: bool


class ConsentView(View):
    """A consent request. `answer`: exhibit attached to the answer of an information request, if the reader sees it.

    `in_force`: what was granted is still in force. `limits_of_use`: of the exhibit asked for, if the reader reads it.
    """

    id: UUID
    use: Use
    evidence: UUID | None
    asker: str
    asker_party: str
    asked_party: str
    words: str
    level: LevelWord | None
    authorities: list[str] | None
    seats: list[str] | None
    purposes: list[Purpose] | None
    state: ConsentState
    requested_at: Time
    due_at: Time
    due_zone: str
    asker_zone: str
    asked_zone: str
    seen_at: Time | None
    answered_at: Time | None
    answered_by: str | None
    reason: str | None
    conditions: str | None
    until: Time | None
    ended_at: Time | None
    answer: UUID | None
    in_force: bool
    limits_of_use: list[UseLimitView]
    side: Literal["asked", "asking"]
    may: MayConsentView
    tasks: list[TaskTitleView]
    version: int


def consent_view(details: ConsentDetails, tasks: Sequence[Task]) -> ConsentView:
    """Return the view of a request, with the tasks linked to it, for a member."""
    row, roster, seat = details.consent, details.roster, details.seat
    state, asked = ConsentState(row.state), row.asked_party == seat.party
    zones = {one.id: one.time_zone for one in roster.parties}
    granted = state in GRANTED and row.ended_at is None
    may_end = details.leads and granted if asked else (details.leads or seat.id == row.asker) and state in OPEN
    return ConsentView(
        **{name: getattr(row, name) for name in _AS_KEPT},
        use=Use(row.use),
        state=state,
        asker=roster.seat_code(row.asker),
        asker_party=roster.party_code(row.asker_party),
        asked_party=roster.party_code(row.asked_party),
        level=Level(row.level).word if row.level else None,
        authorities=roster.authority_codes(row.authorities),
        seats=roster.seat_codes(row.seats),
        purposes=None if row.purposes is None else [Purpose(one) for one in row.purposes],
        asker_zone=zones[row.asker_party],
        asked_zone=zones[row.asked_party],
        answered_by=roster.seat_code(row.answered_by) if row.answered_by else None,
        answer=row.answer if details.answered_visibly else None,
        in_force=is_in_force(row, details.release),
        limits_of_use=[use_limit_view(one) for one in details.limits],
        side="asked" if asked else "asking",
        tasks=[TaskTitleView.model_validate(task) for task in tasks],
        may=MayConsentView(answer=asked and details.leads and state in OPEN, withdraw=may_end),
    )


_AS_KEPT = (
    "id",
    "evidence",
    "words",
    "requested_at",
    "due_at",
    "due_zone",
    "seen_at",
    "answered_at",
    "reason",
    "conditions",
    "until",
    "ended_at",
    "version",
)
