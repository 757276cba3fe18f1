"""Routes for messages in channels: list, search, post, record decisions, correct, delete, translate."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status
from pydantic import AfterValidator

from app.access.seats import Seat
from app.api import pagination
from app.api.admissions import MayStreamTranslation
from app.api.context import context_of
from app.api.coordination.views.messages import (
    AskedTranslationForm,
    Kind,
    MessageForm,
    MessageView,
    OnRecordForm,
    StretchView,
    TranslationForm,
    message_view,
    stretch_view,
)
from app.api.guards import MayReadMessages, MayRecordDecision, MaySay, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version, printable
from app.services.coordination import decisions, message_list, messages, translations
from app.services.coordination.message_list import Filters, PagePosition
from app.services.coordination.translations import Translated

router = Router(prefix="/api/jits/{jit}", tags=["messages"])


@router.get("/messages")
async def search_messages(
    session: ReadingUnit,
    seat: MayReadMessages,
    response: Response,
    q: Annotated[
        str,
        Query(min_length=1, max_length=200, description="Beginnings of words, or phrases in quotes."),
        AfterValidator(printable),
    ],
    channel: UUID | None = None,
    kind: Kind | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[MessageView]:
    """Search the messages in all of the caller's channels or in one, newest first.

    `Kass` finds `Kassel`. All terms are required; `or` joins alternatives, `-` excludes a term.
    """
    await tell_position(response, session, seat.jit)
    filters = Filters(words=q, channel=channel, kind=kind)
    asked = pagination.by_id(cursor, limit)
    found = await message_list.found(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, lambda one: message_view(one, seat))


@router.get("/channels/{channel}/messages")
async def list_messages(
    session: ReadingUnit,
    seat: MayReadMessages,
    response: Response,
    channel: UUID,
    at: Annotated[
        UUID | None, Query(description="Begin with this message, as the first that one has not read.")
    ] = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> StretchView:
    """List the latest messages of a channel, or those from a given message on. Cursors continue in both directions."""
    await tell_position(response, session, seat.jit)
    where = pagination.position(cursor, _where) or PagePosition(at=at)
    return stretch_view(await message_list.page_of(session, seat, channel, where, limit), seat)


@router.post("/channels/{channel}/messages", status_code=status.HTTP_201_CREATED)
async def say_message(session: WritingUnit, seat: MaySay, channel: UUID, form: MessageForm) -> MessageView:
    """Post a chat message. It is not recorded in the audit log."""
    return await _view(session, seat, channel, await messages.send(session, seat, channel, form.words()))


@router.post("/channels/{channel}/decisions", status_code=status.HTTP_201_CREATED)
async def record_decision(
    session: WritingUnit, seat: MayRecordDecision, channel: UUID, form: OnRecordForm
) -> MessageView:
    """Record a decision. It becomes a permanent audit log entry."""
    return await _view(session, seat, channel, await decisions.record(session, seat, channel, form.decision()))


@router.put("/channels/{channel}/messages/{message}")
async def correct_message(
    session: WritingUnit, seat: MaySay, channel: UUID, message: UUID, form: MessageForm, if_match: IfMatch = None
) -> MessageView:
    """Correct the caller's own chat message. The earlier text stays visible beside it."""
    await messages.correct(session, seat, channel, message, form.words(), expected=expected_version(if_match))
    return await _view(session, seat, channel, message)


@router.delete("/channels/{channel}/messages/{message}")
async def take_message_back(
    session: WritingUnit, seat: MaySay, channel: UUID, message: UUID, if_match: IfMatch = None
) -> MessageView:
    """Delete the text of the caller's own chat message. That a message was posted stays visible."""
    await messages.withdraw(session, seat, channel, message, expected=expected_version(if_match))
    return await _view(session, seat, channel, message)


@router.post("/channels/{channel}/messages/{message}/translations", status_code=status.HTTP_201_CREATED)
async def translate_message(
    session: WritingUnit, seat: MaySay, channel: UUID, message: UUID, form: TranslationForm
) -> MessageView:
    """Add a translation to a message. The translation of a decision is recorded in the audit log, too."""
    said = Translated(form.language, form.text, links=form.links)
    await translations.add(session, seat, channel, message, said, of_version=form.version)
    return await _view(session, seat, channel, message)


@router.post("/channels/{channel}/messages/{message}/machine-translations", status_code=status.HTTP_201_CREATED)
async def ask_translation(
    request: Request, admission: MayStreamTranslation, channel: UUID, message: UUID, form: AskedTranslationForm
) -> MessageView:
    """Translate a message with the operator's service, if the channel allows it. The translation is added to it."""
    translator = context_of(request).translator
    async with admission.reading() as (session, _):
        text = await translations.to_be_sent(
            session, channel, message, of_version=form.version, on=translator is not None
        )
    assert translator is not None
    said = Translated(form.language, await translator.translated(text, form.language), translator.host)
    async with admission.writing() as (session, seat):
        await translations.add(session, seat, channel, message, said, of_version=form.version)
        return await _view(session, seat, channel, message)


async def _view(session: ReadingUnit, seat: Seat, channel: UUID, message: UUID) -> MessageView:
    return message_view(await message_list.read(session, seat, channel, message), seat)


def _where(cursor: str) -> PagePosition:
    """Return the position in a cursor. Raises `ValueError`."""
    way, _, message = cursor.partition(":")
    if way not in {"before", "after"}:
        raise ValueError(cursor)
    return PagePosition(before=UUID(message)) if way == "before" else PagePosition(after=UUID(message))
