"""Forms and views of legal requests, their items and moves.

Not here: routes (`api/requests/requests.py`), and the rules of instruments (`app/reference`).
"""

from datetime import timedelta
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.requests.states import Direction, RequestState
from app.api.evidence.views.evidence import Zone
from app.api.requests.views.deadlines import DeadlineView, deadline_view
from app.api.requests.views.forms import FollowUpFormView, follow_up_view
from app.api.requests.views.items import Items, PossibleMoveView, RequestItemView, item_view, possible_move_view
from app.api.requests.views.linked import (
    HopView,
    LinkedRequestView,
    PaperView,
    RequestResultView,
    hop_view,
    linked_view,
    paper_view,
    result_view,
)
from app.api.requests.views.reviews import TextRetentionView, retention_view
from app.api.requests.views.waiting import WaitingLineReleaseView, waiting_views
from app.api.requests.views.words import WordsView
from app.api.schemas import Country, Form, Justification, Line, Moment, Paragraph, Time, View, moments
from app.api.sharing.views.waiting_releases import AttestationForm
from app.models import RequestContent
from app.reference.catalogue import TransitionFamily
from app.services.requests import instruments, links
from app.services.requests.drafting import CONTENT, MOST_ITEMS, Changes, NewRequest
from app.services.requests.links import Progress
from app.services.requests.moves import NewMove
from app.services.requests.request_list import ListedMove, RequestDetails
from app.services.requests.transmissions import UsualWait

InstrumentKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
StateName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]{1,40}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Level = Literal["existence", "content"]


class CounterpartForm(Form):
    """The other side: its country, the name of its authority or provider, and the time zone in which it works.

    `authority_confirmed`: the authority is right although the reference data record it for another country.
    """

    country: Country
    authority: Line | None = None
    authority_confirmed: bool = False
    zone: Zone | None = None


class RequestContentForm(Form):
    """Content of a request besides its items."""

    title: Line | None = None
    reference: Line | None = None
    counterpart_reference: Line | None = None
    facts: Paragraph | None = None
    offence: Paragraph | None = None
    legal_basis: Paragraph | None = None
    purpose: Paragraph | None = None
    confidentiality: Paragraph | None = None
    language: LanguageCode | None = None
    issuing_authority: Line | None = None
    validating_authority: Line | None = None
    conditions: Paragraph | None = None


class RequestForm(RequestContentForm):
    """A request. An outgoing one names the other side in `to`, an incoming one in `from`.

    `received_at`: when an incoming request arrived, now by default.
    """

    direction: Direction
    instrument: InstrumentKey
    to: CounterpartForm | None = None
    from_: CounterpartForm | None = Field(default=None, alias="from")
    urgent: bool = False
    received_at: Moment | None = None
    items: Items = ()

    @model_validator(mode="after")
    def _fits_direction(self) -> Self:
        wanted, other = ("to", "from") if self.direction is Direction.OUT else ("from", "to")
        given = {"to": self.to, "from": self.from_}
        if given[wanted] is None:
            raise PydanticCustomError("other_side", "Enter the country of the other side.", {"field": wanted})
        if given[other] is not None:
            raise PydanticCustomError(
                "wrong_side",
                "Use the field 'to' for an outgoing request and 'from' for an incoming one.",
                {"field": other},
            )
        if self.direction is Direction.OUT and self.received_at is not None:
            raise PydanticCustomError(
                "not_received",
                "Only an incoming request has a time of receipt. Leave this field empty.",
                {"field": "received_at"},
            )
        return self

    def request(self) -> NewRequest:
        """Return the request as the service takes it."""
        other = self.to or self.from_
        assert other is not None
        content = {name: getattr(self, name) for name in RequestContentForm.model_fields}
        return NewRequest(
            direction=self.direction,
            instrument=self.instrument,
            country=other.country,
            urgent=self.urgent,
            items=[one.item() for one in self.items],
            content=content | {"authority": other.authority, "zone": other.zone},
            received_at=self.received_at,
            authority_confirmed=other.authority_confirmed,
        )


class ItemConditionsForm(Form):
    """Limits of use of the results of an item, besides those of the request; null removes them."""

    item: UUID
    conditions: Paragraph | None


