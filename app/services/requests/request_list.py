"""List and read legal requests as one member sees them. Keyset pagination.

Row-level security decides which lines, contents, items and releases are visible. Not here: changes (`drafting.py`,
`moves.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from app.access.requests import states
from app.access.requests.states import Direction, ItemKind, ItemState, Move, RequestState
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import (
    LegalRequest,
    RequestContent,
    RequestDeadline,
    RequestItem,
    RequestMove,
    RequestRelease,
    RequestResult,
    RequestTransmission,
)
from app.queries import RowPosition
from app.reference.catalogue import Instrument
from app.services.requests import drafting, exhibits, instruments, links, reviews, transmissions
from app.services.requests import waiting_releases as waiting
from app.services.requests.deadlines import reading
from app.services.requests.exhibits import LinkedPaper, LinkedResult
from app.services.requests.lines import releases
from app.services.requests.lines.reviews import TextRetention
from app.services.requests.links import LinkedRequest
from app.services.requests.saved_forms import standing
from app.services.requests.saved_forms.standing import FollowUpForm
from app.services.requests.transmissions import UsualWait
from app.services.requests.waiting_releases import WaitingLine
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
        evidence: Requests by which this exhibit came.
        words: In the number, title, references, authority, or an item's identifier or description.
    """

    direction: str | None = None
    instruments: Sequence[str] = ()
    states: Sequence[str] = ()
    is_open: bool | None = None
    words: str | None = None
    evidence: UUID | None = None


class RequestSort(StrEnum):
    """Order of the list. `deadline`: the next one first, requests without a deadline last."""

    NEWEST = "newest"
    DEADLINE = "deadline"


