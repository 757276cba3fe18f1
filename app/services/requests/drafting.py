"""Legal requests: draft an outgoing one, register an incoming one, change the content, add and remove items.

The items of an outgoing request are fixed once it was sent; what is asked later is another request. Lock: the row of
the request. Not here: states (`moves.py`), and which other parties know of it (`releases.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select, union_all

from app import clock
from app.access.requests import states
from app.access.requests.connections import Connection, connection_of
from app.access.requests.states import Direction, ItemState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestChanged, RequestDrafted, RequestRegistered
from app.models import LegalRequest, RequestContent, RequestDeadline, RequestItem, RequestMove, RequestResult
from app.reference.catalogue import TransitionFamily
from app.reference.deadline_terms import DeadlineEvent
from app.services.requests import addressees, instruments, recipients
from app.services.requests.lines import lines
from app.services.requests.uses import recording
from app.services.teams import phases
from app.services.teams import roster as rosters

MOST_ITEMS: Final = 100
#: Columns of the content that a member states.
CONTENT: Final = (
    "title",
    "authority",
    "zone",
    "reference",
    "counterpart_reference",
    "facts",
    "offence",
    "legal_basis",
    "purpose",
    "confidentiality",
    "language",
    "issuing_authority",
    "validating_authority",
    "conditions",
    "received_at",
)
#: These can be changed while a request is on its way; all others only in a draft or in an incoming request.
LATER: Final = frozenset({"title", "zone", "counterpart_reference", "conditions"})
RECEIVED_AT: Final = "received_at"
#: Name of the limits of use of items among the changes of a request.
ITEM_CONDITIONS: Final = "item_conditions"
NOT_YOURS: Final = "Only leaders and contributors of the party of this request can change it."


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item as a member states it.

    `identifier_confirmed`: the member confirmed an identifier that may not fit its kind.
    """

    kind: str
    data_category: str | None = None
    identifier_kind: str | None = None
    identifier: str | None = None
    description: str | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    connection: Connection = field(default_factory=Connection)
    identifier_confirmed: bool = False

    def as_fields(self) -> dict[str, Any]:
        """Return the item as audit log entries show it."""
        return {
            "kind": self.kind,
            "data_category": self.data_category,
            "identifier_kind": self.identifier_kind,
            "identifier": self.identifier,
            "identifier_confirmed": self.identifier_confirmed,
            **self.connection.as_fields(),
            "description": self.description,
            "from": clock.rfc3339(self.from_at) if self.from_at else None,
            "until": clock.rfc3339(self.until_at) if self.until_at else None,
        }


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request as a member states it.

    Attributes:
        direction: Whether the party asks or is asked.
        instrument: Key of the catalogue.
        country: Of the other side.
        urgent: Whether deadlines for urgent requests apply.
        items: Its items.
        content: Values of the columns of `CONTENT`; absent ones are empty.
        received_at: When an incoming request arrived.
        authority_confirmed: The authority is right although the reference data record it for another country.
    """

    direction: Direction
    instrument: str
    country: str
    urgent: bool
    items: Sequence[NewItem]
    content: dict[str, Any] = field(default_factory=dict)
    received_at: datetime | None = None
    authority_confirmed: bool = False


async def create(session: Writing, seat: Seat, what: NewRequest) -> LegalRequest:
    """Create a request with its items and return its line.

    Raises:
        Forbidden: The member belongs to no party.
        Conflict: The team is not in its operational phase.
        Invalid: The instrument is unknown, no item is given, the other State is the own one although the instrument
            applies between States, or the time of receipt is in the future. Or the authority is of another country and was
            not confirmed.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can make requests.", code="no-party")
    await phases.demand_operational(session, seat)
    instrument = await instruments.find(session, what.instrument)
    if not what.items and instrument.family is not TransitionFamily.SPONTANEOUS:
        raise Invalid("Add at least one item: data or a measure.", field="items")
    side = "to" if what.direction is Direction.OUT else "from"
    roster, now = await rosters.of(session, seat.jit), clock.now()
    own = next(one for one in roster.parties if one.id == seat.party)
    applies = instrument.in_force.value
    if applies is not None and applies.scope != "all" and what.country == instruments.country_of(own):
        raise Invalid(
            "This instrument applies between two States. Choose another State, or an instrument of domestic law.",
            field=f"{side}.country",
        )
    if not what.authority_confirmed:
        authority = what.content.get("authority")
        await addressees.demand_of_country(session, authority, what.country, f"{side}.authority")
    since = what.received_at or now
    lines.demand_past(since, now, RECEIVED_AT)
    values = {
        "jit": seat.jit,
        "party": seat.party,
        "direction": what.direction.value,
        "instrument": instrument.key,
        "country": what.country,
        "state": states.INITIAL[what.direction].value,
        "since_at": since,
        "urgent": what.urgent,
        "created_by": seat.id,
        "created_at": now,
    }
    request = await lines.insert_numbered(session, LegalRequest, f"{roster.party_code(seat.party)}-RQ-", values)
    zone = what.content.get("zone") or await _executing_zone(session, what, roster.parties, seat.party)
    content = {name: what.content.get(name) for name in CONTENT} | {"zone": zone}
    content[RECEIVED_AT] = since if what.direction is Direction.IN else None
    session.add(
        RequestContent(request=request.id, jit=seat.jit, party=seat.party, updated_at=now, version=1, **content)
    )
    session.add_all(_rows(request, what.items, 1, since))
    await session.flush()
    await journal.append(session, seat, _created(request, what, recipients.of_line(request, (), roster), content))
    await recording.of_request(session, request)
    return request