class RequestChangeForm(RequestContentForm):
    """Changes of a request; omitted fields stay unchanged.

    The items and most values are fixed once an outgoing request was sent. Limits of use can be stated until it has ended.
    `authority_confirmed`: as for a new request. `received_at`: corrects when an incoming request arrived. Deadlines that are counted from the receipt begin again.
    """

    authority: Line | None = None
    authority_confirmed: bool = False
    zone: Zone | None = None
    received_at: Moment | None = None
    add_items: Items = ()
    remove_items: Annotated[tuple[UUID, ...], Field(max_length=MOST_ITEMS)] = ()
    item_conditions: Annotated[tuple[ItemConditionsForm, ...], Field(max_length=MOST_ITEMS)] = ()

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "title"})
        if "zone" in self.model_fields_set and self.zone is None:
            raise PydanticCustomError(
                "zone_needed", "Enter a time zone. The deadlines are counted in it.", {"field": "zone"}
            )
        if "received_at" in self.model_fields_set and self.received_at is None:
            raise PydanticCustomError("receipt_needed", "Enter when the request arrived.", {"field": "received_at"})
        return self

    def changes(self) -> Changes:
        """Return the changes as the service takes them."""
        return Changes(
            values={name: getattr(self, name) for name in CONTENT if name in self.model_fields_set},
            add_items=[one.item() for one in self.add_items],
            remove_items=self.remove_items,
            item_conditions={one.item: one.conditions for one in self.item_conditions},
            authority_confirmed=self.authority_confirmed,
        )


class _MoveForm(Form):
    to: StateName
    occurred_at: Moment | None = None
    reason: Justification | None = None


class RequestMoveForm(_MoveForm):
    """A move to the state `to`. `occurred_at`: when it happened, now by default.

    `incomplete`: send the request with a reason although its form lacks required values. `despite`: a leader sends the request
    with a reason despite grounds against its dispatch.
    """

    incomplete: bool = False
    despite: bool = False

    def move(self) -> NewMove:
        """Return the move as the service takes it."""
        return NewMove(self.to, self.occurred_at, self.reason, incomplete=self.incomplete, despite=self.despite)


class ItemMoveForm(_MoveForm):
    """A move of an item. `ground`: for a refusal or postponement, as the answer names it."""

    ground: Line | None = None

    def move(self) -> NewMove:
        """Return the move as the service takes it."""
        return NewMove(self.to, self.occurred_at, self.reason, self.ground)


class RequestReleaseForm(Form):
    """The level of a release to another party. `attestation`: only for a party outside the Union, which needs it."""

    level: Level
    attestation: AttestationForm | None = None


class CounterpartView(View):
    """The other side of a request. `authority`: null if only the existence of the request was released."""

    country: str
    authority: str | None


class RequestContentView(View):
    """Content of a request besides its items. `version`: of the content, for changes.

    `received_at`: when an incoming request arrived; null for an outgoing one. `erased`: which texts were erased, and when.
    """

    title: str | None
    zone: str
    reference: str | None
    counterpart_reference: str | None
    facts: str | None
    offence: str | None
    legal_basis: str | None
    purpose: str | None
    confidentiality: str | None
    language: str | None
    issuing_authority: str | None
    validating_authority: str | None
    conditions: str | None
    received_at: Time | None
    updated_at: Time
    version: int
    erased: dict[str, Time]


class RequestReleaseView(View):
    """A release in effect."""

    party: str
    level: Level
    released_at: Time
    released_by: str


class MayRequestView(View):
    """Permissions of the reader for the request now. `edit`: content and items; `release`: to other parties."""

    edit: bool
    release: bool


class UsualWaitView(View):
    """How long the current holder needed for earlier requests that the reader sees: the median of so many steps."""

    hours: int
    steps: int


