"""Routes for checks, hits, challenges, exhibits and the warrant request of a notice."""

from uuid import UUID

from fastapi import status

from app.access.seats import Seat
from app.api.guards import MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.requests.views.challenges import NoticeChallengeChangeForm, NoticeChallengeForm
from app.api.requests.views.notices import (
    NoticeCheckForm,
    NoticeExhibitForm,
    NoticeHitForm,
    NoticeView,
    NoticeWarrantForm,
    notice_view,
)
from app.api.routing import Router
from app.api.schemas import IfMatch, expected_version
from app.services.requests.notices import challenges, checks, links, moves, notice_list

router = Router(prefix="/api/jits/{jit}/notices/{notice}", tags=["notices"])


@router.post("/checks", status_code=status.HTTP_201_CREATED)
async def answer_notice_check(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeCheckForm
) -> NoticeView:
    """Answer a question of the checks. The neutrality self-check follows once no field is missing."""
    await checks.answer(session, seat, notice, form.question, form.answer, form.reason)
    return await _view(session, seat, notice)


@router.post("/hits", status_code=status.HTTP_201_CREATED)
async def record_notice_hit(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeHitForm
) -> NoticeView:
    """Record a hit."""
    await moves.record_hit(session, seat, notice, form.hit())
    return await _view(session, seat, notice)


@router.post("/challenges", status_code=status.HTTP_201_CREATED)
async def record_notice_challenge(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeChallengeForm
) -> NoticeView:
    """Record a challenge before the Commission for the Control of INTERPOL's Files."""
    await challenges.record(session, seat, notice, form.challenge())
    return await _view(session, seat, notice)


@router.patch("/challenges/{challenge}")
async def change_notice_challenge(
    session: WritingUnit,
    seat: MayWorkOnRequest,
    notice: UUID,
    challenge: UUID,
    form: NoticeChallengeChangeForm,
    if_match: IfMatch = None,
) -> NoticeView:
    """Change the record of a challenge. `If-Match`: the version of the challenge."""
    expected = expected_version(if_match)
    await challenges.change(session, seat, notice, challenge, form.values(), expected=expected)
    return await _view(session, seat, notice)


@router.post("/exhibits", status_code=status.HTTP_201_CREATED)
async def link_notice_exhibit(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeExhibitForm
) -> NoticeView:
    """Link an exhibit to a notice."""
    await links.link_exhibit(session, seat, notice, form.evidence, form.kind)
    return await _view(session, seat, notice)


@router.delete("/exhibits/{evidence}")
async def unlink_notice_exhibit(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, evidence: UUID
) -> NoticeView:
    """Remove the link of an exhibit. The exhibit stays."""
    await links.unlink_exhibit(session, seat, notice, evidence)
    return await _view(session, seat, notice)


@router.put("/warrant")
async def link_notice_warrant(
    session: WritingUnit, seat: MayWorkOnRequest, notice: UUID, form: NoticeWarrantForm
) -> NoticeView:
    """Link the request for arrest or extradition on which a notice rests."""
    await links.link_warrant(session, seat, notice, form.request)
    return await _view(session, seat, notice)


@router.delete("/warrant")
async def unlink_notice_warrant(session: WritingUnit, seat: MayWorkOnRequest, notice: UUID) -> NoticeView:
    """Remove the link to the request for arrest or extradition."""
    await links.unlink_warrant(session, seat, notice)
    return await _view(session, seat, notice)


async def _view(session: ReadingUnit, seat: Seat, notice: UUID) -> NoticeView:
    return notice_view(await notice_list.read(session, seat, notice))