async def _executing_zone(session: Reading, what: NewRequest, parties: Sequence[rosters.PartyRow], own: UUID) -> str:
    """Return the zone of whoever executes: the other country, or the own party for an incoming request."""
    if what.direction is Direction.OUT:
        return await instruments.zone_of(session, what.country)
    return next(one.time_zone for one in parties if one.id == own)


def _created(
    request: LegalRequest, what: NewRequest, hearing: recipients.Hearing, content: dict[str, Any]
) -> RequestDrafted:
    told: dict[str, Any] = {
        "request": request.id,
        "number": request.number,
        "hearing": hearing,
        "instrument": request.instrument,
        "country": request.country,
        "urgent": request.urgent,
        "requested_items": [one.as_fields() for one in what.items],
        **{"request_purpose" if name == "purpose" else name: written(value) for name, value in content.items()},
    }
    if what.direction is Direction.OUT:
        told.pop(RECEIVED_AT)
        return RequestDrafted(**told)
    return RequestRegistered(**told)


def _rows(request: LegalRequest, items: Sequence[NewItem], first: int, since: datetime) -> list[RequestItem]:
    return [
        RequestItem(
            id=clock.new_id(),
            jit=request.jit,
            request=request.id,
            party=request.party,
            place=place,
            kind=one.kind,
            data_category=one.data_category,
            identifier_kind=one.identifier_kind,
            identifier=one.identifier,
            identifier_confirmed=one.identifier_confirmed,
            **one.connection.as_fields(),
            description=one.description,
            from_at=one.from_at,
            until_at=one.until_at,
            state=ItemState.OPEN.value,
            since_at=since,
        )
        for place, one in enumerate(items, first)
    ]


async def find(session: Reading, request: UUID) -> LegalRequest:
    """Return the line of a request. Raises `NotFound` if it is absent or invisible."""
    return await lines.find(session, LegalRequest, request)


