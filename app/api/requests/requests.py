"""Routes for legal requests: create, list, read, change, move, and release to other parties."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status
from pydantic import AfterValidator

from app import clock
from app.access.requests.states import Direction, RequestState
from app.access.seats import Seat
from app.api import pagination
from app.api.guards import (
    MayReadRequestContents,
    MayReadRequests,
    MayReleaseRequest,
    MayWorkOnRequest,
    ReadingUnit,
    WritingUnit,
)
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.positions import tell_position
from app.api.requests.views import lists
from app.api.requests.views.requests import (
    InstrumentKey,
    ItemMoveForm,
    RequestChangeForm,
    RequestForm,
    RequestMoveForm,
    RequestMoveView,
    RequestReleaseForm,
    RequestView,
    move_view,
    request_view,
)
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Limit, Page, ReasonForm, expected_version, printable
from app.services import idempotency
from app.services.requests import drafting, exhibits, moves, receipts, releases, request_list
from app.services.requests.deadlines import events
from app.services.requests.request_list import RequestSort
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/requests", tags=["requests"])


@router.get("")
async def list_requests(
    session: ReadingUnit,
    seat: MayReadRequests,
    response: Response,
    direction: Direction | None = None,
    instrument: Annotated[list[InstrumentKey] | None, Query(description="Repeatable.")] = None,
    state: Annotated[list[RequestState] | None, Query(description="Repeatable.")] = None,
    is_open: Annotated[bool | None, Query(alias="open", description="Neither closed nor withdrawn.")] = None,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words of the number, title, references, authority or an item."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None,
    evidence: Annotated[UUID | None, Query(description="Requests by which this exhibit came.")] = None,
    sort: Annotated[
        RequestSort, Query(description="`deadline`: the next one first, requests without one last.")
    ] = RequestSort.NEWEST,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[RequestView]:
    """List the requests that the caller may see, the newest or the next deadline first."""
    await tell_position(response, session, seat.jit)
    filters = request_list.Filters(direction, instrument or (), state or (), is_open, q, evidence)
    asked = lists.requested(cursor, limit)
    found = await request_list.listed(session, seat, filters, asked.after, asked.row_limit, sort)
    return asked.page_by(lambda one: lists.cursor_of(one, sort), found, request_view)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_request(
    session: WritingUnit, seat: MayWorkOnRequest, asked: Request, form: RequestForm, key: IdempotencyKey = None
) -> RequestView:
    """Draft an outgoing request, or register an incoming one."""

    async def create() -> UUID:
        made = await drafting.create(session, seat, form.request())
        await events.of_request(session, seat, made, made.since_at)
        return made.id

    once = idempotent_request(key, asked, form)
    return await _view(session, seat, await idempotency.run_once(session, seat, once, create, "request"))


@router.get("/{request}")
async def read_request(session: ReadingUnit, seat: MayReadRequests, response: Response, request: UUID) -> RequestView:
    """Return one request, with the moves that are possible now."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, request)


@router.patch("/{request}")
async def change_request(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: RequestChangeForm, if_match: IfMatch = None
) -> RequestView:
    """Change the content or the items of a request. `If-Match`: the version of the content."""
    expected = expected_version(if_match)
    changed = await drafting.change(session, seat, request, form.changes(), expected=expected)
    if changed.keys() & {"conditions", drafting.ITEM_CONDITIONS}:
        await exhibits.correct_limits(session, seat, request)
    if (receipt := changed.get(drafting.RECEIVED_AT)) is not None:
        await receipts.correct(session, seat, request, clock.parse(receipt["from"]), clock.parse(receipt["to"]))
    return await _view(session, seat, request)


@router.get("/{request}/moves")
async def list_request_moves(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    request: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[RequestMoveView]:
    """List the moves of a request and of its items, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await request_list.moves(session, request, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: move_view(one, people.seat_code(one.row.seat)))


@router.post("/{request}/moves")
async def move_request(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, form: RequestMoveForm
) -> RequestView:
    """Record that a request reached another state, and when."""
    await moves.move(session, seat, request, form.move())
    return await _view(session, seat, request)


@router.post("/{request}/items/{item}/moves")
async def move_request_item(
    session: WritingUnit, seat: MayWorkOnRequest, request: UUID, item: UUID, form: ItemMoveForm
) -> RequestView:
    """Record that an item of a request reached another state, and when."""
    await moves.move_item(session, seat, request, item, form.move())
    return await _view(session, seat, request)


@router.put("/{request}/releases/{party}")
async def release_request(
    session: WritingUnit, seat: MayReleaseRequest, request: UUID, party: Code, form: RequestReleaseForm
) -> RequestView:
    """Release the existence or the content of a request to another party, or change that level.

    If the party requires a second leader, the release waits for another leader.
    """
    attestation = form.attestation.word() if form.attestation else None
    await releases.grant(session, seat, request, party, form.level, attestation)
    return await _view(session, seat, request)


@router.delete("/{request}/releases/{party}")
async def recall_request_release(
    session: WritingUnit, seat: MayReleaseRequest, request: UUID, party: Code, form: ReasonForm
) -> RequestView:
    """Recall the release of a request to another party."""
    await releases.recall(session, seat, request, party, form.reason)
    return await _view(session, seat, request)


@router.post("/{request}/releases/{party}/confirmation")
async def confirm_request_release(
    session: WritingUnit, seat: MayReleaseRequest, request: UUID, party: Code
) -> RequestView:
    """Carry out, as second leader, a release or recall that another leader decided."""
    await releases.confirm(session, seat, request, party)
    return await _view(session, seat, request)


@router.delete("/{request}/releases/{party}/proposal")
async def give_up_request_release(
    session: WritingUnit, seat: MayReleaseRequest, request: UUID, party: Code, form: ReasonForm
) -> RequestView:
    """Give up a release or recall that waits for a second leader."""
    await releases.give_up(session, seat, request, party, form.reason)
    return await _view(session, seat, request)


async def _view(session: ReadingUnit, seat: Seat, request: UUID) -> RequestView:
    return request_view(await request_list.read(session, seat, request))
