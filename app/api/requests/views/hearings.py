"""Forms and views of hearings and their checklists.

Not here: routes (`api/requests/hearings.py`), and the rules of the checklist (`access/requests/hearing_checks.py`).
"""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.access.requests import hearing_checks
from app.access.requests.hearing_checks import Kind, Place, Rule, State
from app.access.roles import Permission
from app.access.seats import Seat
from app.api.evidence.views.evidence import Zone
from app.api.requests.views.admissibility import ProposedNeedView, Topic, proposal
from app.api.requests.views.not_recorded import NotRecordedView, not_recorded_view
from app.api.schemas import Country, Form, LanguageCode, Line, Moment, Time, View, moments
from app.models import Hearing
from app.services.requests.hearings.card_values import CardValue, Decision, HearingCard
from app.services.requests.hearings.checklist import CheckedExhibit, Checklist
from app.services.requests.hearings.hearings import MOST_EXHIBITS, STATED, ListedHearing, NewHearing


class HearingForm(Form):
    """A hearing. `country`: of the court. `proceeding`: file number there. `zone`: time zone of the court.

    `court_language`: language of the proceedings; omitted: the languages of the party of this country count.
    """

    title: Line
    country: Country
    court: Line
    proceeding: Line | None = None
    held_at: Moment
    zone: Zone
    court_language: LanguageCode | None = None
    exhibits: Annotated[tuple[UUID, ...], Field(max_length=MOST_EXHIBITS)] = ()

    def hearing(self) -> NewHearing:
        """Return the hearing as the service takes it."""
        return NewHearing({name: getattr(self, name) for name in STATED}, self.exhibits)


class HearingChangeForm(Form):
    """New values of a hearing; what is left out stays."""

    title: Line | None = None
    country: Country | None = None
    court: Line | None = None
    proceeding: Line | None = None
    held_at: Moment | None = None
    zone: Zone | None = None
    court_language: LanguageCode | None = None

    @model_validator(mode="after")
    def _stays_complete(self) -> Self:
        for name in self.model_fields_set - {"proceeding", "court_language"}:
            if getattr(self, name) is None:
                raise PydanticCustomError("needed", "A hearing needs this value. Enter it.", {"field": name})
        return self

    def changes(self) -> dict[str, object]:
        """Return the changed columns with their new values."""
        return {name: getattr(self, name) for name in STATED if name in self.model_fields_set}


class HearingSummary(View):
    """A hearing of the caller's party. `exhibits`: how many of its exhibits the caller sees.

    `erased`: whether the title was erased, and when.
    """

    id: UUID
    title: str
    country: str
    court: str
    proceeding: str | None
    held_at: Time
    zone: str
    court_language: str | None
    exhibits: int
    updated_at: Time
    version: int
    erased: dict[str, Time]


class GiverView(View):
    """A leader of a party that can give what is missing."""

    seat: str
    name: str


class GivingPartyView(View):
    """A party named in the checklist, with its leaders."""

    party: str
    name: str
    leaders: list[GiverView]


class HearingCheckView(View):
    """A line of the checklist: what is missing, why, who can give it, and where that is done.

    `state`: `missing`, `asked`, `refused`, `check` (the record says too little, a person must judge) or `met`.
    `rule`: why. `source`: law or agreed practice behind it, unverified until a person confirms it.
    `party`, `seat`: who can give it; both null: administrators of the team. `about`, `within`: the object at `place`.
    """

    kind: Kind
    state: State
    rule: Rule
    source: str | None
    party: str | None
    seat: str | None
    place: Place
    about: UUID | None
    within: UUID | None
    detail: str | None
    due_at: Time | None


class HearingExhibitView(View):
    """An exhibit of a hearing with its checklist."""

    evidence: UUID
    number: str
    title: str
    originator: str
    checks: list[HearingCheckView]


class HearingCountsView(View):
    """How many lines of the checklist have each state."""

    missing: int
    asked: int
    refused: int
    check: int
    met: int


class HearingCardValueView(ProposedNeedView):
    """A value of the card of the hearing's country, as it is now, with its source.

    `version`: of the value; a decision names it. `decision`: what a leader decided about it; null: it is taken from the card
    and no leader has decided. `changed`: the hearing relied on another value, and no leader has decided about this one.
    `text` is empty if the card does not hold the value any more.
    """

    version: int
    decision: Decision | None
    changed: bool


class HearingCardForm(Form):
    """A decision about a value of the country's card. `removed`: it does not count for the hearing."""

    topic: Topic
    decision: Decision


class HearingView(HearingSummary):
    """A hearing with the checklist of each exhibit, and what the card of its country says.

    `not_recorded`: what the card does not hold. `may`: whether the caller may change it, and decide about values of the card.
    """

    card: list[HearingCardValueView]
    not_recorded: list[NotRecordedView]
    checklist: list[HearingExhibitView]
    counts: HearingCountsView
    parties: list[GivingPartyView]
    may: dict[Literal["edit", "decide"], bool]


def hearing_summary(found: ListedHearing) -> HearingSummary:
    """Return a hearing of the list."""
    return HearingSummary(**_columns(found.hearing), exhibits=found.exhibits)


def hearing_view(found: Checklist, card: HearingCard, seat: Seat) -> HearingView:
    """Return a hearing with its checklist and what the card of its country says."""
    lines, roster = found.lines(), found.roster
    named = sorted({one.party for one in lines if one.party}, key=roster.party_code)
    parties = {row.id: row for row in roster.parties}
    return HearingView(
        **_columns(found.hearing),
        card=[_card_value(one) for one in card.values],
        not_recorded=[not_recorded_view(one) for one in card.missing],
        exhibits=len(found.exhibits),
        checklist=[_exhibit(one, found) for one in found.exhibits],
        counts=HearingCountsView(**hearing_checks.counts(lines)),
        parties=[
            GivingPartyView(
                party=parties[one].code,
                name=parties[one].name,
                leaders=[GiverView(seat=row.code, name=row.name) for row in found.leaders(one)],
            )
            for one in named
        ],
        may={"edit": seat.may(Permission.REQUEST_WORK), "decide": seat.may(Permission.REQUEST_RELEASE)},
    )


def _card_value(one: CardValue) -> HearingCardValueView:
    told = {name: getattr(one, name) for name in ("version", "decision", "changed")}
    return HearingCardValueView.model_validate(proposal(one.fact) | told)


def _exhibit(one: CheckedExhibit, found: Checklist) -> HearingExhibitView:
    return HearingExhibitView(
        evidence=one.exhibit.id,
        number=one.exhibit.exhibit_number,
        title=one.exhibit.title,
        originator=found.roster.party_code(one.exhibit.originator),
        checks=[_check(line, found) for line in one.lines],
    )


def _check(line: hearing_checks.Line, found: Checklist) -> HearingCheckView:
    return HearingCheckView(
        kind=line.kind,
        state=line.state,
        rule=line.rule,
        source=line.source,
        party=found.roster.party_code(line.party) if line.party else None,
        seat=found.roster.seat_code(line.seat) if line.seat else None,
        place=line.place,
        about=line.about,
        within=line.within,
        detail=line.detail,
        due_at=line.due_at,
    )


def _columns(row: Hearing) -> dict[str, object]:
    names = (*STATED, "id", "updated_at", "version")
    return {name: getattr(row, name) for name in names} | {"erased": moments(row.erased)}
