"""Progress of a review: files viewed, files to view before the verdict, files listed as not viewed.

A file counts as viewed once every page of its rendition was delivered to the reviewer within access events for the
verdict. Only complete deliveries after the last verdict count. The server cannot know whether somebody read the page.
If an exhibit has more files than the agreed sample size, a sample is drawn with a key that uploaders do not know.
Not here: the verdicts (`services/sharing/quarantine.py`, `services/sharing/privilege_review.py`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.sharing.gates import ReviewSampleAgreed
from app.models import Evidence, Jit, Opening, Rendition
from app.services.teams import team_settings

#: Number of files that an error names.
NAMED: Final = 20
#: Number of pages of a file that an error names.
PAGES_NAMED: Final = 20
#: Sentence of a refused approval, by the reason why a page was not delivered completely.
_BECAUSE: Final = {
    "client_closed": "View the remaining files before you approve the upload ({count}). Page {page} of {name} was not "
    "delivered completely: the connection was closed first. Open the page again.",
    "access_ended": "View the remaining files before you approve the upload ({count}). Page {page} of {name} was not "
    "delivered completely: your access ended first. Open the page again.",
    "failed": "View the remaining files before you approve the upload ({count}). Page {page} of {name} was not "
    "delivered completely: the server failed. Open the page again, or tell the operator.",
}


class ReviewState(StrEnum):
    """State of a file in a review.

    `TO_VIEW` and `PENDING` files must be viewed before an approving verdict. The pages of a `PENDING` file are being
    made. A file `VIEWED_IN_PART` goes on after the pages of its rendition, which were all viewed.
    """

    TO_VIEW = "to_view"
    PENDING = "pending"
    VIEWED = "viewed"
    VIEWED_IN_PART = "viewed_in_part"
    NO_RENDITION = "no_rendition"
    NOT_SAMPLED = "not_sampled"


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """A file of an exhibit under review. `pages`: of its rendition; `viewed_pages`: those that the reviewer viewed."""

    id: UUID
    name: str
    sha256: str | None
    size_bytes: int
    pages: int
    viewed_pages: int
    state: ReviewState


@dataclass(frozen=True, slots=True)
class Review:
    """Progress of one reviewer with one exhibit. `files` are ordered by state; files to view come first."""

    files: Sequence[ReviewedFile] = ()

    def of(self, *states: ReviewState) -> list[ReviewedFile]:
        """Return the files in these states."""
        return [one for one in self.files if one.state in states]

    @property
    def left(self) -> list[ReviewedFile]:
        """The files that must still be viewed before the exhibit may pass."""
        return self.of(ReviewState.TO_VIEW, ReviewState.PENDING)

    @property
    def is_begun(self) -> bool:
        """Whether a page was viewed."""
        return any(one.viewed_pages for one in self.files)

    @property
    def viewed(self) -> list[ReviewedFile]:
        """The files of which every page was viewed."""
        return self.of(ReviewState.VIEWED, ReviewState.VIEWED_IN_PART)

    def not_viewed(self) -> list[dict[str, Any]]:
        """Return the files that were not viewed whole, with the reason, for the audit log entry of the verdict."""
        return [
            {"file": str(one.id), "name": one.name, "sha256": one.sha256, "because": one.state.value}
            for one in self.files
            if one.state is not ReviewState.VIEWED
        ]


async def record_viewing(session: Writing, seat: Seat, opening: Opening, page: Rendition) -> None:
    """Record that a page was delivered to the reviewer, within an access event for a verdict."""
    binds = {"opening": opening.id, "file": page.file, "page": page.page, "jit": seat.jit, "seat": seat.id}
    await session.execute(_NOTE, binds | {"evidence": opening.evidence, "now": clock.now()})


async def record_cut(session: Writing, seat: Seat, opening: Opening, page: Rendition, why: str) -> None:
    """Record that the delivery of a page to the reviewer ended before its last byte. `why`: `api/delivery.Cut`."""
    binds = {"id": clock.new_id(), "opening": opening.id, "file": page.file, "page": page.page, "why": why}
    await session.execute(
        _NOTE_CUT, binds | {"jit": seat.jit, "seat": seat.id, "evidence": opening.evidence, "now": clock.now()}
    )


async def list_progress(
    session: Reading, seat: Seat, exhibits: Sequence[UUID], *, but: UUID | None = None
) -> dict[UUID, Review]:
    """Return the member's progress with each exhibit.

    Args:
        session: The transaction of the request.
        seat: The reviewer.
        exhibits: The exhibits.
        but: A verdict of the privilege review that is being given and does not start a new review.
    """
    binds = {"seat": seat.id, "exhibits": list(exhibits), "but": but}
    keys = {row.evidence: row.session for row in await session.execute(_FIRST, binds)}
    most = (await session.scalars(select(Jit.review_sample).where(Jit.id == seat.jit))).one()
    files: dict[UUID, list[_FileRow]] = defaultdict(list)
    for row in await session.execute(_FILES, binds):
        files[row.evidence].append(_FileRow(*row))
    return {one: _review(files[one], keys.get(one) or seat.session, most) for one in exhibits}


async def demand_viewed(session: Reading, seat: Seat, review: Review, *, passes: bool, but: UUID | None = None) -> None:
    """Check that enough files were viewed for a verdict. `but`: as for `list_progress`.

    Raises:
        Conflict: The verdict approves while files are left to view, or refuses before any page was viewed. It names the
            pages that were not delivered completely, and why.
    """
    left = review.left
    if not left or (not passes and review.is_begun):
        return
    named = left[:NAMED]
    binds = {"seat": seat.id, "files": [one.id for one in named], "but": but, "most": PAGES_NAMED}
    pages: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in await session.execute(_NOT_DELIVERED, binds):
        pages[row.file].append({"page": row.page, "because": row.why or "not_requested"})
    raise Conflict(
        _to_view(left, pages) if passes else "View at least one page before you reject the upload.",
        code="files-not-viewed",
        extra={
            "to_view": {
                "count": len(left),
                "files": [{"file": str(one.id), "name": one.name, "pages": pages[one.id]} for one in named],
            }
        },
    )


def _to_view(left: Sequence[ReviewedFile], pages: Mapping[UUID, Sequence[Mapping[str, Any]]]) -> Phrase:
    """Return the sentence of a refused approval, about the first page that a delivery did not complete, if any."""
    cut = [(file, page) for file in left for page in pages[file.id] if page["because"] in _BECAUSE]
    if not cut:
        return Phrase("View the remaining files before you approve the upload ({count}).", count=len(left))
    file, page = cut[0]
    return Phrase(_BECAUSE[page["because"]], count=len(left), page=page["page"], name=file.name)


def changed_since(exhibit: Evidence) -> Stale:
    """Return the error for a verdict on an exhibit that changed since the reviewer looked at it."""
    return Stale(
        "The exhibit has changed, or a file was added. Check it again before you decide.",
        extra={"current": {"version": exhibit.version, "files": exhibit.files_count}},
    )


async def set_sample_size(session: Writing, seat: Seat, size: int, *, clause: str, reason: str, expected: int) -> None:
    """Set the sample size of reviews, as the parties agreed.

    Args:
        session: The transaction of the request.
        seat: The member who records it.
        size: Number of files; exhibits with more files are sampled.
        clause: Clause of the agreement.
        reason: The reason, for the audit log.
        expected: Version of the team that the member saw.

    Raises:
        Conflict: The size is the same.
        Stale: The team changed since the member saw it.
    """
    jit = await team_settings.lock_version(session, seat, expected)
    if jit.review_sample == size:
        raise Conflict("The sample already has this size.", code="sample-so-already")
    former, jit.review_sample, jit.version = jit.review_sample, size, jit.version + 1
    await session.flush()
    fact = ReviewSampleAgreed(jit=jit.id, former=former, files=size, clause=clause, reason=reason)
    await journal.append(session, seat, fact)


class _FileRow(NamedTuple):
    """A file of an exhibit under review.

    `in_part`: it goes on after its pages. `viewed_pages`: since the last verdict, by the member who asks.
    """

    evidence: UUID
    id: UUID
    name: str
    sha256: str | None
    size_bytes: int
    renditions: str
    in_part: bool
    pages: int
    viewed_pages: int

    @property
    def is_viewed(self) -> bool:
        """Whether every page was viewed."""
        return 0 < self.pages <= self.viewed_pages


def _review(rows: Sequence[_FileRow], key: UUID | None, most: int) -> Review:
    shown = [row.id for row in rows if row.renditions in {"made", "pending"}]
    if len(shown) > most:
        secret = key.bytes if key is not None else b""
        shown = sorted(shown, key=lambda one: sha256(secret + one.bytes).digest())[:most]
    drawn = set(shown)
    files = [
        ReviewedFile(
            row.id,
            row.name,
            row.sha256,
            row.size_bytes,
            row.pages,
            row.viewed_pages,
            _state(row, drawn=row.id in drawn),
        )
        for row in rows
    ]
    order = list(ReviewState)
    return Review(sorted(files, key=lambda one: (order.index(one.state), one.name, one.id)))


def _state(row: _FileRow, *, drawn: bool) -> ReviewState:
    """Return the state of a file. `drawn`: whether it must be viewed."""
    if row.is_viewed:
        return ReviewState.VIEWED_IN_PART if row.in_part else ReviewState.VIEWED
    if row.renditions not in {"made", "pending"}:
        return ReviewState.NO_RENDITION
    if not drawn:
        return ReviewState.NOT_SAMPLED
    return ReviewState.TO_VIEW if row.renditions == "made" else ReviewState.PENDING


_SINCE: Final = """coalesce((select max(c.decided_at) from clearances c
    where c.evidence = {0}.evidence and c.id is distinct from cast(:but as uuid)), '-infinity')"""
# The session of the first access event for this verdict is the key of the sample. Uploaders do not know it, so they
# cannot predict the sample.
_FIRST: Final = text(
    f"""
    select distinct on (o.evidence) o.evidence, o.session from openings o
     where o.seat = :seat and o.evidence = any (:exhibits) and o.act in ('verify', 'filter') and o.opened_at > {_SINCE.format("o")}
     order by o.evidence, o.opened_at, o.id
    """  # noqa: S608 - constants
).bindparams(bindparam("exhibits", type_=ARRAY(Uuid)))
_FILES: Final = text(
    f"""
    select f.evidence, f.id, f.name, f.sha256, f.size_bytes, f.renditions, f.shown_in_part,
           (select count(*) from renditions r where r.file = f.id) as pages,
           (select count(distinct v.page) from viewings v where v.evidence = f.evidence and v.file = f.id
               and v.seat = :seat and v.viewed_at > {_SINCE.format("f")}) as viewed_pages
      from files f where f.evidence = any (:exhibits) and f.state = 'ready'
    """  # noqa: S608 - constants
).bindparams(bindparam("exhibits", type_=ARRAY(Uuid)))
#: Pages without a complete delivery, with the reason of the last one that ended early.
_NOT_DELIVERED: Final = text(
    f"""
    select file, page, why from (
      select r.file, r.page, row_number() over (partition by r.file order by r.page) as place,
             (select c.why from cut_viewings c where c.evidence = f.evidence and c.file = r.file and c.page = r.page
                 and c.seat = :seat and c.cut_at > {_SINCE.format("f")} order by c.cut_at desc, c.id desc limit 1) as why
        from renditions r join files f on f.id = r.file
       where f.id = any (:files) and not exists (
               select 1 from viewings v where v.evidence = f.evidence and v.file = r.file and v.page = r.page
                  and v.seat = :seat and v.viewed_at > {_SINCE.format("f")})
    ) as lacking where place <= :most order by file, page
    """  # noqa: S608 - constants
).bindparams(bindparam("files", type_=ARRAY(Uuid)))
_NOTE_CUT: Final = text(
    """
    insert into cut_viewings (id, opening, file, page, jit, evidence, seat, why, cut_at)
      values (:id, :opening, :file, :page, :jit, :evidence, :seat, :why, :now)
    """
)
_NOTE: Final = text(
    """
    insert into viewings (opening, file, page, jit, evidence, seat, viewed_at)
      values (:opening, :file, :page, :jit, :evidence, :seat, :now) on conflict do nothing
    """
)