class RequestView(View):
    """A request as the reader may see it. `level`: `own`, or what was released to the reader's party.

    `content` is null and `items` is empty if only the existence was released. `clocks`: deadlines.
    `hops`: steps of transmission; the last one is the current holder. `usual_wait`: how long that holder usually needs;
    null in lists and without a record. `follow_up_forms`: that follow the request; empty in lists. `production`: how far the request for production of its data is.
    `within_team`: an investigation order that was not sent yet goes to another State of the team, whose directive leaves that
    out. `closing_proposed`: every item is answered. `moves`: those that the reader can make now. `retention`: of an ended request of
    the reader's party; null in lists.
    """

    id: UUID
    number: str
    party: str
    direction: Direction
    instrument: str
    instrument_title: WordsView
    family: TransitionFamily
    to: CounterpartView | None
    from_: CounterpartView | None = Field(alias="from")
    state: RequestState
    since_at: Time
    urgent: bool
    created_at: Time
    level: Literal["own", "content", "existence"]
    content: RequestContentView | None
    items: list[RequestItemView]
    releases: list[RequestReleaseView]
    waiting_releases: list[WaitingLineReleaseView]
    clocks: list[DeadlineView]
    hops: list[HopView]
    usual_wait: UsualWaitView | None
    papers: list[PaperView]
    results: list[RequestResultView]
    follows: list[LinkedRequestView]
    followed_by: list[LinkedRequestView]
    follow_up_forms: list[FollowUpFormView]
    production: Progress | None
    within_team: bool
    closing_proposed: bool
    moves: list[PossibleMoveView]
    retention: TextRetentionView | None
    may: MayRequestView


class RequestMoveView(View):
    """A move that was made. `item`: null for a move of the request itself. `reason`: for the party of the request."""

    id: UUID
    item: UUID | None
    former: str
    state: str
    occurred_at: Time
    recorded_at: Time
    seat: str
    reason: str | None
    ground: str | None


def _usual_wait_view(found: UsualWait | None) -> UsualWaitView | None:
    return None if found is None else UsualWaitView(hours=round(found.median / _HOUR), steps=found.steps)


_HOUR = timedelta(hours=1)


def request_view(details: RequestDetails) -> RequestView:
    """Return the view of a request for a member."""
    request, content = details.request, details.content
    attached, seat_code = details.attached, details.roster.seat_code
    other = CounterpartView(country=request.country, authority=content.authority if content else None)
    is_out = request.direction == Direction.OUT
    return RequestView(
        **{name: getattr(request, name) for name in _LINE},
        **{"from": None if is_out else other},
        to=other if is_out else None,
        direction=Direction(request.direction),
        party=details.roster.party_code(request.party),
        instrument_title=WordsView(**instruments.title_of(request.instrument, details.instrument)),
        family=instruments.family_of(details.instrument),
        state=RequestState(request.state),
        level="own" if details.is_own else "existence" if content is None else "content",
        content=None if content is None else _content_view(content),
        items=[item_view(details, one) for one in details.items],
        releases=[
            RequestReleaseView(
                party=details.roster.party_code(one.recipient),
                level="content" if one.level == "content" else "existence",
                released_at=one.released_at,
                released_by=seat_code(one.released_by),
            )
            for one in details.releases
        ],
        waiting_releases=waiting_views(details.waiting, details.roster),
        clocks=[deadline_view(one, details.instrument) for one in attached.clocks],
        hops=[hop_view(one, seat_code(one.seat)) for one in attached.hops],
        usual_wait=_usual_wait_view(details.usual_wait),
        papers=[paper_view(one) for one in attached.papers],
        results=[result_view(one) for one in attached.results],
        follows=[linked_view(one) for one in attached.follows],
        followed_by=[linked_view(one) for one in attached.followed_by],
        follow_up_forms=[follow_up_view(one, works=details.works) for one in attached.forms],
        production=links.progress(attached.followed_by),
        within_team=instruments.is_within_team(request, details.roster),
        closing_proposed=details.proposes_closing(),
        moves=[possible_move_view(one) for one in details.moves()],
        retention=None if details.retention is None else retention_view(details.retention),
        may=MayRequestView(edit=details.may_edit, release=details.may_release),
    )


def _content_view(content: RequestContent) -> RequestContentView:
    told = {name: getattr(content, name) for name in RequestContentView.model_fields}
    return RequestContentView(**told | {"erased": moments(content.erased)})


def move_view(move: ListedMove, seat: str) -> RequestMoveView:
    """Return the view of a move that was made; `seat`: code of the member who recorded it."""
    told = {name: getattr(move.row, name) for name in RequestMoveView.model_fields if name not in {"seat", "reason"}}
    return RequestMoveView(**told, seat=seat, reason=move.reason)


_LINE = ("id", "number", "instrument", "since_at", "urgent", "created_at")
