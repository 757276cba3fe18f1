"""A Red Notice of Operation Lantern that was refused as incomplete: the copy of the warrant was another paper."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app import clock
from app.access.requests import notice_sheet
from app.access.requests.notice_sheet import CheckAnswer
from app.access.requests.notice_states import NoticeColour, NoticeState, RefusalGround
from app.access.seats import Seat
from app.database import Writing
from app.demo.building import Team
from app.demo.local_time import ROTTERDAM
from app.demo.requests import Days
from app.models import NoticeContent
from app.services.requests.notices import checks, drafting, links, moves
from app.services.requests.notices.drafting import NewNotice
from app.services.requests.notices.moves import NewNoticeMove

BY: Final = "noor@nl.demo"
#: An exhibit that was added as the copy of the warrant, by mistake.
ATTACHED: Final = "nl-seizure"
REFERENCE: Final = "RK 26/1185"
CONTENT: Final[dict[str, Any]] = {
    "ncb": "NCB The Hague",
    "authority": "Public Prosecution Service, Rotterdam",
    "reference": REFERENCE,
    "language": "en",
    "purpose": "Arrest with a view to extradition",
    "family_name": "Voorbeeld",
    "forenames": "Ruben",
    "sex": "M",
    "birth_date": "1991-11-04",
    "nationalities": ["NL"],
    "description": "Height 1.84 m, scar on the left hand",
    "facts": "Ran the front desk of the marketplace Lantern and left the Netherlands after the search of his dwelling.",
    "charge": "Computer fraud, as a member of an organised group",
    "law": "Criminal Code, Article 326",
    "max_penalty_years": 4,
    "penalty": "At most 4 years",
    "warrant": REFERENCE,
    "extradition_countries": ["AE", "TR"],
}
STEPS: Final = (
    NewNoticeMove(NoticeState.CHECKED),
    NewNoticeMove(NoticeState.WITH_NCB),
    NewNoticeMove(NoticeState.UNDER_REVIEW),
    NewNoticeMove(
        NoticeState.REFUSED,
        reason="The copy is a report of a search, not the warrant. Send the warrant with its translation.",
        ground=RefusalGround.INCOMPLETE,
    ),
)
#: Days ago on which the steps happened.
DAYS: Final = (22, 21, 18, 10)
#: A notice is reviewed after at most five years; this one sooner.
_REVIEWED_AFTER: Final = timedelta(days=3 * 365)


async def make(team: Team) -> None:
    """Draft the notice, settle its checks and record its refusal, unless it exists."""
    seat = team.seats[BY]
    async with team.context.database.writing(seat.requester) as session:
        known = select(NoticeContent.notice).where(NoticeContent.reference == REFERENCE)
        if await session.scalar(known) is None:
            await _make(session, seat, team.exhibits[ATTACHED])


async def _make(session: Writing, seat: Seat, attached: UUID) -> None:
    now, zone = clock.now(), ZoneInfo(ROTTERDAM)
    content = CONTENT | {"review_on": now.astimezone(zone).date() + _REVIEWED_AFTER}
    notice = await drafting.create(
        session, seat, NewNotice(NoticeColour.RED.value, is_diffusion=False, content=content)
    )
    await links.link_exhibit(session, seat, notice.id, attached, "warrant")
    for one in notice_sheet.questions(NoticeColour.RED, is_diffusion=False):
        given = CheckAnswer.NO if one.section == notice_sheet.NEUTRALITY else CheckAnswer.YES
        await checks.answer(session, seat, notice.id, one.key, given, "Checked against the file RK 26/1185.")
    for step, days in zip(STEPS, DAYS, strict=True):
        what = NewNoticeMove(step.state, Days(days).before(now, zone), step.reason, step.ground)
        await moves.move(session, seat, notice.id, what)