@dataclass(slots=True)
class Attached:
    """The parts of a request besides its content and items, as far as the member sees them.

    `follows`, `followed_by`: other requests of the party. `forms`: those that follow the request; none in lists.
    """

    clocks: list[RequestDeadline] = field(default_factory=list)
    hops: list[RequestTransmission] = field(default_factory=list)
    papers: list[LinkedPaper] = field(default_factory=list)
    results: list[LinkedResult] = field(default_factory=list)
    follows: list[LinkedRequest] = field(default_factory=list)
    followed_by: list[LinkedRequest] = field(default_factory=list)
    forms: Sequence[FollowUpForm] = ()


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
        waiting: Releases and recalls that wait for a second leader; empty for other parties.
        attached: Its other parts.
        instrument: Its instrument; `None` if the catalogue does not have it any more.
        usual_wait: How long its holder usually needs; `None` in lists and without a record.
        retention: When its texts are reviewed; `None` in lists, before its end, and for other parties.
    """

    request: LegalRequest
    roster: Roster
    seat: Seat
    content: RequestContent | None = None
    items: Sequence[RequestItem] = ()
    releases: Sequence[RequestRelease] = ()
    waiting: Sequence[WaitingLine] = ()
    attached: Attached = field(default_factory=Attached)
    instrument: Instrument | None = None
    usual_wait: UsualWait | None = None
    retention: TextRetention | None = None

    @property
    def next_due(self) -> datetime | None:
        """Return the next deadline that runs or was missed."""
        running = [one.due_at for one in self.attached.clocks if reading.is_awaited(one)]
        return min(running, default=None)

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
            Direction(request.direction), instruments.family_of(self.instrument), RequestState(request.state)
        )
        waits = states.awaits_answers(self._item_states(), is_produced=self._is_produced())
        return [
            Move(one.state, needs_reason=True) if waits and one.state in states.FINISHING else one for one in possible
        ]

    def item_moves(self, item: RequestItem) -> list[Move]:
        """Return the moves of an item that the member can make now."""
        if not self.works:
            return []
        return states.item_moves(ItemKind(item.kind), ItemState(item.state), RequestState(self.request.state))

    def is_answered(self) -> bool:
        """Return whether every item is answered."""
        return states.is_answered(self._item_states(), is_produced=self._is_produced())

    def _item_states(self) -> list[str]:
        return [one.state for one in self.items]

    def _is_produced(self) -> bool:
        return links.is_produced(self.attached.clocks, self.attached.followed_by)

    def proposes_closing(self) -> bool:
        """Return whether the request is under way although every item is answered."""
        return self.request.state not in states.ENDED | states.EDITABLE and self.is_answered()


async def listed(
    session: Reading,
    seat: Seat,
    filters: Filters,
    after: RowPosition[datetime | None] | None,
    limit: int,
    sort: RequestSort = RequestSort.NEWEST,
) -> list[RequestDetails]:
    """Return up to `limit` requests that the member sees, in this order."""
    query = _narrowed(select(LegalRequest).where(LegalRequest.jit == seat.jit), filters)
    if sort is RequestSort.NEWEST:
        found = (await session.scalars(_newest(query, after).limit(limit))).all()
    else:
        found = await _by_deadline(session, query, seat.jit, after, limit)
    return await _with_details(session, seat, found)


def _newest(query: "Select[LegalRequest]", after: RowPosition[datetime | None] | None) -> "Select[LegalRequest]":
    query = query.order_by(LegalRequest.id.desc())
    return query if after is None else query.where(LegalRequest.id < after.id)


async def _by_deadline(
    session: Reading, query: "Select[LegalRequest]", jit: UUID, after: RowPosition[datetime | None] | None, limit: int
) -> list[LegalRequest]:
    """Return requests by their next deadline, then those without one. A deadline that the member does not see is none."""
    found = list[LegalRequest]()
    if after is None or after.key is not None:
        found.extend((await session.scalars(_due_after(query, jit, after).limit(limit))).all())
    if len(found) < limit:
        has_deadline = select(RequestDeadline.id).where(RequestDeadline.request == LegalRequest.id, *reading.awaited())
        rest = _newest(query, after if after is not None and after.key is None else None)
        found.extend((await session.scalars(rest.where(~has_deadline.exists()).limit(limit - len(found)))).all())
    return found


def _due_after(
    query: "Select[LegalRequest]", jit: UUID, after: RowPosition[datetime | None] | None
) -> "Select[LegalRequest]":
    """Return the requests with a deadline, each once with its next one: the first in the index of running deadlines."""
    due, sooner = RequestDeadline.due_at, aliased(RequestDeadline)
    has_sooner = (
        select(sooner.id)
        .where(sooner.request == RequestDeadline.request, *reading.awaited(sooner))
        .where(tuple_(sooner.due_at, sooner.id) < tuple_(due, RequestDeadline.id))
        .exists()
    )
    query = query.join(RequestDeadline, RequestDeadline.request == LegalRequest.id)
    query = query.where(RequestDeadline.jit == jit, *reading.awaited(), ~has_sooner)
    if after is not None and after.key is not None:
        query = query.where(due >= after.key, or_(due > after.key, LegalRequest.id < after.id))
    return query.order_by(due, LegalRequest.id.desc())


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
    if filters.evidence is not None:
        came_by = select(RequestResult.request).where(RequestResult.evidence == filters.evidence)
        query = query.where(LegalRequest.id.in_(came_by))
    if filters.words:
        query = query.where(contains(filters.words))
    return query


def contains(words: str) -> ColumnElement[bool]:
    """Return the condition that the number, the content or an item contains the words, as far as the member sees it."""
    contents = [getattr(RequestContent, name).icontains(words, autoescape=True) for name in _SEARCHED]
    items = [getattr(RequestItem, name).icontains(words, autoescape=True) for name in _SEARCHED_OF_ITEMS]
    return or_(
        LegalRequest.number.icontains(words, autoescape=True),
        LegalRequest.id.in_(select(RequestContent.request).where(or_(*contents))),
        LegalRequest.id.in_(select(RequestItem.request).where(or_(*items))),
    )


_SEARCHED_OF_ITEMS: Final = ("identifier", "description", "source_line", "at")
_SEARCHED: Final = ("title", "reference", "counterpart_reference", "authority")


async def read(session: Reading, seat: Seat, request: UUID) -> RequestDetails:
    """Return one request. Raises `NotFound`."""
    found = (await _with_details(session, seat, [await drafting.find(session, request)]))[0]
    if found.content is not None:
        found.attached.forms = await standing.follow_ups(session, found.request, found.instrument)
    if found.request.state in states.ENDED:
        return replace(found, retention=await reviews.of_request(session, seat, found.request))
    if not found.attached.hops:
        return found
    return replace(found, usual_wait=await transmissions.usual_wait(session, found.attached.hops[-1]))


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
    for release in await releases.in_effect(session, RequestRelease, RequestRelease.request.in_(ids)):
        parts[release.request].releases.append(release)
    roster, attached = await rosters.of(session, seat.jit), await _attached(session, ids)
    waits = await waiting.of(session, seat, ids)
    known = await instruments.known_of(session, [one.instrument for one in found])
    return [
        RequestDetails(
            one,
            roster,
            seat,
            parts[one.id].content,
            parts[one.id].items,
            parts[one.id].releases,
            waits.get(one.id, ()),
            attached[one.id],
            known.get(one.instrument),
        )
        for one in found
    ]


async def _attached(session: Reading, ids: Sequence[UUID]) -> dict[UUID, Attached]:
    found = {one: Attached() for one in ids}
    for deadline in await reading.of(session, ids):
        found[deadline.request].clocks.append(deadline)
    for hop in await transmissions.transmissions_of(session, ids):
        found[hop.request].hops.append(hop)
    for paper in await exhibits.papers_of(session, ids):
        found[paper.row.request].papers.append(paper)
    for result in await exhibits.results_of(session, ids):
        found[result.row.request].results.append(result)
    for request, earlier in (await links.earlier_of(session, ids)).items():
        found[request].follows.extend(earlier)
    for request, later in (await links.later_of(session, ids)).items():
        found[request].followed_by.extend(later)
    return found


@dataclass(frozen=True, slots=True)
class ListedMove:
    """A move with its reason, which members of the party of the request read."""

    row: RequestMove
    reason: str | None


async def moves(session: Reading, request: UUID, before: UUID | None, limit: int) -> list[ListedMove]:
    """Return the moves of a request and its items, newest first. Raises `NotFound`.

    Empty for a party that only knows that the request exists.
    """
    await drafting.find(session, request)
    query = select(RequestMove, func.reason_of_move(RequestMove.id)).where(RequestMove.request == request)
    query = query if before is None else query.where(RequestMove.id < before)
    rows = await session.execute(query.order_by(RequestMove.id.desc()).limit(limit))
    return [ListedMove(row[0], row[1]) for row in rows]
