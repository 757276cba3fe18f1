"""Forms and views of the items of a legal request.

Not here: which identifiers fit their kind, and times of logs (`access/requests`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.requests import connections, identifier_checks
from app.access.requests.connections import MOST_PORT, Connection, Protocol, connection_of
from app.access.requests.states import ItemKind, ItemState, Move
from app.api.schemas import Form, Line, Moment, Paragraph, Time, View, moments, printable
from app.identifiers.kinds import IdentifierKind
from app.models import RequestItem
from app.services.requests.drafting import MOST_ITEMS, NewItem
from app.services.requests.request_list import RequestDetails


def _in_small_letters(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _given_time(value: str) -> str:
    """Return a time of a log. Raises the error that names what it needs."""
    try:
        return connections.moment(value)
    except ValueError:
        raise PydanticCustomError(
            "time_incomplete",
            "Enter a time that exists, with seconds and its offset, for example 2026-05-16T09:30:07.512+02:00.",
        ) from None


Category = Literal["SUBSCRIBER", "IDENTIFICATION_ONLY", "TRAFFIC", "CONTENT", "REAL_TIME"]
Port = Annotated[int, Field(strict=True, ge=1, le=MOST_PORT)]
#: A time of a log with its digits and its offset as given.
GivenTime = Annotated[str, AfterValidator(_given_time)]
#: A line of a log as it stands there, with its spaces.
SourceLine = Annotated[str, StringConstraints(min_length=1, max_length=4_000), AfterValidator(printable)]
#: Kinds of identifiers that have ports and protocols.
_WITH_PORTS = frozenset((IdentifierKind.IP, IdentifierKind.DOMAIN, IdentifierKind.ONION, IdentifierKind.URL))


class RequestItemForm(Form):
    """An item of a request. Data is asked with its category and an identifier; others are described.

    `from`, `until`: the period of the data or measure. `port` to `source_line`: what the log states beside the identifier.
    `port_until`: last port of a block, such as that of a carrier-grade NAT. `at`: keeps its digits and its offset. `zone`:
    name of the IANA database, or offset or abbreviation as the log writes it. `identifier_confirmed`: the identifier was
    compared with its source, although it may not fit its kind.
    """

    kind: ItemKind
    data_category: Category | None = None
    identifier_kind: IdentifierKind | None = None
    identifier: Line | None = None
    identifier_confirmed: bool = False
    port: Port | None = None
    port_until: Port | None = None
    protocol: Annotated[Protocol, BeforeValidator(_in_small_letters)] | None = None
    at: GivenTime | None = None
    zone: Line | None = None
    source_line: SourceLine | None = None
    description: Paragraph | None = None
    from_: Moment | None = Field(default=None, alias="from")
    until: Moment | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind is ItemKind.DATA:
            for name in ("data_category", "identifier_kind", "identifier"):
                if getattr(self, name) is None:
                    raise PydanticCustomError("data_incomplete", _MISSING[name], {"field": name})
        if (self.identifier is None) != (self.identifier_kind is None):
            missing = "identifier" if self.identifier is None else "identifier_kind"
            raise PydanticCustomError("identifier_half", _MISSING[missing], {"field": missing})
        if self.identifier is None and self.description is None:
            raise PydanticCustomError("not_described", "Describe what is asked.", {"field": "description"})
        if self.from_ is not None and self.until is not None and self.until < self.from_:
            raise PydanticCustomError(
                "span_reversed", "The end is before the beginning. Correct one of them.", {"field": "until"}
            )
        return self

    @model_validator(mode="after")
    def _identifies(self) -> Self:
        """Demand an identifier that fits its kind, or that a member confirmed."""
        kind, value = self.identifier_kind, self.identifier
        if kind is None or value is None:
            return self
        if kind is IdentifierKind.IP and not identifier_checks.is_address(value):
            raise PydanticCustomError("no_address", "This is not an IP address.", {"field": "identifier"})
        doubt = identifier_checks.doubt(kind, value)
        if doubt is not None and not self.identifier_confirmed:
            raise PydanticCustomError(
                "identifier_doubtful", identifier_checks.SENTENCES[doubt], {"field": "identifier"}
            )
        return self

    @model_validator(mode="after")
    def _connects(self) -> Self:
        """Demand values of a log that fit each other and the identifier."""
        for name in ("port", "protocol", "at", "source_line"):
            if getattr(self, name) is not None and self.identifier is None:
                raise PydanticCustomError(
                    "without_identifier", "Enter the identifier to which this belongs.", {"field": name}
                )
        for name in ("port", "protocol"):
            if getattr(self, name) is not None and self.identifier_kind not in _WITH_PORTS:
                raise PydanticCustomError(
                    "without_ports",
                    "Only addresses, domains and URLs have a port and a protocol. Leave this field empty.",
                    {"field": name},
                )
        if self.port_until is not None and (self.port is None or self.port_until <= self.port):
            raise PydanticCustomError(
                "ports_reversed",
                "The last port of a block is greater than its first port. Correct one of them.",
                {"field": "port_until"},
            )
        if self.zone is not None and self.at is None:
            raise PydanticCustomError(
                "zone_alone", "A zone belongs to a time. Enter the time, or remove the zone.", {"field": "zone"}
            )
        if self.zone is not None and self.at is not None and not connections.is_zone_of(self.zone, self.at):
            raise PydanticCustomError(
                "zone_unfit",
                "This is not the zone of the time: enter a name such as Europe/Paris, or the offset of the time.",
                {"field": "zone"},
            )
        return self

    def item(self) -> NewItem:
        """Return the item as the service takes it."""
        return NewItem(
            kind=self.kind.value,
            data_category=self.data_category,
            identifier_kind=self.identifier_kind,
            identifier=self.identifier,
            description=self.description,
            from_at=self.from_,
            until_at=self.until,
            connection=connection_of(self),
            identifier_confirmed=self._is_doubtful(),
        )

    def _is_doubtful(self) -> bool:
        """Return whether the identifier may not fit its kind. It was confirmed then."""
        kind, value = self.identifier_kind, self.identifier
        return kind is not None and value is not None and identifier_checks.doubt(kind, value) is not None


_MISSING = {
    "data_category": "Choose the category of the data.",
    "identifier_kind": "Choose the kind of the identifier.",
    "identifier": "Enter the identifier of the data.",
}
Items = Annotated[tuple[RequestItemForm, ...], Field(max_length=MOST_ITEMS)]


class PossibleMoveView(View):
    """A move that the reader can make now."""

    to: str
    needs_reason: bool
    needs_ground: bool


class RequestItemView(View):
    """An item. `moves`: those that the reader can make now. `conditions`: limits of use of its results.

    `port` to `source_line`: what a log states beside the identifier, the time with its digits and its offset as given.
    `identifier_confirmed`: a member confirmed the identifier although it may not fit its kind. `erased`: which texts were
    erased, and when.
    """

    id: UUID
    place: int
    kind: ItemKind
    data_category: Category | None
    identifier_kind: str | None
    identifier: str | None
    identifier_confirmed: bool
    port: int | None
    port_until: int | None
    protocol: Protocol | None
    at: str | None
    zone: str | None
    source_line: str | None
    description: str | None
    from_: Time | None = Field(alias="from")
    until: Time | None
    state: ItemState
    since_at: Time
    ground: str | None
    conditions: str | None
    erased: dict[str, Time]
    moves: list[PossibleMoveView]


def item_view(details: RequestDetails, item: RequestItem) -> RequestItemView:
    """Return the view of an item for a member."""
    told: dict[str, Any] = {name: getattr(item, name) for name in _ITEM}
    told |= {"from": item.from_at, "until": item.until_at, "erased": moments(item.erased)}
    return RequestItemView(**told, moves=[possible_move_view(one) for one in details.item_moves(item)])


def possible_move_view(move: Move) -> PossibleMoveView:
    """Return the view of a move that can be made."""
    return PossibleMoveView(to=move.state, needs_reason=move.needs_reason, needs_ground=move.needs_ground)


_ITEM = (
    "id",
    "place",
    "kind",
    "data_category",
    "identifier_kind",
    "identifier",
    "identifier_confirmed",
    *Connection.__dataclass_fields__,
    "description",
    "state",
    "since_at",
    "ground",
    "conditions",
)
