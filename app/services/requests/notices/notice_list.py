"""List and read INTERPOL notices as one member sees them. Keyset pagination.

Row-level security decides which notices, answers and links are visible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from app.access.requests import notice_sheet, notice_states
from app.access.requests.notice_sheet import OpenPoint, Question
from app.access.requests.notice_states import NoticeColour, NoticeState
from app.access.requests.states import Move
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import (
    LegalRequest,
    Notice,
    NoticeChallenge,
    NoticeCheck,
    NoticeContent,
    NoticeHit,
    NoticeMove,
    NoticeRelease,
)
from app.services.requests import waiting_releases as waiting
from app.services.requests.lines import releases
from app.services.requests.lines.reviews import TextRetention
from app.services.requests.notices import challenges, checks, drafting, links, reviews
from app.services.requests.notices.links import LinkedNoticeExhibit
from app.services.requests.waiting_releases import WaitingLine
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class NoticeFilters:
    """Filters of the list; `None` and empty do not filter.

    Attributes:
        kinds: Colours.
        states: States.
        is_diffusion: Diffusions or notices only.
        is_open: Whether the notice has further moves.
        words: In the number, the references, or the names and aliases of the subject.
    """

    kinds: Sequence[str] = ()
    states: Sequence[str] = ()
    is_diffusion: bool | None = None
    is_open: bool | None = None
    words: str | None = None


@dataclass(slots=True)
class NoticeParts:
    """The parts of a notice besides its content, as far as the member sees them."""

    checks: dict[str, NoticeCheck] = field(default_factory=dict)
    hits: list[NoticeHit] = field(default_factory=list)
    challenges: list[NoticeChallenge] = field(default_factory=list)
    exhibits: list[LinkedNoticeExhibit] = field(default_factory=list)
    releases: list[NoticeRelease] = field(default_factory=list)
    waiting: Sequence[WaitingLine] = ()
    warrant: LegalRequest | None = None
    was_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class NoticeDetails:
    """A notice with what the member may see of it.

    `retention`: when its texts are reviewed; `None` in lists, before its end, and for other parties.
    """

    notice: Notice
    content: NoticeContent
    parts: NoticeParts
    roster: Roster
    seat: Seat
    retention: TextRetention | None = None

    @property
    def is_own(self) -> bool:
        """Return whether the notice is of the member's party."""
        return self.notice.party == self.seat.party

    @property
    def works(self) -> bool:
        """Return whether the member may change the notice."""
        return self.is_own and self.seat.may(Permission.REQUEST_WORK)

    @property
    def may_edit(self) -> bool:
        """Return whether the member may change the content and answer questions now."""
        return self.works and self.notice.state == NoticeState.DRAFT

    @property
    def may_release(self) -> bool:
        """Return whether the member may release the notice to other parties."""
        return self.is_own and self.seat.may(Permission.REQUEST_RELEASE)

    @property
    def may_record_hit(self) -> bool:
        """Return whether the member may record a hit now."""
        return self.works and self.notice.state in notice_states.CIRCULATING

    def review_pending(self) -> bool:
        """Return whether a diffusion circulates of which no review was recorded."""
        circulates = self.notice.state in notice_states.CIRCULATING
        return self.notice.is_diffusion and circulates and not self.parts.was_reviewed

    def moves(self) -> list[Move]:
        """Return the moves that the member can make now, also those that open checks still prevent."""
        if not self.works:
            return []
        return notice_states.notice_moves(NoticeState(self.notice.state), is_diffusion=self.notice.is_diffusion)

    def questions(self) -> list[Question]:
        """Return the questions of the checks. Other parties are not shown them."""
        if not self.is_own:
            return []
        return notice_sheet.questions(NoticeColour(self.notice.kind), is_diffusion=self.notice.is_diffusion)

    def missing(self) -> list[OpenPoint]:
        """Return the fields that the notice needs and that have no value."""
        if not self.is_own:
            return []
        kinds = [one.row.kind for one in self.parts.exhibits]
        warrant = self.parts.warrant
        return checks.missing(self.notice, self.content, kinds, None if warrant is None else warrant.number)

    def unsettled(self) -> list[OpenPoint]:
        """Return the questions that are not answered, or whose answer prevents the notice."""
        if not self.is_own:
            return []
        answers = {key: one.answer for key, one in self.parts.checks.items()}
        return notice_sheet.unsettled(NoticeColour(self.notice.kind), answers, is_diffusion=self.notice.is_diffusion)


