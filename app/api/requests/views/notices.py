"""Forms and views of INTERPOL notices and diffusions, their checks, moves and hits.

Not here: routes (`api/requests/notices.py`, `api/requests/notice_parts.py`), the content (`notice_content.py`), and
challenges (`challenges.py`).
"""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.access.requests import notice_sheet
from app.access.requests.notice_sheet import CheckAnswer, OpenPoint, OpenReason
from app.access.requests.notice_states import NoticeColour, NoticeState, RefusalGround
from app.api.requests.views.challenges import NoticeChallengeView, challenge_view
from app.api.requests.views.notice_content import NoticeContentForm, NoticeContentView, content_view
from app.api.requests.views.reviews import TextRetentionView, retention_view
from app.api.requests.views.waiting import WaitingLineReleaseView, waiting_views
from app.api.requests.views.words import WordsView
from app.api.schemas import CountryCode, Form, Justification, Line, Moment, Paragraph, Time, View, moments
from app.models import NoticeHit
from app.services.requests.notices.drafting import CONTENT, NewNotice
from app.services.requests.notices.moves import NewHit, NewNoticeMove
from app.services.requests.notices.notice_list import ListedNoticeMove, NoticeDetails

QuestionKey = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,20}\.[a-z]{1,20}$")]
NoticeStateName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
HitMeasure = Literal["arrest", "watch", "restriction"]
ExhibitKind = Literal["warrant", "photograph", "fingerprints", "dna", "document", "form", "answer"]


class NoticeForm(NoticeContentForm):
    """A notice or diffusion to be drafted."""

    kind: NoticeColour
    is_diffusion: bool = False

    def notice(self) -> NewNotice:
        """Return the notice as the service takes it."""
        return NewNotice(self.kind.value, self.is_diffusion, self.values())


class NoticeChangeForm(NoticeContentForm):
    """Changes of a notice; omitted fields stay unchanged. Most values are fixed once the checks are complete."""

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "purpose"})
        return self


class NoticeNeedsForm(NoticeForm):
    """A notice as it stands in a form. `exhibits`: kinds of the linked exhibits. `has_warrant`: a request is linked."""

    exhibits: Annotated[tuple[ExhibitKind, ...], Field(max_length=20)] = ()
    has_warrant: bool = False

    def needed(self) -> list[str]:
        """Return the names of the content that the notice needs."""
        content = {name: getattr(self, name) for name in CONTENT}
        return notice_sheet.needed(
            self.kind, content, self.exhibits, has_warrant=self.has_warrant, is_diffusion=self.is_diffusion
        )


class NoticeNeedsView(View):
    """Names of the content without which the checks would miss a field, as long as the other values stay."""

    needed: list[str]


class NoticeMoveForm(Form):
    """A move to the state `to`. `ground`: of a refusal. `occurred_at`: when it happened, now by default."""

    to: NoticeStateName
    occurred_at: Moment | None = None
    reason: Justification | None = None
    ground: RefusalGround | None = None

    def move(self) -> NewNoticeMove:
        """Return the move as the service takes it."""
        return NewNoticeMove(self.to, self.occurred_at, self.reason, self.ground.value if self.ground else None)


class NoticeCheckForm(Form):
    """An answer to a question of the checks. `unclear`: legal review is needed."""

    question: QuestionKey
    answer: CheckAnswer
    reason: Justification


class NoticeHitForm(Form):
    """A hit: the country, what it found, and what it did. `occurred_at`: now by default."""

    country: CountryCode
    what: Paragraph
    place: Line | None = None
    measure: HitMeasure | None = None
    occurred_at: Moment | None = None

    def hit(self) -> NewHit:
        """Return the hit as the service takes it."""
        return NewHit(self.country, self.what, self.place, self.measure, self.occurred_at)


class NoticeExhibitForm(Form):
    """An exhibit to be linked."""

    evidence: UUID
    kind: ExhibitKind


class NoticeWarrantForm(Form):
    """The request for arrest or extradition on which the notice rests."""

    request: UUID


class OpenPointView(View):
    """A point to settle before the checks are complete. `field`: name in the content, or key of a question.

    `title`: of the field or question; a sentence if a condition is not met.
    """

    section: str
    field: str
    title: WordsView
    why: OpenReason


class NoticeQuestionView(View):
    """A question of the checks with its newest answer. `outdated`: the content was changed since.

    `open`: why it prevents the notice, null if it does not. `erased`: whether the reason was erased, and when.
    """

    section: str
    section_title: WordsView
    question: str
    title: WordsView
    answer: CheckAnswer | None
    reason: str | None
    seat: str | None
    answered_at: Time | None
    outdated: bool
    open: OpenReason | None
    erased: dict[str, Time]


class PossibleNoticeMoveView(View):
    """A move that the reader can make now."""

    to: NoticeState
    needs_reason: bool
    needs_ground: bool


class NoticeHitView(View):
    """A hit. `erased`: which texts were erased, and when."""

    id: UUID
    country: str
    place: str | None
    measure: HitMeasure | None
    what: str
    occurred_at: Time
    recorded_at: Time
    seat: str
    erased: dict[str, Time]


class NoticeExhibitView(View):
    """A linked exhibit that the reader sees."""

    evidence: UUID
    number: str
    title: str
    kind: ExhibitKind
    added_at: Time


class NoticeWarrantView(View):
    """The request on which the notice rests, if the reader sees it."""

    id: UUID
    number: str
    instrument: str
    state: str


