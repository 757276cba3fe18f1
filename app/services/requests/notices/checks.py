"""Checks of INTERPOL notices: answers to questions, and what is still open. Completeness comes first.

Not here: which fields a colour needs and which questions it has (`access/requests/notice_sheet.py`).
"""

from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from app import clock
from app.access.requests import notice_sheet
from app.access.requests.notice_sheet import CheckAnswer, OpenPoint, OpenReason
from app.access.requests.notice_states import NoticeColour
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid
from app.ledger import journal
from app.ledger.facts.requests.notices import NoticeCheckAnswered
from app.models import Notice, NoticeCheck, NoticeContent
from app.services.requests.notices import drafting, links

_INCOMPLETE: Final = "The notice is not complete. Settle the open points before you answer the neutrality self-check."
_PURELY: Final = (
    "Yes to “Purely political, military, religious or racial” is a ground of refusal (Art. 3 of INTERPOL's Constitution)."
    " The check stops: do not send the request."
)
_RIGHTS: Final = (
    "Yes to “Fair trial, refugee status, torture, refused extradition” is a ground of refusal (Art. 2 of INTERPOL's"
    " Constitution). The check stops: do not send the request."
)
_OPEN: Final = "The checks are not complete. Fill in the missing fields and settle the open questions first."


def content_fields(content: NoticeContent) -> dict[str, Any]:
    """Return the columns of a content by name."""
    return {name: drafting.written(getattr(content, name)) for name in drafting.CONTENT}


async def answer(session: Writing, seat: Seat, notice: UUID, question: str, given: CheckAnswer, reason: str) -> None:
    """Answer a question of the checks. The newest answer counts; earlier ones are kept.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Invalid: This question is not asked of such a notice.
        Conflict: The notice is no draft, or fields are missing and the question is one of the neutrality self-check.
    """
    found = await drafting.lock_own(session, seat, notice)
    drafting.demand_draft(found)
    asked = notice_sheet.questions(NoticeColour(found.kind), is_diffusion=found.is_diffusion)
    section = next((one.section for one in asked if one.key == question), None)
    if section is None:
        raise Invalid("This question is not asked of such a notice. Choose one of the list.", field="question")
    content = await drafting.content_of(session, found.id)
    if section == notice_sheet.NEUTRALITY:
        empty = await _missing(session, found, content)
        if empty:
            raise Conflict(_INCOMPLETE, code="notice-incomplete", field=empty[0].field, extra={"open": told(empty)})
    made = clock.new_id()
    session.add(
        NoticeCheck(
            id=made,
            jit=found.jit,
            notice=found.id,
            party=found.party,
            seat=seat.id,
            question=question,
            answer=given.value,
            reason=reason,
            content_version=content.version,
            answered_at=clock.now(),
        )
    )
    await session.flush()
    fact = NoticeCheckAnswered(
        **await drafting.fields_of(session, seat, found, is_internal=True),
        check=made,
        question=question,
        answer=given.value,
        reason=reason,
    )
    await journal.append(session, seat, fact)


async def demand_complete(session: Reading, notice: Notice) -> None:
    """Refuse a notice with missing fields or open questions. Raises `Conflict` that names them."""
    points = await _missing(session, notice, await drafting.content_of(session, notice.id))
    answers = {one.question: one.answer for one in await newest_of(session, [notice.id])}
    points += notice_sheet.unsettled(NoticeColour(notice.kind), answers, is_diffusion=notice.is_diffusion)
    stopped = {one.field for one in points if one.why is OpenReason.STOP}
    if notice_sheet.PURELY in stopped:
        raise Conflict(_PURELY, code="notice-stopped", field=notice_sheet.PURELY, extra={"open": told(points)})
    if notice_sheet.RIGHTS in stopped:
        raise Conflict(_RIGHTS, code="notice-stopped", field=notice_sheet.RIGHTS, extra={"open": told(points)})
    if points:
        raise Conflict(_OPEN, code="notice-open", field=points[0].field, extra={"open": told(points)})


def told(points: Sequence[OpenPoint]) -> list[dict[str, str]]:
    """Return open points as a refusal names them."""
    return [{"field": one.field, "why": one.why.value} for one in points]


async def _missing(session: Reading, notice: Notice, content: NoticeContent) -> list[OpenPoint]:
    kinds = [one.row.kind for one in await links.exhibits_of(session, [notice.id])]
    warrant = (await links.warrants_of(session, [notice.id])).get(notice.id)
    return missing(notice, content, kinds, None if warrant is None else warrant.number)


def missing(
    notice: Notice, content: NoticeContent, exhibits: Collection[str], warrant_number: str | None
) -> list[OpenPoint]:
    """Return the fields that this notice needs and that have no value, and conditions that it does not meet."""
    values = notice_sheet.sheet(NoticeColour(notice.kind), content_fields(content), exhibits, warrant_number)
    return notice_sheet.missing(values, is_diffusion=notice.is_diffusion)


async def newest_of(session: Reading, notices: Collection[UUID]) -> list[NoticeCheck]:
    """Return the newest answer to each question of these notices, as far as the member sees them."""
    query = (
        select(NoticeCheck)
        .where(NoticeCheck.notice.in_(notices))
        .ext(distinct_on(NoticeCheck.notice, NoticeCheck.question))
        .order_by(NoticeCheck.notice, NoticeCheck.question, NoticeCheck.id.desc())
    )
    return list(await session.scalars(query))