async def listed(
    session: Reading, seat: Seat, filters: NoticeFilters, before: UUID | None, limit: int
) -> list[NoticeDetails]:
    """Return up to `limit` notices that the member sees, newest first."""
    query = _narrowed(select(Notice).where(Notice.jit == seat.jit), filters)
    if before is not None:
        query = query.where(Notice.id < before)
    found = (await session.scalars(query.order_by(Notice.id.desc()).limit(limit))).all()
    return await _with_details(session, seat, found)


def _narrowed(query: "Select[Notice]", filters: NoticeFilters) -> "Select[Notice]":
    if filters.kinds:
        query = query.where(Notice.kind.in_(filters.kinds))
    if filters.states:
        query = query.where(Notice.state.in_(filters.states))
    if filters.is_diffusion is not None:
        query = query.where(Notice.is_diffusion == filters.is_diffusion)
    if filters.is_open is not None:
        ended = Notice.state.in_([one.value for one in notice_states.ENDED])
        query = query.where(~ended if filters.is_open else ended)
    if filters.words:
        query = query.where(contains(filters.words))
    return query


def name_of(content: NoticeContent) -> str:
    """Return the name of the subject; empty if none is known, or if it was erased."""
    named = {"family_name": content.family_name, "forenames": content.forenames}
    return ", ".join(value for name, value in named.items() if value and name not in content.erased)


def contains(words: str) -> ColumnElement[bool]:
    """Return the condition that the number or the content of a notice contains the words."""
    said = [getattr(NoticeContent, name).icontains(words, autoescape=True) for name in _SEARCHED]
    said.append(func.array_to_string(NoticeContent.aliases, "\n").icontains(words, autoescape=True))
    return or_(
        Notice.number.icontains(words, autoescape=True),
        Notice.id.in_(select(NoticeContent.notice).where(or_(*said))),
    )


_SEARCHED: Final = ("family_name", "forenames", "reference", "ncb_reference", "interpol_reference")


async def read(session: Reading, seat: Seat, notice: UUID) -> NoticeDetails:
    """Return one notice. Raises `NotFound`."""
    (found,) = await _with_details(session, seat, [await drafting.find(session, notice)])
    return replace(found, retention=await reviews.of_notice(session, seat, found.notice))


@dataclass(frozen=True, slots=True)
class ListedNoticeMove:
    """A move with its reason, which members of the party of the notice read."""

    row: NoticeMove
    reason: str | None


async def moves(session: Reading, notice: UUID, before: UUID | None, limit: int) -> list[ListedNoticeMove]:
    """Return the moves of a notice, newest first. Raises `NotFound`."""
    await drafting.find(session, notice)
    query = select(NoticeMove, func.reason_of_notice_move(NoticeMove.id)).where(NoticeMove.notice == notice)
    query = query if before is None else query.where(NoticeMove.id < before)
    rows = await session.execute(query.order_by(NoticeMove.id.desc()).limit(limit))
    return [ListedNoticeMove(row[0], row[1]) for row in rows]


async def _with_details(session: Reading, seat: Seat, found: Sequence[Notice]) -> list[NoticeDetails]:
    ids = [one.id for one in found]
    contents = {
        one.notice: one for one in await session.scalars(select(NoticeContent).where(NoticeContent.notice.in_(ids)))
    }
    parts, roster = await _parts(session, ids), await rosters.of(session, seat.jit)
    for one, waits in (await waiting.of(session, seat, ids)).items():
        parts[one].waiting = waits
    return [NoticeDetails(one, contents[one.id], parts[one.id], roster, seat) for one in found]


async def _parts(session: Reading, ids: Sequence[UUID]) -> dict[UUID, NoticeParts]:
    parts = {one: NoticeParts() for one in ids}
    for check in await checks.newest_of(session, ids):
        parts[check.notice].checks[check.question] = check
    for hit in await session.scalars(select(NoticeHit).where(NoticeHit.notice.in_(ids)).order_by(NoticeHit.id)):
        parts[hit.notice].hits.append(hit)
    for challenge in await challenges.of(session, ids):
        parts[challenge.notice].challenges.append(challenge)
    for exhibit in await links.exhibits_of(session, ids):
        parts[exhibit.row.notice].exhibits.append(exhibit)
    for notice, warrant in (await links.warrants_of(session, ids)).items():
        parts[notice].warrant = warrant
    for release in await releases.in_effect(session, NoticeRelease, NoticeRelease.notice.in_(ids)):
        parts[release.notice].releases.append(release)
    reviewed = select(NoticeMove.notice).where(
        NoticeMove.notice.in_(ids), NoticeMove.state == NoticeState.UNDER_REVIEW.value
    )
    for one in await session.scalars(reviewed.distinct()):
        parts[one].was_reviewed = True
    return parts