async def lock_own(session: Writing, seat: Seat, request: UUID) -> LegalRequest:
    """Lock a request of the member's party until the transaction ends, and return it.

    Raises:
        NotFound: It is absent or invisible.
        Forbidden: It is of another party.
    """
    return await lines.lock_own(session, seat, LegalRequest, request, Forbidden(NOT_YOURS, code="not-your-request"))


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of the content: new values of columns of `CONTENT`, items to add, and ids of items to remove.

    `item_conditions`: new limits of use by item. `authority_confirmed`: as for a new request.
    """

    values: dict[str, Any] = field(default_factory=dict)
    add_items: Sequence[NewItem] = ()
    remove_items: Sequence[UUID] = ()
    item_conditions: Mapping[UUID, str | None] = field(default_factory=dict)
    authority_confirmed: bool = False


async def change(
    session: Writing, seat: Seat, request: UUID, changes: Changes, *, expected: int
) -> dict[str, dict[str, Any]]:
    """Change the content of a request, and return what changed.

    The former and the new value, by name, are those of the entry.

    Raises:
        NotFound: It is absent or invisible.
        Forbidden: It is of another party.
        Stale: The content is not at version `expected`; the error contains its current values.
        Conflict: The request was sent or has ended, and a value or item is changed that is fixed by then.
        Invalid: An item to remove or to limit is not of this request, or no item or too many would be left. Or the
            receipt is in the future or after a step of this party. Or the authority is of another country and was not
            confirmed.
    """
    found = await lock_own(session, seat, request)
    content = await content_of(session, found)
    if content.version != expected:
        current = {name: written(getattr(content, name)) for name in CONTENT} | {"version": content.version}
        raise Stale("Another user changed the request. Reload it.", extra={"current": current})
    _demand_changeable(found, changes)
    before = {name: getattr(content, name) for name in changes.values}
    changed = {
        name: {"from": written(before[name]), "to": written(to)}
        for name, to in changes.values.items()
        if before[name] != to
    }
    if "authority" in changed and not changes.authority_confirmed:
        await addressees.demand_of_country(session, changes.values["authority"], found.country, "authority")
    if RECEIVED_AT in changed:
        await _demand_receipt(session, found, changes.values[RECEIVED_AT])
    for name, value in changes.values.items():
        setattr(content, name, value)
    removed = await _remove(session, found, changes.remove_items)
    if removed or changes.add_items:
        await _add(session, found, changes.add_items)
        changed["requested_items"] = {"from": removed, "to": [one.as_fields() for one in changes.add_items]}
    changed |= await _limit_items(session, found, changes.item_conditions)
    if not changed:
        return {}
    content.version, content.updated_at = content.version + 1, clock.now()
    await session.flush()
    roster = await rosters.of(session, seat.jit)
    hearing = recipients.of_content(found, await recipients.releases_of(session, found.id), roster)
    fact = RequestChanged(request=found.id, number=found.number, hearing=hearing, changes=changed)
    await journal.append(session, seat, fact)
    return changed


async def asked_at(session: Reading, request: LegalRequest) -> datetime | None:
    """Return when open items were asked for: the first dispatch of the request, or its receipt."""
    if request.direction == Direction.IN:
        return (await content_of(session, request)).received_at
    query = select(func.min(RequestMove.occurred_at)).where(
        RequestMove.request == request.id, RequestMove.item.is_(None), RequestMove.state == states.RequestState.SENT
    )
    return await session.scalar(query)


def is_editable(request: LegalRequest) -> bool:
    """Return whether all of the content and the items can be changed: a draft, or an incoming request under way."""
    if request.direction == Direction.IN:
        return request.state not in states.ENDED
    return request.state in states.EDITABLE


def _demand_changeable(request: LegalRequest, changes: Changes) -> None:
    if is_editable(request):
        return
    fixed: list[str] = [name for name in CONTENT if name in changes.values and name not in LATER]
    if changes.add_items or changes.remove_items:
        fixed.append("add_items" if changes.add_items else "remove_items")
    if request.state in states.ENDED:
        raise Conflict("The request has ended, so it cannot be changed any more.", code="request-sent")
    if fixed:
        raise Conflict(
            "The request was sent, so this cannot be changed any more. Make a further request instead.",
            code="request-sent",
            field=fixed[0],
        )


async def _demand_receipt(session: Reading, request: LegalRequest, received: datetime) -> None:
    """Refuse a time of receipt that contradicts what is known. Raises `Invalid`."""
    if request.direction == Direction.OUT:
        raise Invalid("Only an incoming request has a time of receipt. Leave this field empty.", field=RECEIVED_AT)
    lines.demand_past(received, clock.now(), RECEIVED_AT)
    moved = await session.scalar(select(func.min(RequestMove.occurred_at)).where(RequestMove.request == request.id))
    if moved is not None and received > moved:
        sentence = "This is after the first step of your party ({moved}). Check the time."
        raise Invalid(Phrase(sentence, moved=clock.rfc3339(moved)), field=RECEIVED_AT)
    issued = await session.scalar(
        select(func.max(RequestDeadline.begins_at)).where(
            RequestDeadline.request == request.id,
            RequestDeadline.rule.in_(await instruments.rules_of(session, request.instrument, DeadlineEvent.ISSUED)),
        )
    )
    if issued is not None and received < issued:
        sentence = "This is before the request was issued ({issued}). Check the time."
        raise Invalid(Phrase(sentence, issued=clock.rfc3339(issued)), field=RECEIVED_AT)


async def _limit_items(
    session: Writing, request: LegalRequest, wanted: Mapping[UUID, str | None]
) -> dict[str, dict[str, Any]]:
    """State limits of use of items, and return the change as the audit log entry names it: by number of the item."""
    rows = {one.id: one for one in await items_of(session, request.id)} if wanted else {}
    former: dict[str, str | None] = {}
    latter: dict[str, str | None] = {}
    for index, (item, conditions) in enumerate(wanted.items()):
        if item not in rows:
            raise Invalid("This item does not belong to this request.", field=f"item_conditions.{index}.item")
        if rows[item].conditions != conditions:
            place = str(rows[item].place)
            former[place], latter[place] = rows[item].conditions, conditions
            rows[item].conditions = conditions
    return {ITEM_CONDITIONS: {"from": former, "to": latter}} if latter else {}


async def _remove(session: Writing, request: LegalRequest, wanted: Sequence[UUID]) -> list[dict[str, Any]]:
    rows = {one.id: one for one in await items_of(session, request.id)}
    for index, one in enumerate(wanted):
        if one not in rows:
            raise Invalid("This item does not belong to this request.", field=f"remove_items.{index}")
        if rows[one].state != ItemState.OPEN:
            raise Conflict("This item was answered already and cannot be removed.", code="item-answered")
    if wanted:
        used = union_all(
            select(RequestResult.item).where(RequestResult.item.in_(wanted)),
            select(RequestDeadline.item).where(RequestDeadline.item.in_(wanted)),
        )
        if (await session.execute(used.limit(1))).first() is not None:
            raise Conflict("This item has a result or a deadline and cannot be removed.", code="item-used")
        await session.execute(
            delete(RequestItem).where(RequestItem.request == request.id, RequestItem.id.in_(list(wanted)))
        )
    return [item_fields(rows[one]) for one in dict.fromkeys(wanted)]


async def _add(session: Writing, request: LegalRequest, items: Sequence[NewItem]) -> None:
    query = select(func.count(), func.coalesce(func.max(RequestItem.place), 0)).where(RequestItem.request == request.id)
    many, last = (await session.execute(query)).one()
    if many + len(items) > MOST_ITEMS:
        raise Invalid(Phrase("A request has at most {most} items.", most=MOST_ITEMS), field="add_items")
    family = instruments.family_of(await instruments.known(session, request.instrument))
    if many + len(items) == 0 and family is not TransitionFamily.SPONTANEOUS:
        raise Invalid("A request needs at least one item. Withdraw the request instead.", field="remove_items")
    session.add_all(_rows(request, items, last + 1, clock.now()))


async def content_of(session: Reading, request: LegalRequest) -> RequestContent:
    """Return the content of a request that the asking member reads."""
    query = select(RequestContent).where(RequestContent.request == request.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).one()


async def items_of(session: Reading, request: UUID) -> Sequence[RequestItem]:
    """Return the items of a request in order, as far as the asking member reads them."""
    query = select(RequestItem).where(RequestItem.request == request).order_by(RequestItem.place)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


def written(value: object) -> object:
    """Return a value of the content as audit log entries show it."""
    return clock.rfc3339(value) if isinstance(value, datetime) else value


def unerased(row: RequestContent | RequestItem, name: str) -> str | None:
    """Return a text of a request or an item; `None` if it was erased, where a dash replaces it."""
    text: str | None = None if name in row.erased else getattr(row, name)
    return text


def item_fields(row: RequestItem) -> dict[str, Any]:
    """Return a stored item as audit log entries show it."""
    return NewItem(
        row.kind,
        row.data_category,
        row.identifier_kind,
        row.identifier,
        row.description,
        row.from_at,
        row.until_at,
        connection_of(row),
        row.identifier_confirmed,
    ).as_fields()
