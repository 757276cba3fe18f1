"""Routes for channels (open, list, mark as read, close) and for the retention period of chat messages."""

from uuid import UUID

from fastapi import Request, Response, status

from app.access.seats import Seat
from app.api import pagination
from app.api.context import context_of
from app.api.coordination.views.channels import (
    ChannelClosingForm,
    ChannelForm,
    ChannelView,
    ReadMarkForm,
    TalkRuleForm,
    TalkRuleView,
    channel_view,
    rule_view,
)
from app.api.guards import (
    MayAgreeRetention,
    MayOpenChannel,
    MayReadMessages,
    MayReadRetention,
    ReadingUnit,
    WritingUnit,
)
from app.api.own import MayMarkRead
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.coordination import channels as service
from app.services.coordination import message_list
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["messages"])


@router.get("/channels")
async def list_channels(
    request: Request,
    session: ReadingUnit,
    seat: MayReadMessages,
    response: Response,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[ChannelView]:
    """List the channels of which the caller is a participant, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, asked.after, asked.row_limit)
    return asked.page(found, lambda one: channel_view(one, seat, context_of(request).translator))


@router.post("/channels", status_code=status.HTTP_201_CREATED)
async def open_channel(request: Request, session: WritingUnit, seat: MayOpenChannel, form: ChannelForm) -> ChannelView:
    """Open a channel. The parties that take part cannot be changed later."""
    return await _view(request, session, seat, await service.open_for(session, seat, form.opening()))


@router.get("/channels/{channel}")
async def read_channel(
    request: Request, session: ReadingUnit, seat: MayReadMessages, response: Response, channel: UUID
) -> ChannelView:
    """Return one channel."""
    await tell_position(response, session, seat.jit)
    return await _view(request, session, seat, channel)


@router.post("/channels/{channel}/closing")
async def close_channel(
    request: Request,
    session: WritingUnit,
    seat: MayOpenChannel,
    channel: UUID,
    form: ChannelClosingForm,
    if_match: IfMatch = None,
) -> ChannelView:
    """Close a channel. Its messages stay readable; new messages are refused."""
    await service.close(session, seat, channel, reason=form.reason, expected=expected_version(if_match))
    return await _view(request, session, seat, channel)


@router.post("/channels/{channel}/reading", status_code=status.HTTP_204_NO_CONTENT)
async def mark_read(session: WritingUnit, seat: MayMarkRead, channel: UUID, form: ReadMarkForm) -> None:
    """Mark messages as read up to this one. Only the caller sees the mark."""
    await message_list.mark(session, seat, channel, form.message)


@router.get("/talk-rules")
async def list_talk_rules(session: ReadingUnit, seat: MayReadRetention, response: Response) -> Page[TalkRuleView]:
    """List the agreed retention rules for chat, newest first.

    Only the newest applies; without a rule chat is kept for 30 days.
    """
    await tell_position(response, session, seat.jit)
    roster = await rosters.of(session, seat.jit)
    return Page(items=[rule_view(row, roster) for row in await service.retention_clauses(session, seat)], next=None)


@router.post("/talk-rules", status_code=status.HTTP_201_CREATED)
async def agree_talk_rule(session: WritingUnit, seat: MayAgreeRetention, form: TalkRuleForm) -> TalkRuleView:
    """Record an agreed retention rule for chat. It also applies to existing messages."""
    row = await service.agree_retention(session, seat, days=form.days, clause=form.clause)
    return rule_view(row, await rosters.of(session, seat.jit))


async def _view(request: Request, session: ReadingUnit, seat: Seat, channel: UUID) -> ChannelView:
    return channel_view(await service.read(session, seat, channel), seat, context_of(request).translator)
