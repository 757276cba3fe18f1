"""The briefing over HTTP: what happened while one was away, how far one has read, and notes that one zone leaves to the next."""

import json
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Response, status
from pydantic import Field, StringConstraints

from app.api.guards import MayReadJit, MayWriteBriefing, ReadingUnit, WritingUnit
from app.api.own import MayMarkBriefing
from app.api.routing import Router
from app.api.schemas import DIGITS, Form, Limit, Page, Paragraph, Time, View
from app.api.views.positions import tell_position
from app.errors import Malformed
from app.ledger.entries import Read
from app.services import briefings as service
from app.services.briefings import Briefing

router = Router(prefix="/api/jits/{jit}/briefing", tags=["briefing"])
MOST_POSITION = 2**62


class NoteForm(Form):
    """What the next ones should know. `to`: one's own party, or the team: every party of the Union, and one's own."""

    to: Literal["party", "team"]
    text: Annotated[Paragraph, StringConstraints(max_length=4_000)]


class ReadingForm(Form):
    """Everything up to this position was read."""

    position: Annotated[int, Field(ge=-1, le=MOST_POSITION)]


class NoteView(View):
    """A note, as the ledger has it. `text` is null where it was erased; `to_party`: for that party alone; `fresh`: since the mark."""

    id: UUID
    position: int
    seat: str
    party: str | None
    at: Time
    to_party: str | None
    text: str | None
    fresh: bool


class NoteWrittenView(View):
    """A note that was written."""

    id: UUID


class ActView(View):
    """What others did with one thing, by kind."""

    kind: str
    count: int
    seats: list[str]
    last_at: Time


class HappenedView(View):
    """An exhibit, a task, or (neither) the team, with what others did there, the latest first."""

    evidence: UUID | None
    task: UUID | None
    number: str | None
    title: str | None
    acts: list[ActView]


class MovedView(View):
    """A deadline that somebody else moved: from, to (null: none)."""

    task: UUID
    number: str
    title: str
    seat: str
    moved_at: Time
    former_due_at: str | None
    due_at: str | None
    due_zone: str | None


class NearView(View):
    """A deadline of one's own within a day, or passed."""

    task: UUID
    number: str
    title: str
    due_at: Time
    due_zone: str


class BriefingView(View):
    """`since`: behind this moment everything is told, null where the mark is a position. `head`: what to send as read."""

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
    """What others did since, as one may read it; deadlines that moved or came near; and notes, the newest first."""
    await tell_position(response, session, seat.jit)
    return _view(await service.read(session, seat, by_day=since == "workday", after=after))


@router.post("/readings", status_code=status.HTTP_204_NO_CONTENT)
async def mark_briefing(session: WritingUnit, seat: MayMarkBriefing, form: ReadingForm) -> None:
    """I have read this. The mark only goes on, and is nobody else's affair."""
    await service.mark(session, seat, form.position)


@router.get("/notes")
async def list_briefing_notes(
    session: ReadingUnit, seat: MayReadJit, response: Response, limit: Limit = 50, cursor: str | None = None
) -> Page[NoteView]:
    """Notes that one may read, newest first."""
    await tell_position(response, session, seat.jit)
    found = await service.notes(session, seat, _before(cursor), limit + 1)
    items = [_note(one, MOST_POSITION) for one in found[:limit]]
    return Page(items=items, next=str(items[-1].position) if len(found) > limit else None)


@router.post("/notes", status_code=status.HTTP_201_CREATED)
async def write_briefing_note(session: WritingUnit, seat: MayWriteBriefing, form: NoteForm) -> NoteWrittenView:
    """Leave a note to the next ones, on the record."""
    return NoteWrittenView(id=await service.write(session, seat, form.text, to_own=form.to == "party"))


def _before(cursor: str | None) -> int | None:
    if cursor is not None and not DIGITS.fullmatch(cursor):
        raise Malformed("This cursor is not one that a list gave.", field="cursor")
    return None if cursor is None else int(cursor)


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
    """By exhibit and task, the one where something happened last first; what names neither stands together at the end."""
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