class NoticeReleaseView(View):
    """A release in effect."""

    party: str
    released_at: Time
    released_by: str


class MayNoticeView(View):
    """Permissions of the reader for the notice now. `work`: hits, challenges and links; `edit`: content and checks."""

    work: bool
    edit: bool
    record_hit: bool
    release: bool


class NoticeView(View):
    """A notice as the reader may see it. `level`: `own`, or `content` if it was released to the reader's party.

    `missing`: also conditions that the values do not meet. It, `questions` and `challenges`: for the party of the notice alone. `moves`: those that the reader can make
    now; missing fields and open questions still prevent `checked` and `with_ncb`. `review_pending`: a diffusion
    circulates, and no review was recorded. `retention`: null in lists, before the end of the notice, and for other parties.
    """

    id: UUID
    number: str
    party: str
    kind: NoticeColour
    is_diffusion: bool
    state: NoticeState
    since_at: Time
    created_at: Time
    level: Literal["own", "content"]
    content: NoticeContentView
    missing: list[OpenPointView]
    questions: list[NoticeQuestionView]
    hits: list[NoticeHitView]
    challenges: list[NoticeChallengeView]
    exhibits: list[NoticeExhibitView]
    warrant: NoticeWarrantView | None
    releases: list[NoticeReleaseView]
    waiting_releases: list[WaitingLineReleaseView]
    review_pending: bool
    moves: list[PossibleNoticeMoveView]
    retention: TextRetentionView | None
    may: MayNoticeView


class NoticeMoveView(View):
    """A move that was made. `reason`: for the party of the notice."""

    id: UUID
    former: NoticeState
    state: NoticeState
    occurred_at: Time
    recorded_at: Time
    seat: str
    reason: str | None
    ground: RefusalGround | None


def notice_view(details: NoticeDetails) -> NoticeView:
    """Return the view of a notice for a member."""
    notice, parts, code = details.notice, details.parts, details.roster.seat_code
    warrant = parts.warrant
    told: dict[str, Any] = {name: getattr(notice, name) for name in _LINE}
    return NoticeView(
        **told,
        party=details.roster.party_code(notice.party),
        level="own" if details.is_own else "content",
        content=content_view(details.content),
        missing=[_point(one) for one in details.missing()],
        questions=_questions(details),
        hits=[_hit(one, code(one.seat)) for one in parts.hits],
        challenges=[challenge_view(one, code(one.recorded_by)) for one in parts.challenges],
        exhibits=[
            NoticeExhibitView.model_validate(
                {"evidence": one.row.evidence, "kind": one.row.kind, "added_at": one.row.added_at}
                | {"number": one.number, "title": one.title}
            )
            for one in parts.exhibits
        ],
        warrant=None if warrant is None else NoticeWarrantView.model_validate(warrant),
        releases=[
            NoticeReleaseView(
                party=details.roster.party_code(one.recipient),
                released_at=one.released_at,
                released_by=code(one.released_by),
            )
            for one in parts.releases
        ],
        waiting_releases=waiting_views(parts.waiting, details.roster),
        review_pending=details.review_pending(),
        moves=[
            PossibleNoticeMoveView(
                to=NoticeState(one.state), needs_reason=one.needs_reason, needs_ground=one.needs_ground
            )
            for one in details.moves()
        ],
        retention=None if details.retention is None else retention_view(details.retention),
        may=MayNoticeView(
            work=details.works,
            edit=details.may_edit,
            record_hit=details.may_record_hit,
            release=details.may_release,
        ),
    )


def _of(row: object, view: type[View], *added: str) -> dict[str, Any]:
    """Return the attributes of a row that a view has, besides the member's code and `added` ones."""
    return {name: getattr(row, name) for name in view.model_fields if name not in {"seat", *added}}


def _hit(row: NoticeHit, seat: str) -> NoticeHitView:
    return NoticeHitView(**_of(row, NoticeHitView, "erased"), seat=seat, erased=moments(row.erased))


def _point(point: OpenPoint) -> OpenPointView:
    title = WordsView(en=point.title.en, fr=point.title.fr)
    return OpenPointView(section=point.section, field=point.field, title=title, why=point.why)


def _questions(details: NoticeDetails) -> list[NoticeQuestionView]:
    unsettled = {one.field: one.why for one in details.unsettled()}
    found = list[NoticeQuestionView]()
    for one in details.questions():
        row = details.parts.checks.get(one.key)
        found.append(
            NoticeQuestionView(
                section=one.section,
                section_title=WordsView(en=one.section_title.en, fr=one.section_title.fr),
                question=one.key,
                title=WordsView(en=one.title.en, fr=one.title.fr),
                answer=None if row is None else CheckAnswer(row.answer),
                reason=None if row is None else row.reason,
                seat=None if row is None else details.roster.seat_code(row.seat),
                answered_at=None if row is None else row.answered_at,
                outdated=row is not None and row.content_version < details.content.version,
                open=unsettled.get(one.key),
                erased={} if row is None else moments(row.erased),
            )
        )
    return found


def notice_move_view(move: ListedNoticeMove, seat: str) -> NoticeMoveView:
    """Return the view of a move that was made; `seat`: code of the member who recorded it."""
    return NoticeMoveView(**_of(move.row, NoticeMoveView, "reason"), reason=move.reason, seat=seat)


_LINE = ("id", "number", "kind", "is_diffusion", "state", "since_at", "created_at")
