"""Routes for the catch-up summary (what happened since the last visit), its read mark, and shift notes."""

import json
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status
from pydantic import Field, StringConstraints

from app.api import pagination
from app.api.guards import MayReadJit, MayWriteBriefing, ReadingUnit, WritingUnit
from app.api.own import MayMarkBriefing
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Form, Limit, Page, Paragraph, Time, View
from app.ledger.entries import Read
from app.services.coordination import briefings as service
from app.services.coordination.briefings import Briefing

router = Router(prefix="/api/jits/{jit}/briefing", tags=["briefing"])
MOST_POSITION = 2**62


class NoteForm(Form):
    """A shift note.

    `to` is the caller's party or the team. The team means every party in the Union and the caller's own.
    """

    to: Literal["party", "team"]
    text: Annotated[Paragraph, StringConstraints(max_length=4_000)]


class BriefingMarkForm(Form):
    """Audit log position up to which the caller has read."""

    position: Annotated[int, Field(ge=-1, le=MOST_POSITION)]


class NoteView(View):
    """A shift note.

    `text` is null if it was erased. `to_party`: only this party reads it. `fresh`: newer than the read mark.
    """

    id: UUID
    position: int
    seat: str
    party: str | None
    at: Time
    to_party: str | None
    text: str | None
    fresh: bool


class NoteWrittenView(View):
    """The id of a new shift note."""

    id: UUID


class ActView(View):
    """Number of acts of one kind by other members on one item."""

    kind: str
    count: int
    seats: list[str]
    last_at: Time


class HappenedView(View):
    """Acts of others on an exhibit or a task (both null: on the team), latest first."""

    evidence: UUID | None
    task: UUID | None
    number: str | None
    title: str | None
    acts: list[ActView]


class MovedView(View):
    """A deadline that another member changed. Null means no deadline."""

    task: UUID
    number: str
    title: str
    seat: str
    moved_at: Time
    former_due_at: str | None
    due_at: str | None
    due_zone: str | None


class NearView(View):
    """A deadline of the caller that is less than a day away or has passed."""

    task: UUID
    number: str
    title: str
    due_at: Time
    due_zone: str


class BriefingView(View):
    """The summary.

    `since`: start of its period, null if the read mark is a position. `head`: position to send as read.
    """

    since: Time | None
    marked_at: Time | None
    head: int
    notes: list[NoteView]
    happened: list[HappenedView]
    moved: list[MovedView]
    near: list[NearView]


@router.get("")
async def read_briefing(
    session: ReadingUnit,
    seat: MayReadJit,
    response: Response,
    since: Annotated[
        Literal["mark", "workday"] | None, Query(description="One's mark, or the end of the last working day.")
    ] = None,
    after: Annotated[int | None, Query(ge=-1, le=MOST_POSITION, description="A position, in place of both.")] = None,
) -> BriefingView:
    """Return others' acts in the period that the caller may read, changed and near deadlines, and shift notes."""
    await tell_position(response, session, seat.jit)
    return _view(await service.read(session, seat, by_day=since == "workday", after=after))


@router.post("/readings", status_code=status.HTTP_204_NO_CONTENT)
async def mark_briefing(session: WritingUnit, seat: MayMarkBriefing, form: BriefingMarkForm) -> None:
    """Set the caller's read mark. It only moves forward and is visible to nobody else."""
    await service.mark(session, seat, form.position)


@router.get("/notes")
async def list_briefing_notes(
    session: ReadingUnit, seat: MayReadJit, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[NoteView]:
    """List the shift notes that the caller may read, newest first."""
    await tell_position(response, session, seat.jit)
    asked = pagination.PageRequest(pagination.position(cursor, pagination.number), limit)
    found = await service.notes(session, seat, asked.after, asked.row_limit)
    return asked.page_by(lambda one: str(one.position), found, lambda one: _note(one, MOST_POSITION))


@router.post("/notes", status_code=status.HTTP_201_CREATED)
async def write_briefing_note(session: WritingUnit, seat: MayWriteBriefing, form: NoteForm) -> NoteWrittenView:
    """Write a shift note. It is recorded in the audit log."""
    return NoteWrittenView(id=await service.write(session, seat, form.text, to_own=form.to == "party"))


def _note(entry: Read, since: int) -> NoteView:
    said = entry.said
    assert said is not None
    assert entry.position is not None
    fields = {one.name: json.loads(one.value) for one in said.fields}
    note = json.loads(said.canonical)["subject"]["note"]
    return NoteView(
        id=note,
        position=entry.position,
        seat=said.seat,
        party=said.party,
        at=said.at,
        to_party=fields.get("to_party"),
        text=fields.get("text"),
        fresh=entry.position > since,
    )


def _view(found: Briefing) -> BriefingView:
    since = found.since
    return BriefingView(
        since=since.at if since.position < 0 else None,
        marked_at=found.marked_at,
        head=found.head,
        notes=[
            note.model_copy(update={"fresh": note.fresh and note.at > since.at and note.seat != since.but})
            for note in (_note(one, since.position) for one in found.notes)
        ],
        happened=_happened(found),
        moved=[
            MovedView(
                task=one.task,
                number=found.tasks[one.task].number,
                title=found.tasks[one.task].title,
                seat=one.seat,
                moved_at=one.at,
                former_due_at=one.former,
                due_at=one.now,
                due_zone=found.tasks[one.task].due_zone,
            )
            for one in found.moved
        ],
        near=[
            NearView(task=one.id, number=one.number, title=one.title, due_at=one.due_at, due_zone=one.due_zone)
            for one in found.near
        ],
    )


def _happened(found: Briefing) -> list[HappenedView]:
    """Group the acts by exhibit and task, latest first. Acts on neither come last."""
    told: dict[tuple[UUID | None, UUID | None], list[ActView]] = {}
    for one in found.acts:
        evidence = one.evidence if one.evidence in found.evidence else None
        task = one.task if one.task in found.tasks else None
        act = ActView(kind=one.kind, count=one.count, seats=list(one.seats), last_at=one.last_at)
        told.setdefault((evidence, task), []).append(act)
    views = []
    for (evidence, task), acts in told.items():
        number, title = found.evidence[evidence] if evidence else (None, None)
        if task:
            number, title = found.tasks[task].number, found.tasks[task].title
        views.append(HappenedView(evidence=evidence, task=task, number=number, title=title, acts=acts))
    return sorted(views, key=lambda one: one.evidence is None and one.task is None)
