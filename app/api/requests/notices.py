"""Routes for INTERPOL notices and diffusions: list, draft, read, change and move. Nothing is sent to INTERPOL."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status
from pydantic import AfterValidator

from app.access.requests.notice_states import NoticeColour, NoticeState
from app.access.seats import Seat
from app.api import pagination
from app.api.guards import MayReadRequestContents, MayReleaseRequest, MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.positions import tell_position
from app.api.requests.views.notices import (
    NoticeChangeForm,
    NoticeForm,
    NoticeMoveForm,
    NoticeMoveView,
    NoticeNeedsForm,
    NoticeNeedsView,
    NoticeView,
    notice_move_view,
    notice_view,
)
from app.api.routing import Router
from app.api.schemas import Code, IfMatch, Limit, Page, ReasonForm, expected_version, printable
from app.services import idempotency
from app.services.requests.notices import drafting, moves, notice_list, releases
from app.services.teams import roster

router = Router(prefix="/api/jits/{jit}/notices", tags=["notices"])


@router.get("")
async def list_notices(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    kind: Annotated[list[NoticeColour] | None, Query(description="Repeatable.")] = None,
    state: Annotated[list[NoticeState] | None, Query(description="Repeatable.")] = None,
    diffusion: Annotated[bool | None, Query(description="Diffusions, or notices in the strict sense.")] = None,
    is_open: Annotated[bool | None, Query(alias="open", description="Neither withdrawn, expired nor recalled.")] = None,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words of the number, the references or the subject's names."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[NoticeView]:
    """List the notices and diffusions that the caller may see, newest first."""
    await tell_position(response, session, seat.jit)
    filters = notice_list.NoticeFilters(kind or (), state or (), diffusion, is_open, q)
    asked = pagination.by_id(cursor, limit)
    found = await notice_list.listed(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, notice_view)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_notice(
    session: WritingUnit, seat: MayWorkOnRequest, request: Request, form: NoticeForm, key: IdempotencyKey = None
) -> NoticeView:
    """Draft a notice or diffusion."""

    async def create() -> UUID:
        return (await drafting.create(session, seat, form.notice())).id

    once = idempotent_request(key, request, form)
    return await _view(session, seat, await idempotency.run_once(session, seat, once, create, "notice"))


@router.post("/needs")
async def preview_notice_needs(_: MayWorkOnRequest, form: NoticeNeedsForm) -> NoticeNeedsView:
    """Return which values a notice with these values needs. Nothing is written."""
    return NoticeNeedsView(needed=form.needed())


@router.get("/{notice}")
async def read_notice(
    session: ReadingUnit, seat: MayReadRequestContents, response: Response, notice: UUID
) -> NoticeView:
    """Return one notice, with missing fields, open questions and the moves that are possible now."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, notice)


@router.patch("/{notice}")
async def change_notice(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeChangeForm, if_match: IfMatch = None
) -> NoticeView:
    """Change the content of a notice. `If-Match`: the version of the content."""
    expected = expected_version(if_match)
    await drafting.change(session, seat, notice, form.values(), expected=expected)
    return await _view(session, seat, notice)


@router.get("/{notice}/moves")
async def list_notice_moves(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    notice: UUID,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[NoticeMoveView]:
    """List the moves of a notice, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await notice_list.moves(session, notice, asked.after, asked.row_limit)
    people = await roster.of(session, seat.jit)
    return asked.page(found, lambda one: notice_move_view(one, people.seat_code(one.row.seat)))


@router.post("/{notice}/moves")
async def move_notice(session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeMoveForm) -> NoticeView:
    """Record that a notice reached another state, and when. 409 names missing fields and open questions."""
    await moves.move(session, seat, notice, form.move())
    return await _view(session, seat, notice)


@router.put("/{notice}/releases/{party}")
async def release_notice(session: WritingUnit, seat: MayReleaseRequest, notice: UUID, party: Code) -> NoticeView:
    """Release a notice to another party. Checks and challenges stay with the party of the notice.

    If the party requires a second leader, the release waits for another leader.
    """
    await releases.grant(session, seat, notice, party)
    return await _view(session, seat, notice)


@router.delete("/{notice}/releases/{party}")
async def recall_notice_release(
    session: WritingUnit, seat: MayReleaseRequest, notice: UUID, party: Code, form: ReasonForm
) -> NoticeView:
    """Recall the release of a notice to another party."""
    await releases.recall(session, seat, notice, party, form.reason)
    return await _view(session, seat, notice)


@router.post("/{notice}/releases/{party}/confirmation")
async def confirm_notice_release(
    session: WritingUnit, seat: MayReleaseRequest, notice: UUID, party: Code
) -> NoticeView:
    """Carry out, as second leader, a release or recall that another leader decided."""
    await releases.confirm(session, seat, notice, party)
    return await _view(session, seat, notice)


@router.delete("/{notice}/releases/{party}/proposal")
async def give_up_notice_release(
    session: WritingUnit, seat: MayReleaseRequest, notice: UUID, party: Code, form: ReasonForm
) -> NoticeView:
    """Give up a release or recall that waits for a second leader."""
    await releases.give_up(session, seat, notice, party, form.reason)
    return await _view(session, seat, notice)


async def _view(session: ReadingUnit, seat: Seat, notice: UUID) -> NoticeView:
    return notice_view(await notice_list.read(session, seat, notice))
