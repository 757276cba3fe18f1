"""List and read legal requests as one member sees them. Keyset pagination.

Row-level security decides which lines, contents, items and releases are visible. Not here: changes (`drafting.py`,
`moves.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, or_, select

from app.access.requests import states
from app.access.requests.states import Direction, ItemKind, ItemState, Move, RequestState
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import LegalRequest, RequestContent, RequestItem, RequestMove, RequestRelease
from app.services.requests import drafting, instruments
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of the list; `None` and empty do not filter.

    Attributes:
        direction: `out` or `in`.
        instruments: Keys of the catalogue.
        states: States of the envelope.
        is_open: Whether the request has further moves.
        words: In the number, title, references, authority, or an item's identifier or description.
    """

    direction: str | None = None
    instruments: Sequence[str] = ()
    states: Sequence[str] = ()
    is_open: bool | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """A request with what the member may see of it.

    Attributes:
        request: The line.
        roster: Codes and names of the team's parties and members.
        seat: The member.
        content: Its content; `None` if only its existence was released to the member's party.
        items: Its items; empty without the content.
        releases: Releases in effect: of an own request all, otherwise that to the member's party.
    """

    request: LegalRequest
    roster: Roster
    seat: Seat
    content: RequestContent | None = None
    items: Sequence[RequestItem] = ()
    releases: Sequence[RequestRelease] = ()

    @property
    def is_own(self) -> bool:
        """Return whether the request is of the member's party."""
        return self.request.party == self.seat.party

    @property
    def works(self) -> bool:
        """Return whether the member may change the request."""
        return self.is_own and self.seat.may(Permission.REQUEST_WORK)

    @property
    def may_edit(self) -> bool:
        """Return whether the member may change the content and the items now."""
        return self.works and drafting.is_editable(self.request)

    @property
    def may_release(self) -> bool:
        """Return whether the member may release the request to other parties."""
        return self.is_own and self.seat.may(Permission.REQUEST_RELEASE)

    def moves(self) -> list[Move]:
        """Return the moves of the envelope that the member can make now."""
        if not self.works:
            return []
        request = self.request
        possible = states.request_moves(
            Direction(request.direction), instruments.family_of(request.instrument), RequestState(request.state)
        )
        waits = not self.is_answered()
        return [
            Move(one.state, needs_reason=True) if waits and one.state == RequestState.CLOSED else one
            for one in possible
        ]

    def item_moves(self, item: RequestItem) -> list[Move]:
        """Return the moves of an item that the member can make now."""
        if not self.works:
            return []
        return states.item_moves(ItemKind(item.kind), ItemState(item.state), RequestState(self.request.state))

    def is_answered(self) -> bool:
        """Return whether every item is answered."""
        return states.is_answered([one.state for one in self.items])

    def proposes_closing(self) -> bool:
        """Return whether the request is under way although every item is answered."""
        return self.request.state not in states.ENDED | states.EDITABLE and self.is_answered()


async def listed(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[RequestDetails]:
    """Return up to `limit` requests that the member sees, newest first."""
    query = _narrowed(select(LegalRequest).where(LegalRequest.jit == seat.jit), filters)
    if before is not None:
        query = query.where(LegalRequest.id < before)
    found = (await session.scalars(query.order_by(LegalRequest.id.desc()).limit(limit))).all()
    return await _with_details(session, seat, found)


def _narrowed(query: "Select[LegalRequest]", filters: Filters) -> "Select[LegalRequest]":
    if filters.direction is not None:
        query = query.where(LegalRequest.direction == filters.direction)
    if filters.instruments:
        query = query.where(LegalRequest.instrument.in_(filters.instruments))
    if filters.states:
        query = query.where(LegalRequest.state.in_(filters.states))
    if filters.is_open is not None:
        ended = LegalRequest.state.in_([one.value for one in states.ENDED])
        query = query.where(~ended if filters.is_open else ended)
    if filters.words:
        query = query.where(or_(LegalRequest.number.icontains(filters.words, autoescape=True), *_said(filters.words)))
    return query


def _said(words: str) -> list[Any]:
    """Return the conditions that the content or an item holds the words; rows without access hold nothing."""
    contents = [getattr(RequestContent, name).icontains(words, autoescape=True) for name in _SEARCHED]
    items = [getattr(RequestItem, name).icontains(words, autoescape=True) for name in ("identifier", "description")]
    return [
        LegalRequest.id.in_(select(RequestContent.request).where(or_(*contents))),
        LegalRequest.id.in_(select(RequestItem.request).where(or_(*items))),
    ]


_SEARCHED: Final = ("title", "reference", "counterpart_reference", "authority")


async def read(session: Reading, seat: Seat, request: UUID) -> RequestDetails:
    """Return one request. Raises `NotFound`."""
    return (await _with_details(session, seat, [await drafting.find(session, request)]))[0]


@dataclass(slots=True)
class _Parts:
    content: RequestContent | None = None
    items: list[RequestItem] = field(default_factory=list)
    releases: list[RequestRelease] = field(default_factory=list)


async def _with_details(session: Reading, seat: Seat, found: Sequence[LegalRequest]) -> list[RequestDetails]:
    ids = [one.id for one in found]
    parts: dict[UUID, _Parts] = defaultdict(_Parts)
    for content in await session.scalars(select(RequestContent).where(RequestContent.request.in_(ids))):
        parts[content.request].content = content
    items = select(RequestItem).where(RequestItem.request.in_(ids)).order_by(RequestItem.request, RequestItem.place)
    for item in await session.scalars(items):
        parts[item.request].items.append(item)
    releases = select(RequestRelease).where(RequestRelease.request.in_(ids), RequestRelease.recalled_at.is_(None))
    for release in await session.scalars(releases.order_by(RequestRelease.id)):
        parts[release.request].releases.append(release)
    roster = await rosters.of(session, seat.jit)
    return [
        RequestDetails(one, roster, seat, parts[one.id].content, parts[one.id].items, parts[one.id].releases)
        for one in found
    ]


async def moves(session: Reading, request: UUID, before: UUID | None, limit: int) -> Sequence[RequestMove]:
    """Return the moves of a request and its items, newest first. Raises `NotFound`.

    Empty for a party that only knows that the request exists.
    """
    await drafting.find(session, request)
    query = select(RequestMove).where(RequestMove.request == request).order_by(RequestMove.id.desc()).limit(limit)
    return (await session.scalars(query if before is None else query.where(RequestMove.id < before))).all()
